"""Made-up weeks of the plan: sessions as a history has them, and their sets."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from backplan_gui.core.exercise import Version
from backplan_gui.core.history import HistorySession
from backplan_gui.core.plan import SetSide, set_sides
from backplan_gui.core.records import Done, DoneSet, SessionKind, Unit
from backplan_gui.core.session import Phase

from .samples import SEVEN_DAYS

MONDAY = date(2026, 11, 16)
GENTLE = 0
"""In place of the number of a day."""


class Held(NamedTuple):
    """A session and what was recorded of its sets."""

    session: HistorySession
    sets: tuple[DoneSet, ...]


def sets_of(day: int, only: str = "") -> tuple[SetSide, ...]:
    """All set-sides of a day, or of one exercise of it; of a gentle day one of each."""
    prescriptions = SEVEN_DAYS.day(day or 1).exercises
    found = (s for p in prescriptions for s in set_sides(p) if only in ("", p.exercise))
    return tuple(s for s in found if day or s.set_no == 1)


def held(
    day: int,
    after_days: int,
    before: int | None = None,
    after: int | None = None,
    *,
    round: int = 1,
    only: str = "",
    leaving: int = 0,
    version: Version = Version.STANDARD,
    hour: int = 9,
    **more: object,
) -> Held:
    """A session so many days after MONDAY; the last `leaving` sets were begun and not done."""
    on = (MONDAY + timedelta(days=after_days)).isoformat()
    begun, id = f"{on}T{hour:02}:30:00Z", f"{on}-{hour}-{round}-{day}-{only}"
    wanted = sets_of(day, only)
    kind = SessionKind.PLAN if day else SessionKind.GENTLE
    session = HistorySession(
        id,
        kind,
        day or None,
        round,
        begun,
        on,
        60,
        begun,
        Phase.FINISHED,
        720_000,
        len(wanted),
        len(wanted) - leaving,
        before,
        after,
    )
    sets = tuple(
        DoneSet(
            id,
            round,
            day or None,
            begun,
            on,
            Done(0, s.exercise, s.set_no, s.side, version, 10, 10, Unit.REPS, done=is_done),
        )
        for i, s in enumerate(wanted)
        for is_done in (i < len(wanted) - leaving,)
    )
    return Held(replace(session, **more), sets)


def split(story: Sequence[Held]) -> tuple[tuple[HistorySession, ...], tuple[DoneSet, ...]]:
    """A history in order of time, and all sets."""
    inside = sorted(story, key=lambda one: one.session.begun)
    return tuple(one.session for one in inside), tuple(s for one in inside for s in one.sets)


def whole_week(first: int = 0, round: int = 1) -> Iterator[Held]:
    """All seven days on seven dates, day 5 in its three parts."""
    numbers = [(6, 5), (5, 5), (5, 3), (4, 5), (4, 3), (4, None), (3, 3), (4, 4), (3, 2)]
    parts = [p.exercise for p in SEVEN_DAYS.day(5).exercises]
    days = [*((n, "") for n in (1, 2, 3, 4)), *((5, p) for p in parts), (6, ""), (7, "")]
    for (day, only), (before, after), hour in zip(days, numbers, range(9, 18), strict=True):
        yield held(day, first + day - 1, before, after, round=round, only=only, hour=hour)


pain = st.none() | st.integers(0, 10)
stories = st.lists(
    st.builds(
        held,
        st.integers(0, 7),
        st.integers(0, 4000),
        pain,
        pain,
        round=st.integers(1, 4),
        leaving=st.integers(0, 3),
        version=st.sampled_from(Version),
        hour=st.integers(0, 23),
        note=st.just("") | st.text(max_size=60) | st.text("ab cdefg ", min_size=200, max_size=900),
        guided_ms=st.integers(0, 10**7),
        outside_ms=st.sampled_from((0, 0, 1_500_000)),
    ),
    max_size=40,
    unique_by=lambda one: one.session.id,
)
"""Any sessions of eleven years."""
