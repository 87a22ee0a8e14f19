"""Translation for all of this package, and the signs that join what is said."""

from PySide6.QtCore import QCoreApplication

MIDDLE_DOT = " \u00b7 "
MINUS = "\u2212"
TIMES = " \u00d7 "
"""Between the parts of a dose."""
ISO = "yyyy-MM-dd"
"""The form of a local date in the record."""


def tr(text: str, n: int = -1) -> str:
    """The text in the person's language; `n` chooses its plural."""
    return QCoreApplication.translate("words", text, "", n)
