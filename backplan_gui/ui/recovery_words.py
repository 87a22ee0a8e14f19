"""What is said where the record cannot be opened: what was found, without blame or trade words.

Pure functions.
"""

from PySide6.QtCore import QCoreApplication

from ..store.errors import Finding


def _tr(text: str) -> str:
    return QCoreApplication.translate("recovery", text)


def title(finding: Finding) -> str:
    """What is the matter, in one line."""
    match finding:
        case Finding.EMPTY | Finding.MISSING:
            return _tr("Your record is not there.")
        case Finding.FOREIGN:
            return _tr("Another file is in the place of your record.")
        case Finding.NEWER:
            return _tr("Your record needs a newer Backplan.")
        case _:
            return _tr("Your record cannot be read.")


def found(finding: Finding) -> str:
    """What was found there, and that nothing of it is thrown away."""
    match finding:
        case Finding.MISSING:
            return _tr("There is no file in its place. It may have been moved or removed.")
        case Finding.EMPTY:
            return _tr("Its file is empty or gone. A full disk or a lost file can do that.")
        case Finding.FOREIGN:
            return _tr("It belongs to another program. Whatever you choose, it is kept.")
        case _:
            return _tr("Its file is no longer whole. A worn disk or a power cut can do that.")


def newer(version: int, newest: int) -> str:
    """Which Backplan the file needs; its version is that of the record, not of the program."""
    needed = _tr(
        "It needs a Backplan that reads records of version {}. This one reads up to version {}."
    ).format(version, newest)
    return needed + " " + _tr("Nothing was changed. Install the newer one to go on.")


def chosen(elsewhere: str, *, newest: bool) -> str:
    """Above the backup that would be used, with the other folder it lies in, if it does."""
    if elsewhere and newest:
        return _tr("Newest good backup in {}").format(elsewhere)
    return _tr("Newest good backup") if newest else _tr("The backup you chose")


def nothing_to_use(*, some: bool) -> str:
    """There is no backup to use."""
    if some:
        return _tr("There are backups, but none of them can be read.")
    return _tr("There is no backup.")
