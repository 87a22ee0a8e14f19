"""A running session in the real window: processor time, lateness, wake-ups.

python -m tests.bench.session hold|loaded|reps|full|paused|hidden FOLDER SECONDS
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from backplan_gui.app import App
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Phase
from backplan_gui.core.shown import left_ms
from backplan_gui.launch import opened
from backplan_gui.services.clock import SystemClock
from backplan_gui.services.voice import Spoken
from backplan_gui.ui.application import make_application
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from tests import offscreen
from tests.bench.told import all_but_one_in_100, tell

SETTLE_MS = 1_500
SAVES = 200
MOVING = ("reps", "full")


class Watch:
    """Counts and times what a session does while it runs."""

    def __init__(self, app: App, clock: SystemClock) -> None:
        self._app, self._clock = app, clock
        self.late: list[int] = []
        self.looks = self.paints = 0
        self._shown = -1
        app.runner.changed.connect(self._on_changed)
        paint = CountdownRing.paintEvent

        def painted(ring: CountdownRing, event: QPaintEvent) -> None:
            self.paints += 1
            paint(ring, event)

        CountdownRing.paintEvent = painted  # type: ignore[method-assign,assignment]  # here only

    def _on_changed(self) -> None:
        self.looks += 1
        session = self._app.runner.session
        if session is None or session.phase is not Phase.RUNNING:
            return
        second = -(-left_ms(session) // 1000)
        if second != self._shown:
            self._shown = second
            self.late.append((1000 - left_ms(session) % 1000) % 1000)


def main(kind: str, folder: Path, seconds: int) -> None:
    """Set the scene, let it run, tell what it took."""
    if kind == "full" and os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["QT_QPA_PLATFORM"] = offscreen.platform(folder, offscreen.FULL_HD)
    make_application()
    clock = SystemClock()
    with opened(folder, clock, "en") as app:
        app.journal.answer(SafetyGroup.NONE, (), checked=False)
        app.window.resize(1120, 760)
        app.window.show()
        app.start(1 if kind in MOVING else 7)
        app.answer(2)
        _set_scene(app, kind)
        watch = Watch(app, clock)
        run(SETTLE_MS)
        watch.late.clear()
        watch.looks = watch.paints = 0
        app.runner.look()
        before, begun = time.process_time(), clock.steady_ms()
        guided = app.runner.session.guided if app.runner.session else 0
        with loaded(kind == "loaded"):
            run(seconds * 1000)
        cpu = 100 * (time.process_time() - before) / seconds
        app.runner.look()
        passed = clock.steady_ms() - begun
        session = app.runner.session
        assert session is not None
        drift = abs(session.guided - guided - passed) if session.phase is Phase.RUNNING else 0
        timers = [t for t in app.findChildren(QTimer) if t.isActive()]
        timers += [t for t in app.runner.findChildren(QTimer) if t.isActive()]
        tell(
            cpu=cpu,
            late=all_but_one_in_100(watch.late),
            drift=drift if drift > 1 else 0,
            wakes=max(0.0, watch.looks / seconds),
            paints=watch.paints,
            timers=len(timers),
            save=_slowest_save(app),
        )


def run(ms: int) -> None:
    """Let the app run for so long; quitting would close its window."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


@contextmanager
def loaded(on: bool) -> Iterator[None]:
    """One core is busy with something else, and the voice is just starting."""
    if not on:
        yield
        return
    voice = Spoken()
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    voice.start()
    yield
    busy.kill()
    busy.wait()
    voice.close()


def _set_scene(app: App, kind: str) -> None:
    """Go to a step that lasts, and in the state that is asked for."""
    wanted = StepKind.WORK
    runner = app.runner
    while (session := runner.session) is not None:
        if session.step.kind is wanted and (kind not in MOVING or session.step.reps):
            break
        runner.do(Command.SKIP)
    for _ in range(3):
        runner.do(Command.MORE)
    if kind == "paused":
        runner.do(Command.PAUSE)
    if kind == "full":
        app.window.set_full(True)
    if kind == "hidden":
        app.window.hide()


def _slowest_save(app: App) -> float:
    runner = app.runner
    slowest = 0.0
    for _ in range(SAVES):
        begun = time.perf_counter()
        runner._write()
        slowest = max(slowest, 1000 * (time.perf_counter() - begun))
    return slowest


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    assert QApplication.instance() is None
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
