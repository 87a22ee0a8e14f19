"""The session engine: a cursor over a script, moved by commands and instants.

`apply(session, command, now)` is the only way a session changes; what happened comes out
as events. It knows no clock: instants are whole milliseconds of one steady clock, handed
in. Steps end at deadlines that follow from the script, so how often anybody looks does not
matter, and a look that comes late crosses every boundary in order.

There is no gap rule here. The runner, which sees the real clocks, suspends a session at
the last good instant when the machine slept or stalled.
"""

from collections.abc import Callable

import msgspec

from .fewer import sets_to_come, with_fewer_sets
from .floor import DOWN, UP
from .plan import Side
from .script import Script, Step, StepKind
from .session import (
    TRANSITIONS,
    Command,
    Event,
    Phase,
    PhaseChanged,
    RepCounted,
    Session,
    StepStarted,
    Worked,
    WorkEnded,
)
from .shown import reps_done
from .switching import NewForm, in_version, why_not

REENTRY_MS = 3_000
"""Time to get back into position after a pause (PRODUCT.md 2.5)."""
HELD_MS = 600
"""Skip, Back and Enter do nothing so soon after a step changed by itself (PRODUCT.md 2.5)."""
NUDGE_MS = 10_000
SHORTEST_MS, LONGEST_MS = 5_000, 600_000
KEEP_GOING_MS = 60_000

Outcome = tuple[Session, tuple[Event, ...]]


class NotAllowed(Exception):
    """The command makes no sense now; nothing was changed."""


class Held(NotAllowed):
    """The step has only just changed by itself; the key was meant for the one before."""


def apply(session: Session, command: Command, now: int, new: NewForm | None = None) -> Outcome:
    """The session after a command at an instant, and what happened, in order.

    Time up to `now` passes first; when it ends what the command was meant for, that is all
    that happens. `new` says what VERSION switches to; with BACK it is the version one stays in
    whatever the sets before were done in. NotAllowed (Held: too soon after a step change)
    leaves the session as it was.
    """
    moved, before = _advanced(session, now)
    if command is Command.TICK and command in allowed(session):
        return moved, before
    refusal = _refusal(moved, command, new)
    if refusal and before:
        return moved, before
    if refusal:
        raise NotAllowed(refusal)
    if is_held(moved, command):
        raise Held(command)
    match command, new:
        case Command.VERSION, NewForm() as form:
            session, after = _in_version(moved, form)
        case Command.BACK, NewForm() as form:
            session, after = _back_in_version(moved, form)
        case _:
            session, after = _ACTIONS[command](moved, TRANSITIONS[moved.phase][command])
    seen = now if session.phase in (Phase.RUNNING, Phase.RESUMING) else None
    return _with(session, seen=seen), before + after


def _refusal(session: Session, command: Command, new: NewForm | None) -> str:
    """What is wrong with a command, for the log; empty if nothing is."""
    if command not in allowed(session):
        return f"{command} while {session.phase}"
    return why_not(session, new) if command is Command.VERSION else ""


_HOLDABLE = (Command.SKIP, Command.BACK, Command.NEXT)


def is_held(session: Session, command: Command) -> bool:
    """Skip, Back and Enter wait a moment after a step changed by itself."""
    return (
        command in _HOLDABLE
        and session.phase is Phase.RUNNING
        and session.by_itself
        and session.elapsed < HELD_MS
    )


def allowed(session: Session) -> frozenset[Command]:
    """The commands that make sense now; a page enables its controls from it."""
    listed = TRANSITIONS[session.phase]
    return frozenset(c for c in listed if c not in _CONDITIONS or _CONDITIONS[c](session))


def restored(session: Session) -> Session:
    """A session read back from disk is paused: nobody is on the mat."""
    if not session.is_open:
        return session
    return _with(session, phase=Phase.PAUSED, reentry=0, by_itself=False, seen=None)


def _with(session: Session, **changes: object) -> Session:
    return msgspec.structs.replace(session, **changes)


def _advanced(session: Session, now: int) -> Outcome:
    """Let the time since the last look pass; a clock that went back passes nothing."""
    if session.phase not in (Phase.RUNNING, Phase.RESUMING):
        return session, ()
    passed = max(0, now - session.seen) if session.seen is not None else 0
    session = _with(session, seen=now)
    events: tuple[Event, ...] = ()
    if session.phase is Phase.RESUMING:
        used = min(passed, session.reentry)
        session = _with(session, reentry=session.reentry - used)
        passed -= used
        if session.reentry:
            return session, ()
        session = _with(session, phase=Phase.RUNNING)
        events = (PhaseChanged(Phase.RUNNING),)
    while session.phase is Phase.RUNNING:
        step_left = session.step.ms - session.elapsed
        if session.step.own_pace or passed < step_left:
            moved = _with(session, elapsed=session.elapsed + passed, guided=session.guided + passed)
            return moved, events
        passed -= step_left
        session = _with(session, elapsed=session.step.ms, guided=session.guided + step_left)
        session, more = _left(session, session.index + 1, by_itself=True)
        events += more
    return session, events


def _left(session: Session, index: int, *, by_itself: bool = False, whole: bool = False) -> Outcome:
    """Leave the current step for another one, noting what was worked."""
    events: tuple[Event, ...] = ()
    if session.step.kind is StepKind.WORK:
        session, events = _noted(session, complete=by_itself or whole)
    if index >= len(session.script):
        finished = _with(session, index=len(session.script), elapsed=0, phase=Phase.FINISHED)
        return finished, (*events, PhaseChanged(Phase.FINISHED))
    session = _with(session, index=index, elapsed=0, counted=0, by_itself=by_itself)
    return session, (*events, StepStarted(index, session.step, by_itself))


def _noted(session: Session, *, complete: bool) -> Outcome:
    """Remember what was done of the current work step.

    What was recorded before stays unless this try is whole or goes further: a set once
    done is never lost by going back to it.
    """
    step = session.step
    amount = reps_done(session) if step.reps else session.elapsed
    worked = Worked(
        step.exercise_no, step.set_no, step.side, step.part, amount, complete, step.version
    )
    kept = tuple(w for w in session.worked if _key(w) != _key(worked))
    before = next((w for w in session.worked if _key(w) == _key(worked)), None)
    if before and not complete and (before.complete or before.amount >= amount):
        return session, ()
    if not amount:
        return session, ()
    return _with(session, worked=(*kept, worked)), (WorkEnded(session.index, worked),)


def _key(worked: Worked) -> tuple[int, int, Side | None, int]:
    return worked.exercise_no, worked.set_no, worked.side, worked.part


def _started(session: Session, phase: Phase) -> Outcome:
    begun = _with(session, phase=phase)
    return begun, (PhaseChanged(phase), StepStarted(session.index, session.step, False))


def _paused(session: Session, phase: Phase) -> Outcome:
    return _with(session, phase=phase, reentry=0), (PhaseChanged(phase),)


def _suspended(session: Session, phase: Phase) -> Outcome:
    return _with(session, phase=phase, reentry=0), (PhaseChanged(phase, suspended=True),)


def _resumed(session: Session, phase: Phase) -> Outcome:
    """Waiting steps go on at once; the body needs three seconds to get back into the others."""
    if session.step.kind in (StepKind.ENTER, StepKind.WORK, StepKind.LEAVE):
        phase = Phase.RESUMING
        session = _with(session, reentry=REENTRY_MS)
    return _with(session, phase=phase), (PhaseChanged(phase),)


def _ended(session: Session, phase: Phase) -> Outcome:
    events: tuple[Event, ...] = ()
    if session.step.kind is StepKind.WORK:
        session, events = _noted(session, complete=False)
    return _with(session, phase=phase, reentry=0), (*events, PhaseChanged(phase))


def _next(session: Session, phase: Phase) -> Outcome:
    if session.phase is Phase.RESUMING:
        return _with(session, phase=phase, reentry=0), (PhaseChanged(phase),)
    return _left(session, session.index + 1)


def _restarted(session: Session, phase: Phase) -> Outcome:
    again = _with(session, elapsed=0, counted=0, by_itself=False, phase=phase, reentry=0)
    return again, (StepStarted(again.index, again.step, False),)


def _moved(session: Session, phase: Phase, index: int) -> Outcome:
    return _left(_with(session, phase=phase, reentry=0), index)


def _back(session: Session, phase: Phase) -> Outcome:
    """To the work step before this one, by way of the movement that leads into it."""
    index = _work_before(session)
    if session.script[index - 1].kind is StepKind.ENTER:
        index -= 1
    return _moved(session, phase, index)


def _skipped(session: Session, phase: Phase) -> Outcome:
    """The next step; the way to the floor, or up again, is skipped as a whole."""
    index, here = session.index + 1, session.step
    while here.help and index < len(session.script) and session.script[index].help == here.help:
        index += 1
    return _moved(session, phase, index)


def _exercise_skipped(session: Session, phase: Phase) -> Outcome:
    """To the next exercise; from the last one on the floor by the way up, where there is one."""
    here, later = session.step, session.script[session.index + 1 :]
    own = [step for step in later if step.exercise_no == here.exercise_no]
    ways = [step.help for step in own if step.help]
    is_down = not here.help and DOWN not in ways
    left = len(own) - (ways.count(UP) if is_down else 0)
    return _moved(session, phase, session.index + 1 + left)


def _less(session: Session, phase: Phase) -> Outcome:
    step = session.step
    if step.reps:
        unit = 2 if step.alternates else 1
        if step.reps - reps_done(session) <= unit:
            return _moved(session, TRANSITIONS[session.phase][Command.SKIP], session.index + 1)
        return _resized(session, step.ms - unit * step.beat_ms, step.reps - unit)
    if step.ms - session.elapsed <= NUDGE_MS:
        return _moved(session, TRANSITIONS[session.phase][Command.SKIP], session.index + 1)
    return _resized(session, max(SHORTEST_MS, step.ms - NUDGE_MS), 0)


def _more(session: Session, phase: Phase) -> Outcome:
    step = session.step
    if step.reps:
        unit = 2 if step.alternates else 1
        return _resized(session, step.ms + unit * step.beat_ms, step.reps + unit)
    return _resized(session, min(LONGEST_MS, step.ms + NUDGE_MS), 0)


def _resized(session: Session, ms: int, reps: int) -> Outcome:
    step = msgspec.structs.replace(session.step, ms=ms, reps=reps)
    return _with(session, script=_replaced(session, step)), ()


def _replaced(session: Session, *steps: Step) -> Script:
    return session.script[: session.index] + steps + session.script[session.index + 1 :]


def _rep(session: Session, phase: Phase) -> Outcome:
    count = session.counted + 1
    session = _with(session, counted=count)
    counted: tuple[Event, ...] = (RepCounted(count),)
    if count < session.step.reps:
        return session, counted
    session, events = _left(session, session.index + 1, whole=True)
    return session, counted + events


def _in_version(session: Session, new: NewForm) -> Outcome:
    """What is left of this exercise in another version; what was done stays done."""
    step, done = session.step, 0
    if step.kind is StepKind.WORK and not step.segment:
        done = reps_done(session) if step.reps else session.elapsed
    session = in_version(session, done, new)
    events: tuple[Event, ...] = ()
    if done:
        session, events = _left(session, session.index + 1, whole=True)
    elif step.kind in (StepKind.WORK, StepKind.ENTER) and not step.segment:
        session = _with(session, elapsed=0, counted=0, by_itself=False)
        events = (StepStarted(session.index, session.step, False),)
    if session.phase is Phase.RESUMING and session.step.kind in _WAITING:
        session = _with(session, phase=Phase.RUNNING, reentry=0)
    return session, events


def _back_in_version(session: Session, new: NewForm) -> Outcome:
    """Back, but not to a version that was left: what is redone is done in the new one."""
    session, events = _back(session, TRANSITIONS[session.phase][Command.BACK])
    if why_not(session, new):
        return session, events
    here = msgspec.structs.replace(session.step, version=new.version)  # nobody has to move
    session = in_version(_with(session, script=_replaced(session, here)), 0, new)
    return session, (*events[:-1], StepStarted(session.index, session.step, False))


def _with_fewer(session: Session, phase: Phase) -> Outcome:
    return _with(session, script=with_fewer_sets(session)), ()


def _kept_going(session: Session, phase: Phase) -> Outcome:
    """One more minute, on top of the dose: what is offered never makes a done set undone."""
    step = session.step
    parts = [s.part for s in session.script if s.exercise_no == step.exercise_no]
    minute = msgspec.structs.replace(step, ms=KEEP_GOING_MS, dose=0, part=max(parts) + 1)
    return _with(session, script=_replaced(session, step, minute)), ()


def _work_before(session: Session) -> int:
    earlier = range(session.index - 1, -1, -1)
    return next((i for i in earlier if session.script[i].kind is StepKind.WORK), -1)


def _can_keep_going(session: Session) -> bool:
    step = session.step
    work = (s for s in session.script if s.kind is StepKind.WORK)
    planned = sum(s.ms for s in work if s.exercise_no == step.exercise_no)
    return planned + KEEP_GOING_MS <= 1000 * step.limit


def _has_some_left(session: Session) -> bool:
    """Out of the last hold there is nothing of the exercise left to do in another version."""
    later = (s for s in session.script[session.index :] if s.kind is StepKind.WORK)
    return any(s.exercise_no == session.step.exercise_no for s in later)


def _can_grow(session: Session) -> bool:
    step = session.step
    if step.reps:
        unit = 2 if step.alternates else 1
        return step.ms + unit * step.beat_ms <= LONGEST_MS
    return step.ms < LONGEST_MS


_WAITING = (StepKind.READY, StepKind.SWITCH, StepKind.REST)

_CONDITIONS: dict[Command, Callable[[Session], bool]] = {
    Command.NEXT: lambda s: s.phase is Phase.RESUMING or s.step.kind in _WAITING,
    Command.REP: lambda s: s.step.own_pace,
    Command.BACK: lambda s: _work_before(s) >= 0,
    Command.MORE: _can_grow,
    Command.VERSION: _has_some_left,
    Command.FEWER: lambda s: bool(sets_to_come(s)),
    Command.KEEP_GOING: _can_keep_going,
}

_ACTIONS: dict[Command, Callable[[Session, Phase], Outcome]] = {
    Command.START: _started,
    Command.PAUSE: _paused,
    Command.SUSPEND: _suspended,
    Command.RESUME: _resumed,
    Command.NEXT: _next,
    Command.RESTART: _restarted,
    Command.BACK: _back,
    Command.SKIP: _skipped,
    Command.SKIP_EXERCISE: _exercise_skipped,
    Command.LESS: _less,
    Command.MORE: _more,
    Command.REP: _rep,
    Command.FEWER: _with_fewer,
    Command.KEEP_GOING: _kept_going,
    Command.END: _ended,
}
