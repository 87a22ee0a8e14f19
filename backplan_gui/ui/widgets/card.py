"""Surfaces that things lie on: cards, note blocks, panels, bars, and pages that scroll."""

from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..icons import draw_icon
from ..theme import Shadow, Theme, colour_of, tokens
from .area import draw_area
from .label import Label
from .reading import Margins, as_read, margins_as_read


class Card(QWidget):
    """A rounded surface; `outline` "" draws none. Tokens name the colours."""

    def __init__(
        self,
        theme: Theme,
        fill: str = "surface",
        *,
        outline: str = "line",
        radius: float = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._fill, self._outline, self._radius = theme, fill, outline, radius
        theme.changed.connect(self.update)

    def set_colours(self, fill: str, outline: str) -> None:
        """Other colours, as for what is chosen."""
        if (fill, outline) != (self._fill, self._outline):
            self._fill, self._outline = fill, outline
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, width = QRectF(self.rect()), 1 if self._outline else 0
        draw_area(painter, self._theme, rect, self._radius, self._fill, self._outline, width)


def draw_raised(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """A surface that lies a little higher: a soft shadow, in dark and high contrast a line."""
    level = tokens().elevation["1"]
    if theme.dark or theme.high_contrast or isinstance(level, str):
        draw_area(painter, theme, rect, radius, "surface", "line", 1)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for shadow in level:
        _draw_shadow(painter, shadow, rect, radius)
    draw_area(painter, theme, rect, radius, "surface")


def _draw_shadow(painter: QPainter, shadow: Shadow, rect: QRectF, radius: float) -> None:
    """A blur as a pile of rectangles, each a pixel or two larger and fainter."""
    layers = max(1, shadow.blur // 2)
    colour = colour_of(shadow.color)
    colour.setAlphaF(colour.alphaF() / layers)
    painter.setBrush(colour)
    for layer in range(layers):
        grow = shadow.blur * ((layer + 0.5) / layers - 0.5)
        grown = rect.translated(0, shadow.y).adjusted(-grow, -grow, grow, grow)
        painter.drawRoundedRect(grown, radius + grow, radius + grow)


class Filled(QWidget):
    """A plain ground in one token, with a hairline on the edge named."""

    def __init__(
        self,
        theme: Theme,
        fill: str,
        *,
        edges: Qt.Edge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._fill, self._edge = theme, fill, edges
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._fill))
        line, width = self._theme.colour("line"), 2 if self._theme.high_contrast else 1
        if self._edge is Qt.Edge.TopEdge:
            painter.fillRect(0, 0, self.width(), width, line)
        elif self._edge is Qt.Edge.RightEdge:
            rect = QRectF(self.width() - width, 0, width, self.height())
            painter.fillRect(as_read(self, rect), line)


class Icon(QWidget):
    """An icon in a token's colour; decoration, so screen readers pass it over."""

    def __init__(self, theme: Theme, name: str, ink: str = "primary", size: int = 22) -> None:
        super().__init__()
        self._theme, self._name, self._ink, self._side = theme, name, ink, size
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_icon(self, name: str, ink: str | None = None) -> None:
        """Another icon, or another colour."""
        self._name, self._ink = name, ink or self._ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, self._name, self._theme.colour(self._ink), QRectF(self.rect()))

    def _restyle(self) -> None:
        side = self._theme.px(self._side)
        self.setFixedSize(side, side)
        self.update()


class Note(Card):
    """A quiet block: an icon, a title, a sentence or two."""

    def __init__(self, theme: Theme, icon: str = "info") -> None:
        super().__init__(theme, "sunken", outline="", radius=16)
        self._icon = Icon(theme, icon)
        self._title = Label(theme, role="label", wrap=True)
        self._text = Label(theme, ink="ink2", wrap=True)
        words = column(self._title, self._text, gap=2)
        layout = row(self._icon, gap=14, margins=(20, 16, 20, 16))
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        words.addStretch(1)
        self.setLayout(layout)

    def show_note(self, icon: str, title: str, text: str) -> None:
        """What it says from now on."""
        self._icon.set_icon(icon)
        self._title.setText(title)
        self._text.setText(text)


class _Column(QVBoxLayout):
    """Its margins are said for reading from left to right."""

    def setContentsMargins(  # type: ignore[override]  # nobody here has them as QMargins
        self, left: int, top: int, right: int, bottom: int
    ) -> None:
        super().setContentsMargins(*margins_as_read(left, top, right, bottom))


class _Row(QHBoxLayout):
    """Its margins are said for reading from left to right."""

    def setContentsMargins(  # type: ignore[override]  # nobody here has them as QMargins
        self, left: int, top: int, right: int, bottom: int
    ) -> None:
        super().setContentsMargins(*margins_as_read(left, top, right, bottom))


L = TypeVar("L", bound=QBoxLayout)


def column(*parts: QWidget, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Parts below each other."""
    return _filled(_Column(), parts, gap, margins)


def row(*parts: QWidget, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Parts beside each other."""
    return _filled(_Row(), parts, gap, margins)


def _filled(layout: L, parts: tuple[QWidget, ...], gap: int, margins: Margins) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        layout.addWidget(part)
    return layout


class _ThinBar(QScrollBar):
    """A scroll bar that is only its handle, where the style puts it."""

    THICK = 10

    def __init__(self, theme: Theme, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        upright = self.orientation() is Qt.Orientation.Vertical
        return QSize(self.THICK, 40) if upright else QSize(40, self.THICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # large, and few pages scroll

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        rect = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("lineStrong"))
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 3, 3)


_TURNS: dict[int, QScrollBar.SliderAction] = {
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class Scroll(QScrollArea):
    """A page that scrolls up and down inside its frame and never sideways by itself.

    What Tab reaches is scrolled into view: by Qt where it comes from inside, by `reveal` where
    it comes from outside. The bar is thin and its own.
    """

    WISHED = QSize(540, 360)
    turns = True
    """Page up and down, Home and End are for it, where the keyboard is inside."""

    def __init__(self, theme: Theme, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(_ThinBar(theme, Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(_ThinBar(theme, Qt.Orientation.Horizontal))
        self.setViewport(QWidget())  # of ours: wrapping one of Qt's loads every class of widget
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """As its content, within limits. Qt's own limits load the system's typeface."""
        return self._content.sizeHint().boundedTo(self.WISHED)

    def turn(self, key: int) -> bool:
        """A page up or down, to the beginning or the end; False for another key, or where it
        leads no further.
        """
        bar, action = self.verticalScrollBar(), _TURNS.get(key)
        before = bar.value()
        if action is not None:
            bar.triggerAction(action)
        return bar.value() != before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _TURNS:
            super().keyPressEvent(event)
        elif not (self.turns and self.turn(event.key())):
            event.ignore()


def reveal(widget: QWidget) -> None:
    """Scroll whatever it lies in so that it is in sight."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Scroll):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def turn_page(page: QWidget, key: int) -> bool:
    """Turn what scrolls on a page, the larger part where there are two; False if nothing did."""
    seen = [scroll for scroll in page.findChildren(Scroll) if scroll.isVisible()]
    seen.sort(key=_area, reverse=True)
    return bool(seen) and seen[0].turn(key)


def _area(widget: QWidget) -> int:
    return widget.width() * widget.height()
