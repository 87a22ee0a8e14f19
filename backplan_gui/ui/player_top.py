"""The bar above the player: End, the session so far, the time left today, help."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .player_controls import CAPS_FROM
from .player_keys import Wish
from .player_view import Shown
from .screens import keeps_on_top, not_on_top
from .theme import Theme
from .widgets.area import draw_area
from .widgets.button import Button, IconButton
from .widgets.card import column, row
from .widgets.label import Label
from .widgets.session_progress import SessionProgress


class SpeedPill(QWidget):
    """Says that the session clock runs faster than life."""

    def __init__(self, theme: Theme, speed: int) -> None:
        super().__init__()
        self._theme, self._text = theme, f"\u00d7{speed}"
        self.setAccessibleName(self.tr("Clock runs {} times faster").format(speed))
        self.setToolTip(self.accessibleName())
        self.is_needed = speed > 1
        self.setVisible(self.is_needed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font("smallStrong"))
        return QSize(round(metrics.horizontalAdvance(self._text)) + 20, self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.height() / 2, "primaryTint")
        painter.setPen(self._theme.colour("primary"))
        painter.setFont(self._theme.font("smallStrong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class TopBar(QWidget):
    """End, the session so far, the time left today, help."""

    wished = Signal(object)
    signs_asked = Signal()

    def __init__(self, theme: Theme, speed: int) -> None:
        super().__init__()
        self._theme, self._compact = theme, False
        self._end = Button(theme, self.tr("End"), size=44, icon="close")
        self._end.setToolTip(self.tr("End the session (Esc)"))
        self._end.clicked.connect(self._on_end)
        self._progress = SessionProgress(theme)
        layout = row(self._end, gap=0)
        layout.addSpacing(28)
        self._session = column(self._progress)
        layout.addLayout(self._session, 1)
        layout.addSpacing(20)
        layout.addWidget(SpeedPill(theme, speed))
        layout.addSpacing(8)
        layout.addLayout(self._build_time())
        layout.addSpacing(10)
        layout.addLayout(self._build_help())
        self.setLayout(layout)
        self._resize()
        theme.changed.connect(self._resize)

    def _build_time(self) -> QVBoxLayout:
        right = Qt.AlignmentFlag.AlignRight
        self._time = Label(self._theme, "", "h3", align=right)
        left = Label(self._theme, self.tr("left today"), "small", "ink3", align=right)
        time = column(self._time, left)
        time.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return time

    def show_quiet(self, quiet: bool) -> None:
        """The button says what a press of it does."""
        self._sound.set_icon("mute" if quiet else "sound")
        self._sound.setAccessibleName(self.tr("Sound on") if quiet else self.tr("Sound off"))
        self._sound.setToolTip(self._sound.accessibleName())

    def _on_sound(self) -> None:
        self.wished.emit(Wish.QUIET)

    def _build_help(self) -> QHBoxLayout:
        self._sound = IconButton(self._theme, self.tr("Sound off"), "sound")
        self._sound.clicked.connect(self._on_sound)
        signs = IconButton(self._theme, self.tr("Warning signs"), "help")
        signs.clicked.connect(self.signs_asked)
        keys = IconButton(self._theme, self.tr("Keys of this page"), "keyboard")
        keys.clicked.connect(self._on_keys)
        self._mini = IconButton(self._theme, self.tr("Mini player"), "mini")
        self._mini.setToolTip(_mini_told())
        self._mini.clicked.connect(self._on_mini)
        self._full = IconButton(self._theme, "", "fullscreen")
        self._full.clicked.connect(self._on_full)
        self.show_far(False)
        return row(signs, keys, self._sound, self._mini, self._full, gap=2)

    def show_far(self, far: bool) -> None:
        """Whether the last button leads to the full screen or back."""
        name = self.tr("Leave full screen") if far else self.tr("Full screen")
        self._full.setAccessibleName(name)
        self._full.setToolTip(self.tr("{} (F)").format(name))
        self._full.set_icon("windowed" if far else "fullscreen")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._mini.setVisible(self.width() >= CAPS_FROM)

    def set_compact(self, compact: bool) -> None:
        """Less height and margin in a small window."""
        self._compact = compact
        self._resize()

    def show_player(self, shown: Shown) -> None:
        """What is done of each exercise, and the time left today."""
        self._progress.show_session(shown.shares, shown.progress)
        if shown.left != self._time.text():
            self._time.setText(shown.left)

    def _resize(self) -> None:
        layout = self.layout()
        assert layout is not None
        side = 20 if self._compact else 24
        layout.setContentsMargins(side, 0, side - 10, 0)
        # As wide as the longest time can be, so that the bar beside it stays as it is.
        widest = QFontMetricsF(self._theme.font("h3")).horizontalAdvance("00:00")
        self._time.setMinimumWidth(round(widest) + 2)
        time = self._theme.line_height("h3") + self._theme.line_height("small")
        # So that the names stand on the line of the words under the time.
        self._session.setContentsMargins(0, time - self._progress.sizeHint().height(), 0, 0)
        parts = (time, self._end.sizeHint().height(), self._progress.sizeHint().height())
        self.setFixedHeight(max(66 if self._compact else 76, max(parts) + 12))

    def _on_end(self) -> None:
        self.wished.emit(Wish.END)

    def _on_mini(self) -> None:
        self.wished.emit(Wish.MINI)

    def _on_full(self) -> None:
        self.wished.emit(Wish.FULL)

    def _on_keys(self) -> None:
        self.wished.emit(Wish.KEYS)


def _mini_told() -> str:
    """What the button leads to, and what this system does not let it do."""
    told = QCoreApplication.translate("player", "Mini player (C)")
    return told if keeps_on_top() else f"{told}. {not_on_top()}"
