"""Every set is a row that spreadsheet programs read as it was, and never as a formula."""

import csv
import io
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.exercise import Version
from backplan_gui.core.pain import Asked, CheckIn
from backplan_gui.core.plan import Side
from backplan_gui.core.portable import KeptSession, KeptSet, Note, Portable
from backplan_gui.core.records import Done, SessionKind, SessionRecord, Unit
from backplan_gui.services.spreadsheet import spreadsheet
from tests.portables import histories, in_memory, keep
from tests.store.samples import after, record

AT, DATE = "2026-11-24T10:00:00Z", "2026-11-24"
HEADINGS = [
    "Date", "Day", "Exercise", "Set", "Side", "Version", "Planned", "Actual", "Unit", "Done",
    "Pain before", "Pain after", "Note",
]  # fmt: skip
NAMES = {"plank": "Plank", "cat-cow": "Cat-Cow Stretch"}
PLANK = Done(2, "plank", 1, Side.LEFT, Version.EASIER, 20, 12, Unit.SECONDS, True)


def read(data: bytes) -> list[list[str]]:
    """The cells by the grammar of RFC 4180, and not by the module that wrote them."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(_rows(iter(data.decode("utf-8-sig"))))


def _rows(text: Iterator[str]) -> Iterator[list[str]]:
    row: list[str] = []
    for begins in text:
        assert begins == '"'
        cell, after = "", ""
        for char in text:
            if char != '"' or (after := next(text)) == '"':
                cell += char
            else:
                break
        row.append(cell)
        if after == "\r":
            assert next(text) == "\n"
            yield row
            row = []
        else:
            assert after == ","
    assert not row


def about(text: str) -> Portable:
    """One set with that note."""
    kept = KeptSession(record(ended=AT), (KeptSet("set", PLANK),), Note(AT, text))
    return Portable((kept,))


def answer(of: SessionRecord, asked: Asked, pain: int | None) -> CheckIn:
    return CheckIn(f"{asked}", of.id, AT, DATE, asked, pain)


class TestRows:
    def test_a_set_with_what_was_said_of_its_session(self) -> None:
        portable = about("Better.")
        of = portable.sessions[0].record
        answers = tuple(answer(of, asked, n) for asked, n in zip(Asked, (5, 6, 3), strict=True))
        portable = msgspec.structs.replace(portable, check_ins=answers)
        assert read(spreadsheet(portable, NAMES)) == [
            HEADINGS,
            [DATE, "1", "Plank", "1", "left", "easier", "20", "12", "seconds", "yes",
             "5", "3", "Better."],
        ]  # fmt: skip

    def test_what_was_not_said_is_an_empty_cell(self) -> None:
        kept = KeptSession(
            record(ended=AT, day=None, kind=SessionKind.GENTLE),
            (
                KeptSet(
                    "set",
                    Done(1, "new", 2, None, Version.NO_FLOOR, 10, 0, Unit.REPS, False),
                ),
            ),
        )
        check_in = answer(kept.record, Asked.BEFORE, None)
        _, row = read(spreadsheet(Portable((kept,), (check_in,)), NAMES))
        assert row == [
            DATE, "gentle day", "new", "2", "", "off the floor", "10", "0", "reps", "no",
            "", "", "",
        ]  # fmt: skip

    def test_the_earliest_session_first_and_its_sets_as_they_were_done(self) -> None:
        def sets(*numbers: tuple[int, int, Side | None]) -> tuple[KeptSet, ...]:
            return tuple(
                KeptSet(
                    str(place),
                    msgspec.structs.replace(PLANK, exercise_no=no, set_no=set_no, side=side),
                )
                for place, (no, set_no, side) in enumerate(numbers)
            )

        later = KeptSession(
            record(begun="2026-11-26T09:00:00Z", day=None, kind=SessionKind.PRACTICE),
            sets((1, 1, None)),
        )
        earlier = KeptSession(
            record(),
            sets((2, 1, None), (1, 2, Side.RIGHT), (1, 2, Side.LEFT), (1, 1, Side.LEFT)),
        )
        rows = read(spreadsheet(Portable((later, earlier)), NAMES))[1:]
        assert [(row[1], row[3], row[4]) for row in rows] == [
            ("1", "1", "left"),
            ("1", "2", "left"),
            ("1", "2", "right"),
            ("1", "1", ""),
            ("practice", "1", ""),
        ]

    def test_a_record_with_nothing_in_it_is_only_headings(self) -> None:
        nothing_done = Portable((KeptSession(record(after(0))),))
        assert read(spreadsheet(Portable(), NAMES)) == [HEADINGS]
        assert read(spreadsheet(nothing_done, NAMES)) == [HEADINGS]

    @given(days=histories())
    def test_it_agrees_with_the_record(self, days: Portable) -> None:
        with in_memory() as store:
            keep(store, days)
            rows = read(spreadsheet(store.everything(), NAMES))[1:]
            sets = [*store.done_sets("seven-days"), *store.done_sets("another")]
            found = sorted(
                (d.local_date, str(d.set.set_no), str(d.set.planned), str(d.set.actual))
                for d in sets
            )
            assert sorted((row[0], row[3], row[6], row[7]) for row in rows) == found
            pain = {
                (one.session, one.asked): "" if one.pain is None else str(one.pain)
                for one in store.check_ins()
            }
            before = sorted(pain.get((d.session, Asked.BEFORE), "") for d in sets)
            assert sorted(row[10] for row in rows) == before


class TestNoFormula:
    @pytest.mark.parametrize(
        "begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    )
    def test_a_note_that_begins_like_one_is_text(self, begins: str) -> None:
        text = f'{begins}HYPERLINK("somewhere")'
        _, row = read(spreadsheet(about(text), NAMES))
        assert row[-1] == f"'{text}"

    def test_the_name_of_an_exercise_too(self) -> None:
        _, row = read(spreadsheet(about(""), {"plank": "=1+1"}))
        assert row[2] == "'=1+1"

    @given(text=st.text(st.characters(exclude_categories=["Cs"])))
    def test_whatever_is_written_is_one_cell_that_is_none(self, text: str) -> None:
        data = spreadsheet(about(text), NAMES)
        _, row = read(data)
        assert len(row) == len(HEADINGS)
        assert row[-1].removeprefix("'") == text.removeprefix("'")
        assert not row[-1].startswith(tuple("=+-@\t\r\n＝＋－＠"))
        assert [row] == list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]
