"""The figure at the instant of a session: which pose, how far into which movement.

The figure has no clock of its own. Whatever moves follows from the elapsed milliseconds
of the step, so it stands still exactly when the session does.
"""

from functools import lru_cache

from ..content import Content
from ..core.exercise import Breath
from ..core.moments import Cycling, Entering, Holding, Leaving, Moment, Moving, Ready
from ..core.plan import Side
from ..core.script import Step, StepKind, Version
from ..core.session import Session
from ..core.shapes import Drawing
from ..core.shown import beat_at, reps_done
from . import player_steps as steps
from .widgets.figure_view import figures

STILL = 0.0
BREATH_STEPS = 8
"""A breath moves the back by a pixel or two; finer steps would not be seen."""


def figure_now(session: Session, content: Content, *, reduce_motion: bool = False) -> Drawing:
    """What the stage shows: the movement that is on, or the first pose of what comes."""
    step = steps.coming(session)
    moment = _moment(session, content, still=reduce_motion)
    return _drawn(step.exercise, _side(session, step), moment, _form(step))


def figure_ready(step: Step, side: Side | None) -> Drawing:
    """The first pose of a step's exercise on a side."""
    return _drawn(step.exercise, side, Ready(), _form(step))


@lru_cache(maxsize=4)
def _drawn(exercise: str, side: Side | None, moment: Moment, easier: int | None) -> Drawing:
    """Many looks meet the same moment: a figure that waits, and most of a slow breath."""
    return figures().figure_at(exercise, side, moment, easier)


def _form(step: Step) -> int | None:
    return 0 if step.version is Version.EASIER else None


def _side(session: Session, step: Step) -> Side | None:
    return steps.side_now(session) or (None if step.segment or step.alternates else step.side)


def _moment(session: Session, content: Content, *, still: bool) -> Moment:
    step, elapsed = session.step, session.elapsed
    if step.segment:
        return _row_moment(session, content, still=still)
    match step.kind:
        case StepKind.ENTER:
            return Entering(1.0 if still else elapsed / step.ms)
        case StepKind.LEAVE:
            return Leaving(0.0 if still else elapsed / step.ms)
        case StepKind.WORK if step.reps:
            return _rep(session)
        case StepKind.WORK:
            return Holding(STILL if still else _breath(session))
        case _:
            return Ready()


def _rep(session: Session) -> Moment:
    """The phase of the tempo; at one's own pace the figure waits where the rep begins."""
    beat = beat_at(session)
    if beat is None:
        return Ready()
    index, ms = beat
    first = reps_done(session) == 0
    return Moving(index, ms / session.step.beats[index].ms, first=first)


def _breath(session: Session) -> float:
    """From out (-1) to in (1) and back, with the pacer."""
    beat = beat_at(session)
    if beat is None:
        return STILL
    index, ms = beat
    now = session.step.beats[index]
    share = round(BREATH_STEPS * (2 * ms / now.ms - 1)) / BREATH_STEPS
    return share if now.breath is Breath.IN else -share


def _row_moment(session: Session, content: Content, *, still: bool) -> Moment:
    """A row of a long activity moves as another exercise does, rolls, walks, or rests."""
    step, elapsed = session.step, session.elapsed
    segments = content.exercises[step.exercise].segments
    row = 1 + next(n for n, s in enumerate(segments) if s.id == step.segment)
    motion = figures().row_motion(step.exercise, row, _form(step))
    if motion.like is not None:
        return _like(content, motion.like, elapsed, row)
    if motion.cycle_ms:
        return Cycling(0.0 if still else elapsed % motion.cycle_ms / motion.cycle_ms, row)
    return Holding(STILL if still else _breath(session), row)


def _like(content: Content, exercise: str, elapsed: int, row: int) -> Moment:
    """The phase of that exercise's written tempo, over and over."""
    how = content.exercises[exercise]
    reps, rest = divmod(elapsed, how.rep_ms)
    for index, phase in enumerate(how.phases):
        if rest < 1000 * phase.seconds:
            return Moving(index, rest / (1000 * phase.seconds), row, first=not reps)
        rest -= 1000 * phase.seconds
    raise AssertionError("a remainder lies inside the phases")
