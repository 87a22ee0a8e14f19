"""Text that is read from three metres: as large as the screen allows.

Sizes are those of the picture of the full screen (1920 x 1080) times how large this one is.
Nothing is smaller there than the same words in the window at the person's text size.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from ..theme import Theme, sized_font, tokens
from .label import Label

WIDTH, HEIGHT, LEAST = 1920, 1080, 0.6
"""The screen of the picture, and the smallest share of it that things are drawn at
(design-system.md section 7)."""
LETTERS = 1.21
"""From the highest to the lowest letter, in sizes of the typeface."""
NARROWER = 16
STEP = 0.96
"""Text that does not fit is tried so much smaller, again and again."""


def far_times(width: int, height: int) -> float:
    """How large things are on a screen of that size."""
    return max(LEAST, min(width / WIDTH, height / HEIGHT))


def far_px(theme: Theme, role: str, full: float, times: float) -> float:
    """Pixels of a text that has so many in the picture, and in the window has that role."""
    return max(full * times, tokens().type.roles[role].px * theme.scale)


class FarLabel(Label):
    """Text with a size of its own; shrinks a little before it breaks into more lines."""

    def __init__(
        self,
        theme: Theme,
        role: str,
        full: float,
        ink: str = "ink",
        *,
        near: str = "",
        least: float = 1.0,
        leading: float = 0.0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """`near` is the role of the same words in the window, `least` how small it may get.

        `leading` is from one line to the next, in sizes; 0: as that of the role.
        """
        self._full, self._near, self._least = full, near or role, least
        self._leading = leading
        self._times, self._px = 1.0, full
        self._growth = 1.0
        self._own: tuple[object, QFont] | None = None
        super().__init__(theme, "", role, ink, wrap=True, align=align, parent=parent)

    @property
    def px(self) -> float:
        """How large it is now."""
        return self._px

    @property
    def largest(self) -> float:
        """How large it is where there is room."""
        scale = self._theme.scale
        near = tokens().type.roles[self._near].px * min(scale, 1 + (scale - 1) * self._growth)
        return max(self._full * self._times, near)

    def set_times(self, times: float) -> None:
        """How large things are on this screen."""
        self._times = times
        self._take(self.largest)

    def grow_by(self, share: float) -> None:
        """Take so much of what the text size of the person adds to 100 %."""
        if share != self._growth:
            self._growth = share
            self._take(self.largest)

    def say(self, text: str) -> bool:
        """Another text; False if it is the one it has."""
        if text == self.text():
            return False
        self.setText(text)
        return True

    def fit(
        self, width: int, lines: int, most: int | None = None, *, least: float | None = None
    ) -> int:
        """Take the largest size with no more lines, and no more height, than there may be.

        Else the smallest; returns the height it needs.
        """
        px = self.largest
        least = px * (self._least if least is None else least)
        while True:
            self._take(px)
            high = self.heightForWidth(width)
            enough = len(self._lines(width)) <= lines and high <= (most or high)
            if enough or px <= least:
                return high
            px = max(least, px * STEP)

    def heightForWidth(self, width: int) -> int:
        """With what the letters of the first and the last line need beyond their lines."""
        letters = round(self._px * LETTERS)
        return super().heightForWidth(width) + max(0, letters - self._line())

    def lines_at(self, width: int) -> int:
        """How many lines it has in a width."""
        return len(self._lines(width))

    def balanced(self, width: int) -> int:
        """The least width in which it has as many lines as in this one, and no broken word."""
        lines, least = self.lines_at(width), self.minimumSizeHint().width() + NARROWER
        while lines > 1 and width >= least and self.lines_at(width - NARROWER) == lines:
            width -= NARROWER
        return self.taken(width)

    def taken(self, width: int) -> int:
        """How much of a width its lines take."""
        return min(width, max(self._advance(line) for line in self._lines(width)))

    def minimum_width(self, text: str) -> int:
        """How wide these words would be."""
        return self._advance(text)

    def _take(self, px: float) -> None:
        if px != self._px:
            self._px = px
            self._restyle()

    def _type(self) -> QFont:
        look = (self._role, self._px)
        if self._own is None or self._own[0] != look:
            self._own = (look, sized_font(self._role, self._px))
        return self._own[1]

    def _line(self) -> int:
        style = tokens().type.roles[self._role]
        return round(self._px * (self._leading or style.line_height_px / style.px))
