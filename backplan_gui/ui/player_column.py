"""The right side of the player: the ring, a line, and what comes next or one large button.

Every part has a place of its own whose size follows from the window and the text size
alone, so nothing moves when a step changes.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from .icons import draw_icon
from .player_beside import Beside
from .player_keys import Wish
from .player_view import Offer, Shown
from .theme import Theme
from .widgets.countdown_ring import CountdownRing
from .widgets.far_offer import FarOffer
from .widgets.fitting_label import FittingLabel
from .widgets.focus_ring import REACH
from .widgets.large_button import LargeButton
from .widgets.next_card import NextCard, NextText
from .widgets.reading import as_read, put
from .widgets.stage import Stage
from .widgets.tempo_bar import Tempo, TempoBar

STAGE_SHARE = 0.59
SMALLEST_RING = 200
ONE_LINE, TWO_LINES = ("breath", "phaseMin", "breathMin", "h3"), ("h3", "label", "smallStrong")
"""Styles of the line below the ring, and where it has to break."""
AIR_BELOW = 2
"""Between the offer of the full screen and the button below it."""
RISE = 16
"""How far above its slot the large button may be, to be in sight."""
LARGE_TEXT = 1.3
"""From this text size on there is less air between the parts."""


class BesideLine(QWidget):
    """An icon and a few words, together in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside = Beside("", "")
        self._icon = QRectF()
        centred = Qt.AlignmentFlag.AlignHCenter
        self._label = FittingLabel(theme, ONE_LINE, align=centred, parent=self)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Smaller words."""
        self._roles = ONE_LINE[2:] if compact else ONE_LINE
        self._place()

    def show_line(self, beside: Beside) -> None:
        """Say this."""
        if beside != self._beside:
            self._beside = beside
            self._label.setText(beside.text)
            self._place()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._beside.icon:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self._theme.colour(self._beside.ink)
            draw_icon(painter, self._beside.icon, ink, self._icon)

    def _place(self) -> None:
        side = self._theme.px(28) if self._beside.icon else 0
        before = side + 13 if side else 0
        room = max(1, self.width() - before)
        for roles, lines in ((self._roles, 1), (TWO_LINES, 2)):
            self._label.set_roles(roles)
            high = self._label.fit(room, lines, self.height())
            if high <= self.height():
                break
        wide = min(room, self._label.widest_line(room))
        left = (self.width() - before - wide) // 2
        top = (self.height() - high) // 2
        put(self._label, left + before, top, wide, high)
        self._icon = as_read(self, QRectF(left, (self.height() - side) / 2, side, side))


class RingColumn(QWidget):
    """The ring, the line, and the slot below them; with room for a focus ring around it."""

    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._compact = theme, False
        self._seen = 0
        self._offer: Offer | None = None
        self.ring = CountdownRing(theme, parent=self)
        self.ring.pressed.connect(self._on_ring)
        self._line = BesideLine(theme, self)
        self._next = NextCard(theme, parent=self)
        self._tempo = TempoBar(theme, parent=self)
        self._far = FarOffer(theme, self)
        self._far.hide()
        self._far.clicked.connect(self._on_far)
        self._button = LargeButton(theme, parent=self)
        self._button.clicked.connect(self._on_click)
        theme.changed.connect(self._place)

    @property
    def button(self) -> LargeButton:
        """The large button, on show or not."""
        return self._button

    @property
    def offer(self) -> Offer | None:
        """What the large button offers now; None when it is not on show."""
        return self._offer

    def set_compact(self, compact: bool) -> None:
        """Less room for the line and the slot in a small window."""
        self._compact = compact
        self._line.set_compact(compact)
        self._place()

    def set_seen(self, height: int) -> None:
        """How much of it is in sight: the large button rises into it, as far as it can."""
        self._seen = height
        self._place()

    def show_player(self, shown: Shown) -> None:
        """The ring, the line under it, and the slot."""
        self.ring.show_face(shown.face)
        self._line.show_line(shown.beside)
        self.show_slot(shown.offer, shown.tempo, shown.following)

    def offer_far(self, offers: bool) -> None:
        """Offer the full screen between the line and the large button, or no longer."""
        if offers == self._far.isHidden():
            self._far.setVisible(offers)
            self._place()

    def show_slot(self, offer: Offer | None, tempo: Tempo, following: NextText) -> None:
        """A button if something is offered, else the tempo of the reps, else what comes next."""
        if offer != self._offer:
            self._offer = offer
            if offer is not None:
                self._button.show_button(offer.text, offer.kind, offer.icon, offer.key)
        if offer is None:
            self._tempo.show_tempo(tempo)
            self._next.show_next(following)
        self._button.setVisible(offer is not None)
        self._tempo.setVisible(offer is None and bool(tempo.parts))
        self._next.setVisible(offer is None and not tempo.parts)

    def needed_height(self) -> int:
        """What it takes with the smallest ring."""
        return SMALLEST_RING + self._below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _slot_height(self) -> int:
        theme = self._theme
        line, small = theme.line_height("label"), theme.line_height("smallStrong")
        words = 20 + small + (3 * small if theme.scale >= LARGE_TEXT else 2 * line)
        return max(78 if self._compact else 84, words, self._button.minimumSizeHint().height())

    def _line_height(self) -> int:
        """One line; with large text two of the smallest, which then may break."""
        line = self._theme.line_height("breathMin" if self._is_tight() else "breath")
        large = self._theme.scale >= LARGE_TEXT
        return max(line, 2 * self._theme.line_height("h3") if large else 0)

    def _is_tight(self) -> bool:
        return self._compact or self._theme.scale >= LARGE_TEXT

    def _below(self) -> int:
        return self._slot_height() + self._line_height() + (28 if self._is_tight() else 56)

    def _place(self) -> None:
        slot, line = self._slot_height(), self._line_height()
        width, height = self.width() - 2 * REACH, self.height() - REACH
        size = max(0, min(width - 28, height - self._below()))
        gap = max(0, height - slot - line - size) // 3
        self.ring.setGeometry((self.width() - size) // 2, gap, size, size)
        top = height - slot
        button = self._button_top(height, top)
        words = QRect(REACH, gap + size + 4, width, min(top, button) - gap - size - 8)
        offers = not self._far.isHidden()
        if offers:
            words = self._place_far(words, button)
        self._line.setVisible(not offers or words.height() >= line)
        self._line.setGeometry(words)
        self._next.setGeometry(REACH, top, width, slot)
        self._tempo.setGeometry(REACH, top, width, slot)
        high = self._button.minimumSizeHint().height()
        self._button.setGeometry(REACH, button, width, high)

    def _button_top(self, height: int, slot: int) -> int:
        """At the foot, but higher where the foot is out of sight: a little above its slot too."""
        high = self._button.minimumSizeHint().height()
        seen = self._seen or self.height()
        return min(height - high, max(slot - RISE, seen - REACH - high))

    def _place_far(self, line: QRect, button: int) -> QRect:
        """The offer of the full screen above the button; what that leaves the line."""
        wide, high = self._far.width_for(line.width()), self._far.sizeHint().height()
        top = button - AIR_BELOW - high
        self._far.setGeometry(self.width() // 2 - wide // 2, top, wide, high)
        self._far.raise_()
        words = top + (high - self._theme.line_height("body")) // 2
        return QRect(line.left(), line.top(), line.width(), words - 4 - line.top())

    def _on_far(self) -> None:
        self.wished.emit(Wish.FULL)

    def _on_ring(self) -> None:
        self.wished.emit(Wish.PAUSE)

    def _on_click(self) -> None:
        if self._offer is not None:
            self.wished.emit(self._offer.wish)


class Middle(QWidget):
    """Stage and ring column beside each other, as high as the window leaves or as they need."""

    wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._compact = theme, False
        self._seen = 0
        self.stage = Stage(theme, parent=self)
        self.column = RingColumn(theme, parent=self)
        self.stage.needs_changed.connect(self._place)
        self.stage.pressed.connect(self._on_stage)
        self.stage.restart_asked.connect(self._on_restart)
        self.stage.ways_asked.connect(self._on_ways)
        self.column.wished.connect(self.wished)
        theme.changed.connect(self.updateGeometry)

    def set_compact(self, compact: bool) -> None:
        """Smaller parts and margins in a small window."""
        self._compact = compact
        self.stage.set_compact(compact)
        self.column.set_compact(compact)
        self.updateGeometry()
        self._place()

    def show_player(self, shown: Shown) -> None:
        """Show this moment, but for the figure."""
        self.stage.show_stage(shown.stage)
        self.column.show_player(shown)

    def set_seen(self, height: int) -> None:
        """How much of the height is in sight: the stage keeps to it as far as it can."""
        self._seen = height
        self.column.set_seen(height)
        self.stage.set_seen(height - REACH)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(1120, 552)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, self.column.needed_height() + REACH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        side, gap = (20, 20) if self._compact else (24, 28)
        inner = self.width() - 2 * side
        stage = round(inner * STAGE_SHARE)
        high = min(self.height(), max(self._seen, self.stage.needed_height + REACH)) - REACH
        put(self.stage, side, 0, stage, high)
        left = side + stage + gap
        column = self.width() - side - left + 2 * REACH
        put(self.column, left - REACH, 0, column, self.height())

    def _on_stage(self) -> None:
        self.wished.emit(Wish.PAUSE)

    def _on_ways(self) -> None:
        self.wished.emit(Wish.WAYS)

    def _on_restart(self) -> None:
        self.wished.emit(Wish.RESTART)
