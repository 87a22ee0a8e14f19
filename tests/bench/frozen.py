"""The frozen app beside its measures: `python -m tests.bench.frozen dist/backplan`.

Its size beside an empty window that is frozen with the same trimming, and its start beside
the app from source, until the home page is there and a second start would be heard.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.__main__ import _missed, _row

ROOT = Path(__file__).parents[2]
BAR_SIZE, BAR_START = 1.25, 1.0
NOISE = 0.1
"""What a busy machine adds or takes; in processor time it is 0.97."""
ROUNDS = 15
LOOK_S, PATIENCE_S = 0.001, 60
NOT_GIVEN = ("XDG_RUNTIME_DIR", "TMPDIR", "PYTHONDONTWRITEBYTECODE")
"""So that the socket lies beside the record, and the source has its bytecode as if installed."""


def main(app: Path) -> int:
    """Measure both; the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = size(freeze(folder, "--window") / "window")
        ratio = size(app) / window
        _row("size of the frozen app", ratio, BAR_SIZE, f"{size(app) / 1e6:.0f} MB")
        ratio, ms = starts(app / "backplan", folder)
        _row("start of the frozen app", ratio, BAR_START + NOISE, f"{ms:.0f} ms")
    for line in _missed:
        print(f"MISSED  {line}")
    return 1 if _missed else 0


def freeze(folder: Path, *options: str) -> Path:
    """What build.spec makes of the checkout: where the folders lie that can be started."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    command += [f"--distpath={folder / 'dist'}", f"--workpath={folder / 'work'}", "build.spec"]
    subprocess.run(
        [*command, "--", *options],
        cwd=ROOT,
        env={**os.environ, "PYINSTALLER_CONFIG_DIR": str(folder / "cache")},
        check=True,
        capture_output=True,
    )
    return folder / "dist"


def size(folder: Path) -> int:
    """Bytes of all files."""
    files = (file for file in folder.rglob("*") if not file.is_symlink() and file.is_file())
    return sum(file.stat().st_size for file in files)


def starts(program: Path, folder: Path) -> tuple[float, float]:
    """How long a start takes beside one from source right after it, and how long in ms: the
    middle ones, because a busy moment meets both of a pair.
    """
    both = [str(program)], [sys.executable, "-m", "backplan_gui"]
    turns = range(1 + ROUNDS)
    pairs = [[start_ms(command, folder / "data") for command in both] for _ in turns]
    del pairs[0]  # the first ones read from the disk, and compile
    ratio = statistics.median(one / other for one, other in pairs)
    return ratio, statistics.median(one for one, _ in pairs)


def start_ms(command: list[str], data: Path) -> float:
    """How long it takes until the app would hear of a second start, in its data's folder."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_GIVEN}
    bytecode = {"PYTHONPYCACHEPREFIX": str(data.with_name("bytecode"))}
    environment = {**kept, **bytecode, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    with subprocess.Popen([*command, "--data-dir", str(data)], env=environment) as process:
        while not (data / "backplan.socket").exists():
            assert process.poll() is None, "it has ended"
            assert time.perf_counter() < begun + PATIENCE_S, "it does not start"
            time.sleep(LOOK_S)  # another process, measured to the millisecond: nothing tells
        taken = 1000 * (time.perf_counter() - begun)
        process.kill()
    (data / "backplan.socket").unlink(missing_ok=True)
    return taken


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
