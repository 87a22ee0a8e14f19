"""Sessions as the record tells them, for stories about the page of progress."""

from typing import Any

import msgspec

from backplan_gui.core.history import HistorySession
from backplan_gui.core.records import SessionKind
from backplan_gui.core.schedule import DayStanding, DayState, Week
from backplan_gui.core.session import Phase

TODAY = "2026-06-06"  # a Saturday


def held(date: str, day: int | None, **more: Any) -> HistorySession:
    """A session of some day, all of whose seven sets were done in ten minutes."""
    kind = SessionKind.GENTLE if day is None else SessionKind.PLAN
    at = f"{date}T09:00:00Z"
    one = HistorySession(
        f"{date}-{day}", kind, day, 1, at, date, 120, at, Phase.FINISHED, 600_000, 7, 7
    )
    return msgspec.structs.replace(one, **more)


WEEK = (
    held("2026-06-01", 1, before=5, after=3, guided_ms=730_000, note="Slept better"),
    held("2026-06-02", 2, before=5, after=4, guided_ms=1_040_000),
    held("2026-06-04", 3, before=4, after=3, guided_ms=1_248_000, sets=8, note="Left hip tight"),
    held("2026-06-05", 4, before=4, after=2, guided_ms=1_022_000, sets=6, sets_done=6),
)
"""The sessions of design/09."""


def week(*sets: int, round: int = 1) -> Week:
    """Seven days of seven sets, so many of them done on each."""
    done = (*sets, *[0] * (7 - len(sets)))
    states = [DayState.DONE if n >= 7 else DayState.COMING for n in done]
    return Week(round, tuple(DayStanding(n + 1, states[n], done[n], 7) for n in range(len(done))))


FOUR_DONE = week(7, 7, 7, 7)
