"""A process that dies takes nothing with it that was saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backplan_gui.core import engine
from backplan_gui.core.session import Phase
from backplan_gui.store.store import Store
from tests.store.samples import after

ROOT = Path(__file__).parent.parent.parent

DIES = """
import os, sys
from pathlib import Path
from backplan_gui.store.store import Store
from tests.store.samples import after, record
store = Store.open(Path(sys.argv[1]))
kept = record()
store.begin(kept)
store.save(kept.id, after(31_000))
os._exit(7)
"""

SAVES = """
import os, sys
from itertools import count
from pathlib import Path
from backplan_gui.store.store import Store
store = Store.open(Path(sys.argv[1]))
for number in count((store.value("number") or 0) + 1):
    store.save_settings({"number": number, "same": number})
    os.write(1, b"%d\\n" % number)
"""


def test_a_set_saved_at_the_moment_of_death_is_there(path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DIES, str(path)], cwd=ROOT, check=False)
    assert died.returncode == 7
    with Store.open(path) as store:
        kept = store.unfinished()
        assert kept
        assert kept.session == after(31_000)
        assert engine.restored(kept.session).phase is Phase.PAUSED
        assert [(d.set.actual, d.set.done) for d in store.done_sets("seven-days")] == [(20, True)]


@pytest.mark.skipif(os.name == "nt", reason="pipes of a killed process differ")
def test_a_kill_amid_writing_loses_nothing_acknowledged(path: Path) -> None:
    for _ in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", SAVES, str(path)], cwd=ROOT, stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout
            said = [writer.stdout.readline() for _ in range(50)]
            writer.kill()
            said += writer.stdout.readlines()
        with Store.open(path) as store:
            assert store.value("number") == store.value("same")
            assert store.value("number") - int(said[-1]) in (0, 1)
