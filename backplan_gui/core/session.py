"""A session as a value: a script, a place in it, and the table of what may be asked of it.

`engine.apply` is the only way a session changes; `shown` says what a page draws of it.
"""

from enum import StrEnum

import msgspec

from .exercise import Version
from .plan import Side
from .script import Script, Step


class Phase(StrEnum):
    """Where a session is in its life."""

    READY = "ready"
    RUNNING = "running"
    RESUMING = "resuming"
    """Going on after a pause; the few seconds to get back into position."""
    PAUSED = "paused"
    FINISHED = "finished"
    ABANDONED = "abandoned"


class Command(StrEnum):
    """What is asked of a session."""

    START = "start"
    TICK = "tick"
    PAUSE = "pause"
    SUSPEND = "suspend"
    """The machine slept, locked or stalled; `now` is the last good instant."""
    RESUME = "resume"
    NEXT = "next"
    """Start now: the waiting step is over."""
    RESTART = "restart"
    BACK = "back"
    SKIP = "skip"
    SKIP_EXERCISE = "skip_exercise"
    LEAVE_OUT = "leave_out"
    """End the exercise that hurt, and never come back to it (R6)."""
    LESS = "less"
    MORE = "more"
    REP = "rep"
    """One rep at the person's own pace is done."""
    VERSION = "version"
    """What is left of this exercise in another version."""
    VERSIONS = "versions"
    """All that is left of the session in other versions."""
    FEWER = "fewer"
    """Half of the sets of this exercise that are still to come."""
    KEEP_GOING = "keep_going"
    """One more minute of a long activity."""
    END = "end"


_MOVES = {
    c: Phase.RUNNING
    for c in (
        Command.NEXT,
        Command.RESTART,
        Command.BACK,
        Command.SKIP,
        Command.SKIP_EXERCISE,
        Command.LEAVE_OUT,
    )
}
_ADJUSTS = (
    Command.LESS,
    Command.MORE,
    Command.VERSION,
    Command.VERSIONS,
    Command.FEWER,
    Command.KEEP_GOING,
)
_STOPS = {
    Command.PAUSE: Phase.PAUSED,
    Command.SUSPEND: Phase.PAUSED,
    Command.END: Phase.ABANDONED,
}

TRANSITIONS: dict[Phase, dict[Command, Phase]] = {
    Phase.READY: {Command.START: Phase.RUNNING, Command.END: Phase.ABANDONED},
    Phase.RUNNING: {
        Command.TICK: Phase.RUNNING,
        Command.REP: Phase.RUNNING,
        **_MOVES,
        **{c: Phase.RUNNING for c in _ADJUSTS},
        **_STOPS,
    },
    Phase.RESUMING: {
        Command.TICK: Phase.RESUMING,
        **_MOVES,
        **{c: Phase.RESUMING for c in _ADJUSTS},
        **_STOPS,
    },
    Phase.PAUSED: {
        Command.RESUME: Phase.RUNNING,
        **{c: Phase.PAUSED for c in _MOVES if c is not Command.NEXT},
        **{c: Phase.PAUSED for c in _ADJUSTS},
        Command.END: Phase.ABANDONED,
    },
    Phase.FINISHED: {},
    Phase.ABANDONED: {},
}
"""The phase a command leads to; when the last step ends it is FINISHED instead. RESUME leads
to RESUMING first where the body must get back into position, and VERSION out of that to
RUNNING where the new version begins with a wait. A pair that is not here is refused and
changes nothing; `allowed` says which of the listed ones make sense now."""


class Worked(msgspec.Struct, frozen=True):
    """What was done of one work step: milliseconds, or movements where it has reps."""

    exercise_no: int
    set_no: int
    side: Side | None
    part: int
    amount: int
    complete: bool
    """It ended by itself or by its last rep."""
    version: Version


class Session(msgspec.Struct, frozen=True):
    """One going-through of a script."""

    script: Script
    index: int = 0
    elapsed: int = 0
    """Milliseconds within the current step."""
    counted: int = 0
    """Reps counted by the person in the current step."""
    phase: Phase = Phase.READY
    reentry: int = 0
    """Milliseconds left of getting back into position."""
    by_itself: bool = False
    """The current step began because the one before it ended."""
    guided: int = 0
    """Milliseconds the session ran, pauses and re-entries left out."""
    worked: tuple[Worked, ...] = ()
    left_out: tuple[int, ...] = ()
    """Numbers of exercises that are not done again (R6); their steps lie behind the current
    one, and what was done of them stays."""
    seen: int | None = None
    """The instant of the last command while running."""
    until: int | None = None
    """The instant up to which it ran, in milliseconds of the wall clock, as the runner noted
    it on disk; it has stood still since then. The engine does not look at it."""

    @property
    def step(self) -> Step:
        """The current step; of a finished session the last one."""
        return self.script[min(self.index, len(self.script) - 1)]

    @property
    def is_open(self) -> bool:
        """It can still go on."""
        return self.phase not in (Phase.FINISHED, Phase.ABANDONED)


class StepStarted(msgspec.Struct, frozen=True):
    """A step began."""

    index: int
    step: Step
    by_itself: bool


class WorkEnded(msgspec.Struct, frozen=True):
    """A work step was left, whole or early."""

    index: int
    worked: Worked


class RepCounted(msgspec.Struct, frozen=True):
    """The person finished a rep at their own pace."""

    count: int


class PhaseChanged(msgspec.Struct, frozen=True):
    """The session started, paused, went on or ended; `suspended` when nobody asked for it."""

    phase: Phase
    suspended: bool = False


Event = StepStarted | WorkEnded | RepCounted | PhaseChanged
