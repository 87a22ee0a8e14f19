"""The pain scale: eleven equal tiles, one group, no hint of a right answer."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.pain_keys import PainKeys, Wish
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import column
from backplan_gui.ui.widgets.focus_ring import REACH
from backplan_gui.ui.widgets.pain_scale import SMALL, PainScale, PainTile

from .seeing import click, controls, grow, name_of, role_of, settle, show

QUESTION = "How strong is your back pain right now?"


@pytest.fixture
def scale(qtbot: QtBot, theme: Theme) -> Iterator[PainScale]:
    scale = PainScale(theme, QUESTION)
    page = QWidget()
    layout = column(scale)
    layout.addStretch(1)
    page.setLayout(layout)
    show(qtbot, page, 1004 + 2 * REACH, 400)
    yield scale
    page.close()


@pytest.fixture
def told(scale: PainScale) -> list[int]:
    found: list[int] = []
    scale.chosen.connect(found.append)
    return found


def tiles(scale: PainScale) -> list[PainTile]:
    return scale.findChildren(PainTile)


def test_it_goes_from_no_pain_to_the_worst_and_only_the_ends_have_names(scale: PainScale) -> None:
    names = [name_of(tile) for tile in tiles(scale)]
    assert names == ["0, no pain", *map(str, range(1, 10)), "10, the worst pain you can imagine"]
    assert [tile.text() for tile in tiles(scale)] == [str(n) for n in range(11)]
    assert {role_of(tile) for tile in tiles(scale)} == {QAccessible.Role.RadioButton}
    assert {tile.accessibleDescription() for tile in tiles(scale)} == {QUESTION}


def test_nothing_is_chosen_at_first_and_tab_stops_at_the_lowest(scale: PainScale) -> None:
    assert scale.number is None
    assert not any(tile.isChecked() for tile in tiles(scale))
    assert list(controls(scale)) == ["0, no pain"]


def test_a_click_chooses_says_so_once_and_is_where_tab_stops(
    scale: PainScale, told: list[int]
) -> None:
    click(tiles(scale)[7])
    click(tiles(scale)[7], QPoint(2, 2))
    assert told == [7]
    assert scale.number == 7
    assert [tile.number for tile in tiles(scale) if tile.isChecked()] == [7]
    assert list(controls(scale)) == ["7"]


def test_a_screen_reader_hears_which_one_is_chosen(scale: PainScale) -> None:
    scale.choose(3)
    states = [QAccessible.queryAccessibleInterface(tile).state() for tile in tiles(scale)]
    assert [bool(state.checked) for state in states] == [n == 3 for n in range(11)]


def test_it_can_be_emptied_again(scale: PainScale, told: list[int]) -> None:
    scale.choose(3)
    scale.show_number(None)
    scale.show_number(None)
    assert scale.number is None
    assert not any(tile.isChecked() for tile in tiles(scale))
    assert told == [3]


def test_arrows_step_from_tile_to_tile_and_take_the_keyboard_along(
    scale: PainScale, told: list[int]
) -> None:
    scale.current.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(QApplication.focusWidget() or scale, key)
    assert told == [0, 1, 2, 1]
    assert QApplication.focusWidget() is tiles(scale)[1]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab):
        QTest.keyClick(tiles(scale)[1], key)
    assert scale.number == 1


def test_steps_begin_at_none_and_end_at_the_worst(scale: PainScale, told: list[int]) -> None:
    scale.step(1)
    scale.step(-1)
    scale.step(1)
    scale.choose(10)
    scale.step(1)
    assert told == [0, 1, 10]


def test_the_chosen_one_is_told_by_its_ring_too(scale: PainScale) -> None:
    scale.choose(5)
    image = scale.grab().toImage()

    def beside(number: int) -> int:
        tile = tiles(scale)[number].geometry()
        return image.pixel(tile.left() - 3, tile.center().y())

    assert beside(5) != beside(2) == beside(9)


def test_all_stand_in_one_row_of_the_design_and_smaller_where_the_window_is_small(
    scale: PainScale,
) -> None:
    assert {(t.width(), t.height(), t.y()) for t in tiles(scale)} == {(84, 92, REACH)}
    gaps = {b.x() - a.geometry().right() - 1 for a, b in pairwise(tiles(scale))}
    assert gaps == {8}
    scale.window().resize(828 + 2 * REACH, 400)
    settle()
    assert {(t.width(), t.height(), t.y()) for t in tiles(scale)} == {(68, 76, REACH)}
    assert scale.height() == 76 + 2 * REACH


@pytest.mark.parametrize("size", [90, 100, 130, 160, 200])
@pytest.mark.parametrize("width", [300, 560, 832, 1040, 1800])
def test_no_digit_is_cut_off_and_no_tile_leaves_the_scale(
    scale: PainScale, theme: Theme, width: int, size: int
) -> None:
    grow(theme, size)
    scale.window().resize(width, 900)
    settle()
    digits = QFontMetricsF(theme.font("phase"))
    for tile in tiles(scale):
        assert scale.rect().adjusted(REACH, REACH, -REACH, -REACH).contains(tile.geometry())
        assert tile.height() >= max(44, theme.px(30))
        assert tile.width() >= 44
    sizes = {(tile.width(), tile.height()) for tile in tiles(scale)}
    assert len(sizes) == 1
    assert tiles(scale)[10].width() >= digits.horizontalAdvance("10")
    places = [tile.geometry() for tile in tiles(scale)]
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])


def test_in_a_sheet_they_are_smaller(qtbot: QtBot, theme: Theme) -> None:
    scale = PainScale(theme, QUESTION, SMALL)
    show(qtbot, scale, scale.sizeHint().width(), 80)
    assert {(t.width(), t.height()) for t in tiles(scale)} == {(52, 60)}


# --- keys -------------------------------------------------------------------------------


class Fingers:
    """Keys with a clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 10_000
        self.number: int | None = None
        self._keys = PainKeys(self._time)

    def _time(self) -> int:
        return self.now

    def type(self, text: str, after: int = 0, *, held: bool = False) -> int | Wish | None:
        """A digit; what it chooses stays chosen."""
        self.now += after
        meant = self.press(Qt.Key(ord(text)), text, held=held)
        if isinstance(meant, int):
            self.number = meant
        return meant

    def press(
        self, key: Qt.Key, text: str = "", modifier: str = "NoModifier", *, held: bool = False
    ) -> int | Wish | None:
        modifiers = Qt.KeyboardModifier[modifier]
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, held)
        return self._keys.read(event, self.number)


@pytest.fixture
def fingers() -> Fingers:
    return Fingers()


def test_a_digit_is_its_number_at_once(fingers: Fingers) -> None:
    assert [fingers.type(str(n)) for n in range(10)] == list(range(10))


@pytest.mark.parametrize(("after", "number"), [(0, 10), (300, 10), (800, 10), (801, 0)])
def test_a_zero_soon_after_a_one_is_ten(fingers: Fingers, after: int, number: int) -> None:
    assert fingers.type("1") == 1
    assert fingers.type("0", after) == number


def test_ten_needs_the_one_just_before(fingers: Fingers) -> None:
    fingers.type("1")
    fingers.type("2", 100)
    assert fingers.type("0", 100) == 0
    fingers.type("1")
    fingers.type("0", 100)
    assert fingers.type("0", 100) == 0


def test_a_tile_chosen_after_the_one_keeps_zero_a_zero(fingers: Fingers) -> None:
    fingers.type("1")
    fingers.number = 4
    assert fingers.type("0", 200) == 0


def test_a_one_chosen_by_hand_is_no_beginning_of_ten(fingers: Fingers) -> None:
    fingers.number = 1
    assert fingers.type("0") == 0


def test_a_held_digit_is_not_another_one(fingers: Fingers) -> None:
    fingers.type("1")
    assert fingers.type("1", 100, held=True) is None
    assert fingers.type("0", 100) == 10


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_L, Wish.LEGS),
        (Qt.Key.Key_S, Wish.SILENT),
        (Qt.Key.Key_W, Wish.SIGNS),
        (Qt.Key.Key_Return, Wish.CONTINUE),
        (Qt.Key.Key_Enter, Wish.CONTINUE),
        (Qt.Key.Key_X, None),
    ],
)
def test_a_key_is_one_wish_however_long_it_is_held(
    fingers: Fingers, key: Qt.Key, wish: Wish | None
) -> None:
    assert fingers.press(key) is wish
    assert fingers.press(key, held=True) is None


@pytest.mark.parametrize("modifier", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_with_a_modifier_keys_are_somebody_elses(fingers: Fingers, modifier: str) -> None:
    assert fingers.press(Qt.Key.Key_1, "1", modifier) is None
    assert fingers.press(Qt.Key.Key_L, "l", modifier) is None


def test_digits_of_the_number_pad_and_behind_shift_count(fingers: Fingers) -> None:
    assert fingers.press(Qt.Key.Key_5, "5", "KeypadModifier") == 5
    assert fingers.press(Qt.Key.Key_6, "6", "ShiftModifier") == 6
