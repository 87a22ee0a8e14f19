"""The session engine: a cursor over a script, moved by commands and instants.

`apply(session, command, now)` is the only way a session changes; what happened comes out
as events. It knows no clock: instants are whole milliseconds of one steady clock, handed
in. Steps end at deadlines that follow from the script, so how often anybody looks does not
matter, and a look that comes late crosses every boundary in order.

There is no gap rule here. The runner, which sees the real clocks, suspends a session at
the last good instant when the machine slept or stalled.
"""

from msgspec.structs import replace

from .acts import ACTIONS, all_switched, back_switched, switched
from .conditions import CONDITIONS
from .passage import Outcome, advanced
from .session import TRANSITIONS, Command, Phase, Session
from .switching import NewForm, why_not

HELD_MS = 600
"""Skip, Back and Enter do nothing so soon after a step changed by itself (PRODUCT.md 2.5)."""


class NotAllowed(Exception):
    """The command makes no sense now; nothing was changed."""


class Held(NotAllowed):
    """The step has only just changed by itself; the key was meant for the one before."""


def apply(session: Session, command: Command, now: int, new: NewForm | None = None) -> Outcome:
    """The session after a command at an instant, and what happened, in order.

    Time up to `now` passes first; when it ends what the command was meant for, that is all
    that happens. `new` says what VERSION and VERSIONS switch to; with BACK it is the version
    one stays in whatever the sets before were done in. NotAllowed (Held: too soon after a step
    change) leaves the session as it was.
    """
    moved, before = advanced(session, now)
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
            session, after = switched(moved, form)
        case Command.VERSIONS, NewForm() as form:
            session, after = all_switched(moved, form)
        case Command.BACK, NewForm() as form:
            session, after = back_switched(moved, form)
        case _:
            session, after = ACTIONS[command](moved, TRANSITIONS[moved.phase][command])
    seen = now if session.phase in (Phase.RUNNING, Phase.RESUMING) else None
    return replace(session, seen=seen), before + after


def _refusal(session: Session, command: Command, new: NewForm | None) -> str:
    """What is wrong with a command, for the log; empty if nothing is."""
    if command not in allowed(session):
        return f"{command} while {session.phase}"
    if command is Command.VERSIONS and new is None:
        return "no version is named"
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
    return frozenset(c for c in listed if c not in CONDITIONS or CONDITIONS[c](session))


def restored(session: Session) -> Session:
    """A session read back from disk is paused: nobody is on the mat."""
    if not session.is_open:
        return session
    return replace(session, phase=Phase.PAUSED, reentry=0, by_itself=False, seen=None)
