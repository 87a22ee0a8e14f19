"""Made-up pasts, weeks and answers, for stories and for every combination.

Dates are days of one month: day 20 is today.
"""

from typing import Any

from hypothesis import strategies as st

from backplan_gui.core.easing import Easier, Moment
from backplan_gui.core.offers import Choice, Offer, Start, Way, start_offer
from backplan_gui.core.pain import Moving, Settled, Symptom
from backplan_gui.core.past import Past, PastSession
from backplan_gui.core.records import SafetyAnswer, SafetyGroup, SessionKind
from backplan_gui.core.rules import Kind
from backplan_gui.core.schedule import DayStanding, DayState, Week
from backplan_gui.core.starting import Answers, Situation

PLAN, GENTLE = SessionKind.PLAN, SessionKind.GENTLE


def on(day_of_month: int) -> str:
    """A local date of the month."""
    return f"2026-11-{day_of_month:02}"


TODAY = on(20)


def held(
    before: int | None = None,
    during: int | None = None,
    after: int | None = None,
    *,
    date: int = 19,
    day: int | None = 2,
    kind: SessionKind = PLAN,
    **more: Any,
) -> PastSession:
    """A session; yesterday's, of day 2, unless said otherwise."""
    return PastSession(
        on(date), kind, None if kind is GENTLE else day, before, during, after, **more
    )


def asked(before: int | None, *, date: int = 19, **more: Any) -> PastSession:
    """A before-question after which no session followed."""
    return PastSession(on(date), None, before=before, **more)


def weekly(done: dict[int, int] | None = None) -> Week:
    """A week in which these days are done, by the days of the month on which they were."""
    done = done or {}
    return Week(
        1,
        tuple(
            DayStanding(n, DayState.DONE if n in done else DayState.COMING, 0, 6, on(done[n]))
            if n in done
            else DayStanding(n, DayState.COMING, 0, 6)
            for n in range(1, 8)
        ),
    )


def signed(
    group: SafetyGroup = SafetyGroup.NONE, *, checked: bool = False, date: int = 1
) -> SafetyAnswer:
    """An answer to the warning signs."""
    return SafetyAnswer("id", "", on(date), group, checked_on=on(date) if checked else None)


def starts(
    pain: int | None = None,
    *past: PastSession,
    day: int = 3,
    done: dict[int, int] | None = None,
    signs: SafetyAnswer | None = None,
    questions: bool = True,
    **said: Any,
) -> Start:
    """What a person is offered today who asks for day 3, or another, with this past."""
    at = Situation(TODAY, day, signs or signed(), weekly(done), past, questions)
    return start_offer(at, Answers(pain, **said))


def kinds(start: Start) -> list[Kind]:
    """All that fired: the offer, then the notes."""
    return [start.offer.kind, *(note.kind for note in start.notes)]


def ways(offer: Offer) -> list[Way]:
    """What may be chosen, without the days."""
    return [choice.way for choice in offer.choices]


def repeat(day: int) -> Choice:
    """The choice of that day instead."""
    return Choice(Way.REPEAT, day)


pains = st.none() | st.integers(0, 10)
numbers = st.integers(0, 10)
settled = st.none() | st.sampled_from(Settled)

past_sessions = st.builds(
    PastSession,
    st.integers(10, 20).map(on),
    st.sampled_from((PLAN, PLAN, GENTLE, None)),
    st.integers(1, 7),
    pains,
    pains,
    pains,
    settled,
    st.integers(0, 2),
    st.booleans(),
    st.booleans(),
)


def _lawful(past: list[PastSession]) -> Past:
    """In order of time; only sessions of the plan have a day."""
    return tuple(
        PastSession(
            one.local_date,
            one.kind,
            one.day if one.kind is PLAN else None,
            one.before,
            one.during if one.kind else None,
            one.after if one.kind else None,
            one.settled,
            one.red_ended if one.kind else 0,
            one.done_day and one.kind is PLAN,
            one.ache,
        )
        for one in sorted(past, key=lambda one: one.local_date)
    )


pasts = st.lists(past_sessions, max_size=6).map(_lawful)
weeks = st.dictionaries(st.integers(1, 7), st.integers(8, 20)).map(weekly)
signs = st.builds(
    signed, st.sampled_from(SafetyGroup), checked=st.booleans(), date=st.integers(15, 20)
)
answers = st.builds(
    Answers,
    pains,
    st.booleans(),
    settled,
    st.booleans(),
    st.booleans(),
    st.none() | st.sampled_from(Moving),
)
situations = st.builds(
    Situation, st.just(TODAY), st.integers(1, 7), signs, weeks, pasts, st.booleans()
)
moments = st.builds(
    Moment,
    pains,
    pains,
    st.booleans(),
    st.sampled_from(Easier),
    st.integers(0, 5),
    st.integers(0, 3),
    st.none() | st.sampled_from(Symptom),
)
