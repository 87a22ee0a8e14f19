"""The seven days as a spine: a real list; SpinePicture is the same column as a picture.

What lies under the column (the card of today, the row on show) is painted by the list and
not by its rows, because a card's shadow reaches into its neighbours.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..theme import Theme
from .area import draw_area, edge
from .card import draw_raised
from .reading import margins_as_read
from .spine_row import RowPainter, SpineRow, measures

__all__ = ["SpineList", "SpineRow"]

_RADIUS = 14
_RING_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SpineModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SpineRow, ...] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.sentence
        return None

    def show(self, rows: Sequence[SpineRow]) -> None:
        """Other rows, or the same ones in another state."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Hands the painting of a row to the RowPainter."""

    def __init__(self, rows: RowPainter, model: SpineModel) -> None:
        super().__init__()
        self._rows, self._model = rows, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._rows.width, self._rows.height(self._model.rows[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rows.draw(painter, self._model.rows, index.row(), option.rect)


class SpineList(QListView):
    """The days below each other; a click or Enter chooses another one, arrows only move.

    It is as high as its rows and leaves scrolling to whatever it stands in.
    """

    day_chosen = Signal(int)
    ring_colour = ""
    """It draws its own, inside the row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days = SpineModel()
        self._rows = RowPainter(theme)
        self._delegate = _Delegate(self._rows, self._days)
        self._hovered = self._pressed = -1
        self._ringed = False
        self._compact = False
        self.setModel(self._days)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Your seven days"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        surface = QWidget()
        surface.setMouseTracking(True)
        surface.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setViewport(surface)
        self.clicked.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        theme.changed.connect(self._restyle)

    def show_rows(self, rows: Sequence[SpineRow], shown_day: int) -> None:
        """These days, one of them marked as the one on show (0: none)."""
        here = self.currentIndex().row()
        same, self._rows.shown = shown_day == self._rows.shown, shown_day
        self._days.show(rows)
        shown = next((i for i, row in enumerate(rows) if row.number == shown_day), -1)
        stays = same and self.hasFocus() and here >= 0  # else Enter would go back to that row
        nothing = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(
            self._days.index(here if stays else max(shown, 0)), nothing
        )
        if shown >= 0:
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self._days.index(shown), only)
        self._restyle()

    def set_compact(self, compact: bool) -> None:
        """Lower rows with the title only, for small windows."""
        if compact != self._compact:
            self._compact = compact
            self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(200, sum(self._rows.height(row) for row in self._days.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """What is selected is the day on show, and only show_rows says which that is."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING and not self._is_shown(self.currentIndex()):
            self._choose(self.currentIndex())
        elif event.key() in _PASSED_ON:
            self._set_ringed(True)
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ringed(event.reason() in _RING_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_ringed(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.indexAt(event.position().toPoint()).row(), self._pressed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._point_at(self._hovered, self.indexAt(event.position().toPoint()).row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._point_at(self._hovered, -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1, -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, row in enumerate(self._days.rows):
            self._draw_ground(painter, index, row)
        painter.end()
        super().paintEvent(event)

    def _draw_ground(self, painter: QPainter, index: int, row: SpineRow) -> None:
        look = self._rows.look
        rect = QRectF(self.visualRect(self._days.index(index)))
        left, _, right, _ = margins_as_read(look.left, 0, look.right, 0)
        rect.adjust(left, 2, -right, -2)
        if row.is_today:
            draw_raised(painter, self._theme, rect, _RADIUS)
        elif index in (self._hovered, self._pressed):
            ground = QColor(self._theme.colour("surface"))
            ground.setAlphaF(1.0 if index == self._pressed else 0.6)
            painter.setPen(edge(self._theme, "surface"))
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if row.number == self._rows.shown and not row.is_today:
            draw_area(painter, self._theme, rect, _RADIUS - 1, "primarySoft", "primary", 2)
        if self._ringed and index == self.currentIndex().row():
            painter.setPen(QPen(self._theme.colour("focus"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = 8 if self._theme.high_contrast else 4  # clear of a wider edge
            inner = rect.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, _RADIUS - 4, _RADIUS - 4)

    def _is_shown(self, index: QModelIndex) -> bool:
        """It is the day on show already: then Enter is left to its page."""
        return index.isValid() and self._days.rows[index.row()].number == self._rows.shown

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.day_chosen.emit(self._days.rows[index.row()].number)

    def _on_selected(self) -> None:
        """A screen reader selects a row, which neither pointer nor keys do."""
        for index in self.selectedIndexes():
            if not self._is_shown(index):
                self._choose(index)

    def _point_at(self, hovered: int, pressed: int) -> None:
        if (hovered, pressed) != (self._hovered, self._pressed):
            self._hovered, self._pressed = hovered, pressed
            self.viewport().update()

    def _set_ringed(self, ringed: bool) -> None:
        self._ringed = ringed
        self.viewport().update()

    def _restyle(self) -> None:
        self._rows.look = measures(self._theme, compact=self._compact)
        self._rows.width = self.viewport().width()
        self._rows.turned = self.isRightToLeft()
        self.setFixedHeight(self.sizeHint().height())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
