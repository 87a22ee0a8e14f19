"""What the voice says while somebody gets ready, and so how long that takes.

Pure functions, free of widgets, since scripts are laid out with these times from the start.
"""

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.cues import MoveLine, told_ms
from ..core.exercise import Breath, Exercise, Order, Version
from ..core.movement import before_moving
from ..core.plan import Prescription, Reps, Side, Timed
from ..core.script import Step, StepKind, length_ms
from ..core.session import Session
from ..core.texts import ExerciseText
from . import step_lines
from .step_words import asked_said, dose_said, order_line, set_said, title


def _tr(text: str) -> str:
    return QCoreApplication.translate("voice", text)


def opening(session: Session, content: Content, day: int | None) -> tuple[str, ...]:
    """Said once a session, before the first exercise: what it is, how to pause, when to stop."""
    if not all(step.help for step in session.script[: session.index]):
        return ()
    return _opening(-(-length_ms(session.script) // 60_000), content, day)


def _opening(minutes: int, content: Content, day: int | None) -> tuple[str, ...]:
    return (
        *(() if day is None else day_said(day, content)),
        _tr("About {}.").format(words.minutes_spoken(minutes)),
        _tr("Listen to your body."),
        _tr("Easier is always fine."),
        _tr("Press space any time to pause."),
        _tr("Stop if you feel one of these."),
        *(f"{line}." for line in content.safety.stop_lines),
    )


def day_said(day: int, content: Content) -> tuple[str, ...]:
    """As in "Day one." and "Settle and stretch."; practice is of no day."""
    return _tr("Day {}.").format(words.in_words(day)), f"{content.day_text(day).short}."


def ready_now(session: Session, step: Step, content: Content) -> tuple[str, ...]:
    """The name, how much, and which side begins."""
    text = content.text(step.exercise)
    name = title(session, step, content)
    version = words.version_said(step.version, name)
    said = version if step.version is not Version.STANDARD else f"{name}."
    order = order_line(step, text, content)
    return tuple(filter(None, (said, _amount(step, text), order)))


def ready_todo(step: Step, content: Content) -> tuple[str, ...]:
    """How to get into position, and what comes before the movement starts."""
    setup = (
        step_lines.written_for(line, step, content)
        for line in step_lines.setup_lines(step, content)
    )
    return (*setup, *prepared(step, content), *filter(None, (asked_said(step),)))


def prepared(step: Step, content: Content) -> tuple[str, ...]:
    """What comes before the movement starts."""
    if step.segment:
        return ()
    before, _ = told_moves(step, content, enters=has_enter(step, content))
    return tuple(line.text for line in before)


def give_time(content: Content) -> None:
    """Have every get-ready of the content last as long as it takes to say."""
    doses = {p.exercise: p for day in content.plan.days for p in day.exercises}

    def ready_ms(exercise: Exercise, version: Version) -> int:
        step = _nominal(exercise, version, doses[exercise.id])
        now = ready_now(Session(script=(step,)), step, content)
        return told_ms(now, ready_todo(step, content))

    days = (day.number for day in content.plan.days)
    opening = max(told_ms(_opening(12, content, day), ()) for day in days) - told_ms((), ())
    content.give_time(ready_ms, opening)


def _nominal(exercise: Exercise, version: Version, prescription: Prescription) -> Step:
    """The first set of an exercise, as far as its words depend on it."""
    form, dose = exercise.form(version), prescription.dose
    sided = form.order is not None
    reps = isinstance(dose, Reps)
    segment = form.segments[0].id if form.segments else ""
    alternates = form.order is Order.ALTERNATE
    count = dose.count if isinstance(dose, Reps) else 0
    return Step(
        kind=StepKind.WORK,
        ms=60_000 * dose.low if isinstance(dose, Timed) else 30_000,
        exercise=exercise.id,
        exercise_no=1,
        set_no=1,
        sets=1 if isinstance(dose, Timed) else dose.sets,
        side=Side.LEFT if sided else None,
        dose=0 if reps else 30,
        reps=2 * count if alternates else count,
        alternates=alternates,
        segment=segment,
        version=version,
    )


def _amount(step: Step, text: ExerciseText) -> str:
    """As in "Set 1 of 3, hold 30 seconds."."""
    if step.segment:
        return ""
    side = None if step.alternates else step.side
    return f"{set_said(step, text, side)}, {dose_said(step)}."


def told_moves(
    step: Step, content: Content, *, enters: bool
) -> tuple[tuple[MoveLine, ...], tuple[MoveLine, ...]]:
    """The lines of the movement before it starts, and while it is done."""
    lines = tuple(
        _move_line(step_lines.written_for(line, step, content))
        for line in step_lines.move_lines(step, content)
    )
    phases = content.exercises[step.exercise].form(step.version).phases
    first = phases[0].breath if step.reps and phases and not enters else None
    return before_moving(lines, first)


def _move_line(text: str) -> MoveLine:
    """A line with the breath that is named in it: "Keep the press. Breathe in."."""
    said = step_lines.sentences(text)
    for breath in Breath:
        if any(sentence.startswith(words.breath(breath)) for sentence in said):
            named = said[0] == f"{words.breath(breath)}."
            return MoveLine(text, breath, bare=" ".join(said[1:]) if named else "")
    return MoveLine(text)


def has_enter(step: Step, content: Content) -> bool:
    """Getting into the position is a step of its own."""
    return bool(content.exercises[step.exercise].form(step.version).enter)
