"""Starting the app as a process of its own, and reading what it leaves behind."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

ROOT = Path(__file__).parents[2]
APP = (sys.executable, "-m", "backplan_gui")
RECORD = "backplan.sqlite"
LOOK_S = 0.05
PATIENCE_S = 60.0
"""Longer than anything here takes on a machine that is busy with something else."""

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def environment(**given: str) -> dict[str, str]:
    """What a process is started with: no display but one that is given."""
    kept = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    return {**kept, **given}


def ended(
    *options: str,
    app: Sequence[str] = APP,
    cwd: Path | None = None,
    display: str = "offscreen",
) -> subprocess.CompletedProcess[str]:
    """The app, asked for something that it does and ends; `display` may be none."""
    return subprocess.run(
        [*app, *options],
        cwd=cwd,
        env=environment(**({"QT_QPA_PLATFORM": display} if display else {})),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


@contextmanager
def started(
    *command: str, env: dict[str, str], stderr: int | None = None
) -> Iterator[subprocess.Popen[str]]:
    """A process that is killed at the end, if it is still there, with all it has started."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=pipe, stderr=stderr, text=True, process_group=0
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, 9)


def refused(told: subprocess.CompletedProcess[str]) -> str:
    """The one sentence with which the app did not start."""
    assert (told.returncode, told.stdout) == (2, ""), told
    sentence = told.stderr.removesuffix("\n")
    assert "\n" not in sentence, sentence
    assert sentence[:1].isupper() or sentence.startswith("/"), sentence
    assert sentence.endswith("."), sentence
    return sentence


def without_rights(app: Sequence[str] = APP) -> tuple[str, ...]:
    """The app where permissions count, which root otherwise passes over."""
    if os.geteuid():
        return tuple(app)
    return "setpriv", "--bounding-set=-dac_override,-dac_read_search", *app


def until(come: Callable[[], bool], what: str) -> None:
    """Wait for something that another process does."""
    never = Event()
    for _ in range(round(PATIENCE_S / LOOK_S)):
        if come():
            return
        never.wait(LOOK_S)
    raise AssertionError(f"still not so: {what}")


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What is in the record, read as another program would while the app has it open."""
    file = folder / RECORD
    if not file.exists():
        return []
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
        return db.execute(query).fetchall()


def copy_of_the_app(folder: Path) -> Path:
    """The package and its resources, to be spoiled; started from there it is the one used."""
    import shutil

    for name in ("backplan_gui", "resources"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    return folder
