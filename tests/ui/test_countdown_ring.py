"""The ring as it is seen, pixel by pixel where it matters, and as it is heard."""

from collections.abc import Iterator
from math import cos, radians, sin

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.ring_face import RingFace, RingMode

from .seeing import click, name_of, role_of, settle, show

SIZE = 376
HOLD = RingFace(
    colour="primary", ink="primary", word="Hold", digits="17", unit="seconds left", share=0.5
)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def ring(qtbot: QtBot, theme: Theme) -> Iterator[CountdownRing]:
    ring = CountdownRing(theme)
    show(qtbot, ring, SIZE, SIZE)
    yield ring
    ring.close()


def picture(ring: CountdownRing, **changes: object) -> QImage:
    ring.show_face(msgspec.structs.replace(HOLD, **changes))
    return ring.grab().toImage()


def columns(image: QImage, left: int, right: int) -> list[int]:
    """The columns with ink in the band of the digits."""
    rows = range(int(SIZE * 0.42), int(SIZE * 0.62))
    return [
        x for x in range(left, right) if any(image.pixelColor(x, y).lightness() < 90 for y in rows)
    ]


def colour_at(image: QImage, degrees: float) -> str:
    """The colour of the ring clockwise from twelve o'clock."""
    radius = SIZE / 2 - SIZE * 0.024
    x = SIZE / 2 + radius * sin(radians(degrees))
    y = SIZE / 2 - radius * cos(radians(degrees))
    return image.pixelColor(round(x), round(y)).name()


def test_no_digit_moves_from_second_to_second(ring: CountdownRing) -> None:
    tens = {tuple(columns(picture(ring, digits=str(n)), 90, 186)) for n in range(11, 20)}
    assert len(tens) == 1
    assert tens.pop()


def test_a_narrow_digit_stands_in_the_middle_of_the_cell_of_a_wide_one(
    ring: CountdownRing,
) -> None:
    one, eight = (columns(picture(ring, digits=f"1{n}"), 190, 290) for n in (1, 8))
    assert one
    assert one[0] > eight[0]
    assert one[-1] < eight[-1]
    assert abs((one[0] + one[-1]) - (eight[0] + eight[-1])) <= 24


def test_minutes_stand_still_while_seconds_run(ring: CountdownRing) -> None:
    pictures = [columns(picture(ring, digits=f"1:4{n}"), 90, 210) for n in (0, 1, 8)]
    assert pictures[0] == pictures[1] == pictures[2]


def test_what_is_left_lies_clockwise_from_twelve(ring: CountdownRing, theme: Theme) -> None:
    image = picture(ring, share=0.25)
    done, track = theme.colour("primary").name(), theme.colour("track").name()
    assert [colour_at(image, a) for a in (10, 80, 120, 350)] == [done, done, track, track]


def test_reps_done_are_full_arcs_and_the_current_one_fills(
    ring: CountdownRing, theme: Theme
) -> None:
    image = picture(ring, mode=RingMode.REPS, reps=4, done=2, share=0.5)
    done, track = theme.colour("primary").name(), theme.colour("track").name()
    assert [colour_at(image, a) for a in (45, 135, 205, 245, 315)] == [
        done,
        done,
        done,
        track,
        track,
    ]
    between = {colour_at(image, a) for a in (0, 90, 180, 270)}
    assert between.isdisjoint({done, track})


def test_more_reps_than_arcs_can_show_are_one_arc(ring: CountdownRing, theme: Theme) -> None:
    image = picture(ring, mode=RingMode.REPS, reps=60, done=30)
    assert colour_at(image, 90) == colour_at(image, 4) == theme.colour("primary").name()
    assert colour_at(image, 270) == theme.colour("track").name()


def test_on_the_way_into_a_hold_there_is_a_line_and_no_digits(
    ring: CountdownRing, theme: Theme
) -> None:
    line = "Rest your forehead on the mat, or on your fists."
    image = picture(ring, mode=RingMode.MOVE, line=line, share=0.0)
    track = theme.colour("track").name()
    assert {colour_at(image, a) for a in range(0, 360, 30)} == {track}
    assert columns(image, 60, 316)


@pytest.mark.parametrize("line", ["Breathe in.", "Breathe out.\nSlide your hips back. " * 3])
def test_a_long_line_stays_inside_the_ring(ring: CountdownRing, line: str) -> None:
    image = picture(ring, mode=RingMode.MOVE, line=line, word="", share=0.0)
    inked = [
        (x, y)
        for x in range(0, SIZE, 2)
        for y in range(0, SIZE, 2)
        if image.pixelColor(x, y).lightness() < 90
    ]
    middle, inside = SIZE / 2, SIZE / 2 - SIZE * 0.048
    assert inked
    assert all((x - middle) ** 2 + (y - middle) ** 2 < inside**2 for x, y in inked)


def test_an_equal_face_repaints_nothing(ring: CountdownRing) -> None:
    ring.show_face(HOLD)
    settle()
    paints = Paints(ring)
    ring.show_face(msgspec.structs.replace(HOLD))
    settle()
    assert paints.count == 0
    ring.show_face(msgspec.structs.replace(HOLD, digits="16"))
    settle()
    assert paints.count == 1


def test_screen_readers_meet_static_text_with_a_living_name(ring: CountdownRing) -> None:
    ring.show_face(msgspec.structs.replace(HOLD, name="Hold, 17 seconds left"))
    assert role_of(ring) is QAccessible.Role.StaticText
    assert name_of(ring) == "Hold, 17 seconds left"
    ring.show_face(msgspec.structs.replace(HOLD, name="Hold, 16 seconds left"))
    assert name_of(ring) == "Hold, 16 seconds left"


def test_a_click_is_a_wish_and_another_button_is_not(ring: CountdownRing) -> None:
    pressed: list[bool] = []
    ring.pressed.connect(lambda: pressed.append(True))
    click(ring)
    QTest.mouseClick(ring, Qt.MouseButton.RightButton, pos=ring.rect().center())
    assert pressed == [True]
