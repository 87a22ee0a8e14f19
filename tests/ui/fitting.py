"""Whether everything in a window has its room: what is cut off, what lies over something else.

Texts are found where they are painted, by whatever widget, so nothing of ours can be
forgotten: each is as large as its ink. What lies in a scroll area is looked at as a whole,
in sight or not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.sheet import Sheet

from .seeing import name_of

TARGET = 44
"""The least that a finger or an unsteady hand hits (design-system.md section 6)."""
LEAST_SEEN = 88
"""What has to be in sight of anything that scrolls: two targets."""
HAIR = 2.0
"""Ink may be so much nearer than it should: Qt tells it in whole pixels, rounded outwards."""


ACCENT = 0.2
"""How far letters of two lines may come into each other, as a share of their height."""


class Painted(NamedTuple):
    """A text as it was painted: its ink, in the coordinates of a widget."""

    text: str
    ink: QRectF
    on: QWidget
    colour: str


def painted(window: QWidget) -> list[Painted]:
    """Every text that can be seen in a window, or scrolled to."""
    front = _front(window)
    with _listening() as found:
        front.grab()
        for scroll in _scrolls(front):
            _content(scroll).grab()
    return list({(p.text, p.on, p.ink.getRect()): p for p in found}.values())


def faults(window: QWidget) -> list[str]:
    """What has no room, in words; nothing where all is well."""
    front, texts = _front(window), painted(window)
    buttons = [w for w in front.findChildren(QWidget) if _is_control(w)]
    return [
        *_cut_off(front, texts),
        *_over_each_other(front, texts),
        *_controls_cut_off(front, buttons),
        *_controls_in_the_way(front, buttons),
        *_hard_to_hit(buttons),
        *_hard_to_scroll(front),
    ]


def faint(window: QWidget, theme: Theme, least: float) -> list[str]:
    """Texts in sight that stand out less from their ground; what rests may be fainter."""
    front, found = _front(window), []
    image, resting = front.grab().toImage(), theme.colour("disabledInk").name()
    for text in painted(window):
        seen = _moved(text.ink, text.on, front).intersected(_seen(text.on, front))
        if seen.height() < text.ink.height() - HAIR or text.colour == resting:
            continue
        ratio = contrast_of(QColor(text.colour), _ground(image, seen, text.colour))
        if ratio < least:
            found.append(f"faint, {ratio:.1f}: {text.text!r} in {_called(text.on)}")
    return found


def _ground(image: QImage, ink: QRectF, colour: str) -> QColor:
    """What there is most of between the letters."""
    inside = ink.toAlignedRect().intersected(image.rect())
    rows, columns = max(1, inside.height() // 8), max(1, inside.width() // 40)
    pixels = [
        image.pixel(x, y)
        for y in range(inside.top(), inside.bottom() + 1, rows)
        for x in range(inside.left(), inside.right() + 1, columns)
    ]
    letters = QColor(colour).rgb()
    between = [pixel for pixel in pixels if pixel != letters]
    return QColor(max(set(between), key=between.count, default=letters))


def contrast_of(one: QColor, other: QColor) -> float:
    """The ratio of two colours, from 1 to 21 (WCAG 2)."""
    dark, light = sorted(map(_light_of, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _light_of(colour: QColor) -> float:
    """Relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _cut_off(front: QWidget, texts: list[Painted]) -> Iterator[str]:
    for text in texts:
        room = _room(text.on, front)
        if not _grown(room, HAIR).contains(_moved(text.ink, text.on, _scope(text.on, front))):
            yield f"cut off: {text.text!r} in {_called(text.on)}"


def _over_each_other(front: QWidget, texts: list[Painted]) -> Iterator[str]:
    placed: dict[QWidget, list[_Placed]] = {}
    for text in texts:
        scope, said = _scope(text.on, front), repr(text.text)
        inside = _moved(text.ink, text.on, scope)
        placed.setdefault(scope, []).append(_Placed(inside, said, text.on))
        if scope is not front:  # also where it is just now
            seen = _moved(text.ink, text.on, front).intersected(_seen(text.on, front))
            placed.setdefault(front, []).append(_Placed(seen, said, text.on))
    for rects in placed.values():
        yield from _pairs(rects)


def _controls_cut_off(front: QWidget, controls: list[QWidget]) -> Iterator[str]:
    for control in controls:
        place = _moved(QRectF(control.rect()), control, _scope(control, front))
        if not _grown(_room(control, front), 0.1).contains(place):
            yield f"cut off: {_called(control)}"


def _controls_in_the_way(front: QWidget, controls: list[QWidget]) -> Iterator[str]:
    """One that lies on another on purpose, as the cross in a search field, is left out."""
    alone = [w for w in controls if not any(o is not w and o.isAncestorOf(w) for o in controls)]
    seen = [_moved(QRectF(w.rect()), w, front).intersected(_seen(w, front)) for w in alone]
    yield from _pairs([_Placed(s, _called(w), w) for s, w in zip(seen, alone, strict=True)])


class _Placed(NamedTuple):
    """Where something is, what it is called, and in which widget it is."""

    rect: QRectF
    said: str
    on: QWidget


def _pairs(things: list[_Placed]) -> Iterator[str]:
    """What shares more than a hair with another, from the left to the right.

    In one widget lines may stand close: an accent then comes into the line above.
    """
    things = sorted(things, key=_left)
    for number, one in enumerate(things):
        for other in things[number + 1 :]:
            if other.rect.left() > one.rect.right():
                break
            shared = one.rect.intersected(other.rect)
            close = ACCENT * one.rect.height() if one.on is other.on else 0.0
            if shared.width() > HAIR and shared.height() > max(HAIR, close):
                yield f"over each other: {one.said} and {other.said}"


def _left(thing: _Placed) -> float:
    return thing.rect.left()


def _hard_to_hit(controls: list[QWidget]) -> Iterator[str]:
    for control in controls:
        if min(control.width(), control.height()) < TARGET:
            size = f"{control.width()} x {control.height()}"
            yield f"smaller than {TARGET}: {_called(control)}, {size}"


def _hard_to_scroll(front: QWidget) -> Iterator[str]:
    for scroll in _scrolls(front):
        wide, high = scroll.horizontalScrollBar().maximum(), scroll.verticalScrollBar().maximum()
        if wide:
            yield f"scrolls sideways, {wide} px: {_called(_content(scroll))}"
        if high and scroll.viewport().height() < LEAST_SEEN:
            yield f"only {scroll.viewport().height()} px in sight: {_called(_content(scroll))}"


# --- where things are -------------------------------------------------------------------


def _front(window: QWidget) -> QWidget:
    """What lies over the rest of a window, if there is anything."""
    sheets = [s for s in window.findChildren(Sheet) if s.isVisible()]
    return sheets[-1] if sheets else window


def _scrolls(front: QWidget) -> list[QScrollArea]:
    return [s for s in front.findChildren(QScrollArea) if s.isVisible()]


def _content(scroll: QScrollArea) -> QWidget:
    content = scroll.widget()
    assert content is not None
    return content


def _above(widget: QWidget, front: QWidget) -> Iterator[QWidget]:
    """The widget and what it lies in, as far as the front."""
    here: QWidget | None = widget
    while here is not None:
        yield here
        if here is front:
            return
        here = here.parentWidget()


def _scope(widget: QWidget, front: QWidget) -> QWidget:
    """The content of the scroll area it lies in; without one, all of the front."""
    for here in _above(widget, front):
        viewport = here.parentWidget()
        scroll = viewport.parentWidget() if viewport is not None and here is not front else None
        if isinstance(scroll, QScrollArea) and scroll.widget() is here:
            return here
    return front


def _room(widget: QWidget, front: QWidget) -> QRectF:
    """Where something in it can be seen, wherever one scrolls; in its scope's coordinates."""
    scope = _scope(widget, front)
    return _clipped(widget, scope)


def _seen(widget: QWidget, front: QWidget) -> QRectF:
    """Where something in it is in sight now."""
    return _clipped(widget, front)


def _clipped(widget: QWidget, within: QWidget) -> QRectF:
    room = QRectF(within.rect())
    for here in _above(widget, within):
        room = room.intersected(_moved(QRectF(here.rect()), here, within))
    return room


def _moved(rect: QRectF, widget: QWidget, to: QWidget) -> QRectF:
    """A widget's rectangle in the coordinates of one that it lies in."""
    return rect.translated(QPointF(widget.mapTo(to, QPoint(0, 0))))


def _grown(rect: QRectF, by: float) -> QRectF:
    return rect.adjusted(-by, -by, by, by)


def _is_control(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled():
        return False
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached or isinstance(widget, QAbstractButton)


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)!r}"


# --- what is painted --------------------------------------------------------------------


@contextmanager
def _listening() -> Iterator[list[Painted]]:
    """Every text that is painted meanwhile."""
    found: list[Painted] = []
    owner: list[QWidget] = []
    paint, lasting = QPainter.drawText, CountdownRing._lasting

    def draw_text(painter: QPainter, *given: Any) -> Any:
        device = painter.device()
        on = device if isinstance(device, QWidget) else next(iter(owner), None)
        if on is not None and given[-1]:
            colour = painter.pen().color().name()
            found.append(Painted(given[-1], _ink(painter, *given), on, colour))
        return paint(painter, *given)

    def paint_lasting(ring: CountdownRing, size: float) -> Any:
        """A ring paints its words into a picture, and keeps that."""
        ring._painted = None
        owner.append(ring)
        picture = lasting(ring, size)
        owner.pop()
        return picture

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw_text)
        patch.setattr(CountdownRing, "_lasting", paint_lasting)
        yield found


def _ink(painter: QPainter, *given: Any) -> QRectF:
    """Where a call of QPainter.drawText leaves ink, in the coordinates of what is painted on."""
    metrics, text = QFontMetricsF(painter.font()), given[-1]
    if len(given) == 2:
        at = QPointF(given[0])
        return painter.worldTransform().mapRect(_letters(painter.font(), text).translated(at))
    rect, flags = QRectF(given[0]), int(getattr(given[1], "value", given[1]))
    if flags & Qt.TextFlag.TextWordWrap.value:
        return painter.worldTransform().mapRect(metrics.boundingRect(rect, flags, text))
    flags = _as_read(flags, painter.layoutDirection())
    spare = QPointF(
        rect.width() - metrics.horizontalAdvance(text), rect.height() - metrics.height()
    )
    across = _share(flags, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
    down = _share(flags, Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignVCenter)
    corner = rect.topLeft() + QPointF(spare.x() * across, spare.y() * down + metrics.ascent())
    return painter.worldTransform().mapRect(_letters(painter.font(), text).translated(corner))


def _letters(font: QFont, text: str) -> QRectF:
    """As wide as it advances, because Qt leaves out the space between letters, and as high as
    its ink.
    """
    key = (font.key(), font.pixelSize(), text)
    if key not in _known:
        metrics = QFontMetricsF(font)
        ink = metrics.tightBoundingRect(text)
        _known[key] = QRectF(0, ink.top(), metrics.horizontalAdvance(text), ink.height())
    return _known[key]


_known: dict[tuple[str, int, str], QRectF] = {}


def _as_read(flags: int, direction: Qt.LayoutDirection) -> int:
    """Left is where a line begins, unless something else is said."""
    left, right = Qt.AlignmentFlag.AlignLeft.value, Qt.AlignmentFlag.AlignRight.value
    if not flags & Qt.AlignmentFlag.AlignHorizontal_Mask.value:
        flags |= left
    absolute = flags & Qt.AlignmentFlag.AlignAbsolute.value
    if direction is Qt.LayoutDirection.RightToLeft and not absolute and flags & (left | right):
        flags ^= left | right
    return flags


def _share(flags: int, end: Qt.AlignmentFlag, middle: Qt.AlignmentFlag) -> float:
    return 1.0 if flags & end.value else 0.5 if flags & middle.value else 0.0
