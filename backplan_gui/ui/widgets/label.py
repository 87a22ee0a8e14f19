"""The only widget that shows text: plain text, a role of the type scale, an ink.

Qt would guess rich text and load pictures from disk, and it cannot set the height of a
line; so this one always takes plain text and lays out its own lines. Screen readers get the
text itself as the name, because it is a QLabel.
"""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ..theme import Theme

_WIDEST = 100_000
TITLES = ("hero", "h1", "h2", "stageTitle")
"""Beginnings of the text roles whose lines are made about equally long."""
LONELY = 0.4
"""A last word that takes more of its line than this may stand there alone."""


class Label(QLabel):
    """Text in a role and an ink; with `wrap` it breaks into lines and tells its height."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        ink: str = "ink",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._ink = theme, role, ink
        self._lines_at: dict[int, list[str]] = {}
        self._advances: dict[str, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        # Fixed would keep wrapped text as low as it is at its natural width.
        vertical = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_role(self, role: str, ink: str | None = None) -> None:
        """Another text style, as pages of other widths need."""
        if (role, ink or self._ink) != (self._role, self._ink):
            self._role, self._ink = role, ink or self._ink
            self._restyle()

    @property
    def natural_width(self) -> int:
        """How wide it is where nothing breaks it."""
        return max((self._advance(line) for line in self.text().split("\n")), default=0)

    def widest_line(self, width: int) -> int:
        """How much of a width its lines take."""
        return max(map(self._advance, self._lines(width)), default=0)

    def sizeHint(self) -> QSize:
        width = self.natural_width
        if self.wordWrap():
            width = min(width, self._theme.px(560))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            longest = max(self.text().split() or [""], key=len)
            return QSize(self._advance(longest), self._line())
        return QSize(self.natural_width, self._line())

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            width = _WIDEST
        return max(1, len(self._lines(width))) * self._line()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # that of the application is its own
        painter.setFont(self._type())
        painter.setPen(self._theme.colour(self._ink if self.isEnabled() else "disabledInk"))
        width = self.width() if self.wordWrap() else _WIDEST
        lines = self._lines(width)
        high = self._line()
        top = 0
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top = (self.height() - high * len(lines)) // 2
        align = int(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        # Lines may stand closer than the highest and the lowest letters are apart.
        align |= int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip)
        for line in lines:
            rect = QRect(0, top, self.width(), high)
            painter.drawText(rect, align, line)
            top += high

    def setText(self, text: str) -> None:
        self._forget()
        super().setText(text)

    def _type(self) -> QFont:
        return self._theme.font(self._role)

    def _line(self) -> int:
        """Pixels from one line to the next."""
        return self._theme.line_height(self._role)

    def _forget(self) -> None:
        self._lines_at.clear()
        self._advances.clear()

    def _lines(self, width: int) -> list[str]:
        # Layouts ask for the same few widths over and over.
        if width not in self._lines_at:
            lines = broken(self.text(), self._type(), width)
            if len(lines) > 1 and "\n" not in self.text():
                lines = self._evened(lines, width)
            self._lines_at[width] = lines
        return self._lines_at[width]

    def _evened(self, lines: list[str], width: int) -> list[str]:
        """As many lines, but a title's about equally long, and no short word alone on the last."""
        if self._role.startswith(TITLES):
            return self._balanced(lines, width)
        *before, last = lines
        if " " in last:
            return lines
        words = before[-1].split(" ")
        is_word = self.text().endswith(f" {last}")
        if not is_word or len(words) < 3 or self._advance(last) > LONELY * width:
            return lines
        joined = f"{words[-1]} {last}"
        if self._advance(joined) > width:
            return lines
        return [*before[:-1], " ".join(words[:-1]), joined]

    def _balanced(self, lines: list[str], width: int) -> list[str]:
        """The narrowest lines of which there are no more, none of them breaking a word."""
        least = max(map(self._advance, self.text().split()), default=0)
        narrow, wide = min(least, width), width
        while wide - narrow > 8:
            middle = (narrow + wide) // 2
            tried = broken(self.text(), self._type(), middle)
            if len(tried) <= len(lines):
                lines, wide = tried, middle
            else:
                narrow = middle
        return lines

    def _advance(self, text: str) -> int:
        # As the lines are laid out: font metrics find some texts a pixel narrower. And one
        # pixel more, because rounding must never break a line.
        if text not in self._advances:
            layout = QTextLayout(text, self._type())
            layout.beginLayout()
            line = layout.createLine()
            layout.endLayout()
            self._advances[text] = (ceil(line.naturalTextWidth()) if line.isValid() else 0) + 1
        return self._advances[text]

    def _restyle(self) -> None:
        self._forget()
        self.setFont(self._type())
        self.updateGeometry()
        self.update()


def broken(text: str, font: QFont, width: int) -> list[str]:
    """A text in lines: broken at spaces to a width in pixels, inside a word if it must be."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, 0))
            start = line.textStart()
            found.append(paragraph[start : start + line.textLength()].rstrip())
        layout.endLayout()
        if not paragraph:
            found.append("")
    return found
