"""The log: nothing without trouble, everything of ours with it, and nothing of the person's."""

import errno
import logging
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, qCritical, qWarning
from PySide6.QtTest import QTest

from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.session import Phase
from backplan_gui.services.awake import Awake
from backplan_gui.services.log_file import SIZE
from backplan_gui.services.logs import LOG, MEANS_NOTHING, Log
from backplan_gui.ui.widgets.field import NoteField
from backplan_gui.ui.widgets.sheet import Sheet
from tests.app import Person, somebody
from tests.system.outside import copy_of_the_app, ended, refused

PACKAGE = Path(__file__).parents[2] / "backplan_gui"
VOICE = logging.getLogger("backplan.voice")


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def log(tmp_path: Path, told: list[str]) -> Iterator[Log]:
    def tell() -> None:
        told.append("something broke")

    log = Log(tmp_path)
    log.watch(tell)
    yield log
    log.stop()


def throw(fault: BaseException) -> None:
    """Hand an exception to whoever takes the uncaught ones."""
    try:
        raise fault
    except type(fault) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def written(folder: Path) -> str:
    return (folder / LOG).read_text(encoding="utf-8")


# --- what is logged ---------------------------------------------------------------------


def test_without_trouble_there_is_no_file(log: Log, tmp_path: Path) -> None:
    VOICE.debug("no pipewire")
    log.stop()
    assert not list(tmp_path.glob("*.log*"))


def test_an_uncaught_fault_is_logged_with_its_places_and_told(
    log: Log, told: list[str], tmp_path: Path
) -> None:
    throw(RuntimeError("already deleted"))
    text = written(tmp_path)
    assert re.search(r"^\S+ \S+ CRITICAL uncaught$", text, re.MULTILINE)
    assert re.search(rf"^  {re.escape(__file__)}:\d+ in throw$", text, re.MULTILINE)
    assert text.endswith("\nRuntimeError: already deleted\n")
    assert told == ["something broke"]


def test_what_led_to_a_fault_is_logged_before_it(log: Log, tmp_path: Path) -> None:
    fault = RuntimeError("already deleted")
    try:
        raise KeyError("plank")
    except KeyError as first:
        fault.__cause__ = first
    throw(fault)
    _, *lines = written(tmp_path).splitlines()
    assert lines[1:3] == ["KeyError", "and from that:"]
    assert lines[-1] == "RuntimeError: already deleted"


def test_what_qt_complains_of_is_logged_and_not_told(
    log: Log, told: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    qWarning("a style nobody has heard of")
    qCritical("no room")
    assert written(tmp_path).splitlines()[0].endswith(" WARNING Qt: a style nobody has heard of")
    assert written(tmp_path).splitlines()[1].endswith(" WARNING Qt: no room")
    assert not told
    assert capfd.readouterr() == ("", "no room\n")


@pytest.mark.parametrize("message", MEANS_NOTHING)
def test_what_qt_says_of_sound_that_we_do_not_need_is_no_trouble(
    log: Log, tmp_path: Path, message: str
) -> None:
    qWarning(message)
    assert not list(tmp_path.glob("*.log*"))
    qWarning("Couldn't load libpulse")
    assert "Couldn't load libpulse" in written(tmp_path)


def test_what_a_service_warns_of_is_logged_from_the_first_line_on(
    log: Log, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Seen to fail with a file that is only attached with a first fault."""
    VOICE.warning("The voice has ended")
    assert written(tmp_path).endswith(" WARNING The voice has ended\n")
    assert capfd.readouterr() == ("", "")


def test_why_the_screen_goes_dark_is_logged_and_nothing_of_the_session(
    log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    Awake(reason="Day 1, with pain 7").hold()
    assert " INFO The screen is not kept on: " in written(tmp_path)
    assert "pain" not in written(tmp_path)


def test_ctrl_c_is_no_fault(log: Log, told: list[str], tmp_path: Path) -> None:
    log.on_fault(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not told
    assert not (tmp_path / LOG).exists()


def test_a_fault_that_was_caught_can_be_noted_without_watching(tmp_path: Path) -> None:
    before = sys.excepthook
    Log(tmp_path).note(RuntimeError("already deleted"))
    assert written(tmp_path).endswith("RuntimeError: already deleted\n")
    assert sys.excepthook is before
    assert not logging.getLogger("backplan").handlers


def test_afterwards_everything_goes_where_it_went_before(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []

    def catch(kind: type[BaseException], *_: object) -> None:
        caught.append(kind)

    monkeypatch.setattr(sys, "excepthook", catch)
    log = Log(tmp_path)
    log.watch(nothing)
    log.stop()
    throw(ValueError("of ours"))
    VOICE.warning("The voice has ended")
    assert caught == [ValueError]
    assert [record.getMessage() for record in caplog.records] == ["The voice has ended"]
    assert not (tmp_path / LOG).exists()


def nothing() -> None:
    """Nobody wants to know."""


# --- the file ---------------------------------------------------------------------------


def test_the_log_never_grows_beyond_two_files_while_it_is_written(log: Log, tmp_path: Path) -> None:
    """Seen to fail with a file that is only put aside at the start."""
    text = "x" * 1000
    for number in range(3 * SIZE // 1000):
        VOICE.warning("%d %s", number, text)
        assert (tmp_path / LOG).stat().st_size <= SIZE
    files = sorted(tmp_path.glob("*.log*"))
    assert [file.name for file in files] == [LOG, f"{LOG}.1"]
    assert all(file.stat().st_size <= SIZE for file in files)
    older, newer = (file.read_text() for file in reversed(files))
    lines = (older + newer).splitlines()
    numbers = [int(line.split()[3]) for line in lines]
    assert numbers == list(range(numbers[0], 3 * SIZE // 1000))
    assert len(older) > SIZE - 2_000


def test_a_long_file_of_an_earlier_start_is_put_aside(log: Log, tmp_path: Path) -> None:
    (tmp_path / LOG).write_text("x" * (SIZE + 1))
    throw(ValueError("of ours"))
    assert (tmp_path / f"{LOG}.1").stat().st_size == SIZE + 1
    assert (tmp_path / LOG).stat().st_size < SIZE


def test_what_breaks_with_every_frame_is_written_once(log: Log, tmp_path: Path) -> None:
    for _ in range(100):
        throw(ValueError("of ours"))
    once = written(tmp_path)
    assert once.count("uncaught") == 1
    qWarning("something else")
    throw(ValueError("of ours"))
    assert written(tmp_path).count("uncaught") == 2


@pytest.mark.parametrize("trouble", ["gone", "in the way"])
def test_where_nothing_can_be_written_the_person_is_told_all_the_same(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], told: list[str], trouble: str
) -> None:
    folder = tmp_path / "own"
    if trouble == "in the way":
        (folder / LOG).mkdir(parents=True)
    log = Log(folder)

    def tell() -> None:
        told.append("something broke")

    log.watch(tell)
    throw(ValueError("of ours"))
    VOICE.warning("The voice has ended")
    log.stop()
    assert told == ["something broke"]
    assert capfd.readouterr() == ("", "")


# --- nothing of the person's ------------------------------------------------------------

NOTE = "Cried in the bath"
LINES = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (CRITICAL uncaught|WARNING (Qt: cannot show|voice) …)"
    r"|  \S+\.py:\d+ in [\w.<>]+"
    r"|(ValueError|KeyError|AssertionError|ValidationError|IntegrityError|UnicodeEncodeError)"
    r"|OSError: No space left on device"
    r"|and from that:"
)
"""All that may stand in a log after the day below."""


def faults(said: str) -> Iterator[Exception]:
    """What can break with something of the person's in hand."""
    yield ValueError(f"cannot read {said}")
    yield KeyError(said)
    yield AssertionError(said)
    yield OSError(errno.ENOSPC, "No space left on device", said)
    for broken in (
        lambda: msgspec.convert({said: said}, dict[str, int]),
        lambda: msgspec.convert(said, SafetyGroup),
        lambda: said.encode("ascii"),
        _refused_by_the_record(said),
    ):
        try:
            broken()
        except Exception as fault:  # noqa: BLE001  # whatever it is
            yield fault


def _refused_by_the_record(said: str) -> Callable[[], object]:
    def insert() -> None:
        quoted = said.replace('"', "").replace("'", "")
        db = sqlite3.connect(":memory:")
        try:
            db.execute(f"CREATE TABLE t (n INTEGER CHECK (n <> 7 OR '{quoted}' = ''))")
            db.execute("INSERT INTO t VALUES (7)")
        finally:
            db.close()

    return insert


class Clumsy(QObject):
    """Listens to a session, and breaks over whatever it sees there."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person, self.times = person, 0
        person.app.runner.happened.connect(self.stumble)
        person.app.runner.ended.connect(self.stumble)

    def stumble(self, seen: object) -> None:
        said = f"{seen!r} “{NOTE}” pain 7 {self._person.app.runner.record!r}"
        qWarning(f'cannot show "{said}"')
        VOICE.warning(f"voice {said.encode()!r}")
        for fault in faults(said):
            throw(fault)
            self.times += 1


def test_no_pain_no_note_and_no_exercise_is_ever_in_the_log(tmp_path: Path, qapp: object) -> None:
    """A day with all of it, on which everything breaks again and again.

    Seen to fail with the words of all faults, with messages as they are, and with a fault as
    Python prints it.
    """
    with somebody(tmp_path, questions=True, breaks=True) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        person.press(Qt.Key.Key_3)
        person.press(Qt.Key.Key_Return)
        clumsy = Clumsy(person)
        while person.app.runner.session is not None:
            person.wait(1_500)
            QCoreApplication.processEvents()
            if sheets(person):  # the first fault is told
                person.press(Qt.Key.Key_Escape)
                person.press(Qt.Key.Key_Space)
        person.press(Qt.Key.Key_7)
        person.press(Qt.Key.Key_Return)
        (note,) = person.app.window.findChildren(NoteField)
        QTest.keyClicks(note, NOTE)
        check_ins = person.app.diary._store.check_ins()
        assert [check_in.pain for check_in in check_ins] == [3, 7]
        for check_in in check_ins:
            clumsy.stumble(check_in)
    assert clumsy.times > 100
    files = sorted(tmp_path.glob("*.log*"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    assert len(lines) > 100
    assert [line for line in lines if not LINES.fullmatch(line)] == []


def test_only_what_is_looked_at_here_writes_to_the_log() -> None:
    """And nothing of ours raises what is logged with its words, but for what a desktop said."""
    writing = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if re.search(r"\blogging\b", file.read_text("utf-8"))
    }
    assert writing == {
        "services/attention.py",
        "services/awake.py",
        "services/child.py",
        "services/log_file.py",
        "services/logs.py",
    }
    kinds = r"raise (Attribute|Import|ModuleNotFound|Name|Recursion|Runtime|Type)Error\("
    for file in PACKAGE.rglob("*.py"):
        found = re.search(kinds, file.read_text("utf-8"))
        assert not found or file.name == "awake.py", file


# --- what the person is told ------------------------------------------------------------


@pytest.fixture
def person(tmp_path: Path, qapp: object) -> Iterator[Person]:
    """Somebody with day 1 running."""
    with somebody(tmp_path, breaks=True) as person:
        person.app.journal.answer(SafetyGroup.NONE, (), checked=False)
        person.app.start(1)
        person.wait(3_000)
        assert phase(person) is Phase.RUNNING
        yield person


def phase(person: Person) -> Phase:
    return person.session.phase


def sheets(person: Person) -> list[Sheet]:
    return [sheet for sheet in person.app.window.findChildren(Sheet) if sheet.isVisible()]


class Breaking(QObject):
    """Breaks in the middle of what a session does."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        person.app.runner.changed.connect(self.fail)

    def fail(self) -> None:
        raise ValueError("of ours")


def test_a_fault_pauses_what_runs_and_is_told_once(person: Person) -> None:
    """Seen to fail with a teller that does not pause."""
    breaking = Breaking(person)
    person.wait(1_500)
    assert not sheets(person), "nothing is shown in the middle of it"
    QCoreApplication.processEvents()
    (sheet,) = sheets(person)
    assert sheet.accessibleName() == "Something in Backplan went wrong."
    assert phase(person) is Phase.PAUSED
    elapsed = person.session.elapsed
    person.wait(60_000)
    assert person.session.elapsed == elapsed
    person.press(Qt.Key.Key_Escape)
    assert not sheets(person)
    person.press(Qt.Key.Key_Space)
    person.wait(30_000)
    QCoreApplication.processEvents()
    assert not sheets(person)
    assert phase(person) is Phase.RUNNING
    breaking.deleteLater()


def test_a_fault_is_told_also_where_nothing_can_be_paused_any_more(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bool:
        raise ValueError("of ours")

    with monkeypatch.context() as patch:
        patch.setattr(person.app.runner, "do", broken)
        throw(ValueError("of ours"))
        QCoreApplication.processEvents()
        assert len(sheets(person)) == 1
        QCoreApplication.processEvents()
        assert len(sheets(person)) == 1
    person.press(Qt.Key.Key_Escape)


@pytest.mark.long
def test_a_fault_at_the_start_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    copy = copy_of_the_app(tmp_path / "copy")
    with (copy / "backplan_gui" / "app.py").open("a", encoding="utf-8") as app:
        app.write("\n\nraise ValueError('of ours')\n")
    folder = tmp_path / "own"
    sentence = refused(ended("--data-dir", str(folder), cwd=copy))
    assert sentence == (f"Something in Backplan went wrong. Details are in the log in {folder}.")
    assert written(folder).endswith("\nValueError\n")
    assert (folder / LOG).stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("qapp")
def test_a_fault_in_the_app_of_a_test_fails_the_test(tmp_path: Path) -> None:
    """Nobody else would see it: the app's log takes it from pytest."""
    with pytest.raises(AssertionError, match="uncaught"), somebody(tmp_path / "one"):
        throw(ValueError("of ours"))
    with pytest.raises(AssertionError, match="of its own"), somebody(tmp_path / "other"):
        qWarning("a style of its own")
