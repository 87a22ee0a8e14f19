"""The disk misbehaves: a session goes on, one sentence is told, and it is kept once it can be."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from backplan_gui.store.folder import DATABASE
from backplan_gui.store.store import Store
from tests.conftest import needs
from tests.store.conftest import is_one_sentence
from tests.system.bus import talking
from tests.system.counts import Tell, tell
from tests.system.outside import PATIENCE_S, ROOT, environment, without_rights

__all__ = ["tell"]  # a fixture

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts and traces are Linux's own"),
]

VICTIM = (sys.executable, "-m", "tests.system.victim_of_disk")
SMALL = 'mount -t tmpfs -o size=$1k,mode=700 none "$0" && mkdir "$0/own" && shift && exec "$@"'
SETS = 60


def ended(*command: str) -> list[str]:
    """What was told by a process that found all as it should be."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert done.returncode == 0, done.stderr
    what, told = json.loads(done.stdout.splitlines()[-1])
    assert what == "told"
    assert all(is_one_sentence(sentence) for sentence in told), told
    assert isinstance(told, list)
    return told


def on_a_small_disk(folder: Path, scenario: str, size: int = 256) -> list[str]:
    """Of so many KiB, in a mount that nobody else sees and that ends with the process."""
    mapped = ("--user", "--map-root-user") if os.geteuid() else ()
    command = ("unshare", *mapped, "--mount", "sh", "-c", SMALL, str(folder), str(size))
    return ended(*command, *VICTIM, scenario, str(folder / "own"))


# --- full -------------------------------------------------------------------------------


@needs("unshare", package="util-linux")
class TestFull:
    """As a stick or a quota may be."""

    def test_a_session_goes_on_and_is_kept_when_there_is_room(self, tmp_path: Path) -> None:
        """Seen to fail with a runner that lets a session go whose end is not kept."""
        (told,) = on_a_small_disk(tmp_path, "full")
        assert told.startswith("The disk is full, so nothing can be saved now")

    def test_a_start_leaves_nothing_behind(self, tmp_path: Path) -> None:
        (told,) = on_a_small_disk(tmp_path, "full_at_the_start")
        assert told.startswith("The disk is full")

    def test_a_backup_takes_no_room_that_a_set_needs(self, tmp_path: Path) -> None:
        """Seen to fail without the look at the room there is."""
        assert on_a_small_disk(tmp_path, "full_of_backups", 512) == [
            "There is too little room on the disk for a backup."
        ]

    def test_a_restore_and_a_second_copy_change_nothing(self, tmp_path: Path) -> None:
        restoring, copying = on_a_small_disk(tmp_path, "full_when_restoring", 512)
        assert restoring.startswith("The disk is full")
        assert copying.startswith("There is no room left in ")


# --- read-only, held by another -----------------------------------------------------------


@needs("setpriv", package="util-linux")
def test_a_folder_that_becomes_read_only(tmp_path: Path) -> None:
    told = ended(*without_rights(VICTIM), "read_only", str(tmp_path))
    assert told[0].startswith("Backplan's file or its folder can only be read, so nothing")
    assert told[1:] == ["Backplan cannot use its file: Permission denied."] * 2


def test_a_file_that_another_program_holds(tmp_path: Path) -> None:
    """Seen to fail with a timeout of a second: the window stood still for longer."""
    with talking(*VICTIM, "held", str(tmp_path)) as victim:
        assert victim.said() == ["begun"]
        with closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            victim.tell("go on")
            assert victim.said() == ["a set is done"]
        victim.tell("go on")
        assert victim.said() == [
            "told",
            ["Another program is using Backplan's file; close it and try again."],
        ]
        assert victim.end() == 0


# --- a disk that fails --------------------------------------------------------------------

FAULTS = [
    ("pwrite64", "EIO", "7+37"),
    ("pwrite64", "ENOSPC", "9+41"),
    ("pwrite64", "EIO", "3+43"),
    ("fsync,fdatasync", "EIO", "3+7"),
    ("fsync,fdatasync", "EIO", "2+11"),
    ("ftruncate", "EIO", "2+5"),
    ("pread64", "EIO", "9+17"),
    ("openat", "EACCES", "4+6"),
]


@needs("strace", package="strace")
@pytest.mark.parametrize(("calls", "error", "when"), FAULTS)
def test_a_disk_that_fails_now_and_then_loses_no_set(
    tmp_path: Path,
    calls: str,
    error: str,
    when: str,
    tell: Tell,
) -> None:
    """`strace` makes a call fail on the record and its journal, again and again.

    Seen to fail with `journal_mode = OFF`, with a write that does not raise its errors, and
    with sets that are only added, never put in the place of those of the same name.
    """
    folder, log = tmp_path / "own", tmp_path / "trace"
    folder.mkdir()
    Store.open(folder / DATABASE).close()
    watched = [folder / DATABASE, folder / f"{DATABASE}-journal"]
    paths = [option for path in watched for option in ("-P", str(path))]
    fault = f"inject={calls}:error={error}:when={when}"
    strace = ("strace", "-f", "-o", str(log), *paths, "-e", f"trace={calls}", "-e", fault)
    assert ended(*strace, *VICTIM, "failing", str(folder)) == []
    faults = len(re.findall(r"\(INJECTED\)", log.read_text(errors="replace")))
    assert faults >= 10
    with Store.open(folder / DATABASE) as store:
        sets = store.done_sets("seven-days")
        assert [d.set.done for d in sets] == [True] * SETS
        assert store.unfinished() is None
    tell(f"{error} at {faults} of the calls {calls}: {SETS} sets kept, none lost")
