"""What is said of both sides of a change looks alike, however little room there is."""

import pytest
from pytestqt.qtbot import QtBot

from backplan_gui.core.moments import Ready
from backplan_gui.core.plan import Side
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.figure_view import figures
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.side_pair import SidePair, Sides

from .seeing import clipped, grow, settle, show

BEFORE, AFTER = "Left leg done", "Right leg next"


@pytest.fixture
def pair(qtbot: QtBot, theme: Theme) -> SidePair:
    left, right = (figures().figure_at("standing-hamstring-stretch", s, Ready()) for s in Side)
    pair = SidePair(theme)
    pair.show_sides(Sides((left, right), BEFORE, True, AFTER, "30 s, set 2 of 3"))
    show(qtbot, pair, 420, 400)
    pair.stand_on(300)
    return pair


def looks(pair: SidePair) -> list[str]:
    """The style of the words of each side."""
    labels = [label for label in pair.findChildren(Label) if label.text() in (BEFORE, AFTER)]
    return [label._role for label in labels]


@pytest.mark.parametrize("size", [100, 160, 200])
@pytest.mark.parametrize("times", [0, 1])
def test_both_sides_are_written_alike_in_every_width(
    pair: SidePair, theme: Theme, size: int, times: int
) -> None:
    grow(theme, size)
    if times:
        pair.set_times(times)
    seen = set()
    for width in range(260, 1000, 10):
        pair.resize(width, 400)
        settle()
        before, after = looks(pair)
        assert before == after, width
        assert width < 500 or not clipped(pair)
        seen.add(before)
    assert len(seen) > 1
