"""Numbers and names of the core as sentences in the person's language.

Everything that counts goes through here, because other languages have other plurals: `%n`
is filled in by the translation, so English has one too (resources/i18n). Pages translate
their own fixed words with `self.tr`; content has its words in resources/texts.
"""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from .core.plan import Dose, Each, Hold, Reps, Side, Timed
from .core.schedule import DayStanding, DayState
from .core.script import Step, StepKind
from .core.texts import ExerciseText

MIDDLE_DOT = " \u00b7 "
MINUS = "\u2212"
_ISO = "yyyy-MM-dd"


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


def seconds_left(n: int) -> str:
    """As in "17 seconds left"."""
    return _tr("%n second(s) left", n)


def slow_reps(n: int) -> str:
    """As in "10 slow reps"."""
    return _tr("%n slow rep(s)", n)


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


def weekday(local_date: str, form: str = "ddd") -> str:
    """The short name of an ISO date's weekday, "Mon", or the date in another form of Qt's."""
    date = QDate.fromString(local_date, _ISO)
    return QLocale(QLocale.Language.English).toString(date, form)


def part_of(n: int, whole: int) -> str:
    """As in "0 of 7"."""
    return _tr("{} of {}").format(n, whole)


def sets_of(n: int, whole: int, *, parts: bool = False) -> str:
    """As in "4 of 7 sets", or "1 of 3 parts" of a day that comes in parts."""
    if parts:
        return _tr("{} of %n part(s)", whole).format(n)
    return _tr("{} of %n set(s)", whole).format(n)


def sets_left(n: int) -> str:
    """As in "4 sets left"."""
    return _tr("%n set(s) left", n)


def days_done(n: int, whole: int) -> str:
    """As in "4 of 7 days done"."""
    return _tr("{} of %n day(s) done", whole).format(n)


def day_line(
    standing: DayStanding,
    span: tuple[int, int],
    today: str,
    *,
    is_today: bool,
    parts: bool = False,
) -> str:
    """What stands under a day's title: "Today · 12 min", "12 min · Done Mon", "Skipped"."""
    length = minutes(*span)
    match standing.state:
        case DayState.DONE:
            return MIDDLE_DOT.join((length, done_on(standing, today)))
        case DayState.STARTED:
            far = sets_of(standing.sets_done, standing.sets, parts=parts)
            return MIDDLE_DOT.join((_tr("Started"), far))
        case DayState.SKIPPED if not is_today:
            return _tr("Skipped")
    return MIDDLE_DOT.join((_tr("Today"), length)) if is_today else length


def day_sentence(
    standing: DayStanding,
    title: str,
    span: tuple[int, int],
    *,
    is_today: bool,
    parts: bool = False,
) -> str:
    """A day in one sentence: "Day 4, Build strength, 17 minutes, today"."""
    low, high = span
    length = minutes_spoken(low) if low == high else _tr("{} to {} minutes").format(low, high)
    said = [_tr("Day {}").format(standing.number), title, length]
    match standing.state:
        case DayState.DONE:
            said.append(_tr("done {}").format(weekday(standing.done_on or "", "dddd")))
        case DayState.STARTED:
            far = sets_of(standing.sets_done, standing.sets, parts=parts)
            said += [_tr("started"), far]
        case DayState.SKIPPED if not is_today:
            said.append(_tr("skipped"))
    return ", ".join([*said, _tr("today")] if is_today else said)


def done_on(standing: DayStanding, today: str) -> str:
    """As in "Done Mon"; a week or more ago with the date, "Done 3 Nov"."""
    then, now = (QDate.fromString(d, _ISO) for d in (standing.done_on or "", today))
    form = "ddd" if abs(then.daysTo(now)) < 7 else "d MMM"
    return _tr("Done {}").format(weekday(standing.done_on or "", form))


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


def order(first: Side | None, text: ExerciseText) -> str:
    """How the sides take turns, said once: "Left first. That is the leg that reaches."."""
    if first is None:
        return _tr("Left and right take turns. A side is {}.").format(text.side)
    if first is Side.LEFT:
        return _tr("Left first. That is {}.").format(text.side)
    return _tr("Right first. That is {}.").format(text.side)


def in_words(n: int) -> str:
    """A small number as a word, "twelve"; larger ones in digits."""
    names = (
        _tr("none"),
        _tr("one"),
        _tr("two"),
        _tr("three"),
        _tr("four"),
        _tr("five"),
        _tr("six"),
        _tr("seven"),
        _tr("eight"),
        _tr("nine"),
        _tr("ten"),
        _tr("eleven"),
        _tr("twelve"),
    )
    return names[n] if n < len(names) else str(n)


def part_in_words(n: int, whole: int) -> str:
    """As in "One of seven"."""
    text = _tr("{} of {}").format(in_words(n), in_words(whole))
    return text[:1].upper() + text[1:]


def moved(ms: int) -> str:
    """As in "You moved gently for twelve minutes. That counts."; to the nearest minute."""
    n = round(ms / 60_000)
    if not n:
        return _tr("You moved gently. That counts.")
    return _tr("You moved gently for {} minute(s). That counts.", n).format(in_words(n))


def started(n: int, whole: int, *, parts: bool = False) -> str:
    """As in "Started, 5 of 7 sets"."""
    return _tr("Started, {}").format(sets_of(n, whole, parts=parts))


def skipped(n: int) -> str:
    """As in "2 sets skipped"."""
    return _tr("%n set(s) skipped", n) if n else _tr("Nothing skipped")


def parts_left(n: int) -> str:
    """As in "Two parts are left; do them when it suits you."."""
    if n == 1:
        return _tr("One part is left; do it when it suits you.")
    word = in_words(n)
    text = _tr("{} parts are left; do them when it suits you.")
    return text.format(word[:1].upper() + word[1:])


def seconds_more(n: int) -> str:
    """As in "+10 s"."""
    return _tr("+{} s").format(n)


def percent(n: int) -> str:
    """As in "100 %"."""
    return _tr("{} %").format(n)
