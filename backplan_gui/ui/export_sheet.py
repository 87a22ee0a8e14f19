"""What is written, where to, and where it is now: the sheets around the system's own dialog."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from . import export_words as said
from .export_words import Export, Saved
from .theme import Theme
from .widgets.sheet import Option, Sheet

REPLACE, OTHER, FOLDER = "replace", "other", "folder"
"""Answers."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("export", text)


def export_sheet(theme: Theme, window: QWidget) -> Sheet:
    """Asks what to write; answers an Export."""
    text = _tr("You choose where the file goes. Nothing is sent anywhere.")
    return Sheet(theme, window, _tr("Export"), text, said.options(), back=_tr("Not now"))


def replace_sheet(theme: Theme, window: QWidget, saved: Saved) -> Sheet:
    """Asks before a file is replaced of which the system did not ask; REPLACE or OTHER."""
    name = saved.path.name
    options = (
        Option(OTHER, "note", _tr("Choose another name"), _tr("The file there stays.")),
        Option(REPLACE, "swap", _tr("Replace it"), _tr("What is in it now will be gone.")),
    )
    text = _tr("There is a file {} in {}.").format(name, saved.folder)
    return Sheet(theme, window, _tr("Replace this file?"), text, options)


def saved_sheet(theme: Theme, window: QWidget, kind: Export, saved: Saved) -> Sheet:
    """Tells where the file is; answers FOLDER if that is to be shown."""
    title = _tr("Saved in {}").format(saved.folder)
    text = f"{saved.path.name}\n{said.next_step(kind)}"
    show = Option(FOLDER, "folder", _tr("Show folder"), str(saved.path.parent))
    return Sheet(theme, window, title, text, (show,), back=_tr("Close"))


def refused_sheet(theme: Theme, window: QWidget, reason: str) -> Sheet:
    """Tells why there is no file; OTHER for another place."""
    other = Option(OTHER, "folder", _tr("Choose another place"), _tr("Or another name."))
    return Sheet(
        theme, window, _tr("The file could not be saved."), reason, (other,), back=_tr("Close")
    )


def file_to_write(window: QWidget, kind: Export, path: str) -> str:
    """A file that the person names in the system's own dialog, which asks before it takes the
    name of one that is there; "" for none.
    """
    chosen, _ = QFileDialog.getSaveFileName(
        window, said.dialog_title(kind), path, said.pattern(kind)
    )
    return chosen
