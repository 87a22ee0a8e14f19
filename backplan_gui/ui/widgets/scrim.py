"""What a sheet lies on: everything behind it dimmed, and the sheet's own soft shadow."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from ..theme import Shadow, Theme, colour_of, tokens

SOFT = 0.8
"""How far the shadow runs out on both sides of its edge, as a share of its blur (picture 07)."""
FAINT = 2
"""The opacity of one layer of it, of 255: the least that is still laid down exactly."""


class Scrim:
    """Made once for each size: a figure that moves behind it has it painted again and again."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: QPixmap | None = None
        self._made_for: tuple[object, ...] = ()

    def draw(self, painter: QPainter, size: QSize, card: QRect, radius: float) -> None:
        """Over all of a window in which the sheet lies at `card`."""
        ratio = painter.device().devicePixelRatio()
        scrim = self._theme.colour("scrim")
        wanted = (size, card, radius, ratio, scrim.name(scrim.NameFormat.HexArgb), self._shadows)
        if self._made is None or self._made_for != wanted:
            self._made, self._made_for = self._make(size, card, radius, ratio), wanted
        painter.drawPixmap(0, 0, self._made)

    def _make(self, size: QSize, card: QRect, radius: float, ratio: float) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._theme.colour("scrim"))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hidden = round(radius)
        under = card.adjusted(hidden, hidden, -hidden, -hidden)
        painter.setClipRegion(QRegion(QRect(QPoint(), size)).subtracted(QRegion(under)))
        for shadow in self._shadows:
            _draw(painter, shadow, QRectF(card), radius)
        painter.end()
        return made

    @property
    def _shadows(self) -> list[Shadow]:
        """None in high contrast, where a thick line sets the sheet off."""
        level = tokens().elevation["sheet"]
        return [] if self._theme.high_contrast or isinstance(level, str) else level


def _draw(painter: QPainter, shadow: Shadow, rect: QRectF, radius: float) -> None:
    """A blur as a pile of rectangles, each a little larger than the one before."""
    colour = colour_of(shadow.color)
    layers = max(1, colour.alpha() // FAINT)
    colour.setAlpha(FAINT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for layer in range(layers):
        grow = 2 * SOFT * shadow.blur * ((layer + 0.5) / layers - 0.5)
        grown = rect.translated(0, shadow.y).adjusted(-grow, -grow, grow, grow)
        round_ = max(0.0, radius + grow)
        painter.drawRoundedRect(grown, round_, round_)
