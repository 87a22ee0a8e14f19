"""The folder is private, can be written, and belongs to one Backplan at a time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backplan_gui.store.errors import AlreadyOpen, Unwritable
from backplan_gui.store.folder import prepared
from backplan_gui.store.store import Store
from tests.store.conftest import mode, no_rights

HOLDS = """
import os, sys
from pathlib import Path
from backplan_gui.store.folder import prepared
folder = prepared(Path(sys.argv[1]))
print("locked", flush=True)
sys.stdin.readline()
os._exit(7)
"""


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a person's folders private itself")
class TestPrivacy:
    def test_all_that_is_made_is_private(self, tmp_path: Path) -> None:
        folder = prepared(tmp_path / "new" / "data")
        with Store.open(folder.database) as store:
            store.put("key", 1)
        assert mode(folder.path) == 0o700
        names = {file.name: mode(file) for file in folder.path.iterdir()}
        assert names == {
            "backplan.lock": 0o600,
            "backplan.sqlite": 0o600,
            "backplan.sqlite-journal": 0o600,
        }
        folder.release()

    def test_what_was_open_to_others_is_closed(self, tmp_path: Path) -> None:
        theirs, linked = tmp_path / "letter.txt", tmp_path / "backplan-link"
        ours = tmp_path / "backplan.log"
        for file in (theirs, ours):
            file.touch(0o644)
        linked.symlink_to(theirs)
        tmp_path.chmod(0o755)
        prepared(tmp_path).release()
        assert (mode(tmp_path), mode(ours), mode(theirs)) == (0o700, 0o600, 0o644)

    def test_so_are_the_folders_within(self, tmp_path: Path) -> None:
        place, elsewhere = tmp_path / "own", tmp_path / "elsewhere"
        for folder in (place, place / "backups", place / "mine", elsewhere):
            folder.mkdir(0o755)
            folder.chmod(0o755)
        (place / "set-aside").symlink_to(elsewhere)
        prepared(place).release()
        modes = {name: mode(place / name) for name in ("backups", "mine", "set-aside")}
        assert modes == {"backups": 0o700, "mine": 0o755, "set-aside": 0o755}

    def test_a_folder_for_sharing_stays_one(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o1777)
        prepared(tmp_path).release()
        assert mode(tmp_path) == 0o1777

    def test_a_folder_of_someone_else_can_be_used_as_it_is(self, public: Path) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root can act as someone else")
        public.chmod(0o777)
        os.seteuid(65534)
        try:
            prepared(public).release()
        finally:
            os.seteuid(0)
        assert mode(public) == 0o777


class TestUnwritable:
    def test_a_file_in_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "data").touch()
        with pytest.raises(Unwritable, match=r"cannot create its folder .*data: File exists"):
            prepared(tmp_path / "data")
        with pytest.raises(Unwritable, match="cannot create its folder"):
            prepared(tmp_path / "data" / "below")

    def test_a_folder_we_may_only_read(self, public: Path) -> None:
        with no_rights(public):
            with pytest.raises(Unwritable, match="cannot write in its folder"):
                prepared(public)
            with pytest.raises(Unwritable, match="cannot create its folder"):
                prepared(public / "below")


class TestLock:
    def test_a_second_start_is_told(self, tmp_path: Path) -> None:
        folder = prepared(tmp_path)
        with pytest.raises(AlreadyOpen, match="Backplan is already open"):
            prepared(tmp_path)
        folder.release()
        prepared(tmp_path).release()

    def test_a_lock_lasts_as_long_as_its_process(self, tmp_path: Path) -> None:
        with subprocess.Popen(
            [sys.executable, "-c", HOLDS, str(tmp_path)],
            cwd=Path(__file__).parent.parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:
            assert other.stdout
            assert other.stdout.readline() == b"locked\n"
            with pytest.raises(AlreadyOpen):
                prepared(tmp_path)
            other.communicate(b"\n")
        assert other.returncode == 7
        assert (tmp_path / "backplan.lock").exists()
        prepared(tmp_path).release()

    @pytest.mark.parametrize("content", ["", "1\ninit\nanother-machine\n\n\n"])
    def test_a_lock_nobody_holds_is_taken_over(self, tmp_path: Path, content: str) -> None:
        """After a power cut the file may be empty; a machine may have been renamed."""
        (tmp_path / "backplan.lock").write_text(content)
        prepared(tmp_path).release()
