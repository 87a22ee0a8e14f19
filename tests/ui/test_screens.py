"""Where windows may lie, whichever screens there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QGuiApplication

from backplan_gui.ui.screens import (
    Screens,
    area_around,
    in_sight,
    is_lost,
    keeps_on_top,
    screen_around,
)

from .seeing import settle

LEFT = QRect(0, 0, 1920, 1040)
RIGHT = QRect(1920, 200, 1366, 728)
MINI = QRect(0, 0, 360, 120)

numbers = st.integers(-6000, 6000)
screens = st.lists(
    st.builds(QRect, numbers, numbers, st.integers(800, 4000), st.integers(600, 3000)),
    min_size=1,
    max_size=4,
)


def at(x: int, y: int) -> QRect:
    return MINI.translated(x, y)


def test_a_window_that_is_all_in_sight_stays() -> None:
    for place in (at(0, 0), at(1560, 920), at(1920, 200), at(2926, 808)):
        assert in_sight(place, [LEFT, RIGHT]) == place


def test_a_window_across_two_screens_stays() -> None:
    across = at(1700, 400)
    assert in_sight(across, [LEFT, RIGHT]) == across


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (at(1700, 1000), at(1560, 920)),
        (at(-200, -50), at(0, 0)),
        (at(2500, 100), at(2500, 200)),
        (at(9000, 9000), at(2926, 808)),
        (at(-9000, 300), at(0, 300)),
    ],
)
def test_it_comes_no_further_than_it_must_and_to_the_nearest_screen(
    place: QRect, there: QRect
) -> None:
    assert in_sight(place, [LEFT, RIGHT]) == there


def test_from_a_screen_that_is_gone_it_comes_to_one_that_is_left() -> None:
    assert LEFT.contains(in_sight(at(2500, 600), [LEFT]))


@given(numbers, numbers, screens)
def test_it_is_always_in_sight_and_as_large_as_it_was(x: int, y: int, areas: list[QRect]) -> None:
    there = in_sight(at(x, y), areas)
    assert there.size() == MINI.size()
    assert sum(_size(there.intersected(area)) for area in areas) >= _size(MINI)
    assert in_sight(there, areas) == there


def _size(rect: QRect) -> int:
    return rect.width() * rect.height()


def test_a_window_larger_than_the_screen_has_its_corner_there() -> None:
    large = QRect(300, 200, 3000, 2000)
    assert in_sight(large, [RIGHT]).topLeft() == RIGHT.topLeft()


def test_half_of_a_window_is_enough_not_to_be_lost() -> None:
    assert not is_lost(at(1740, 900), [LEFT])
    assert is_lost(at(1741, 900), [LEFT])


def test_somewhere_off_all_screens_the_main_one_is_meant(qapp: QGuiApplication) -> None:
    main = QGuiApplication.primaryScreen()
    assert area_around(at(90_000, 0)) == main.availableGeometry()
    assert screen_around(at(90_000, 0)) == screen_around(at(1, 1)) == main.geometry()


@pytest.mark.parametrize(
    ("platform", "kept"), [("xcb", True), ("windows", True), ("wayland", False)]
)
def test_where_windows_cannot_be_kept_on_top_that_is_known(
    monkeypatch: pytest.MonkeyPatch, platform: str, kept: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    assert keeps_on_top() is kept


def test_a_screen_that_goes_comes_or_changes_is_told_a_moment_later(
    qapp: QGuiApplication,
) -> None:
    owner = QObject()
    told: list[str] = []
    Screens(owner).changed.connect(lambda: told.append("changed"))
    screen = QGuiApplication.primaryScreen()
    qapp.screenRemoved.emit(screen)
    assert told == []
    settle()
    assert told == ["changed"]
    qapp.primaryScreenChanged.emit(screen)
    screen.availableGeometryChanged.emit(QRect(QPoint(0, 0), screen.size()))
    settle()
    assert told == ["changed"] * 3
