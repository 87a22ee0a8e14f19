"""The whole session in one line: a segment a set, grouped by exercise, names below."""

from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..icons import draw_icon
from ..theme import Theme, sized_font, tokens
from .area import draw_bar
from .reading import as_read

SEGMENT_GAP = 5
CHECK = 14
"""Side of the check mark before the name of what is done."""


class ExerciseShare(msgspec.Struct, frozen=True):
    """One exercise of the session: its name and how much of each set is done, 0 to 1."""

    name: str
    sets: tuple[float, ...]
    done: bool
    current: bool


class Sizes(NamedTuple):
    """How large the parts are; `px` is that of the names, 0: as small text is.

    `gap` is between bars and names, in lines of names.
    """

    bar: int = 8
    group_gap: int = 18
    px: float = 0.0
    gap: float = 1 / 3


class _Group(NamedTuple):
    """Where an exercise lies, in pixels."""

    share: ExerciseShare
    left: float
    width: float


class SessionProgress(QWidget):
    """How far the session is; to a screen reader one sentence, which the page words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shares: tuple[ExerciseShare, ...] = ()
        self._sizes = Sizes()
        self._drawn: object = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_sizes(self, sizes: Sizes) -> None:
        """Other sizes, as for who is far away."""
        if sizes != self._sizes:
            self._sizes = sizes
            self._restyle()

    def show_session(self, shares: tuple[ExerciseShare, ...], said: str) -> None:
        """What is done of every exercise; `said` tells it in words."""
        if said != self.accessibleName():
            self.setAccessibleName(said)
        self._shares = shares
        if self._look() != self._drawn:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._names_at() + self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawn = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groups = self._groups()
        for group in groups:
            self._paint_bars(painter, group)
        taken: list[QRectF] = []
        for group in sorted(groups, key=_is_current, reverse=True):
            taken.append(self._paint_name(painter, group, taken))

    def _groups(self) -> list[_Group]:
        counts = [len(share.sets) for share in self._shares]
        gaps = sum(counts) - len(counts)
        between = self._sizes.group_gap
        room = self.width() - gaps * SEGMENT_GAP - (len(counts) - 1) * between
        segment = room / max(1, sum(counts))
        found: list[_Group] = []
        left = 0.0
        for share, count in zip(self._shares, counts, strict=True):
            width = count * segment + (count - 1) * SEGMENT_GAP
            found.append(_Group(share, left, width))
            left += width + between
        return found

    def _paint_bars(self, painter: QPainter, group: _Group) -> None:
        count = len(group.share.sets)
        width = (group.width - (count - 1) * SEGMENT_GAP) / count
        for number, share in enumerate(group.share.sets):
            bar = self._sizes.bar
            rect = QRectF(group.left + number * (width + SEGMENT_GAP), 0, width, bar)
            draw_bar(painter, self._theme, as_read(self, rect), bar / 2, round(width * share))

    def _paint_name(self, painter: QPainter, group: _Group, taken: list[QRectF]) -> QRectF:
        """Draw a name below its bars where it fits; the current one may be wider than they are."""
        share = group.share
        role = "smallStrong" if share.current else "small"
        ink = "primary" if share.current else "ink2" if share.done else "ink3"
        font, line = self._type(role), self._line()
        side = round(CHECK / 18 * line)
        before = side + 4 if share.done else 0
        wide = QFontMetricsF(font).horizontalAdvance(share.name) + before + 1
        left = max(0.0, min(group.left, self.width() - wide))
        rect = QRectF(left, self._names_at(), wide, line)
        room = self.width() if share.current else group.width
        if wide > room or any(rect.intersects(other) for other in taken):
            return QRectF()
        if share.done:
            mark = QRectF(left, rect.center().y() - side / 2, side, side)
            draw_icon(painter, "check", self._theme.colour("primary"), as_read(self, mark))
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        words = as_read(self, rect.adjusted(before, 0, 0, 0))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, share.name)
        return rect.adjusted(-8, 0, 8, 0)

    def _type(self, role: str) -> QFont:
        return sized_font(role, self._sizes.px) if self._sizes.px else self._theme.font(role)

    def _line(self) -> int:
        style = tokens().type.roles["small"]
        if self._sizes.px:
            return round(self._sizes.px * style.line_height_px / style.px)
        return self._theme.line_height("small")

    def _names_at(self) -> int:
        """Where the names begin."""
        return self._sizes.bar + round(self._line() * self._sizes.gap)

    def _look(self) -> object:
        """What is drawn, with fillings in whole pixels: repainted only when it differs."""
        segment = self.width() / max(1, sum(len(s.sets) for s in self._shares))
        return [
            (s.name, s.done, s.current, [round(segment * filled) for filled in s.sets])
            for s in self._shares
        ]

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _is_current(group: _Group) -> bool:
    return group.share.current
