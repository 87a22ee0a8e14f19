"""What the pictures show after the seven days: the numbers, and a normal week."""

import datetime as dt

from backplan_gui import words
from backplan_gui.core import engine
from backplan_gui.core.routine import Suggestion
from backplan_gui.core.session import Command, Session
from backplan_gui.progress import Progress
from backplan_gui.ui.widgets.in_place import lay_out
from tests.app import Person
from tests.scenes import Scene, start
from tests.scenes_progress import keep, whole

MONDAY = dt.date(2026, 11, 16)
PAIN = ((5, 3), (5, 4), (4, 3), (4, 2), (4, 3), (3, 2), (3, 2))
"""Before and after, one pair a day."""
AFTERWARDS = MONDAY + dt.timedelta(days=14)
"""Another Monday, a week after the last day."""


def week_done(
    person: Person, pain: tuple[tuple[int | None, int | None], ...] = PAIN, *, eased: int = 4
) -> None:
    """Seven days on seven dates; one of them in its easier versions."""
    journal = person.app.journal
    for number, (before, after) in enumerate(pain, start=1):
        on = (MONDAY + dt.timedelta(days=number - 1)).isoformat()
        session = whole(person, number)
        if number == eased:
            session = _played(journal.new_session(number, easier=True).session)
        keep(person, f"day-{number}", session, on, number, before=before, after=after)
    stand_on(person, AFTERWARDS)


def stand_on(person: Person, on: dt.date) -> None:
    """It is that date, and the window comes to the front."""
    person.clock.local_date = on.isoformat()
    person.app.window.woken.emit()
    lay_out()


def numbers(person: Person) -> None:
    """Nothing is picked yet."""
    week_done(person)
    person.app.show(Progress.WEEK)


def numbers_low(person: Person) -> None:
    """Numbers of which nothing may be said, all in one form; and none at all."""
    week_done(person, ((2, 1), *[(None, None)] * 5, (1, 0)), eased=0)
    person.app.show(Progress.WEEK)


def no_numbers(person: Person) -> None:
    """Counted by hand."""
    for day in range(1, 8):
        person.app.journal.mark(day, True)
    person.app.show(Progress.WEEK)


def routine(person: Person) -> None:
    """Three days with one press, and what the bar says of it."""
    numbers(person)
    person.click("Three days: 1, 3 and 5")


def picking(person: Person) -> None:
    """The list of a weekday."""
    numbers(person)
    person.click(words.day_of_week(2))


def today(person: Person) -> None:
    """Monday, and its day is on."""
    _with_routine(person)
    person.app._home.show_next()


def rest_day(person: Person) -> None:
    _with_routine(person)
    stand_on(person, AFTERWARDS + dt.timedelta(days=1))


def day_done(person: Person) -> None:
    """Home right after all seven."""
    week_done(person)
    person.app.show_day(7)


def finish(person: Person) -> None:
    """The session that completed the week has just ended."""
    for day in range(1, 7):
        person.app.journal.mark(day, True)
    start(person, 7)
    person.follow()
    person.app.answer(1)


def calendar(person: Person) -> None:
    _with_routine(person)
    person.app.show(Progress.WEEK)
    person.click("Add to my calendar")


def _with_routine(person: Person) -> None:
    week_done(person)
    person.app._home.changes.pick_suggestion(Suggestion.ODD)


def _played(session: Session) -> Session:
    session, _ = engine.apply(session, Command.START, 0)
    return engine.apply(session, Command.TICK, 10**9)[0]


SCENES: tuple[tuple[str, Scene], ...] = (
    ("15-week-numbers", numbers),
    ("15b-week-low", numbers_low),
    ("15c-week-by-hand", no_numbers),
    ("15d-week-routine", routine),
    ("15e-week-picking", picking),
    ("15f-week-home", day_done),
    ("15g-week-today", today),
    ("15h-week-rest", rest_day),
    ("15i-week-calendar", calendar),
    ("15j-week-finish", finish),
)
