"""Before a file is brought in: what comes with it, and what is here already."""

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from .. import words
from . import export_words as said
from .form_sheet import FormSheet
from .theme import Theme
from .widgets.card import Note, column
from .widgets.sheet import Sheet


class Coming(msgspec.Struct, frozen=True):
    """What a file holds, beside what is here."""

    name: str
    """Of the file."""
    sessions: int = 0
    answers: int = 0
    notes: int = 0
    others: int = 0
    """Whatever else is new: sets, days counted by hand, answers to the warning signs."""
    known: int = 0
    """Sessions that are here already."""
    first: str = ""
    last: str = ""
    """ISO dates between which the file tells; "" where it has no session."""
    settings: bool = False
    """They come too, for there is nothing here yet."""
    closes: bool = False
    """It holds an unfinished session, and there is one here."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)


def counted(coming: Coming) -> str:
    """What is new, in one line; what there is none of is left out."""
    found = (
        (coming.sessions, words.sessions),
        (coming.answers, words.answers),
        (coming.notes, words.notes),
    )
    parts = [say(n) for n, say in found if n]
    if not parts and coming.others:
        parts = [_tr("Sets, days counted by hand, answers to the warning signs")]
    return words.MIDDLE_DOT.join(parts) or _tr("Your settings")


def here(coming: Coming) -> str:
    """What stays as it is here."""
    lines = []
    if coming.known:
        lines.append(_tr("{}. Nothing comes twice.").format(words.sessions(coming.known)))
    if not coming.settings:
        lines.append(_tr("Your settings here stay as they are."))
    if coming.closes:
        lines.append(_tr("A session that is not finished in the file comes in as ended."))
    return " ".join(lines) or _tr("Nothing yet. Your settings come from the file too.")


class ImportForm(QWidget):
    """Two notes: what comes, what is here."""

    def __init__(self, theme: Theme, coming: Coming, today: str) -> None:
        super().__init__()
        new, old = Note(theme), Note(theme)
        lines = [counted(coming)]
        if coming.first:
            lines.append(said.dates(coming.first, coming.last, today))
        new.show_note("plus", _tr("What comes in"), "\n".join(lines))
        old.show_note("check", _tr("What is here already"), here(coming))
        self.setLayout(column(new, old, gap=8))


class ImportSheet(FormSheet):
    """Shows what comes; `taken` tells that it is wanted."""

    taken = Signal()

    def __init__(self, theme: Theme, window: QWidget, coming: Coming, today: str) -> None:
        super().__init__(
            theme,
            window,
            self.tr("Import this record?"),
            "\n".join((coming.name, self.tr("You can undo it afterwards."))),
            ImportForm(theme, coming, today),
            take=self.tr("Import"),
            leave=self.tr("Not now"),
        )

    def take(self) -> None:
        """Close, and bring it in."""
        super().take()
        self.taken.emit()


def nothing_new_sheet(theme: Theme, window: QWidget, name: str) -> Sheet:
    """Tells that there is nothing to bring in."""
    text = _tr("All that is in {} is in your record.").format(name)
    return Sheet(theme, window, _tr("It is all here already."), text, back=_tr("Close"))


def refused_sheet(theme: Theme, window: QWidget, reason: str) -> Sheet:
    """Tells why a file cannot be brought in."""
    text = _tr("{} Your record is as it was.").format(reason)
    return Sheet(theme, window, _tr("This file cannot be imported."), text, back=_tr("Close"))


def file_to_read(window: QWidget, folder: str) -> str:
    """A file that the person picks in the system's own dialog; "" for none."""
    title, pattern = _tr("Import a Backplan record"), said.pattern(said.Export.WHOLE)
    every = _tr("All files")
    chosen, _ = QFileDialog.getOpenFileName(window, title, folder, f"{pattern};;{every} (*)")
    return chosen
