"""Numbers and names of the core as sentences in the person's language.

Everything that counts goes through here, because other languages have other plurals: `%n`
is filled in by the translation, so English has one too (resources/i18n). Pages translate
their own fixed words with `self.tr`; content has its words in resources/texts.
"""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from .core.exercise import Order
from .core.plan import Dose, Each, Hold, Reps, Side, Timed
from .core.script import Step, StepKind
from .core.texts import ExerciseText

MIDDLE_DOT = " \u00b7 "
MINUS = "\u2212"


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("words", text, "", n)


def sets(n: int) -> str:
    """As in "7 sets"."""
    return _tr("%n set(s)", n)


def exercises(n: int) -> str:
    """As in "3 exercises"."""
    return _tr("%n exercise(s)", n)


def reps(n: int) -> str:
    """As in "10 reps"."""
    return _tr("%n rep(s)", n)


def seconds(n: int) -> str:
    """As in "30 seconds"."""
    return _tr("%n second(s)", n)


def minutes_spoken(n: int) -> str:
    """As in "12 minutes"."""
    return _tr("%n minute(s)", n)


def minutes(low: int, high: int | None = None) -> str:
    """As in "12 min" or "44 to 59 min"."""
    if high is None or high == low:
        return _tr("{} min").format(low)
    return _tr("{} to {} min").format(low, high)


def clock(ms: int) -> str:
    """Minutes and seconds, rounded up to the second: "10:05"."""
    whole = -(-ms // 1000)
    return f"{whole // 60}:{whole % 60:02d}"


def weekday(local_date: str) -> str:
    """The short name of an ISO date's weekday: "Mon"."""
    date = QDate.fromString(local_date, "yyyy-MM-dd")
    return QLocale(QLocale.Language.English).toString(date, "ddd")


def dose(dose: Dose, text: ExerciseText) -> tuple[str, ...]:
    """A dose as the plan writes it, in parts that a "×" joins: "30 seconds per leg", "3 sets"."""
    match dose:
        case Hold(seconds=amount, sets=count, each=each):
            return f"{seconds(amount)}{_per(each)}", sets(count)
        case Reps(count=amount, sets=count, each=each):
            return f"{reps(amount)}{_per(each)}", sets(count)
        case Timed(low=low, high=high):
            span = minutes_spoken(low) if low == high else _tr("{}-{} minutes").format(low, high)
            return (f"{span} {text.dose_note}".strip(),)


def _per(each: Each | None) -> str:
    match each:
        case None:
            return ""
        case Each.SIDE:
            return _tr(" per side")
        case Each.LEG:
            return _tr(" per leg")


def side(side: Side) -> str:
    """As in "left"."""
    return _tr("left") if side is Side.LEFT else _tr("right")


def side_limb(side: Side, text: ExerciseText) -> str:
    """As in "Left leg", with the exercise's own word for one side."""
    first = _tr("Left") if side is Side.LEFT else _tr("Right")
    return f"{first} {text.limb}"


def set_line(step: Step) -> str:
    """As in "Set 2 of 3"."""
    return _tr("Set {} of {}").format(step.set_no, step.sets)


def kind(step: Step) -> str:
    """The phase of a step, as it stands in the ring."""
    match step.kind:
        case StepKind.READY:
            return _tr("Get ready")
        case StepKind.WORK:
            return _tr("Rep") if step.reps else _tr("Hold")
        case StepKind.SWITCH:
            return _tr("Switch sides")
        case StepKind.REST:
            return _tr("Rest")
        case StepKind.ENTER:
            return _tr("Move in")
        case StepKind.LEAVE:
            return _tr("Move out")


def order(order: Order, text: ExerciseText) -> str:
    """How the sides take turns, said once: "Left first. That is the leg that reaches."."""
    match order:
        case Order.ALTERNATE:
            return _tr("Left and right take turns. A side is {}.").format(text.side)
        case _:
            return _tr("Left first. That is {}.").format(text.side)
