"""The sessions of the current round as the rules see them, oldest first.

Nothing here is stored: it is built from check-ins and sessions at every look. A
before-question after which no session followed (rest, or 8 to 10) stands in the past too,
because "not settled" can be said on it; `kind` is None then. Practice is no part of it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import takewhile

import msgspec

from .pain import Asked, CheckIn, Light, Settled, after_light, during_light
from .records import SessionKind, SessionSummary

Past = tuple["PastSession", ...]


class PastSession(msgspec.Struct, frozen=True):
    """One session, or one before-question without a session."""

    local_date: str
    kind: SessionKind | None
    """None: no session followed."""
    day: int | None = None
    before: int | None = None
    during: int | None = None
    """The highest."""
    after: int | None = None
    """None when it was the ordinary ache of muscles, too."""
    settled: Settled | None = None
    """What the next before-question said about it."""
    red_ended: int = 0
    """Exercises that were ended because the easier version was still too much (R5)."""
    done_day: bool = False
    """It completed its day of the plan."""
    ache: bool = False
    """The number before was the ordinary ache of muscles: no rise is read from it (R10)."""
    idle: bool = False
    """It ended before a set of it was done."""

    @property
    def gentle(self) -> bool:
        """Judged by the lines of a gentle day."""
        return self.kind is SessionKind.GENTLE

    @property
    def light(self) -> Light | None:
        """The light of its end; None where a number is missing."""
        if self.before is None or self.after is None:
            return None
        return after_light(self.before, self.after, gentle=self.gentle)

    @property
    def up(self) -> bool:
        """R8."""
        return self.light is Light.RED

    @property
    def rose(self) -> bool:
        """Any rise from before to after (R9)."""
        return self.before is not None and self.after is not None and self.after > self.before

    @property
    def red(self) -> bool:
        """Red at some point on the way (R4)."""
        if self.before is None or self.during is None:
            return self.red_ended > 0
        light = during_light(self.before, self.during, gentle=self.gentle)
        return self.red_ended > 0 or light is Light.RED


def past_of(
    check_ins: Sequence[CheckIn],
    summaries: Sequence[SessionSummary],
    *,
    red_ended: Mapping[str, int],
    completed: Collection[str],
    idle: Collection[str] = (),
) -> Past:
    """The past of a round from its answers and its sessions.

    `red_ended` counts by session the exercises R5 ended, `completed` are the sessions that
    completed their day, `idle` those that ended before a set was done. Of two answers on one
    date with no session after the first, the last counts: answering again is always possible.
    """
    entries = [
        (one.begun, *_session(one, check_ins, red_ended, completed, idle))
        for one in summaries
        if one.kind is not SessionKind.PRACTICE
    ]
    for c in check_ins:
        if c.session is None and c.asked is Asked.BEFORE:
            question = PastSession(c.local_date, None, before=c.pain, ache=c.ache)
            entries.append((c.at, question, c.settled))
    past: Past = ()
    for _, one, settled in sorted(entries, key=lambda entry: entry[0]):
        past = followed_by(past, one, settled)
    return past


def followed_by(past: Past, one: PastSession, settled: Settled | None) -> Past:
    """The past with one more before-question, which said `settled` about the one before it."""
    last = past[-1] if past else None
    if last and last.kind is None and last.local_date == one.local_date and one.before is not None:
        past = past[:-1]
        settled = settled or (past[-1].settled if past else None)
    if past:
        past = (*past[:-1], msgspec.structs.replace(past[-1], settled=settled))
    return (*past, one)


def _session(
    summary: SessionSummary,
    check_ins: Sequence[CheckIn],
    red_ended: Mapping[str, int],
    completed: Collection[str],
    idle: Collection[str],
) -> tuple[PastSession, Settled | None]:
    """One session, and what its before-question said about the one before it."""
    mine = [c for c in check_ins if c.session == summary.id]
    before = next((c for c in reversed(mine) if c.asked is Asked.BEFORE), None)
    after = next((c for c in reversed(mine) if c.asked is Asked.AFTER), None)
    during = [c.pain for c in mine if c.asked is Asked.DURING and c.pain is not None and not c.ache]
    session = PastSession(
        summary.local_date,
        summary.kind,
        summary.day,
        before.pain if before else None,
        max(during, default=None),
        after.pain if after and not after.ache else None,
        red_ended=red_ended.get(summary.id, 0),
        done_day=summary.id in completed,
        ache=before.ache if before else False,
        idle=summary.id in idle,
    )
    return session, before.settled if before else None


def sessions(past: Past) -> Past:
    """Only where a session followed."""
    return tuple(one for one in past if one.kind is not None)


def days_between(earlier: str, later: str) -> int:
    """From one local date to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def back_pain_before(past: Past) -> int | None:
    """The last number before a session that was back pain and not the ache of muscles."""
    numbers = (one.before for one in reversed(sessions(past)) if not one.ache)
    return next((number for number in numbers if number is not None), None)


def not_settled(past: Past) -> bool:
    """R10 on the last before-question of this past.

    By the letter the number is compared with the last session's whenever that was; the
    ordinary ache of muscles excuses the number, not a "no".
    """
    *earlier, one = past
    number, previous = one.before, back_pain_before(tuple(earlier))
    if earlier and earlier[-1].settled is Settled.NO:
        return True
    if number is None or previous is None or one.ache:
        return False
    return number >= 4 and number >= previous + 2


def asks_settled(past: Past, today: str) -> bool:
    """Ask whether extra pain settled: after a session of an earlier date, once."""
    last = sessions(past)[-1:]
    return any(one.settled is None and one.local_date < today for one in last)


def asks_ache(past: Past, before: int) -> bool:
    """Ask whether a number is the back, or the ordinary ache: only if higher than last time."""
    previous = back_pain_before(past)
    return previous is not None and before > previous


def two_rises(past: Past) -> bool:
    """R9: any rise on the last two sessions; a missing number is no rise."""
    last = sessions(past)[-2:]
    return len(last) == 2 and all(one.rose for one in last)


def last_plan_day(past: Past) -> int | None:
    """The day of the plan that was on last."""
    plan = [one.day for one in past if one.kind is SessionKind.PLAN]
    return plan[-1] if plan else None


def dates_on(past: Past, day: int) -> set[str]:
    """The dates on which this day was on since another one was; a gentle day is not another."""
    plan = (one for one in reversed(past) if one.kind is SessionKind.PLAN)
    return {one.local_date for one in takewhile(lambda one: one.day == day, plan)}


def ready_for_more(past: Past) -> bool:
    """R15 on the last three sessions; on three dates, for a single day never suggests it.

    Not where R9 stood before one of them, as before the easier repeat it offers, or stands now;
    and a session of which nothing was done says nothing.
    """
    held = sessions(past)
    last = held[-3:]
    if any(two_rises(held[: len(held) - later]) for later in range(4)):
        return False
    return len({one.local_date for one in last}) == 3 and all(
        one.kind is SessionKind.PLAN
        and one.before is not None
        and one.before <= 2
        and one.light in (Light.GREEN, Light.AMBER)
        and not one.red
        and not one.idle
        for one in last
    )
