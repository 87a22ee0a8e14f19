"""What stands in the window instead of everything else while the record cannot be opened.

It decides and reads nothing: it is told what was found, shows the newest good backup, and
tells what the person wishes. Of a newer record nothing is offered but to close.
"""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..store.backups import Backup
from ..store.errors import Finding
from . import backup_words
from . import recovery_words as said
from .backup_words import Known
from .backups_sheet import BackupList
from .main_window import MainWindow
from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.card import Card, Icon, Scroll, column, row
from .widgets.flow import Flow
from .widgets.label import Label
from .widgets.logo import Brand

WIDEST, MARGIN, GAP = 760, 24, 14
LOW = 700
"""Below this height there is less air."""
NARROWEST = 80
"""A path is one long word; it breaks anywhere."""
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Found(msgspec.Struct, frozen=True):
    """What the owner found when the record was to be opened."""

    finding: Finding
    today: str
    backups: tuple[Known, ...] = ()
    """The newest first."""
    folder: str = ""
    """Where everything is kept."""
    elsewhere: str = ""
    """The other folder in which the backups lie; "" for our own."""
    version: int = 0
    """Of a newer record: which it is."""
    newest: int = 0
    """Of a newer record: the latest that can be read here."""
    trouble: str = ""
    """A sentence, where what was wished could not be done."""


class RecoveryPage(QWidget):
    """One calm page with a way on, or, for a newer record, with the way out."""

    use_asked = Signal(object)
    afresh_asked = Signal()
    again_asked = Signal()
    """Look once more whether the record can be opened."""
    elsewhere_asked = Signal()
    """Look for backups in another folder."""
    close_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._found = Found(Finding.DAMAGED, "")
        self._known: Known | None = None
        self._frame = column()
        self._build_words()
        self._trouble = Label(theme, wrap=True)
        self._trouble.setMinimumWidth(NARROWEST)
        self._warning = self._build_warning()
        self._backup, self._afresh = self._build_backup(), self._build_afresh()
        parts = (self._warning, self._backup, self._afresh, self._build_ends())
        self._frame.addLayout(column(*parts, gap=GAP))
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self._scroll = Scroll(theme, inside)
        self.setLayout(column(self._scroll))
        theme.changed.connect(self._arrange)

    @property
    def first_focus(self) -> QWidget:
        """What Enter presses: the way back, where there is one."""
        return self._close if self._known is None else self._use

    def show_found(self, found: Found) -> None:
        """What was found; the newest good backup is offered."""
        self._found = found
        newer = found.finding is Finding.NEWER
        self._title.setText(said.title(found.finding))
        text = said.newer(found.version, found.newest) if newer else said.found(found.finding)
        self._text.setText(text)
        self._where.setText(self.tr("Everything is kept in {}.").format(found.folder))
        self._where.setVisible(bool(found.folder) and not newer)
        self._trouble.setText(found.trouble)
        self._warning.setVisible(bool(found.trouble))
        self._backup.setVisible(not newer)
        self._afresh.setVisible(not newer)
        self._again.setVisible(not newer)
        self._show_backup(None if newer else backup_words.newest_good(found.backups))
        self._arrange()
        self._scroll.verticalScrollBar().setValue(0)
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(self._title.text())
        told = found.trouble or f"{self._title.text()} {self._text.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Long words scroll although nothing in them takes the keyboard."""
        if event.key() in _SCROLLING:
            self._scroll.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _build_words(self) -> None:
        self._title = Label(self._theme, role="h1", wrap=True)
        self._text = Label(self._theme, role="bodyLarge", ink="ink2", wrap=True)
        self._where = Label(self._theme, role="small", ink="ink2", wrap=True)
        self._where.setMinimumWidth(NARROWEST)
        parts = (Brand(self._theme), 20), (self._title, 8), (self._text, 6), (self._where, 18)
        for part, gap in parts:
            self._frame.addWidget(part)
            self._frame.addSpacing(gap)

    def _build_warning(self) -> Card:
        inside = row(Icon(self._theme, "info"), gap=12, margins=(20, 14, 20, 14))
        inside.addLayout(column(self._trouble), 1)
        block = Card(self._theme, radius=16)
        block.setLayout(inside)
        return block

    def _build_backup(self) -> Card:
        self._which = Label(self._theme, role="smallStrong", ink="primary", wrap=True)
        self._which.setMinimumWidth(NARROWEST)
        self._made = Label(self._theme, role="h3", wrap=True)
        self._held = Label(self._theme, ink="ink2", wrap=True)
        self._use = Button(self._theme, self.tr("Use this backup"), Kind.PRIMARY, size=60)
        self._other = Button(self._theme, self.tr("Choose another"), size=60)
        self._use.clicked.connect(self._on_use)
        self._other.clicked.connect(self._on_other)
        self._elsewhere = Button(self._theme, self.tr("From another folder"), size=60)
        self._elsewhere.clicked.connect(self.elsewhere_asked)
        choices = _line(self._use, self._other, self._elsewhere)
        return _block(self._theme, self._which, self._made, self._held, choices)

    def _build_afresh(self) -> Card:
        title = Label(self._theme, self.tr("Start with an empty record"), "h3", wrap=True)
        kept = self.tr("Nothing is deleted. The old file is set aside.")
        start = Button(self._theme, self.tr("Start empty"))
        start.clicked.connect(self.afresh_asked)
        text = Label(self._theme, kept, ink="ink2", wrap=True)
        return _block(self._theme, title, text, _line(start))

    def _build_ends(self) -> QWidget:
        self._again = Button(self._theme, self.tr("Try again"))
        self._again.clicked.connect(self.again_asked)
        self._close = Button(self._theme, self.tr("Close Backplan"))
        self._close.clicked.connect(self.close_asked)
        return _line(self._again, self._close)

    def _show_backup(self, known: Known | None) -> None:
        self._known = known
        backups = self._found.backups
        good = [one for one in backups if one[1] is not None]
        self._which.setVisible(known is not None)
        self._held.setVisible(known is not None)
        self._use.setVisible(known is not None)
        self._other.setVisible(len(good) > 1)
        if known is None or known[1] is None:
            self._made.setText(said.nothing_to_use(some=bool(backups)))
            return
        self._which.setText(said.chosen(self._found.elsewhere, newest=known == good[0]))
        self._made.setText(backup_words.title(known[0], self._found.today))
        self._held.setText(backup_words.held(known[1], self._found.today))

    def _on_use(self) -> None:
        assert self._known is not None
        self.use_asked.emit(self._known[0])

    def _on_other(self) -> None:
        found = self._found
        sheet = BackupList(self._theme, self.window(), found.backups, found.today)
        sheet.picked.connect(self._on_picked)

    def _on_picked(self, backup: Backup) -> None:
        """It is shown before it is used, so nothing more needs to be asked."""
        self._show_backup(next(known for known in self._found.backups if known[0] == backup))
        self._use.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """A column in the middle, as wide as lines are good to read."""
        widest = WIDEST * max(1, self._theme.scale)
        side = max(MARGIN, round((self.width() - widest) / 2))
        self._frame.setContentsMargins(side, 14 if self.height() < LOW else 40, side, 16)


def _block(theme: Theme, *parts: QWidget) -> Card:
    block = Card(theme, "sunken", outline="", radius=16)
    block.setLayout(column(*parts, gap=4, margins=(20, 14, 20, 14)))
    return block


def _line(*buttons: Button) -> QWidget:
    """Buttons beside each other, with room for their rings."""
    flow = Flow(*buttons, gap=12)
    flow.setContentsMargins(0, 12, 0, 2)
    line = QWidget()
    line.setLayout(flow)
    return line


def stand_alone(page: RecoveryPage, window: MainWindow) -> None:
    """Nothing else is in the window, neither panel nor bar."""
    window.furnish(QWidget(), QWidget())
    window.add_page("recovery", page, alone=True)
    window.show_page("recovery")
