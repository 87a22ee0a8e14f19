"""A layout that goes on in the next line when the width is used up, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from .reading import margins_as_read


class Flow(QLayout):
    """Parts beside each other, `gap` apart, in as many lines as they need.

    With `spread` the last part stands at the far edge as long as one line is enough, and
    with `fill` too it takes all of its own line where it has one. With `centred` every line
    stands in the middle. What is `counted` begins at the left however one reads.
    """

    def __init__(
        self,
        *parts: QWidget,
        gap: int = 8,
        line_gap: int = 8,
        spread: bool = False,
        fill: bool = False,
        centred: bool = False,
        counted: bool = False,
    ) -> None:
        super().__init__()
        self._spread, self._fill = spread, fill
        self._centred, self._counted = centred, counted
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)
        self._hang = 0
        for part in parts:
            self.addWidget(part)

    def set_hang(self, hang: int) -> None:
        """Lines begin so far before their place, as the air before the words of a button wants."""
        if hang != self._hang:
            self._hang = hang
            self.invalidate()

    def setContentsMargins(  # type: ignore[override]  # nobody here has them as QMargins
        self, left: int, top: int, right: int, bottom: int
    ) -> None:
        super().setContentsMargins(*margins_as_read(left, top, right, bottom))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        inside = QRect(0, 0, width - edges.left() - edges.right(), 0)
        return self._arrange(inside, move=False) + edges.top() + edges.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(self.contentsRect(), move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        high = max((size.height() for size in shown), default=0)
        return QSize(width, high).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        width = max((i.minimumSize().width() for i in self._items if not i.isEmpty()), default=0)
        return QSize(width, 0).grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put every part in its place; how high that is."""
        lines = self._lines(rect.width())
        top = rect.top()
        for line in lines:
            high = max(size.height() for _, size in line)
            left = rect.left() - self._hang
            if self._centred:
                used = sum(size.width() + self._gap for _, size in line) - self._gap
                left += max(0, rect.width() - used) // 2
            for item, size in line:
                if self._spread and len(lines) == 1 and item is line[-1][0]:
                    left = max(left, rect.left() + rect.width() - size.width())
                if move:
                    middle = top + (high - size.height()) // 2
                    item.setGeometry(self._as_read(QRect(QPoint(left, middle), size), rect))
                left += size.width() + self._gap
            top += high + self._line_gap
        return max(0, top - rect.top() - self._line_gap)

    def _as_read(self, place: QRect, rect: QRect) -> QRect:
        """Lines begin at the right where one reads from there."""
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft() and not self._counted:
            place.moveLeft(rect.left() + rect.right() - place.right())
        return place

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item, width)
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        if self._fill and len(lines) > 1 and len(lines[-1]) == 1:
            lines[-1][0][1].setWidth(width)
        return lines

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint()
        size.setWidth(max(min(size.width(), width), item.minimumSize().width()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        return size
