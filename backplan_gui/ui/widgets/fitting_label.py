"""A label that takes the largest of a few text styles that still fits its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .label import Label


class FittingLabel(Label):
    """Text that shrinks step by step before it breaks into more lines than it should."""

    def __init__(
        self,
        theme: Theme,
        roles: Sequence[str],
        ink: str = "ink",
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", roles[0], ink, wrap=True, align=align, parent=parent)
        self._roles = tuple(roles)

    def set_roles(self, roles: Sequence[str]) -> None:
        """Other styles to try, the largest first."""
        self._roles = tuple(roles)

    def fit(self, width: int, lines: int = 1, most: int | None = None) -> int:
        """Take the largest style with no more lines, and no more height, than there may be.

        Else the smallest; returns the height it needs.
        """
        for role in self._roles:
            self.set_role(role)
            height = self.heightForWidth(width)
            if height <= lines * self._theme.line_height(role) and height <= (most or height):
                break
        return height
