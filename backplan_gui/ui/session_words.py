"""What is said of a session that is looked at afterwards. Pure functions of its values."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Version
from ..core.opened import Fate, OpenedSession, OpenedSet
from ..core.pain import CheckIn, Settled, change_said
from ..core.plan import Side
from ..core.records import SessionKind, Unit
from ..core.schedule import DayStanding, DayState
from ..core.session import Phase
from ..core.timing import LONGEST, LONGEST_WALK, Fault
from .pain_words import change_line

Fact = tuple[str, str]
"""What it is, and what is said of it."""
LONG = 120
"""From so many seconds on they are said in minutes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("session", text)


# What it was


def exercise_name(exercise: str, content: Content) -> str:
    """Its name; of an exercise that no plan has any more, its id."""
    return content.text(exercise).name if exercise in content.exercises else exercise


def title(session: OpenedSession, content: Content) -> str:
    """As in "Day 4, Build strength"."""
    if session.kind is SessionKind.GENTLE:
        return _tr("Gentle day")
    if session.day is None:
        names = [exercise_name(one.exercise, content) for one in session.exercises]
        return ", ".join([_tr("Practice"), *names])
    days = {day.number for day in content.plan.days}
    short = [content.day_text(session.day).short] if session.day in days else []
    return ", ".join([_tr("Day {}").format(session.day), *short])


def when(local_date: str, clock: str) -> str:
    """As in "Friday, 5 June 2026, 10:30"."""
    return f"{words.weekday(local_date, 'dddd, d MMMM yyyy')}, {clock}"


def facts(session: OpenedSession) -> list[Fact]:
    """How long it was, how it went, how many sets it came to."""
    length = words.clock(session.length_ms)
    if not session.is_outside:
        planned = _tr("{} planned").format(words.clock(session.planned_ms))
        length = words.MIDDLE_DOT.join((length, planned))
    done = words.sets_of(session.sets_done, session.sets)
    return [(_tr("Time"), length), (_tr("Sets"), done), (_tr("How it went"), ended(session))]


def ended(session: OpenedSession) -> str:
    """As in "All the way through"."""
    if session.is_unfinished:
        return _tr("Not finished yet")
    if session.is_outside:
        return _tr("Outside, told afterwards")
    if session.phase is Phase.FINISHED:
        return _tr("All the way through")
    return _tr("Stopped before the end")


def day_said(standing: DayStanding, *, parts: bool) -> str:
    """How the day of the plan stands now, with all of its sessions."""
    day = _tr("Day {}").format(standing.number)
    if standing.state is DayState.DONE:
        if standing.by_hand:
            return _tr("{} is done. You counted it as done.").format(day)
        return _tr("{} is done.").format(day)
    if standing.sets_done:
        far = words.sets_of(standing.sets_done, standing.sets, parts=parts)
        return _tr("{} is open, with {} done.").format(day, far)
    return _tr("{} is open.").format(day)


def day_changed(before: DayStanding, after: DayStanding) -> str:
    """What a change has made of the day; "" where it stays done, or stays open."""
    if not _turns(before, after):
        return ""
    said = _tr("Day {} is done.") if after.state is DayState.DONE else _tr("Day {} is open again.")
    return said.format(after.number)


def day_will_change(before: DayStanding, after: DayStanding) -> str:
    """What a change would make of it, said before."""
    if not _turns(before, after):
        return _tr("Day {} stays as it is.").format(after.number)
    return _tr("Day {} will be open again.").format(after.number)


def _turns(before: DayStanding, after: DayStanding) -> bool:
    return (before.state is DayState.DONE) != (after.state is DayState.DONE)


# Its sets


def amount(count: int, unit: Unit) -> str:
    """As in "10 reps", "30 s" or "20 min"."""
    if unit is Unit.REPS:
        return words.reps(count)
    if count < LONG:
        return _tr("{} s").format(count)
    return words.clock(1000 * count) if count % 60 else words.minutes(count // 60)


def side_said(side: Side | None, exercise: str, content: Content) -> str:
    """As in "Left leg"."""
    if side is None:
        return ""
    if exercise in content.exercises:
        return words.side_limb(side, content.text(exercise))
    return words.side(side).capitalize()


def version_said(version: Version) -> str:
    """As in "Easier"."""
    names = {
        Version.STANDARD: _tr("Standard"),
        Version.EASIER: _tr("Easier"),
        Version.HARDER: _tr("Harder"),
        Version.NO_FLOOR: _tr("Off the floor"),
    }
    return names[version]


def done_said(one: OpenedSet) -> str:
    """How much was done, or what became of it instead."""
    match one.fate:
        case Fate.DONE | Fate.PART:
            return amount(one.actual, one.unit)
        case Fate.SKIPPED:
            return _tr("Skipped")
        case Fate.NOT_REACHED:
            return _tr("Not begun")
        case Fate.LEFT_OUT:
            return _tr("Left out")


def why_said(one: OpenedSet, *, unfinished: bool) -> str:
    """Why it was not done, as far as that is known; "" of a whole one."""
    if one.why:
        return one.why
    match one.fate:
        case Fate.DONE:
            return _tr("A little less, and it counts.") if one.actual < one.planned else ""
        case Fate.PART:
            return _tr("Ended early.")
        case Fate.NOT_REACHED:
            return "" if unfinished else _tr("The session ended before it.")
        case _:
            return _tr("You went on without it.")


def reasons(sets: Sequence[OpenedSet], *, unfinished: bool) -> list[str]:
    """The same for all sets of an exercise; what is true of several in a row is said once."""
    said = [why_said(one, unfinished=unfinished) for one in sets]
    following = [*said[1:], ""]
    return ["" if why == later else why for why, later in zip(said, following, strict=True)]


def set_said(one: OpenedSet, side: str) -> str:
    """A set in one line: "Set 1 · Left leg · 30 s planned · 30 s done · Easier"."""
    planned = _tr("{} planned").format(amount(one.planned, one.unit))
    done = done_said(one)
    if one.fate in (Fate.DONE, Fate.PART):
        done = _tr("{} done").format(done)
    parts = [_tr("Set {}").format(one.set_no), side, planned, done, version_said(one.version)]
    return words.MIDDLE_DOT.join(filter(None, parts))


# What was said about pain


def pain_facts(session: OpenedSession) -> list[Fact]:
    """The numbers, as they were given."""
    said = [(_tr("Before"), _number(session.before))]
    during = [str(c.pain) for c in session.during if c.pain is not None]
    if during:
        said.append((_tr("During"), ", ".join(during)))
    waits = session.is_unfinished and session.after is None
    return [*said, (_tr("After"), _tr("Not yet") if waits else _number(session.after))]


def pain_lines(session: OpenedSession) -> list[str]:
    """What the two numbers may be said to be, and what else was ticked."""
    before, after = session.before, session.after
    lines = []
    if before and after and before.pain is not None and after.pain is not None and not after.ache:
        lines.append(change_line(change_said(before.pain, after.pain)))
    if before is not None:
        lines += [_settled(before.settled), _ache(before, _tr("Before"))]
        lines.append(_tr("Took pain relief before.") if before.medicine else "")
        lines.append(_tr("Something new in the legs.") if before.legs else "")
    if after is not None:
        lines.append(_ache(after, _tr("After")))
    return [line for line in lines if line]


def _number(answer: CheckIn | None) -> str:
    if answer is None:
        return _tr("Not asked")
    return _tr("Not said") if answer.pain is None else str(answer.pain)


def _settled(settled: Settled | None) -> str:
    match settled:
        case Settled.YES:
            return _tr("Extra pain from last time had settled.")
        case Settled.NO:
            return _tr("Extra pain from last time had not settled.")
        case _:
            return ""


def _ache(answer: CheckIn, place: str) -> str:
    return _tr("{}: the ordinary ache of muscles.").format(place) if answer.ache else ""


# What is changed


def goes(sets: int, answers: int, notes: int) -> str:
    """What goes with a session: "6 sets · 2 answers about pain · 1 note"."""
    counted = ((sets, words.sets), (answers, words.answers), (notes, words.notes))
    return words.MIDDLE_DOT.join(said(n) for n, said in counted if n)


def fault_said(fault: Fault, *, outside: bool) -> str:
    """Why a time cannot be kept."""
    match fault:
        case Fault.FUTURE:
            return _tr("That has not come yet.")
        case Fault.TOO_EARLY:
            return _tr("That is before the year 2000.")
        case Fault.TOO_LONG:
            longest = LONGEST_WALK if outside else LONGEST
            return _tr("The longest is {}.").format(words.minutes_spoken(longest))
