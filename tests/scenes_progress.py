"""What the pictures show of progress: the week of design/09, nothing, one session, ten years."""

import datetime as dt

import msgspec

from backplan_gui.core import engine
from backplan_gui.core.pain import Asked, CheckIn
from backplan_gui.core.records import Mark, MarkState, SessionKind, SessionRecord
from backplan_gui.core.script import StepKind, script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Settings
from backplan_gui.progress import Progress
from backplan_gui.store.store import Store
from tests.app import Person
from tests.scenes import Scene

PLAN = "seven-days"
WEEK = (
    ("2026-06-01", 1, 730, 5, 3, "Slept better", 0),
    ("2026-06-02", 2, 1040, 5, 4, "", 0),
    ("2026-06-04", 3, 1248, 4, 3, "Left hip tight", 1),
    ("2026-06-05", 4, 1022, 4, 2, "", 0),
)
"""Date, day, seconds, pain before and after, note, sets that were passed over."""
SATURDAY = "2026-06-06"
YEARS = 10


def store_of(person: Person) -> Store:
    """The record behind the app."""
    store = person.app.progress._store
    assert isinstance(store, Store)
    return store


def whole(person: Person, day: int, seconds: int | None = None, *, skipped: int = 0) -> Session:
    """A day that was followed to its end, but for so many sets that were passed over."""
    content = person.app.journal.composing.content
    script = script_for(content.plan.day(day), content.exercises, Settings())
    session, _ = engine.apply(Session(script), Command.START, 0)
    while session.is_open and skipped and session.index < len(script):
        if session.step.kind is StepKind.WORK:
            session, _ = engine.apply(session, Command.SKIP, 0)
            skipped -= 1
        else:
            session, _ = engine.apply(session, Command.TICK, 0)
            session, _ = engine.apply(session, Command.NEXT, 0)
    session, _ = engine.apply(session, Command.TICK, 10**9)
    return session if seconds is None else msgspec.structs.replace(session, guided=1000 * seconds)


def keep(
    person: Person,
    id: str,
    session: Session,
    on: str,
    day: int | None,
    *,
    before: int | None = None,
    after: int | None = None,
    note: str = "",
    round: int = 1,
    hour: int = 9,
    kind: SessionKind = SessionKind.PLAN,
) -> None:
    """A session that was held in the morning of a date."""
    store, at = store_of(person), f"{on}T{hour:02}:00:00.000000Z"
    record = SessionRecord(id, PLAN, round, day, at, on, 120, session, at, kind)
    store.add_finished(record, ())
    store.save(id, session, at)
    for asked, pain in ((Asked.BEFORE, before), (Asked.AFTER, after)):
        if pain is not None:
            store.add_check_in(CheckIn(f"{id}-{asked}", id, at, on, asked, pain))
    if note:
        store.save_note(id, note, at)


def held(person: Person, *, ended: int = len(WEEK)) -> None:
    """The first sessions of the week of the picture."""
    for on, day, seconds, before, after, note, skipped in WEEK[:ended]:
        session = whole(person, day, seconds, skipped=skipped)
        keep(person, f"day-{day}", session, on, day, before=before, after=after, note=note)


def empty(person: Person) -> None:
    person.app.show(Progress.PAGE)


def one_session(person: Person) -> None:
    held(person, ended=1)
    person.clock.local_date = WEEK[0][0]
    person.app.show(Progress.PAGE)


def week(person: Person) -> None:
    """Saturday, and the fifth day is next; the set that was passed over does not matter."""
    held(person)
    person.app.journal.mark(3, True)
    person.clock.local_date = SATURDAY
    person.app.show(Progress.PAGE)


def busy_week(person: Person) -> None:
    """A gentle day, a day in three parts, equal, higher, extreme and missing numbers."""
    held(person, ended=2)
    gentle, part = whole(person, 1, 300), whole(person, 5, 600)
    keep(person, "g", gentle, "2026-06-03", None, before=7, after=6, kind=SessionKind.GENTLE)
    keep(person, "3", whole(person, 3), "2026-06-04", 3, before=3, after=3)
    keep(person, "4", whole(person, 4), "2026-06-05", 4, before=10, after=10, note=LONG)
    for hour, (before, after) in enumerate(((3, 5), (2, None), (None, 1)), start=9):
        keep(person, f"5-{hour}", part, SATURDAY, 5, before=before, after=after, hour=hour)
    keep(person, "6", whole(person, 6), "2026-06-07", 6, before=0, after=0)
    keep(person, "7", whole(person, 7), "2026-06-08", 7)
    person.clock.local_date = "2026-06-08"
    person.app.journal.log_walk(5, "walking", 25)
    person.app.show(Progress.PAGE)


def ten_years(person: Person) -> None:
    """A session a day, seven a round."""
    store = store_of(person)
    store._db.execute("PRAGMA synchronous = OFF")  # only to be written sooner
    days = {day: whole(person, day) for day in range(1, 8)}
    first = dt.date(2016, 6, 5)
    with_numbers = 365 * YEARS
    for number in range(with_numbers):
        on = (first + dt.timedelta(days=number)).isoformat()
        round, day = number // 7 + 1, number % 7 + 1
        if day == 1 and round > 1:
            mark = Mark(f"r{round}", PLAN, round, 0, MarkState.ROUND, f"{on}T08:00:00Z", on)
            store.add_mark(mark)
        before, after = 4 + number % 3, 2 + number % 4
        keep(person, str(number), days[day], on, day, before=before, after=after, round=round)
    person.clock.local_date = on
    person.app.show(Progress.PAGE)


LONG = (
    "Slept badly, a long day in the car before that. The side plank on the knees was fine, the"
    " one on the feet was too much, so I changed back. Warmth in the evening helped."
)
SCENES: tuple[tuple[str, Scene], ...] = (
    ("09-progress", week),
    ("09b-progress-empty", empty),
    ("09c-progress-one", one_session),
    ("09d-progress-busy", busy_week),
)
LONG_AGO: tuple[tuple[str, Scene], ...] = (("09e-progress-ten-years", ten_years),)
"""It takes seconds to write down, so it is photographed once."""
