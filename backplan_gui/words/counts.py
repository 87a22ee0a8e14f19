"""Everything that counts, in the plural of the language, and small numbers as words.

`%n` is filled in by the translation, so English has one too (resources/i18n).
"""

from ..core.records import done_records
from ..core.session import Session
from .translated import tr


def sets(n: int) -> str:
    """As in "7 sets"."""
    return tr("%n set(s)", n)


def exercises(n: int) -> str:
    """As in "3 exercises"."""
    return tr("%n exercise(s)", n)


def sets_more(n: int) -> str:
    """As in "2 more sets after this one."."""
    return tr("%n more set(s) after this one.", n)


def unsaved(n: int) -> str:
    """As in "One set could not be saved yet."; without a set it is a part of one."""
    return tr("%n set(s) could not be saved yet.", n) if n else tr("A part could not be saved yet.")


def sets_left(n: int) -> str:
    """As in "4 sets left"."""
    return tr("%n set(s) left", n)


def sets_of(n: int, whole: int, *, parts: bool = False) -> str:
    """As in "4 of 7 sets", or "1 of 3 parts" of a day that comes in parts."""
    if parts:
        return tr("{} of %n part(s)", whole).format(n)
    return tr("{} of %n set(s)", whole).format(n)


def part_of(n: int, whole: int) -> str:
    """As in "0 of 7"."""
    return tr("{} of {}").format(n, whole)


def reps(n: int) -> str:
    """As in "10 reps"."""
    return tr("%n rep(s)", n)


def reps_left(n: int, *, each: bool = False) -> str:
    """As in "6 reps left" or, where sides take turns, "6 reps left each side"."""
    said = tr("%n rep(s) left", n)
    return tr("{} each side").format(said) if each else said


def slow_reps(n: int) -> str:
    """As in "10 slow reps"."""
    return tr("%n slow rep(s)", n)


def seconds(n: int) -> str:
    """As in "30 seconds"."""
    return tr("%n second(s)", n)


def seconds_left(n: int) -> str:
    """As in "17 seconds left"."""
    return tr("%n second(s) left", n)


def holds_each(holds: int, length: int) -> str:
    """As in "3 holds of 10 seconds"."""
    return tr("%n hold(s) of {}", holds).format(seconds(length))


def minutes_spoken(n: int) -> str:
    """As in "12 minutes"."""
    return tr("%n minute(s)", n)


def hours_spoken(n: int) -> str:
    """As in "2 hours"."""
    return tr("%n hour(s)", n)


def days(n: int) -> str:
    """As in "3 days"."""
    return tr("%n day(s)", n)


def days_done(n: int, whole: int) -> str:
    """As in "4 of 7 days done"."""
    return tr("{} of %n day(s) done", whole).format(n)


def sessions(n: int) -> str:
    """As in "12 sessions"."""
    return tr("%n session(s)", n)


def finished_days(n: int) -> str:
    """As in "5 days done", of all rounds there were."""
    return tr("%n day(s) done", n)


def of_days(n: int) -> str:
    """As in "of 7 days", after how many of them."""
    return tr("of %n day(s)", n)


def of_sets(n: int) -> str:
    """As in "of 28 sets"."""
    return tr("of %n set(s)", n)


def last_sessions(n: int) -> str:
    """As in "The last 12 sessions"."""
    return tr("The last %n session(s)", n)


def answers(n: int) -> str:
    """As in "8 answers about pain"."""
    return tr("%n answer(s) about pain", n)


def notes(n: int) -> str:
    """As in "2 notes"."""
    return tr("%n note(s)", n)


def backups(n: int) -> str:
    """As in "11 backups"."""
    return tr("%n backup(s)", n)


def sessions_before(n: int) -> str:
    """As in "12 more sessions before these"."""
    return tr("%n more session(s) before these", n)


def exercises_more(n: int) -> str:
    """As in "and 3 more exercises"."""
    return tr("and %n more exercise(s)", n)


def middle_of_weeks(n: int) -> str:
    """As in "Each mark is the middle number of 2 weeks."."""
    return tr("Each mark is the middle number of %n week(s).", n)


def in_rounds(n: int) -> str:
    """As in "Days done, in 5 rounds"."""
    return tr("Days done, in %n round(s)", n)


def started(n: int, whole: int, *, parts: bool = False) -> str:
    """As in "Started, 5 of 7 sets"."""
    return tr("Started, {}").format(sets_of(n, whole, parts=parts))


def skipped(n: int) -> str:
    """As in "2 sets skipped"."""
    return tr("%n set(s) skipped", n) if n else tr("Nothing skipped")


def practised(session: Session) -> str:
    """As in "Practised 2 sets. Kept in your record, and not part of a day."."""
    done = {(d.set_no, d.side) for d in done_records(session) if d.done}
    kept = tr("Kept in your record, and not part of a day.")
    if not done:
        return tr("Practice ended.") + " " + kept
    return tr("Practised %n set(s).", len({number for number, _ in done})) + " " + kept


def moved(ms: int) -> str:
    """As in "You took twelve minutes for your back. That counts."; to the nearest minute.

    The time of a session has its rests and ways into a position in it, so none is said to be spent
    moving.
    """
    n = round(ms / 60_000)
    if not n:
        return tr("You took a moment for your back. That counts.")
    return tr("You took {} minute(s) for your back. That counts.", n).format(in_words(n))


def in_words(n: int) -> str:
    """A small number as a word, "twelve"; larger ones in digits."""
    names = (
        tr("none"),
        tr("one"),
        tr("two"),
        tr("three"),
        tr("four"),
        tr("five"),
        tr("six"),
        tr("seven"),
        tr("eight"),
        tr("nine"),
        tr("ten"),
        tr("eleven"),
        tr("twelve"),
    )
    return names[n] if n < len(names) else str(n)


def part_in_words(n: int, whole: int) -> str:
    """As in "One of seven"."""
    text = tr("{} of {}").format(in_words(n), in_words(whole))
    return text[:1].upper() + text[1:]


def parts_left(n: int) -> str:
    """As in "Two parts are left; do them when it suits you."."""
    if n == 1:
        return tr("One part is left; do it when it suits you.")
    word = in_words(n)
    text = tr("{} parts are left; do them when it suits you.")
    return text.format(word[:1].upper() + word[1:])
