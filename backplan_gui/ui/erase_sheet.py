"""Everything goes: said before, with what stays out of reach, and asked a second time by a tick.

No key erases by itself. Enter presses what has the keyboard, which is the way back at first.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from .. import words
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Note, column
from .widgets.flow import Flow
from .widgets.sheet import Sheet
from .widgets.tick import Tick


class Going(msgspec.Struct, frozen=True):
    """What there is to erase, and where more of it lies that cannot be reached from here."""

    folder: str
    sessions: int = 0
    backups: int = 0
    aside: bool = False
    """Records that another one took the place of."""
    copies: str = ""
    """Where backups are kept a second time; "" for nowhere."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("erase", text)


def goes(going: Going) -> str:
    """What goes, a line for each kind."""
    mine = _tr("{}, with your answers, notes and settings").format(words.sessions(going.sessions))
    lines = [mine, words.backups(going.backups)]
    if going.aside:
        lines.append(_tr("Records that were set aside"))
    lines.append(_tr("All that Backplan keeps in {}").format(going.folder))
    return "\n".join(lines)


def stays(copies: str) -> str:
    """What Backplan cannot reach; a person can."""
    lines = [_tr("Files that you exported or copied yourself stay where they are.")]
    if copies:
        lines.insert(0, _tr("The copies of your backups in {} stay there.").format(copies))
    return "\n".join([*lines, _tr("If you want them gone too, delete them there.")])


class EraseForm(QWidget):
    """What goes, what stays, and the tick."""

    def __init__(self, theme: Theme, going: Going) -> None:
        super().__init__()
        gone, left = Note(theme), Note(theme)
        gone.show_note("trash", _tr("What goes"), goes(going))
        left.show_note("folder", _tr("What stays"), stays(going.copies))
        self.tick = Tick(theme, _tr("Yes, erase all of it"), frame=48)
        self.setLayout(column(gone, left, self.tick, gap=8))


class EraseSheet(Sheet):
    """Asks; `erase_asked` tells a yes, which was ticked and pressed."""

    erase_asked = Signal()

    def __init__(self, theme: Theme, window: QWidget, going: Going) -> None:
        self._form = EraseForm(theme, going)
        title = self.tr("Erase everything?")
        text = self.tr(
            "Your sessions, notes and settings will be gone from this computer."
            " This cannot be undone."
        )
        super().__init__(theme, window, title, text, body=self._form)
        self._erase = Button(theme, self.tr("Erase everything"), Kind.CAUTION, icon="trash")
        self._keep = Button(theme, self.tr("Keep my data"), Kind.SECONDARY, key=self.tr("Esc"))
        self._erase.setEnabled(False)
        self._form.tick.toggled.connect(self._erase.setEnabled)
        self._erase.clicked.connect(self._on_erase)
        self._keep.clicked.connect(self.dismiss)
        line = Flow(self._erase, self._keep, gap=12)
        line.setContentsMargins(0, 8, 0, 0)
        self.body.addLayout(line)
        for part in (self._form, self._erase, self._keep):
            part.show()  # at once, so that the sheet is as high as they need
        self.place()
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_erase(self) -> None:
        self._end()
        self.erase_asked.emit()


def erased_sheet(
    theme: Theme, window: QWidget, left: Sequence[str], copies: str, trouble: str = ""
) -> Sheet:
    """Tells that all is gone, or which files would not go and why."""
    if left or trouble:
        title = _tr("Some files could not be erased.")
        text = "\n".join([trouble or _tr("Please remove these yourself:"), *left])
    else:
        title = _tr("Everything is erased.")
        text = "\n".join([_tr("Backplan begins anew, as on the first day."), stays(copies)])
    return Sheet(theme, window, title, text, back=_tr("Close"))
