"""What is said once where the data folder lies on a network or in the folder of a cloud."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..store.placing import Place, Placed
from .theme import Theme
from .widgets.sheet import Sheet


def say_place(theme: Theme, window: QWidget, where: Placed, folder: Path) -> bool:
    """Say it on a sheet; False where something else is being said."""
    if any(sheet.isVisible() for sheet in window.findChildren(Sheet)):
        return False
    Sheet(theme, window, title(where), text(where, folder), back=_tr("Close"))
    return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("place", text)


def title(where: Placed) -> str:
    """Where it lies."""
    if where.place is Place.CLOUD:
        return _tr("Your record is in a {} folder.").format(where.cloud)
    return _tr("Your record is on the network.")


def text(where: Placed, folder: Path) -> str:
    """What may happen there, how to move it, and where a copy is fine."""
    if where.place is Place.CLOUD:
        may = _tr("That works, but if two computers write at once, the newest entries can be lost.")
        fine = _tr("Copies may stay in {}: see Backups in the settings.").format(where.cloud)
    else:
        may = _tr("That works, but if the connection breaks, the newest entries can be lost.")
        fine = _tr("Copies may stay there: see Backups in the settings.")
    move = _tr("To move it, close Backplan, move {}, and start it with --data-dir and that place.")
    return f"{may} {move.format(folder)} {fine}"
