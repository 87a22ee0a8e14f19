"""The lines around a step in the words of a language: what `core.score` has to say.

Pure functions: Session and Content in, Lines out. Everything in them stands on the screen
too, in the same words or as the ring and the figure show it.
"""

import re

import msgspec
from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.cues import Answers, Lines
from ..core.exercise import Breath
from ..core.finish import FinishView
from ..core.script import Beat, Step, StepKind
from ..core.session import Session
from ..core.texts import ExerciseText
from . import player_steps as steps
from . import step_lines
from .between_words import rest_said, suspended_said, switch_said
from .ready_words import (
    day_said,
    has_enter,
    opening,
    ready_now,
    ready_todo,
    told_moves,
)
from .step_words import (
    help_line,
    leave_line,
    set_said,
    side_lines,
    title,
)

_SECONDS = re.compile(r"\b(\d+) s\b")
"""A voice would spell the letter."""
MARKS_MIN = (25, 20, 15, 10, 5, 2, 1)
"""Minutes left of a long part that are told."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("voice", text)


def lines_for(session: Session, content: Content, day: int | None = None) -> Lines:
    """All that may be said in the step that is on; `day` is the day of the plan it is of."""
    here = session.step
    if here.help:
        return Lines(todo=(help_line(here, content),))
    step = steps.coming(session)
    match here.kind:
        case StepKind.READY:
            now = (*opening(session, content, day), *ready_now(session, step, content))
            return Lines(now=now, todo=ready_todo(step, content), countdown=_countdown())
        case StepKind.REST:
            return Lines(now=(_rest(session, content),), next=_next(session, step, content),
                         countdown=_countdown())  # fmt: skip
        case StepKind.SWITCH if step.side is not None:
            said = switch_said(session, step, step.side, content)
            return _switch_lines(said, step, content)
        case StepKind.LEAVE:
            return Lines(now=(_tr("And release."), leave_line(step, content)))
        case _ if here.segment:
            return _segment_lines(session, content)
        case _:
            return _work_lines(session, step, content)


def is_nowhere_else(text: str, session: Session, content: Content) -> bool:
    """What is said is not among what the stage and the ring show."""
    if session.step.kind is StepKind.READY:
        days = (line for day in content.plan.days for line in day_said(day.number, content))
        return text in (*opening(session, content, None), *days)
    return text == _halfway() or text in (said for _, said in _marks(session.step.ms))


def written_alone(text: str, content: Content) -> str:
    """What is said, as it is written: a sign to stop for tells that it is one."""
    if text.removesuffix(".") not in content.safety.stop_lines:
        return text
    return _tr("Stop if: {}").format(text[:1].lower() + text[1:])


def _halfway() -> str:
    return _tr("Halfway.")


def _marks(ms: int) -> tuple[tuple[int, str], ...]:
    """Whole minutes that are left of a long part, and how that is told."""
    minutes = (n for n in MARKS_MIN if 60_000 * n < ms - 20_000)
    return tuple((60_000 * n, _tr("{} left.").format(words.minutes_spoken(n))) for n in minutes)


def answers(finished: str = "") -> Answers:
    """What is said to what happens to the session."""
    return Answers(
        paused=_tr("Paused."),
        suspended=suspended_said(),
        going_on=_tr("Going on."),
        finished=finished,
    )


def finished_said(view: FinishView | None, content: Content) -> str:
    """What the page at the end says too; without a view it was practice."""
    if view is None or view.gentle:
        return _tr("Done. That counts.")
    if view.part:
        return _tr("{} is done. That counts.").format(content.text(view.part).name)
    if not view.done:
        return _tr("You did what was right today.")
    return _tr("Day {} is done. That counts.").format(words.in_words(view.day))


def example() -> str:
    """How it sounds, for who chooses a voice."""
    return _tr("This is how it sounds. Breathe in. Breathe out slowly.")


# Work


def _work_lines(session: Session, step: Step, content: Content) -> Lines:
    here, text = session.step, content.text(step.exercise)
    enters = has_enter(step, content)
    _, moves = told_moves(step, content, enters=enters)
    other = msgspec.structs.replace(step, side=step.side.other) if step.side else step
    _, turned = told_moves(other, content, enters=enters)
    return Lines(
        moves=moves,
        other_moves=turned,
        begin=_begin(session, here),
        breaths=_breaths(step, text),
        phases=_phases(step, text) if step.reps else (),
        counts=_counts(step),
        reminders=tuple(
            step_lines.written_for(line, step, content) for line in step_lines.cues(step, content)
        ),
        halfway=_halfway(),
        countdown=_countdown(),
    )


def _begin(session: Session, here: Step) -> str:
    if here.own_pace:
        count = words.slow_reps(here.reps // 2 if here.alternates else here.reps)
        return _tr("{} at your own pace. Press Enter after each.").format(count)
    if here.reps:
        return ""
    if len(steps.holds_of(session, here)) > 1 or here.part > 1:
        return _tr("Hold {}.").format(words.seconds(here.ms // 1000))
    return _tr("Hold.")


def _breaths(step: Step, text: ExerciseText) -> tuple[str, ...]:
    """For reps with the word of the phase: "Breathe out, round up."; one for each breath."""
    said: list[str] = []
    before: Breath | None = None
    for beat in step.beats:
        if not step.reps:
            said.append(f"{words.breath(beat.breath)}.")
        elif beat.breath is not before:
            word = text.phase(beat.id, step.version)
            said.append(f"{words.breath(beat.breath)}, {word}.")
        else:
            said.append(_phase(beat, step, text))
        before = beat.breath
    return tuple(said)


def _phases(step: Step, text: ExerciseText) -> tuple[str, ...]:
    return tuple(_phase(beat, step, text) for beat in step.beats)


def _phase(beat: Beat, step: Step, text: ExerciseText) -> str:
    word = text.phase(beat.id, step.version)
    return f"{word[:1].upper()}{word[1:]}."


def _counts(step: Step) -> tuple[str, ...]:
    """The number of every rep as it begins, with its side where they take turns; "Last one."."""
    said = [_count(step, n) for n in range(step.reps)]
    last = 2 if step.alternates else 1
    if step.reps > last and not step.own_pace:  # there it is said when it is done
        said[-last] = _tr("Last one.") if last == 1 else _tr("Last one, each side.")
    return tuple(said)


def _count(step: Step, n: int) -> str:
    if not step.alternates or step.side is None:
        return f"{n + 1}."
    side = words.side(step.side if n % 2 == 0 else step.side.other)
    return f"{side[:1].upper()}{side[1:]} {n // 2 + 1}."


# Between


def _switch_lines(said: str, step: Step, content: Content) -> Lines:
    """The other side; how to lie or stand for it is said whatever else is."""
    lines = side_lines(step, content)
    written = [
        step_lines.written_for(line, step, content)
        for line in step_lines.setup_lines(step, content)
    ]
    place = tuple(line for line in lines if line in written)
    return Lines(
        now=(said, *place),
        todo=tuple(line for line in lines if line not in place),
        countdown=_countdown(),
    )


def _rest(session: Session, content: Content) -> str:
    """As in "Rest, 15 seconds."; between two short holds also how long the next one is."""
    here = session.step
    if here.part > 1:
        return rest_said(session, steps.coming(session), content)
    return f"{words.kind(here)}, {words.seconds(here.ms // 1000)}."


def _next(session: Session, step: Step, content: Content) -> str:
    """As in "Next, Cat-Cow Stretch, set 1 of 2."."""
    if session.step.part > 1:
        return ""
    text = content.text(step.exercise)
    side = None if step.alternates or step.segment else step.side
    number = set_said(step, text, side)
    name = title(session, step, content)
    if step.segment:
        return _tr("Next, {}.").format(name)
    return _tr("Next, {}, {}.").format(name, number[:1].lower() + number[1:])


def _segment_lines(session: Session, content: Content) -> Lines:
    """A part of a long activity: its name and what to do; what follows, before it ends."""
    here = session.step
    said = content.segment(here)
    following = steps.after(session)
    return Lines(
        now=(f"{said.title}.",),
        todo=step_lines.sentences(_SECONDS.sub(_spelled, said.text)),
        breaths=tuple(f"{words.breath(beat.breath)}." for beat in here.beats),
        reminders=step_lines.cues(here, content),
        halfway=_halfway(),
        marks=_marks(here.ms),
        next=_tr("Next, {}.").format(_name(following, content)) if following else "",
        countdown=_countdown(),
    )  # fmt: skip


def _spelled(found: re.Match[str]) -> str:
    return words.seconds(int(found[1]))


def _name(step: Step, content: Content) -> str:
    """What a step leads to, without abbreviations, which a voice would spell."""
    return content.segment(step).title if step.segment else content.text(step.exercise).name


def _countdown() -> tuple[str, ...]:
    return _tr("Three."), _tr("Two."), _tr("One.")
