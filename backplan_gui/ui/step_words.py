"""The words for a step that the stage, the voice and others say alike.

Pure functions, free of widgets: get-ready times are laid out from them at start.
"""

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Order, Version
from ..core.plan import Side
from ..core.script import Step
from ..core.session import Session
from ..core.tailoring import ASKED
from ..core.texts import ExerciseText, mirrored
from . import step_lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def title(session: Session, step: Step, content: Content) -> str:
    """The exercise, or the segment that is on, or the form in which it is done."""
    if session.step.segment:
        return content.segment(session.step).title
    text = content.text(step.exercise)
    version = text.version(step.version)
    return version.title if version else text.name


def set_said(step: Step, text: ExerciseText, side: Side | None) -> str:
    """As in "Set 2 of 3" or "Left leg, set 2 of 3"."""
    if side is None:
        return words.set_line(step)
    number = _tr("set {} of {}").format(step.set_no, step.sets)
    return f"{words.side_limb(side, text)}, {number}"


def dose_said(step: Step) -> str:
    """As in "hold 30 seconds" or "10 slow reps each side"."""
    if not step.reps:
        return _tr("hold {}").format(words.seconds(step.dose or step.ms // 1000))
    count = words.slow_reps(step.reps // 2 if step.alternates else step.reps)
    return _tr("{} each side").format(count) if step.alternates else count


def amount(step: Step) -> str:
    """As in "30 s" or "10 reps"."""
    return words.reps(step.reps) if step.reps else length(step.ms)


def length(ms: int) -> str:
    """As in "15 s", "5 min" or "4:30 min"."""
    if ms < 100_000:
        return _tr("{} s").format(-(-ms // 1000))
    if ms % 60_000:
        return _tr("{} min").format(words.clock(ms))
    return words.minutes(ms // 60_000)


def help_line(step: Step, content: Content) -> str:
    """What to do now on the way to the floor, or up again."""
    return content.plan_text.floor[step.help].lines[step.part - 1]


def leave_line(step: Step, content: Content) -> str:
    """How to get out of a hold: its last movement line, without the promise to say when."""
    line = step_lines.leave_line(step, content).removeprefix(_tr("When I say, "))
    return step_lines.written_for(line[:1].upper() + line[1:], step, content)


def asked_line(step: Step) -> str:
    """Knees or feet is asked, and the knees come first (content/exercises.md 1.6)."""
    if step.exercise not in ASKED or step.version not in (Version.EASIER, Version.STANDARD):
        return ""
    knees = step.version is Version.EASIER
    return _tr("Knees come first. E: feet.") if knees else _tr("Feet. E: knees.")


def asked_said(step: Step) -> str:
    """The same by ear, where "E: knees" is no sentence."""
    if not asked_line(step):
        return ""
    if step.version is Version.EASIER:
        return _tr("Knees come first. Press E for feet.")
    return _tr("Press E for knees.")


def order_line(step: Step, text: ExerciseText, content: Content) -> str:
    """How the sides take turns, said once: "Left first. That is the leg that reaches."."""
    order = content.exercises[step.exercise].order
    if order is Order.ALTERNATE:
        return words.order(None, text)
    if step.side is None or order is None or step.segment:
        return ""
    return words.order(step.side, text)


def side_lines(step: Step, content: Content) -> tuple[str, ...]:
    """What to change for the other side: the lines that name one."""
    move = step_lines.move_lines(step, content)
    for lines in (step_lines.setup_lines(step, content), move[:1], move):
        named = [line for line in lines if mirrored(line, content.words) != line]
        if named:
            return tuple(step_lines.written_for(line, step, content) for line in named[:2])
    return ()
