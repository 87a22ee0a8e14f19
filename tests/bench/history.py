"""A record of many years, written straight into the store."""

import datetime as dt
from pathlib import Path

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.pain import Asked, CheckIn, Settled
from backplan_gui.core.records import Mark, MarkState, SessionRecord
from backplan_gui.core.script import script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Settings
from backplan_gui.store.folder import prepared
from backplan_gui.store.store import Store

FIRST_DAY = dt.date(2016, 1, 4)


def write(folder: Path, *, years: int) -> None:
    """One session a day, seven days a round, all of them done, with pain before and after."""
    content = Content(resources.root())
    whole = {}
    for day in content.plan.days:
        session = Session(script_for(day, content.exercises, Settings()))
        session, _ = engine.apply(session, Command.START, 0)
        whole[day.number], _ = engine.apply(session, Command.TICK, 10**9)
    place = prepared(folder)
    with Store.open(place.database) as store:
        store._db.execute("PRAGMA synchronous = OFF")  # only to be written sooner
        for number in range(365 * years):
            date = (FIRST_DAY + dt.timedelta(days=number)).isoformat()
            round_no, day_no = number // 7 + 1, number % 7 + 1
            at = f"{date}T10:00:00.000000Z"
            if day_no == 1 and round_no > 1:
                id = f"round-{round_no}"
                store.add_mark(Mark(id, content.plan.id, round_no, 0, MarkState.ROUND, at, date))
            record = SessionRecord(
                f"session-{number}", content.plan.id, round_no, day_no, at, date, 60, whole[day_no]
            )
            store.begin(record)
            store.save(record.id, record.session, at)
            for check_in in _answers(record, number):
                store.add_check_in(check_in)
    place.release()


def _answers(record: SessionRecord, number: int) -> tuple[CheckIn, ...]:
    id, at, date = record.id, record.begun, record.local_date
    before = CheckIn(f"{id}-before", id, at, date, Asked.BEFORE, number % 4, settled=Settled.NONE)
    return before, CheckIn(f"{id}-after", id, at, date, Asked.AFTER, number % 5)
