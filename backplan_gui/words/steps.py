"""What is to be done: a dose, a side, a set, a step and its pace."""

from ..core.exercise import Breath
from ..core.plan import Dose, Each, Hold, Reps, Side, Timed
from ..core.script import Step, StepKind
from ..core.texts import ExerciseText
from .counts import minutes_spoken, reps, seconds, sets
from .times import minutes
from .translated import TIMES, tr


def dose(dose: Dose, text: ExerciseText) -> tuple[str, ...]:
    """A dose as the plan writes it, in parts that a "×" joins: "30 seconds per leg", "3 sets"."""
    match dose:
        case Hold(seconds=amount, sets=count, each=each):
            return f"{seconds(amount)}{_per(each)}", sets(count)
        case Reps(count=amount, sets=count, each=each):
            return f"{reps(amount)}{_per(each)}", sets(count)
        case Timed(low=low, high=high):
            span = minutes_spoken(low) if low == high else tr("{}-{} minutes").format(low, high)
            return (f"{span} {text.dose_note}".strip(),)


def dose_short(dose: Dose) -> str:
    """A dose where there is little room: "30 s per leg × 3", "15 to 20 min"."""
    match dose:
        case Hold(seconds=amount, sets=count, each=each):
            return f"{tr('{} s').format(amount)}{_per(each)}{TIMES}{count}"
        case Reps(count=amount, sets=count, each=each):
            return f"{amount}{_per(each)}{TIMES}{count}"
        case Timed(low=low, high=high):
            return minutes(low, high)


def _per(each: Each | None) -> str:
    match each:
        case None:
            return ""
        case Each.SIDE:
            return tr(" per side")
        case Each.LEG:
            return tr(" per leg")


def side(side: Side) -> str:
    """As in "left"."""
    return tr("left") if side is Side.LEFT else tr("right")


def side_limb(side: Side, text: ExerciseText) -> str:
    """As in "Left leg", with the exercise's own word for one side."""
    first = tr("Left") if side is Side.LEFT else tr("Right")
    return f"{first} {text.limb}"


def set_line(step: Step) -> str:
    """As in "Set 2 of 3"."""
    return tr("Set {} of {}").format(step.set_no, step.sets)


def kind(step: Step) -> str:
    """The phase of a step, as it stands in the ring."""
    match step.kind:
        case StepKind.READY:
            return tr("Get ready")
        case StepKind.WORK:
            return tr("Rep") if step.reps else tr("Hold")
        case StepKind.SWITCH:
            return tr("Switch sides")
        case StepKind.REST:
            return tr("Rest")
        case StepKind.ENTER:
            return tr("Move in")
        case StepKind.LEAVE:
            return tr("Move out")


def breath(breath: Breath, *, slowly: bool = False) -> str:
    """As in "Breathe out"."""
    if breath is Breath.IN:
        return tr("Breathe in")
    return tr("Breathe out slowly") if slowly else tr("Breathe out")


def paced(phase: str, ms: int) -> str:
    """How long a phase takes: "2.5 s lift"."""
    return tr("{} s {}").format(f"{ms / 1000:.3g}", phase)


def order(first: Side | None, text: ExerciseText) -> str:
    """How the sides take turns, said once: "Left first. That is the leg that reaches."."""
    if first is None:
        return tr("Left and right take turns. A side is {}.").format(text.side)
    if first is Side.LEFT:
        return tr("Left first. That is {}.").format(text.side)
    return tr("Right first. That is {}.").format(text.side)
