"""The pain scale: eleven equal tiles from 0 to 10, radio buttons of one group.

No colours and no faces, because they push the answer (content/safety.md 2.1); only the two
ends are named. Arrows move the choice and stop at the ends, as a group of Qt's would not: from
no pain to the worst there must be no single step.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ..theme import Theme
from .area import draw_area
from .button import pressable
from .focus_ring import GAP as RING_GAP
from .focus_ring import REACH, WIDTH
from .toggling import Toggling

WORST = 10
GAP, TALLER, TARGET = 8, 8, 44
LARGE, SMALL = (84, 68), (52,)
"""Widths of a tile, the first that fits: on the page, and in a sheet (design-system.md 7)."""
_ROWS = (11, 6, 4, 3)
"""Tiles in a row: all of them, or as many as large digits leave room for."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PLAIN = Qt.KeyboardModifier.KeypadModifier
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PainTile(Toggling, QRadioButton):
    """One number; all of its rectangle can be pressed."""

    ring_colour = "focus"
    ring_radius = 18.0

    def __init__(self, theme: Theme, number: int, role: str, parent: QWidget) -> None:
        super().__init__(str(number), parent)
        self.number = number
        self._theme, self._role = theme, role
        pressable(self)
        self.hear_toggles()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, outline = self._state()
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, outline, 1.5)
        painter.setFont(self._theme.font(self._role))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _state(self) -> tuple[str, str, str]:
        """Fill, ink and outline."""
        if self.isChecked():
            return "primary", "onPrimary", "primary"
        if self.isDown():
            return "primaryTint", "ink", "primary"
        if self.underMouse():
            return "primarySoft", "ink", "primary"
        return "surface", "ink", "lineStrong"


class PainScale(QWidget):
    """Asks for a number; `chosen` tells each one that the person picks."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, question: str, sizes: tuple[int, ...] = LARGE) -> None:
        super().__init__()
        self._theme, self._sizes = theme, sizes
        self._role = "phase" if sizes is LARGE else "phaseMin"
        self._number: int | None = None
        self.setAccessibleName(question)
        names = {0: self.tr("0, no pain"), WORST: self.tr("10, the worst pain you can imagine")}
        self._tiles = [PainTile(theme, n, self._role, self) for n in range(WORST + 1)]
        for tile in self._tiles:
            tile.setAccessibleName(names.get(tile.number, tile.text()))
            tile.setAccessibleDescription(question)
            tile.clicked.connect(self._on_tile)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_number(None)
        theme.changed.connect(self._restyle)

    @property
    def number(self) -> int | None:
        """The number that is chosen."""
        return self._number

    @property
    def current(self) -> QWidget:
        """The tile where Tab stops: the chosen one, else the first."""
        return self._tiles[self._number or 0]

    def show_number(self, number: int | None) -> None:
        """The number in force, or none at all."""
        self._number = number
        for tile in self._tiles:
            # Where one of a group is checked, Qt lets nobody uncheck it.
            tile.setAutoExclusive(False)
            tile.setChecked(tile.number == number)
            tile.setAutoExclusive(True)
            here = tile is self.current
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus)
        self.update()

    def choose(self, number: int) -> None:
        """As if its tile had been pressed."""
        changed = number != self._number
        self.show_number(number)
        self.current.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.chosen.emit(number)

    def step(self, by: int) -> None:
        """One to the left or right; the first arrow chooses the tile it stands on."""
        start = self._number
        self.choose(0 if start is None else min(max(start + by, 0), WORST))

    def across(self, tile: int, columns: int = _ROWS[0]) -> int:
        """How wide a row is, from the first tile to the last."""
        return columns * (tile + GAP) - GAP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and not event.modifiers() & ~_PLAIN:
            self.step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = self.across(self._sizes[0]) + 2 * REACH
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self.across(self._needed(), _ROWS[-1]) + 2 * REACH
        return QSize(width, TARGET + 2 * REACH)

    def heightForWidth(self, width: int) -> int:
        columns, tile = self._fit(width)
        rows = -(-len(self._tiles) // columns)
        return rows * (tile.height() + GAP) - GAP + 2 * REACH

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring around the chosen one: colour alone would not tell it."""
        if self._number is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = REACH - RING_GAP if self._theme.high_contrast else WIDTH
        painter.setPen(QPen(self._theme.colour("focus"), width))
        out = RING_GAP + width / 2
        rect = QRectF(self.current.geometry()).adjusted(-out, -out, out, out)
        radius = PainTile.ring_radius + out
        painter.drawRoundedRect(rect, radius, radius)

    def _on_tile(self) -> None:
        sender = self.sender()
        assert isinstance(sender, PainTile)
        self.choose(sender.number)

    def _fit(self, width: int) -> tuple[int, QSize]:
        """Tiles in a row, and how large each is."""
        columns = next((c for c in _ROWS if self._room(width, c) >= self._needed()), _ROWS[-1])
        room = self._room(width, columns)
        if columns < len(self._tiles):
            return columns, QSize(room, max(self._sizes[-1] + TALLER, self._theme.px(TARGET)))
        base = next((size for size in self._sizes if size <= room), room)
        wide = min(room, max(base, self._theme.px(base)))
        return columns, QSize(wide, wide + TALLER)

    def _room(self, width: int, columns: int) -> int:
        """How wide a tile may be where so many stand in a row."""
        return (width - 2 * REACH - GAP * (columns - 1)) // columns

    def _needed(self) -> int:
        digits = QFontMetricsF(self._theme.font(self._role)).horizontalAdvance(str(WORST))
        return max(TARGET, round(digits) + GAP)

    def _place(self) -> None:
        columns, tile = self._fit(self.width())
        spare = self.width() - 2 * REACH - self.across(tile.width(), columns)
        spread = 0 <= spare < columns  # less than a pixel for each gap: both ends are in line
        left = REACH if spread else max(REACH, REACH + spare // 2)
        step = tile.width() + GAP + (spare / (columns - 1) if spread else 0)
        for number, part in enumerate(self._tiles):
            row, column = divmod(number, columns)
            corner = QPoint(left + round(column * step), REACH + row * (tile.height() + GAP))
            part.setGeometry(QRect(corner, tile))

    def _restyle(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()
