"""The face of the ring for a session: which digits, which arc, which word, which breath."""

from math import cos, pi

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Breath
from ..core.plan import Side
from ..core.script import Step, StepKind
from ..core.session import Phase, Session
from ..core.shown import beat_at, left_ms, left_today_ms, reps_done
from . import player_steps as steps
from . import step_lines
from .step_words import leave_line
from .widgets.ring_face import SMALLEST_BREATH, RingFace, RingMode
from .written_lines import way_in

REENTRY_MS = 3_000
LONGEST_IN_SECONDS = 100
"""From here on digits show minutes and seconds."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def ring_face(session: Session, content: Content, *, reduce_motion: bool = False) -> RingFace:
    """What the ring shows now. With less motion it steps once a second and the disc stays."""
    step = session.step
    if session.phase is Phase.RESUMING:
        face = _time_face(session, REENTRY_MS, reduce_motion)
    elif step.kind in (StepKind.ENTER, StepKind.LEAVE):
        face = _move_face(session, content)
    elif step.reps:
        face = _rep_face(session, reduce_motion)
    else:
        face = _time_face(session, step.ms, reduce_motion)
    return _with_phase(session, face, content, reduce_motion)


def _with_phase(
    session: Session, face: RingFace, content: Content, reduce_motion: bool
) -> RingFace:
    """Add the word and the colours; paused all is grey and still."""
    step = session.step
    word, colour, ink = phase_word(session, content), "primary", "primary"
    icon = disc = ""
    breath = 1.0
    if session.phase is Phase.PAUSED:
        icon, colour, ink = "pause", "ink3", "ink2"
    elif session.phase is Phase.RESUMING or step.kind is StepKind.READY:
        colour, ink = "ink3", "ink2"
    elif step.kind is StepKind.REST:
        colour, ink, disc = "restFill", "rest", "restTint"
    elif step.kind is StepKind.WORK and beat_at(session) is not None:
        ink = "ink2" if step.reps else "primary"
        disc, breath = "breath", 1.0 if reduce_motion else breath_size(session)
    elif step.reps:
        ink = "ink2"
    return RingFace(
        mode=face.mode, colour=colour, ink=ink, word=word, icon=icon, digits=face.digits,
        unit=face.unit, note=face.note, line=face.line, share=face.share, reps=face.reps,
        done=face.done, disc=disc, breath=breath, name=_name(session, word, face),
    )  # fmt: skip


def phase_word(session: Session, content: Content) -> str:
    """The phase as it stands in the ring."""
    step = session.step
    if session.phase is Phase.PAUSED:
        return _tr("Paused")
    if session.phase is Phase.RESUMING:
        return _tr("Going on")
    if step.segment:
        return _tr("Change") if step.change else content.text(step.exercise).name
    if step.own_pace:
        return _tr("Reps done")
    side = steps.side_now(session)
    if step.kind is StepKind.WORK and step.reps and side is not None:
        return _tr("Left, rep") if side is Side.LEFT else _tr("Right, rep")
    return words.kind(step)


def _time_face(session: Session, whole: int, reduce_motion: bool) -> RingFace:
    left = left_ms(session)
    share = left / whole if whole else 0.0
    seconds = -(-left // 1000)
    long = seconds >= LONGEST_IN_SECONDS
    if reduce_motion and whole:
        share = seconds * 1000 / whole
    return RingFace(
        mode=RingMode.TIME,
        digits=words.clock(left) if long else str(seconds),
        unit=_unit(session, long=long),
        share=min(1.0, share),
    )


def _unit(session: Session, *, long: bool) -> str:
    if session.phase is Phase.RESUMING or session.step.kind is StepKind.READY:
        return _tr("seconds to settle")
    if session.step.kind is StepKind.SWITCH:
        return _tr("seconds to change")
    return _tr("minutes left") if long else _tr("seconds left")


def _move_face(session: Session, content: Content) -> RingFace:
    """On the way in the movement line that is on, on the way out how to get there."""
    step = steps.coming(session)
    if session.step.kind is StepKind.LEAVE:
        return _line_face(leave_line(step, content))
    return _line_face(way_in(session, content))


def _line_face(line: str) -> RingFace:
    """A line a sentence."""
    return RingFace(mode=RingMode.MOVE, line="\n".join(step_lines.sentences(line)))


def _rep_face(session: Session, reduce_motion: bool) -> RingFace:
    step, done = session.step, reps_done(session)
    current = min(done, step.reps - 1)
    share = 0.0
    if not step.own_pace and done < step.reps:
        share = session.elapsed % step.beat_ms / step.beat_ms
        if reduce_motion:
            share = int(share * step.beat_ms / 1000) * 1000 / step.beat_ms
    if step.own_pace:
        number, whole = done, step.reps
    elif step.alternates:
        number, whole = current // 2 + 1, step.reps // 2
    else:
        number, whole = current + 1, step.reps
    return RingFace(
        mode=RingMode.REPS,
        digits=str(number),
        unit=_tr("of {}").format(whole),
        note=_turns(step, done) if step.alternates else "",
        share=share,
        reps=step.reps,
        done=done,
    )


def _turns(step: Step, done: int) -> str:
    """As in "left 4 · right 4": what each side has done."""
    first = step.side or Side.LEFT
    counts = {first: (done + 1) // 2, first.other: done // 2}
    both = (Side.LEFT, Side.RIGHT)
    return words.MIDDLE_DOT.join(f"{words.side(side)} {counts[side]}" for side in both)


def breath_size(session: Session) -> float:
    """The disc between 0.84 and 1: it grows through all of an in-breath, shrinks through out.

    Phases of a rep with the same breath are one breath, also across the end of the rep.
    """
    beat = beat_at(session)
    if beat is None:
        return 1.0
    beats, (index, passed) = session.step.beats, beat
    breath = beats[index].breath
    if all(b.breath is breath for b in beats):
        return 1.0
    before = index
    while beats[(before - 1) % len(beats)].breath is breath:
        before -= 1
        passed += beats[before % len(beats)].ms
    whole, at = 0, before
    while beats[at % len(beats)].breath is breath:
        whole += beats[at % len(beats)].ms
        at += 1
    eased = (1 - cos(pi * passed / whole)) / 2
    grown = eased if breath is Breath.IN else 1 - eased
    return SMALLEST_BREATH + (1 - SMALLEST_BREATH) * grown


def _name(session: Session, word: str, face: RingFace) -> str:
    """What a screen reader says: "Hold, 17 seconds left"."""
    if face.mode is RingMode.MOVE:
        return f"{word}. {face.line}".replace("\n", " ")
    if face.mode is RingMode.REPS:
        turns = f", {face.note}" if face.note else ""
        return f"{word}, {face.digits} {face.unit}{turns}"
    return f"{word}, {time_said(left_ms(session))}"


def time_said(ms: int) -> str:
    """As in "17 seconds left" or "4:12 minutes left"."""
    seconds = -(-ms // 1000)
    if seconds < LONGEST_IN_SECONDS:
        return words.seconds_left(seconds)
    return _tr("{} minutes left").format(words.clock(ms))


def time_left_said(session: Session, content: Content) -> str:
    """The time, for who asks: "Hold, 17 seconds left. 10:05 left today."."""
    left = _tr("{} left today").format(words.clock(left_today_ms(session)))
    return f"{ring_face(session, content).name}. {left}."
