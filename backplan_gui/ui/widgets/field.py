"""Fields to write in: one line, or a few. Qt edits the text; the frame is ours."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ..theme import Theme
from .area import draw_area

RADIUS, HEIGHT, PADDING = 14.0, 48, 14


def _clear_ground(widget: QWidget) -> None:
    """Qt paints no ground of its own below the text."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    widget.setPalette(palette)


def _draw_frame(widget: QWidget, theme: Theme) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(widget.rect())
    if not widget.isEnabled():
        draw_area(painter, theme, rect, RADIUS, "disabledFill")
        return
    lit = widget.hasFocus() or widget.underMouse()
    draw_area(painter, theme, rect, RADIUS, "surface", "primary" if lit else "lineStrong", 1.5)


class Field(QLineEdit):
    """One line of text."""

    ring_colour = "focus"
    ring_radius = RADIUS

    def __init__(self, theme: Theme, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrame(False)
        self.setTextMargins(PADDING, 0, PADDING, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), max(HEIGHT, self._theme.px(HEIGHT * 0.8)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        _draw_frame(self, self._theme)
        super().paintEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        _clear_ground(self)
        self.updateGeometry()
        self.update()


class NoteField(QPlainTextEdit):
    """A few lines of plain text; Tab leaves it. `left` tells the text when the person goes on."""

    left = Signal(str)
    ring_colour = "focus"
    ring_radius = RADIUS

    def __init__(self, theme: Theme, name: str, placeholder: str = "", *, lines: int = 3) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(PADDING - 4, 8, PADDING - 4, 8)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        high = self._lines * self._theme.line_height("body") + 16
        return QSize(self._theme.px(300), max(84, high))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            _draw_frame(self, self._theme)
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit(self.toPlainText())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        _clear_ground(self)
        self.updateGeometry()
        self.update()
