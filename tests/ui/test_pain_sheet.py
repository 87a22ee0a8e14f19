"""How the pain is during a session, on a sheet."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.pain import Symptom
from backplan_gui.ui.pain_sheet import Compared, PainNowSheet
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.pain_scale import PainTile

from .seeing import clipped, controls, grow, press, settle, show, tab_order, words_on

Key = Qt.Key
WORDS = ("Less", "The same", "A little more", "A lot more")


class Asked:
    """A sheet over a window, and what it told."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.now = 0
        self.window = QWidget()
        show(qtbot, self.window)
        self.sheet = PainNowSheet(theme, self.window, self._time)
        self.told: list[tuple[object, ...]] = []
        self.sheet.told.connect(self._on_told)
        self.sheet.symptom_told.connect(self._on_symptom)
        self.sheet.dismissed.connect(self._on_dismissed)
        settle()

    def _time(self) -> int:
        return self.now

    def _on_told(self, compared: str, number: object) -> None:
        self.told.append((compared, number))

    def _on_symptom(self, symptom: str) -> None:
        self.told.append((symptom,))

    def _on_dismissed(self) -> None:
        self.told.append(())

    def key(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.sheet, key)

    @property
    def is_open(self) -> bool:
        return self.sheet.isVisible()


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme) -> Iterator[Asked]:
    asked = Asked(qtbot, theme)
    yield asked
    asked.window.close()


@pytest.mark.parametrize(
    ("key", "name", "told"),
    [(Key.Key_1, "Less", Compared.LESS), (Key.Key_2, "The same", Compared.SAME)],
)
def test_less_and_the_same_need_no_number(
    qtbot: QtBot, theme: Theme, key: Key, name: str, told: str
) -> None:
    for way in ("key", "press"):
        asked = Asked(qtbot, theme)
        if way == "key":
            asked.key(key)
        else:
            press(asked.sheet, name)
        assert asked.told == [(told, None)]
        assert not asked.is_open


@pytest.mark.parametrize(
    ("key", "told"), [(Key.Key_3, Compared.LITTLE_MORE), (Key.Key_4, Compared.LOT_MORE)]
)
def test_more_asks_the_number_and_then_digits_are_numbers(
    asked: Asked, key: Key, told: str
) -> None:
    asked.key(key)
    assert asked.is_open
    assert "Continue" not in controls(asked.sheet)
    asked.key(Key.Key_1, Key.Key_4)
    assert asked.is_open
    asked.key(Key.Key_Return)
    assert asked.told == [(told, 4)]
    assert not asked.is_open


@pytest.mark.parametrize("size", [100, 160])
def test_the_words_stay_where_they_are_when_their_keys_go(
    asked: Asked, theme: Theme, size: int
) -> None:
    asked.sheet.dismiss()
    grow(theme, size)
    sheet = PainNowSheet(theme, asked.window, asked._time)
    settle()

    def places() -> list[QRect]:
        return [controls(sheet)[name].geometry() for name in WORDS]

    before = places()
    for name in ("A little more", "A lot more"):
        press(sheet, name)
        settle()
        assert places() == before


def test_a_zero_soon_after_a_one_makes_ten_here_too(asked: Asked) -> None:
    asked.key(Key.Key_4, Key.Key_1)
    asked.now += 700
    asked.key(Key.Key_0, Key.Key_Enter)
    assert asked.told == [(Compared.LOT_MORE, 10)]


def test_arrows_move_and_the_pointer_does_it_all(asked: Asked) -> None:
    press(asked.sheet, "A little more")
    asked.key(Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Right)
    press(asked.sheet, "Continue")
    assert asked.told == [(Compared.LITTLE_MORE, 1)]


def test_the_number_need_not_be_said(asked: Asked) -> None:
    asked.key(Key.Key_4, Key.Key_S)
    assert asked.told == [(Compared.LOT_MORE, None)]


def test_the_answer_in_words_can_be_changed_and_asks_the_number_anew(asked: Asked) -> None:
    asked.key(Key.Key_3, Key.Key_6)
    press(asked.sheet, "A lot more")
    assert "Continue" not in controls(asked.sheet)
    assert not any(tile.isChecked() for tile in asked.sheet.findChildren(PainTile))
    assert "A lot more. How strong is your back pain right now?" in words_on(asked.sheet)
    press(asked.sheet, "Less")
    assert asked.told == [(Compared.LESS, None)]


@pytest.mark.parametrize(
    ("name", "symptom"),
    [
        ("Sharp and sudden", Symptom.SHARP),
        ("Spreading down a leg", Symptom.SPREADING),
        ("Tingling or numb", Symptom.TINGLING),
        ("Weak", Symptom.WEAK),
        ("Dizzy", Symptom.DIZZY),
        ("Chest or breath", Symptom.CHEST),
    ],
)
def test_a_symptom_is_one_press_away(asked: Asked, name: str, symptom: str) -> None:
    press(asked.sheet, name)
    assert asked.told == [(symptom,)]
    assert not asked.is_open


def test_without_numbers_only_symptoms_are_asked_and_none_of_them_is_one_key(
    asked: Asked, theme: Theme
) -> None:
    asked.sheet.dismiss()
    sheet = PainNowSheet(theme, asked.window, asked._time, numbers=False)
    none: list[bool] = []
    sheet.none_told.connect(lambda: none.append(True))
    settle()
    assert "Less" not in controls(sheet)
    focused = QApplication.focusWidget()
    assert focused is controls(sheet)["None of these"]
    asked.key(Key.Key_2, Key.Key_S)
    assert sheet.isVisible()
    asked.key(Key.Key_1)
    assert (none, sheet.isVisible()) == ([True], False)


def test_escape_and_going_back_tell_nothing(qtbot: QtBot, theme: Theme) -> None:
    asked = Asked(qtbot, theme)
    asked.key(Key.Key_3, Key.Key_5, Key.Key_Escape)
    assert asked.told == [()]
    asked = Asked(qtbot, theme)
    press(asked.sheet, "Not now, go back")
    assert asked.told == [()]


def test_tab_reaches_everything_in_reading_order(asked: Asked) -> None:
    asked.key(Key.Key_3, Key.Key_6)
    order = tab_order(asked.sheet, 3)
    assert order == ["Continue", "Prefer not to say", "Sharp and sudden"]
    names = list(controls(asked.sheet))
    assert names[:5] == ["Close", "Less", "The same", "A little more", "A lot more"]
    assert names[-1] == "Not now, go back"


@pytest.mark.parametrize(("width", "height"), [(1120, 760), (880, 600)])
@pytest.mark.parametrize("size", [100, 160, 200])
def test_without_numbers_no_words_are_cut_off(
    asked: Asked, theme: Theme, width: int, height: int, size: int
) -> None:
    asked.sheet.dismiss()
    grow(theme, size)
    asked.window.resize(width, height)
    sheet = PainNowSheet(theme, asked.window, asked._time, numbers=False)
    settle()
    assert not clipped(sheet)
    assert sheet._scroll.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("width", "height"), [(1120, 760), (880, 600)])
@pytest.mark.parametrize("size", [100, 160, 200])
def test_no_words_are_cut_off(
    asked: Asked, theme: Theme, width: int, height: int, size: int
) -> None:
    asked.sheet.dismiss()
    grow(theme, size)
    asked.window.resize(width, height)
    sheet = PainNowSheet(theme, asked.window, asked._time)
    settle()
    assert not clipped(sheet)
    QTest.keyClick(QApplication.focusWidget() or sheet, Key.Key_4)
    settle()
    assert not clipped(sheet)
    tile = sheet.findChildren(PainTile)[0]
    assert tile.visibleRegion().boundingRect() == tile.rect()
    assert sheet._scroll.horizontalScrollBar().maximum() == 0


def test_all_of_it_fits_the_default_window(asked: Asked) -> None:
    asked.key(Key.Key_4, Key.Key_7)
    settle()
    assert asked.sheet._scroll.verticalScrollBar().maximum() == 0
