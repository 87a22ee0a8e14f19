"""The sessions that were, the newest first: a table where there is room, else short blocks.

Every row opens its session. Tab stops once, at the row that was last looked at; up and down
move, as in the list of days. The page adds more rows when it is asked to.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .button import Button
from .card import Card, column
from .reading import as_read
from .session_row import MOVES, Cells, Columns, SessionRow


class _Head(QWidget):
    """The names of the columns, as long as there are columns."""

    def __init__(self, theme: Theme, columns: Columns) -> None:
        super().__init__()
        self._theme, self._columns = theme, columns
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self.heightForWidth(self._theme.px(560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        return self._theme.px(38) if self._columns.lefts(width) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("smallStrong"))
        painter.setPen(self._theme.colour("ink2"))
        lefts = self._columns.lefts(self.width())
        for left, name in zip(lefts, self._columns.heads if lefts else (), strict=True):
            rect = QRectF(left, 0, self.width(), self.height())
            painter.drawText(as_read(self, rect), Qt.AlignmentFlag.AlignVCenter, name)


class SessionTable(Card):
    """Rows of sessions, and more of them on request."""

    session_asked = Signal(str)
    """Its id."""
    more_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(self.tr("Sessions"))
        heads = (
            self.tr("Session"), self.tr("Date"), self.tr("Sets"), self.tr("Time"),
            self.tr("Pain"), self.tr("Note"),
        )  # fmt: skip
        self._columns = Columns(theme, heads)
        self._rows: list[SessionRow] = []
        self._current = 0
        self._head = _Head(theme, self._columns)
        self._list = column()
        self._more = Button(theme, self.tr("Show more"), size=44)
        self._more.clicked.connect(self._ask_more)
        layout = column(self._head, margins=(12, 6, 12, 8))
        layout.addLayout(self._list)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout = layout
        self.setLayout(layout)
        theme.changed.connect(self._restyle)

    def show_rows(self, rows: Sequence[Cells], *, more: bool) -> None:
        """These sessions, and whether there are others."""
        self._columns.measure(rows)
        here = self._rows[self._current].cells.id if self._rows else ""
        while len(self._rows) > len(rows):
            self._drop(self._rows.pop())
        while len(self._rows) < len(rows):
            self._add_row()
        for row, cells in zip(self._rows, rows, strict=True):
            row.show_cells(cells)
        ids = [one.id for one in rows]
        had_focus = self._more.hasFocus()
        self._stop_at(ids.index(here) if here in ids else 0)
        self._more.setVisible(more)
        if had_focus and not more and self._rows:
            self._rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self._layout.setContentsMargins(12, 6, 12, 16 if more else 5)
        self._relay()

    @property
    def current(self) -> QWidget:
        """Where Tab stops."""
        return self._rows[self._current] if self._rows else self

    def _add_row(self) -> None:
        row = SessionRow(self._theme, self._columns, self.tr("Add"))
        row.clicked.connect(self._ask_session)
        row.moved.connect(self._on_moved)
        row.is_first = not self._rows
        self._rows.append(row)
        self._list.addWidget(row)
        QWidget.setTabOrder(row, self._more)  # while Tab can still find the row

    def _drop(self, row: SessionRow) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _stop_at(self, place: int) -> None:
        """Tab finds one row only."""
        self._current = place
        for number, row in enumerate(self._rows):
            here = number == place
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus)

    def _on_moved(self, key: int) -> None:
        place = self._current + MOVES[Qt.Key(key)]
        self._stop_at(min(max(place, 0), len(self._rows) - 1))
        self._rows[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_session(self) -> None:
        row = self.sender()
        assert isinstance(row, SessionRow)
        self._stop_at(self._rows.index(row))
        self.session_asked.emit(row.cells.id)

    def _ask_more(self) -> None:
        self.more_asked.emit()

    def _restyle(self) -> None:
        self._columns.measure([row.cells for row in self._rows])
        self._relay()

    def _relay(self) -> None:
        for part in (self._head, *self._rows):
            part.updateGeometry()
            part.update()
