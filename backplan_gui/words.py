"""Numbers and names of the core as sentences in the person's language.

Everything that counts goes through here, because other languages have other plurals: `%n`
is filled in by the translation, so English has one too (resources/i18n). Pages translate
their own fixed words with `self.tr`; content has its words in resources/texts.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from .core.exercise import Breath, Version
from .core.plan import Dose, Each, Hold, Reps, Side, Timed
from .core.records import done_records
from .core.schedule import DayStanding, DayState
from .core.script import Step, StepKind
from .core.session import Session
from .core.tailoring import Today
from .core.texts import ExerciseText

MIDDLE_DOT = " \u00b7 "
MINUS = "\u2212"
TIMES = " \u00d7 "
"""Between the parts of a dose."""
_ISO = "yyyy-MM-dd"


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("words", text, "", n)


def sets(n: int) -> str:
    """As in "7 sets"."""
    return _tr("%n set(s)", n)


def exercises(n: int) -> str:
    """As in "3 exercises"."""
    return _tr("%n exercise(s)", n)


def sets_more(n: int) -> str:
    """As in "2 more sets after this one."."""
    return _tr("%n more set(s) after this one.", n)


def reps(n: int) -> str:
    """As in "10 reps"."""
    return _tr("%n rep(s)", n)


def seconds(n: int) -> str:
    """As in "30 seconds"."""
    return _tr("%n second(s)", n)


def holds_each(holds: int, length: int) -> str:
    """As in "3 holds of 10 seconds"."""
    return _tr("%n hold(s) of {}", holds).format(seconds(length))


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


def dose_short(dose: Dose) -> str:
    """A dose where there is little room: "30 s per leg × 3", "15 to 20 min"."""
    match dose:
        case Hold(seconds=amount, sets=count, each=each):
            return f"{_tr('{} s').format(amount)}{_per(each)}{TIMES}{count}"
        case Reps(count=amount, sets=count, each=each):
            return f"{amount}{_per(each)}{TIMES}{count}"
        case Timed(low=low, high=high):
            return minutes(low, high)


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


def version_of(name: str, version: Version) -> str:
    """As in "Plank, easier version"; the standard one has no more to its name."""
    match version:
        case Version.EASIER:
            return _tr("{}, easier version").format(name)
        case Version.HARDER:
            return _tr("{}, harder version").format(name)
        case Version.NO_FLOOR:
            return _tr("{}, off the floor").format(name)
        case Version.STANDARD:
            return name


def version_said(version: Version, title: str) -> str:
    """As in "Easier version: Chair fold."."""
    match version:
        case Version.EASIER:
            return _tr("Easier version: {}.").format(title)
        case Version.HARDER:
            return _tr("Harder version: {}.").format(title)
        case Version.NO_FLOOR:
            return _tr("Off the floor: {}.").format(title)
        case Version.STANDARD:
            return _tr("Standard version: {}.").format(title)


def next_time(text: ExerciseText, version: Version) -> str:
    """As in "Side Plank: the easier one next time"."""
    match version:
        case Version.EASIER:
            return _tr("{}: easier next time too").format(text.name)
        case Version.HARDER:
            return _tr("{}: harder next time too").format(text.name)
        case Version.NO_FLOOR:
            return _tr("{}: off the floor next time too").format(text.name)
        case Version.STANDARD:
            return _tr("{}: standard next time").format(text.name)


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


def breath(breath: Breath, *, slowly: bool = False) -> str:
    """As in "Breathe out"."""
    if breath is Breath.IN:
        return _tr("Breathe in")
    return _tr("Breathe out slowly") if slowly else _tr("Breathe out")


def paced(phase: str, ms: int) -> str:
    """How long a phase takes: "2.5 s lift"."""
    return _tr("{} s {}").format(f"{ms / 1000:.3g}", phase)


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


def practised(session: Session) -> str:
    """As in "Practised 2 sets. Kept in your record, and not part of a day."."""
    done = {(d.set_no, d.side) for d in done_records(session) if d.done}
    kept = _tr("Kept in your record, and not part of a day.")
    if not done:
        return _tr("Practice ended.") + " " + kept
    return _tr("Practised %n set(s).", len({number for number, _ in done})) + " " + kept


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


def holds(span: tuple[int, int], count: int, n: int, whole: int) -> str:
    """What there is time for: "About 9 min. 3 exercises, 4 of 7 sets. The rest stays ..."."""
    length = _tr("About {}.").format(minutes(*span))
    if n >= whole:
        return f"{length} {exercises(count)}, {sets(n)}."
    said = f"{length} {exercises(count)}, {sets_of(n, whole)}."
    return said + " " + _tr("The rest stays for another time.")


def fitted(today: Today, names: Mapping[str, str]) -> str:
    """How a day is set for today, "10 min · without the floor"; "" if as the plan has it.

    `names` are those of the exercises that may be done from the knees or the feet.
    """
    said = [] if today.minutes is None else [minutes(today.minutes)]
    if not today.floor:
        return MIDDLE_DOT.join([*said, _tr("without the floor")])
    for exercise, name in names.items():
        if exercise in today.feet:
            said.append(_tr("{} on the {}").format(name, feet(exercise).lower()))
    return MIDDLE_DOT.join(said)


def feet(exercise: str) -> str:
    """What an exercise is done on where not on the knees (content/exercises.md 1.6)."""
    return _tr("Toes") if exercise == "plank" else _tr("Feet")


def off_floor() -> str:
    """Of an exercise that is done sitting or standing today."""
    return _tr("off the floor")


def without(things: Iterable[str]) -> str:
    """As in "without the band"."""
    said = {
        "mat": _tr("without the mat"),
        "chair": _tr("without the chair"),
        "band": _tr("without the band"),
        "roller": _tr("without the roller"),
        "step": _tr("without the step"),
    }
    return MIDDLE_DOT.join(said[thing] for thing in things)


def needs(things: Iterable[str]) -> str:
    """As in "needs a chair", where there is no way without."""
    said = {
        "mat": _tr("needs a mat or soft carpet"),
        "chair": _tr("needs a firm chair"),
        "band": _tr("needs a light band"),
        "roller": _tr("needs a roller or towel"),
        "step": _tr("needs a step"),
    }
    return MIDDLE_DOT.join(said[thing] for thing in things)


def percent(n: int) -> str:
    """As in "100 %"."""
    return _tr("{} %").format(n)
