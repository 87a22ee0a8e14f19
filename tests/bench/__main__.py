"""What the app costs, beside an empty window in the same run: `./run bench [--starts]`.

Ratios travel between machines, milliseconds do not; a bar that is missed ends the run with
status 1. Every measured thing is a process of its own, and they take turns, so that a busy
moment of the machine meets both sides.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import history

ROUNDS = 9
BAR_LAUNCH = BAR_MEMORY = 1.6
SECONDS, HALF_A_SET = 20, 40
"""How long most things are watched; reps longer: the first one draws each frame for the first
time, the others come from what is kept."""

Told = dict[str, float]
_missed: list[str] = []


def main() -> int:
    """Measure everything; the exit status."""
    # An installed app has its bytecode; compiling is not what a start costs.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name, _display() as platform:
        folder = Path(name)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        empty, ten_years = folder / "empty", folder / "ten-years"
        history.write(ten_years, years=10)
        print(f"on {platform}, {ROUNDS} starts each, medians")
        _launches(empty, ten_years)
        if "--starts" not in sys.argv:
            _progress(ten_years)
            _sessions(folder)
            _library(folder)
    for line in _missed:
        print(f"MISSED  {line}")
    return 1 if _missed else 0


@contextmanager
def _display() -> Iterator[str]:
    """A real window where a display is, else off screen."""
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield os.environ.get("QT_QPA_PLATFORM", "the display")


def _launches(empty: Path, ten_years: Path) -> None:
    told: dict[str, list[Told]] = {"window": [], "empty": [], "ten years": []}
    for module, arguments in (("window", ()), ("launch", (str(empty),))):
        _told(f"tests.bench.{module}", *arguments)  # the first start compiles
    for _ in range(ROUNDS):
        told["window"].append(_told("tests.bench.window"))
        told["empty"].append(_told("tests.bench.launch", str(empty)))
        told["ten years"].append(_told("tests.bench.launch", str(ten_years)))
    middle = {
        name: {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        for name, runs in told.items()
    }
    base = middle["window"]
    print(f"an empty window: {base['painted']:.0f} ms to its first paint, {base['pss']:.0f} MB")
    for name in ("empty", "ten years"):
        run = middle[name]
        first, whole = run["painted"] / base["painted"], run["whole"] / base["painted"]
        _row(f"launch, record {name}", first, BAR_LAUNCH, f"{run['painted']:.0f} ms")
        print(f"{'  to the whole home page':34} {whole:8.2f} x  {run['whole']:.0f} ms")
        _row(f"memory, record {name}", run["pss"] / base["pss"], BAR_MEMORY, f"{run['pss']:.0f} MB")


def _progress(ten_years: Path) -> None:
    runs = [_told("tests.bench.progress", str(ten_years)) for _ in range(ROUNDS)]
    first, again = (statistics.median(run[key] for run in runs) for key in ("first", "again"))
    _row("history of ten years, opened", first, 150, f"ms, again {again:.0f}", unit=" ms")


def _sessions(folder: Path) -> None:
    for name, bar in (("hold", 5), ("reps", 10), ("full", 15), ("paused", 0.5), ("hidden", 2)):
        seconds = HALF_A_SET if name in ("reps", "full") else SECONDS
        run = _told("tests.bench.session", name, str(folder / name), str(seconds))
        _row(f"processor, {name}", run["cpu"], bar, "% of one core", unit="%")
        if name == "hold":
            _row("second shown late, 99 of 100", run["late"], 20, "ms", unit=" ms")
            _row("drift of the session clock", run["drift"], 0, "ms", unit=" ms")
            _row("saving a finished set", run["save"], 20, "ms, slowest of 200", unit=" ms")
            run = _told("tests.bench.session", "loaded", str(folder / "loaded"), str(seconds))
            _row("  with a core loaded, voice starting", run["late"], 20, "ms", unit=" ms")
        if name == "paused":
            _row("timers of ours while paused", run["timers"], 0, "", unit="")
        if name == "hidden":
            _row("wake-ups a second while hidden", run["wakes"], 2, "besides deadlines", unit="")
            _row("paints while hidden", run["paints"], 0, "", unit="")


def _library(folder: Path) -> None:
    run = _told("tests.bench.library", str(folder / "library"), str(SECONDS))
    _row("processor, library", run["cpu"], 10, "% of one core", unit="%")
    _row("timers of the library out of sight", run["timers"], 0, "", unit="")
    _row("paints of the library out of sight", run["paints"], 0, "", unit="")


def _row(what: str, value: float, bar: float, note: str, unit: str = " x") -> None:
    print(f"{what:34} {value:8.2f}{unit:3} bar {bar:g}{unit:3} {note}", flush=True)
    if value > bar:
        _missed.append(f"{what}: {value:.2f}{unit}, bar {bar:g}{unit}")


def _told(module: str, *arguments: str) -> Told:
    """What a process of its own measured; instants become ms since it was started."""
    begun = time.time()
    command = [sys.executable, "-m", module, *arguments]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    told: Told = json.loads(ended.stdout.splitlines()[-1])
    return told | {key: 1000 * (told[key] - begun) for key in ("painted", "whole") if key in told}


if __name__ == "__main__":
    sys.exit(main())
