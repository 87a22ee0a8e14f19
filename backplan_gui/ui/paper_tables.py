"""The two tables of a printed page: sessions with their numbers, exercises with their sets.

They are set as large as the page has room for. Where even the smallest size leaves none for
the whole of the notes, each of them gets some lines.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from ..content import Content
from ..core.report import Report, shared_out
from . import report_words as said
from .paper_pen import ELLIPSIS, Pen, Style

BETWEEN = 13.0
_HEAD = 16.0
_PADDING = 6.0
_SESSION = (0.125, 0.245, 0.085, 0.115, 0.11)
"""Shares of the width, of the columns before the note."""
_SESSION_WIDE = (0.19, 0.31, 0.14, 0.18, 0.18)
_EXERCISE = (0.285, 0.18, 0.285, 0.25)


class Setting(NamedTuple):
    """Heights in points: of a row, and of its letters."""

    row: float
    size: float

    @property
    def leading(self) -> float:
        """From one line of a note to the next."""
        return self.size * 1.3


_SETTINGS = (
    Setting(15.0, 9.2),
    Setting(13.6, 9.0),
    Setting(12.4, 8.7),
    Setting(11.4, 8.3),
    Setting(10.6, 8.0),
)


class Tables:
    """Both tables, set to fit into a part of the page."""

    def __init__(self, report: Report, content: Content, room: QRectF) -> None:
        self._report, self._content, self._room = report, content, room
        self._columns = _SESSION if report.with_notes else _SESSION_WIDE
        self._note_x = room.left() + room.width() * sum(_SESSION)
        self._lines: tuple[int, ...] = ()
        for setting in _SETTINGS:
            self._set(setting)
            if self._rest() >= 0:
                break
        else:
            self._share_out()

    def draw(self, pen: Pen) -> None:
        """First the sessions, then the exercises."""
        y = self._room.top()
        if self._report.session_lines:
            y = self._draw_sessions(pen, y) + BETWEEN
        if self._report.exercise_lines:
            self._draw_exercises(pen, y)

    def _set(self, setting: Setting) -> None:
        """Try a size, with the whole of the notes."""
        self._setting = setting
        self._style = Style("small", setting.size)
        self._quiet = Style("small", setting.size, "ink2")
        width = self._room.right() - self._note_x
        notes = [line.note for line in self._report.session_lines]
        self._lines = tuple(len(self._style.lines(note, width)) if note else 0 for note in notes)

    def _rest(self) -> float:
        """What would be left of the room."""
        report, (row, _) = self._report, self._setting
        rows = len(report.session_lines) + bool(report.sessions_more) + self._says_cut()
        rows += len(report.exercise_lines) + bool(report.exercises_more)
        more = sum(lines - 1 for lines in self._lines if lines)
        heads = 2 * _HEAD + BETWEEN
        return self._room.height() - heads - rows * row - more * self._setting.leading

    def _says_cut(self) -> bool:
        return any(line.is_cut for line in self._report.session_lines)

    def _share_out(self) -> None:
        """Fewer lines for the notes, and a row that says it."""
        wanted = self._lines
        self._lines = tuple(min(1, lines) for lines in wanted)
        rest = self._rest() - (0 if self._says_cut() else self._setting.row)
        spare = max(0, int(rest / self._setting.leading))
        self._lines = shared_out(wanted, sum(self._lines) + spare)

    def _draw_sessions(self, pen: Pen, y: float) -> float:
        report, left, row = self._report, self._room.left(), self._setting.row
        self._draw_head(pen, said.session_heads(report), self._columns, y)
        y += _HEAD
        if report.sessions_more:
            pen.text(left, self._base(y), said.sessions_more(report), self._quiet)
            y += row
            pen.rule(left, y, self._room.width(), size=0.4)
        is_cut = False
        for line, most in zip(report.session_lines, self._lines, strict=True):
            cells = said.session_cells(line, report.dates, self._content)
            self._draw_cells(pen, cells, self._columns, y)
            width = self._room.right() - self._note_x
            note = self._style.cut(line.note, width, most, goes_on=line.is_cut)
            for i, text in enumerate(note):
                base = self._base(y) + i * self._setting.leading
                pen.text(self._note_x, base, text, self._style)
            is_cut = is_cut or bool(note and note[-1].endswith(ELLIPSIS))
            y += row + max(0, len(note) - 1) * self._setting.leading
            pen.rule(left, y, self._room.width(), size=0.4)
        if is_cut:
            pen.text(left, self._base(y), said.notes_cut(), self._quiet)
            y += row
        return y

    def _draw_exercises(self, pen: Pen, y: float) -> None:
        report, left = self._report, self._room.left()
        self._draw_head(pen, said.exercise_heads(), _EXERCISE, y)
        y += _HEAD
        for line in report.exercise_lines:
            self._draw_cells(pen, said.exercise_cells(line, self._content), _EXERCISE, y)
            y += self._setting.row
            pen.rule(left, y, self._room.width(), size=0.4)
        pen.text(left, self._base(y), said.exercises_more(report), self._quiet)

    def _draw_head(
        self, pen: Pen, heads: Sequence[str], columns: Sequence[float], y: float
    ) -> None:
        style, x = Style("smallStrong", self._setting.size, "ink2"), self._room.left()
        for head, share in zip(heads, (*columns, 0.0), strict=False):
            pen.text(x, y + 9, head, style)
            x += share * self._room.width()
        pen.rule(self._room.left(), y + _HEAD, self._room.width(), "lineStrong")

    def _draw_cells(
        self, pen: Pen, cells: Sequence[str], columns: Sequence[float], y: float
    ) -> None:
        x = self._room.left()
        for cell, share in zip(cells, columns, strict=True):
            width = share * self._room.width()
            text = self._style.fitted(cell, width - _PADDING)
            pen.text(x, self._base(y), text, self._style)
            x += width

    def _base(self, y: float) -> float:
        """The base line of a row that begins there, its letters in the middle."""
        return y + self._setting.row / 2 + 0.36 * self._setting.size
