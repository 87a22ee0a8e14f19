"""What is written down comes back as it was, and nothing else is believed."""

import contextlib
import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.pain import Asked, CheckIn, LogLine
from backplan_gui.core.portable import (
    BROKEN,
    NEWER,
    OTHER,
    KeptSession,
    KeptSet,
    Note,
    NotPortable,
    Portable,
    decode,
    encode,
)
from backplan_gui.core.records import Mark, MarkState, SafetyAnswer, SafetyGroup, done_records
from backplan_gui.core.session import Phase, Session
from tests.portables import portables
from tests.store.samples import after, record

AT, DATE = "2026-11-24T09:30:00.000000Z", "2026-11-24"
Change = Callable[[Any], object]


@pytest.fixture
def whole() -> Portable:
    """One of everything: a session under way, and one that has ended."""
    under_way, ended = record(after(31_000)), record(after(10**6), ended=AT)
    sets = tuple(KeptSet(f"set {n}", done) for n, done in enumerate(done_records(ended.session)))
    return Portable(
        (KeptSession(ended, sets, Note(AT, "Better.")), KeptSession(under_way)),
        (CheckIn("answer", under_way.id, AT, DATE, Asked.BEFORE, 4),),
        (LogLine("line", None, AT, DATE, "R4", "Took the easier one."),),
        (Mark("mark", "seven-days", 1, 2, MarkState.DONE, AT, DATE),),
        (SafetyAnswer("signs", AT, DATE, SafetyGroup.ASK, ("A2",), DATE),),
        (),
        {"text_size": 120},
    )


def reason(data: bytes) -> str:
    """Why it is not taken."""
    with pytest.raises(NotPortable) as refused:
        decode(data)
    return str(refused.value)


class TestRoundTrip:
    @given(portable=portables())
    def test_any_record_comes_back_equal(self, portable: Portable) -> None:
        assert decode(encode(portable)) == portable

    def test_an_empty_one_too(self) -> None:
        assert decode(encode(Portable())) == Portable()

    def test_it_says_first_what_it_is(self, whole: Portable) -> None:
        first, format, version = encode(whole).splitlines()[:3]
        assert (first, format) == (b"{", b' "format": "backplan-record",')
        assert version == b' "version": 1,'

    def test_each_script_stands_there_once(self, whole: Portable) -> None:
        file = json.loads(encode(whole))
        assert len(file["scripts"]) == 1
        assert [one["script"] for one in file["sessions"]] == [0, 0]
        assert [one["record"]["session"]["script"] for one in file["sessions"]] == [[], []]

    def test_a_walk_outside_has_none(self) -> None:
        walk = record(Session((), phase=Phase.FINISHED), ended=AT)
        portable = Portable((KeptSession(walk),))
        assert decode(encode(portable)) == portable

    def test_a_session_that_can_go_on_has_one(self) -> None:
        assert reason(encode(Portable((KeptSession(record(Session(()))),)))) == BROKEN

    def test_an_editor_may_have_marked_it_as_utf_8(self, whole: Portable) -> None:
        assert decode(b"\xef\xbb\xbf" + encode(whole)) == whole

    def test_what_a_later_backplan_adds_is_passed_over(self, whole: Portable) -> None:
        file = json.loads(encode(whole)) | {"later": [1]}
        file["sessions"][0]["record"]["later"] = {}
        assert decode(json.dumps(file).encode()) == whole


class TestRefused:
    @pytest.mark.parametrize("sentence", [OTHER, NEWER, BROKEN])
    def test_the_reason_is_a_sentence(self, sentence: str) -> None:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert sentence.count(".") == 1

    @pytest.mark.parametrize(
        "data", [b"", b"PK\x03\x04", b"Date;Day\r\n", b"\xff\xfe{\x00}\x00", b'{"a": NaN}', b"{"]
    )
    def test_what_is_not_json(self, data: bytes) -> None:
        assert reason(data) == OTHER

    @pytest.mark.parametrize(
        "data",
        [
            b"[]",
            b"3",
            b"null",
            b"{}",
            b'{"format": 1, "version": 1}',
            b'{"format": "another", "version": 1}',
            b'{"version": 2}',
        ],
    )
    def test_another_json(self, data: bytes) -> None:
        assert reason(data) == OTHER

    def test_a_newer_version_however_it_looks(self) -> None:
        assert reason(b'{"format": "backplan-record", "version": 2, "sessions": 3}') == NEWER

    @pytest.mark.parametrize("version", [0, -1, "1", None, 1.5])
    def test_a_version_that_there_never_was(self, version: object) -> None:
        data = json.dumps({"format": "backplan-record", "version": version}).encode()
        assert reason(data) == BROKEN

    def test_one_without_its_end(self, whole: Portable) -> None:
        data = encode(whole)
        for length in range(40, len(data) - 2, 97):
            assert reason(data[:length]) == BROKEN

    def test_one_with_a_byte_that_is_no_text(self, whole: Portable) -> None:
        assert reason(encode(whole).replace(b"Better.", b"Better\xff")) == BROKEN

    @pytest.mark.parametrize("depth", [30, 100_000])
    def test_one_that_is_nested_without_end(self, depth: int) -> None:
        data = encode(Portable(settings={"text_size": 0}))
        nested = b"[" * depth + b"]" * depth
        assert reason(data.replace(b'"text_size": 0', b'"text_size": ' + nested)) == BROKEN

    def test_settings_within_settings(self) -> None:
        value: dict[str, Any] = {}
        for _ in range(30):
            value = {"inner": value}
        assert reason(encode(Portable(settings=value))) == BROKEN


def _in(*places: str | int) -> Callable[[Any], Any]:
    """Where in the file."""

    def found(file: Any) -> Any:
        for place in places:
            file = file[place]
        return file

    return found


RECORD = ("sessions", 1, "record")
"""Of the session that is under way."""


@pytest.mark.parametrize(
    ("place", "name", "value"),
    [
        (("check_ins", 0), "pain", 11),
        (("check_ins", 0), "pain", -1),
        (("check_ins", 0), "asked", "later"),
        (("check_ins", 0), "session", "unknown"),
        (("check_ins", 0), "at", "some time"),
        (("check_ins", 0), "at", "2026-11-24T09:30:00+01:00"),
        (("check_ins", 0), "at", "2026-11-31T09:30:00Z"),
        (("check_ins", 0), "at", "1500-11-24T09:30:00Z"),
        (("check_ins", 0), "at", "9999-12-31T23:59:59Z"),
        (("check_ins", 0), "id", ""),
        (("check_ins", 0), "id", "x" * 101),
        (("log", 0), "session", "unknown"),
        (("log", 0), "local_date", "24.11.2026"),
        (("log", 0), "local_date", "2026-13-01"),
        (("log", 0), "line", "x" * 1_000_001),
        (("marks", 0), "day", 32),
        (("marks", 0), "round", -1),
        (("marks", 0), "round", 2**40),
        (("marks", 0), "round", 10**30),
        (("marks", 0), "round", True),
        (("answers", 0), "group", "X"),
        (("answers", 0), "checked_on", "yesterday"),
        (("settings",), "text_size", 10**30),
        (("sessions", 0), "script", 1),
        (("sessions", 0), "script", -1),
        (("sessions", 0), "sets", None),
        (("sessions", 0), "note", {"at": AT}),
        (("sessions", 0, "sets", 0, "done"), "planned", 2**31),
        (("sessions", 0, "sets", 0, "done"), "side", "middle"),
        (("sessions", 0, "sets", 0, "done"), "done", 1),
        (RECORD, "kind", "gentle"),
        (RECORD, "day", 99),
        (RECORD, "begun", AT[:10]),
        (RECORD, "ended", ""),
        (RECORD, "utc_offset", 1441),
        ((*RECORD, "session"), "index", 1000),
        ((*RECORD, "session"), "index", -1),
        ((*RECORD, "session"), "phase", "asleep"),
        ((*RECORD, "session"), "seen", 2**60),
        ((*RECORD, "session"), "script", [{}]),
        ((), "scripts", [[], []]),
        (("scripts", 0, 0), "ms", -1),
        (("scripts", 0, 0), "kind", "unknown"),
    ],
)
def test_a_value_that_cannot_be(
    whole: Portable, place: tuple[str | int, ...], name: str, value: object
) -> None:
    file = json.loads(encode(whole))
    assert decode(json.dumps(file).encode()) == whole
    _in(*place)(file)[name] = value
    assert reason(json.dumps(file).encode()) == BROKEN


def test_a_script_that_came_in_by_the_wrong_door(whole: Portable) -> None:
    file = json.loads(encode(whole))
    _in(*RECORD, "session")(file)["script"] = file["scripts"][0]
    assert reason(json.dumps(file).encode()) == BROKEN


@pytest.mark.parametrize("name", ["id", "begun", "session", "script"])
def test_a_part_that_is_missing(whole: Portable, name: str) -> None:
    data = encode(whole).replace(f'"{name}":'.encode(), b'"missing":')
    assert reason(data) == BROKEN


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)


@given(data=st.data())
def test_whatever_is_changed_is_refused_or_can_be_kept(data: st.DataObject) -> None:
    portable = data.draw(portables())
    file = json.loads(encode(portable))
    place: Any = file
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(leaves)
            break
        place = place[key]
    with contextlib.suppress(NotPortable):
        changed = decode(json.dumps(file).encode())
        assert decode(encode(changed)) == changed


@given(data=st.binary())
def test_any_bytes_at_all_are_refused_in_plain_words(data: bytes) -> None:
    assert reason(data) in (OTHER, BROKEN)


def test_what_is_read_is_of_the_kinds_that_a_match_tells_apart(whole: Portable) -> None:
    found = decode(encode(whole))
    assert isinstance(found.check_ins[0].asked, Asked)
    assert isinstance(found.answers[0].group, SafetyGroup)
    assert msgspec.to_builtins(found) == msgspec.to_builtins(whole)
