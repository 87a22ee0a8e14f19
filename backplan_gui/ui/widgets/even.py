"""A layout of parts that are all of one width, in lines that hold as many each as can be."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayoutItem

from .flow import Flow


class Even(Flow):
    """Fills its width; seven parts go on as four and three rather than six and one."""

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return []
        widest = max(item.sizeHint().width() for item in shown)
        room = max(1, (width + self._gap) // (widest + self._gap))
        lines = ceil(len(shown) / room)
        each = ceil(len(shown) / lines)
        wide = (width + self._gap) // each - self._gap
        sized = [(item, self._size_at(item, wide)) for item in shown]
        return [sized[start : start + each] for start in range(0, len(sized), each)]

    def _size_at(self, item: QLayoutItem, wide: int) -> QSize:
        if item.hasHeightForWidth():
            return QSize(wide, item.heightForWidth(wide))
        return QSize(wide, item.sizeHint().height())
