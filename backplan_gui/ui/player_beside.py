"""What stands beside the stage: the line under the ring, the tempo of a rep, what comes next.

Pure functions: Session and Content in, words out.
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Breath
from ..core.plan import Side
from ..core.script import Step, StepKind
from ..core.session import Phase, Session
from ..core.shown import beat_at
from ..core.texts import ExerciseText
from . import player_steps as steps
from . import step_lines
from .step_words import amount, dose_said, length, set_said
from .widgets.next_card import NextText
from .widgets.tempo_bar import Tempo, TempoPart

LONG_MS = 600_000
"""From so long on an activity is a long one."""


class Beside(NamedTuple):
    """The line under the ring: an icon, its words, the token of the icon."""

    icon: str
    text: str
    ink: str = "primary"
    breath: str = ""
    """Of its words those of the breath, in brief."""
    phase: str = ""
    """Of its words those of the phase of a rep."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def beside_ring(session: Session, content: Content) -> Beside:
    """The line under the ring."""
    here, step = session.step, steps.coming(session)
    text = content.text(step.exercise)
    if session.phase is Phase.PAUSED:
        return Beside("", _tr("Take the time you need"))
    if session.phase is Phase.RESUMING:
        return Beside("", _tr("Take your time"))
    match here.kind:
        case StepKind.READY if _is_long(session, step):
            water = step_lines.sentences(content.plan_text.tips["hydrated"].text)[0]
            return Beside("drop", water.rstrip("."))
        case StepKind.READY:
            return Beside("", _tr("Take your time"))
        case StepKind.REST:
            return Beside("rest", _tr("Breathe normally"), "rest")
        case StepKind.SWITCH if step.side is not None:
            return Beside("swap", _now_the(step.side, text))
        case StepKind.ENTER:
            return Beside("", _tr("Then {}").format(dose_said(step)))
        case StepKind.WORK:
            return _beside_work(session, text)
        case _:
            return Beside("breath", _tr("Breathe normally"))


def _is_long(session: Session, step: Step) -> bool:
    """A walk or another activity before which water is worth a word (content/safety.md 4)."""
    whole = sum(s.ms for s in session.script if s.exercise_no == step.exercise_no and s.segment)
    return whole >= LONG_MS


def _now_the(side: Side, text: ExerciseText) -> str:
    return _tr("Now the {}").format(f"{words.side(side)} {text.limb}")


def _beside_work(session: Session, text: ExerciseText) -> Beside:
    here = session.step
    beat = beat_at(session)
    if here.own_pace:
        side = steps.side_now(session)
        if here.alternates and side is not None:
            return Beside("swap", _now_the(side, text))
        return Beside("", _tr("At your own pace"))
    if beat is None:
        calm = _tr("Move slowly") if here.change else _tr("Breathe normally")
        return Beside("" if here.change else "breath", calm)
    now = here.beats[beat[0]]
    breath = _tr("Breathe out") if now.breath is Breath.OUT else _tr("Breathe in")
    if here.reps:
        phase = text.phase(now.id, here.version)
        return Beside("breath", f"{breath}, {phase}", breath=breath, phase=phase)
    if now.breath is Breath.IN:
        return Beside("breath", breath, breath=breath)
    longer = now.ms > here.beat_ms - now.ms
    said = _tr("Breathe out slowly") if longer else breath
    return Beside("breath", said, breath=breath)


def tempo(session: Session, content: Content) -> Tempo:
    """The phases of a paced rep; empty where there is no pacer."""
    step, beat = session.step, beat_at(session)
    if beat is None or not step.reps:
        return Tempo()
    text = content.text(step.exercise)
    few = len(step.beats) == 2
    parts: list[TempoPart] = []
    for one in step.beats:
        breath = _tr("Out") if one.breath is Breath.OUT else _tr("In")
        word = text.phase(one.id, step.version)
        said = breath + words.MIDDLE_DOT + word if few else word[:1].upper() + word[1:]
        parts.append(TempoPart(said, _tr("{} s").format(f"{one.ms / 1000:.3g}"), one.ms))
    index, passed = beat
    following = step.beats[(index + 1) % len(step.beats)]
    share = passed / step.beats[index].ms
    return Tempo(
        tuple(parts), index, share, _tr("then {}").format(text.phase(following.id, step.version))
    )


def next_text(session: Session, content: Content) -> NextText:
    """What the next card says during work and the ways into it and out of it."""
    here, said = session.step, _tr("Next")
    text = content.text(here.exercise)
    if here.kind is StepKind.ENTER:
        work = steps.coming(session)
        return NextText(
            "play",
            said,
            set_said(work, text, None if work.alternates else work.side) + ", " + amount(work),
        )
    following = steps.after(session)
    if following is None:
        return NextText("check", said, _tr("You are done for now"))
    if following.segment:
        name = content.segment(following).title
        return NextText("chevronRight", said, f"{name}, {length(following.ms)}")
    if following.kind is StepKind.REST:
        then = _then(here, following, content)
        if following.part > 1:  # a breather between two short holds
            then = _tr("hold {}").format(amount(session.script[session.index + 2]))
        rest = _tr("Rest {}, then {}").format(length(following.ms), then)
        return NextText("rest", said, rest, rest=True)
    if following.kind is StepKind.SWITCH and following.side is not None:
        side = words.side(following.side)
        return NextText("swap", said, _tr("Switch sides, then {} {}").format(side, text.limb))
    then = _then(here, following, content)
    return NextText("chevronRight", said, then[:1].upper() + then[1:])


def _then(here: Step, following: Step, content: Content) -> str:
    """What a rest leads to: the next set, or the next exercise."""
    text = content.text(following.exercise)
    if following.exercise_no != here.exercise_no:
        return text.name
    number = _tr("set {} of {}").format(following.set_no, following.sets)
    if following.side is None or following.alternates:
        return number
    return f"{words.side(following.side)} {text.limb}, {number}"
