from backplan_gui.core.finish import FinishView
from backplan_gui.core.schedule import DayState


def view(*states: DayState) -> FinishView:
    return FinishView(1, states, sets_done=7, sets=7, guided_ms=0, planned_ms=0)


def test_a_week_is_whole_when_every_day_is_done() -> None:
    done, coming = DayState.DONE, DayState.COMING
    assert view(done, coming, done).days_done == 2
    assert not view(done, DayState.SKIPPED, done).all_done
    assert view(done, done).all_done
