"""What there is to say at the end of a session."""

import msgspec
import pytest

from backplan_gui.core.finish import FinishView
from backplan_gui.core.schedule import DayState


def view(*states: DayState) -> FinishView:
    return FinishView(1, states, sets_done=7, sets=7, guided_ms=0, planned_ms=0)


def test_a_week_is_whole_when_every_day_is_done() -> None:
    done, coming = DayState.DONE, DayState.COMING
    assert view(done, coming, done).days_done == 2
    assert not view(done, DayState.SKIPPED, done).all_done
    assert view(done, done).all_done


@pytest.mark.parametrize("open_day", [DayState.COMING, DayState.STARTED, DayState.SKIPPED])
def test_one_open_day_keeps_a_week_open(open_day: DayState) -> None:
    states = [DayState.DONE] * 6
    assert not view(*states, open_day).all_done
    assert view(*states, open_day).days_done == 6


def test_where_nobody_was_asked_nothing_is_said_about_pain() -> None:
    plain = view(DayState.DONE)
    assert (plain.pain, plain.said, plain.gentle, plain.note) == (None, (), False, "")


@pytest.mark.parametrize(
    ("done", "first_time", "stays"),
    [(True, True, False), (True, False, False), (False, True, False), (False, False, True)],
)
def test_only_a_repeat_in_part_leaves_a_day_done(done: bool, first_time: bool, stays: bool) -> None:
    one = msgspec.structs.replace(view(DayState.DONE), done=done, first_time=first_time)
    assert one.stays_done is stays
