"""The figure at the instant of a session: which pose, how far into which movement.

The figure has no clock of its own. Whatever moves follows from the elapsed milliseconds
of the step, so it stands still exactly when the session does; so do the 900 ms in which it
goes from one exercise to the next, and the fades that stand for motion where that is
reduced (design-system.md section 5).
"""

from functools import lru_cache

import msgspec

from ..content import Content
from ..core.exercise import Exercise
from ..core.moments import (
    Entering,
    Holding,
    Leaving,
    Look,
    Moment,
    Moving,
    Ready,
    RowMotion,
)
from ..core.plan import Side
from ..core.preview import WAY_MS, breath_at, like_in, phase_at, row_moment, turning_at
from ..core.script import Step, StepKind
from ..core.session import Phase, Session
from ..core.shapes import Drawing, Sight
from ..core.shown import beat_at, reps_done
from . import player_steps as steps
from .widgets.figure_view import figures

STILL = 0.0
MOVE_MS, FADE_MS = 900, 200
"""From one exercise to the next; from one key pose to another where motion is reduced."""
BOUT_WAY_MS = 2_000
"""Down from a short hold, and up into the next, within the rest between them."""
KEPT = 256
"""Drawings that are kept: a rep comes round to the same ones again and again."""
FRAME_MS = 33


def sight_now(
    session: Session, content: Content, *, reduce_motion: bool = False, at_once: bool = False
) -> Sight:
    """The movement that is on, or the first pose of what comes; or the way to it.

    `at_once`: there is none, as the person was put into this step while nothing moved.
    """
    look = _look(session, content, still=reduce_motion)
    drawing = _drawn(look)
    before, since = _before(session, content, still=reduce_motion, at_once=at_once)
    if before is None or since >= (FADE_MS if reduce_motion else MOVE_MS):
        return Sight(drawing)
    way = None if reduce_motion else figures().figure_between(before, look, since / MOVE_MS)
    if way is not None:
        return Sight(way)
    if since >= FADE_MS or _drawn(before) == drawing:
        return Sight(drawing)
    return Sight(drawing, _drawn(before), since / FADE_MS)


def is_moving(
    session: Session, content: Content, *, reduce_motion: bool = False, at_once: bool = False
) -> bool:
    """The figure would be another one a frame later; a breath is slow enough for less."""
    step = session.step
    if session.phase is not Phase.RUNNING:
        return False
    before, since = _before(session, content, still=reduce_motion, at_once=at_once)
    if before is not None and since < (FADE_MS if reduce_motion else MOVE_MS):
        return True
    if reduce_motion or step.own_pace:
        return False
    if step.segment:
        motion = _motion(step, content)
        return motion.like is not None or bool(motion.cycle_ms)
    between = step.kind is StepKind.REST and step.part > 1
    turns = step.kind is StepKind.WORK and _turn_ms(step)
    gone = session.elapsed % turns if turns else WAY_MS
    moves = between or step.kind in (StepKind.ENTER, StepKind.LEAVE) or bool(step.reps)
    return moves or gone < WAY_MS


def figure_said(session: Session, content: Content) -> str:
    """What the figure shows, in one sentence, for who does not see it."""
    look = _look(session, content, still=True)
    pose = figures().pose_at(look.exercise, look.moment, look.version)
    side = look.side or figures().side_at(look.exercise, look.moment, look.version)
    return content.figure(pose, side)


def figure_ready(step: Step, side: Side | None) -> Drawing:
    """The first pose of a step's exercise on a side."""
    return _drawn(Look(step.exercise, Ready(), side, step.version))


@lru_cache(maxsize=KEPT)
def _drawn(look: Look) -> Drawing:
    return figures().figure_at(look.exercise, look.side, look.moment, look.version)


def _before(
    session: Session, content: Content, *, still: bool, at_once: bool
) -> tuple[Look | None, int]:
    """What was on show before, and for how many milliseconds it no longer is.

    None where what is on show goes on from there by itself.
    """
    if not still and session.elapsed >= MOVE_MS:
        return None, 0
    earlier = session.elapsed - _since_key_pose(session, content) if still else 0
    if earlier > 0:
        then = msgspec.structs.replace(session, elapsed=earlier - 1)
        return _look(then, content, still=True), session.elapsed - earlier
    if at_once or not session.index:
        return None, 0
    last = session.script[session.index - 1]
    if StepKind.SWITCH in (session.step.kind, last.kind):  # which shows both sides instead
        return None, 0
    then = msgspec.structs.replace(session, index=session.index - 1, elapsed=max(0, last.ms - 1))
    if not still and _goes_on(then, session, content):
        return None, 0
    return _look(then, content, still=still), session.elapsed


def _goes_on(before: Session, session: Session, content: Content) -> bool:
    """The step begins in the pose in which the one before it ended."""
    if session.step.segment:  # its roller or its walk may be anywhere
        return False
    begun = msgspec.structs.replace(session, elapsed=0)
    ended, begins = _look(before, content, still=True), _look(begun, content, still=False)
    same = (ended.exercise, ended.side, ended.version) == (
        begins.exercise,
        begins.side,
        begins.version,
    )
    return same and figures().is_one_pose(ended, begins)


def _since_key_pose(session: Session, content: Content) -> int:
    """Milliseconds since the phase or the turn began that is on; where none is, the step."""
    step = session.step
    beat = beat_at(session) if step.kind is StepKind.WORK and step.reps else None
    if beat is not None:
        return beat[1]
    like = _like(step, content) if step.segment else None
    if like is not None:
        return phase_at(like, session.elapsed % like.rep_ms)[1]
    turn = _turn_ms(step) if step.kind is StepKind.WORK else 0
    return session.elapsed % turn if turn else session.elapsed


def _look(session: Session, content: Content, *, still: bool) -> Look:
    if session.step.help:
        return Look(session.step.help, Holding(STILL, session.step.part))
    step = steps.coming(session)
    moment = _moment(session, content, still=still)
    return Look(step.exercise, moment, _side(session, step, moment), step.version)


def _side(session: Session, step: Step, moment: Moment) -> Side | None:
    """Of a long activity only some poses have sides; the comfortable one may come first."""
    if step.segment:
        own = figures().side_at(step.exercise, moment, step.version)
        return own and step.side
    return steps.side_now(session)


def _moment(session: Session, content: Content, *, still: bool) -> Moment:
    step, elapsed = session.step, session.elapsed
    if step.segment:
        return _row_moment(session, content, still=still)
    match step.kind:
        case StepKind.ENTER:
            return Entering(1.0 if still else elapsed / step.ms)
        case StepKind.LEAVE:
            return Leaving(1.0 if still else elapsed / step.ms)
        case StepKind.WORK if step.reps:
            return _rep(session, still=still)
        case StepKind.WORK:
            return _hold(session, still=still)
        case StepKind.REST if step.part > 1:
            return Ready() if still else _between_bouts(step, elapsed)
        case _:
            return Ready()


def _rep(session: Session, *, still: bool) -> Moment:
    """The phase of the tempo; at one's own pace the figure waits where the rep begins."""
    beat = beat_at(session)
    if beat is None:
        return Ready()
    index, ms = beat
    first = reps_done(session) == 0
    # A thirtieth of a second is a frame: so every rep has the same drawings.
    share = 1.0 if still else ms // FRAME_MS * FRAME_MS / session.step.beats[index].ms
    return Moving(index, share, first=first and index == 0)


def _hold(session: Session, *, still: bool) -> Moment:
    breath = STILL if still else _breath(session)
    turn = _turn_ms(session.step)
    if not turn:
        return Holding(breath)
    turning = turning_at(turn, session.elapsed, breath)
    return msgspec.structs.replace(turning, share=1.0) if still else turning


def _turn_ms(step: Step) -> int:
    return figures().turn_ms(step.exercise, step.version)


def _between_bouts(step: Step, elapsed: int) -> Moment:
    """Out of a short hold, a moment's rest, and into the next."""
    way = min(BOUT_WAY_MS, step.ms // 2)
    if elapsed < way:
        return Leaving(elapsed / way)
    left = step.ms - elapsed
    return Entering(1 - left / way) if left < way else Ready()


def _breath(session: Session) -> float:
    """From out (-1) to in (1) and back, with the pacer."""
    beat = beat_at(session)
    if beat is None:
        return STILL
    index, ms = beat
    now = session.step.beats[index]
    return breath_at(now.breath, ms / now.ms)


def _row(step: Step, content: Content) -> int:
    segments = content.exercises[step.exercise].segments
    return 1 + next(n for n, s in enumerate(segments) if s.id == step.segment)


def _motion(step: Step, content: Content) -> RowMotion:
    return figures().row_motion(step.exercise, _row(step, content), step.version)


def _like(step: Step, content: Content) -> Exercise | None:
    segment = content.exercises[step.exercise].segments[_row(step, content) - 1]
    return like_in(segment, _motion(step, content), content.exercises)


def _row_moment(session: Session, content: Content, *, still: bool) -> Moment:
    motion, row = _motion(session.step, content), _row(session.step, content)
    ms = 0 if still and motion.cycle_ms else session.elapsed
    breath = STILL if still else _breath(session)
    moment = row_moment(motion, row, ms, _like(session.step, content), breath)
    if still and isinstance(moment, Moving):
        return msgspec.structs.replace(moment, share=1.0)
    return moment
