"""Day 1 without a display: played off screen at high speed, leaving pictures to look at.

The clock is turned by hand, one second a look, so that the pictures are the same on every
machine; all else is the app as it is. Day 1 has no sides, so the beginning of Day 2
follows, as far as the first change of side.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from .core.records import SafetyGroup
from .core.script import Step, StepKind
from .core.session import Command, Event, StepStarted
from .services.clock import SystemClock
from .store.folder import DATABASE

if TYPE_CHECKING:
    from .app import App

LOOK_MS = 1_000
LOG = "log.txt"

# Pictures of Day 1: its steps by kind, set and reps, and how long they have run.
_MOMENTS: tuple[tuple[str, Callable[[Step], bool], int], ...] = (
    ("3-get-ready", lambda s: s.kind is StepKind.READY, 8_000),
    ("4-hold", lambda s: s.kind is StepKind.WORK and not s.reps and s.set_no == 2, 13_000),
    ("5-rest", lambda s: s.kind is StepKind.REST and s.exercise_no == 2, 18_000),
    ("6-reps", lambda s: s.kind is StepKind.WORK and bool(s.reps), 46_000),
)
_QUESTION, _SWITCH = "2-question", "8-switch-sides"


class DemoClock(SystemClock):
    """Dates are real; time stands still until it is turned."""

    def __init__(self) -> None:
        super().__init__()
        self.turned = 0

    def ms(self) -> int:
        return self.turned

    steady_ms = wall_ms = ms


def play(folder: Path, language: str) -> int:
    """Play Day 1 into a folder; the exit status."""
    print("There is no display, so Backplan plays Day 1 off screen.", flush=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from .core.plan import PlanError
    from .launch import opened, sentence_for
    from .store.errors import StoreError
    from .ui.application import make_application, refuse

    application = make_application()
    clock = DemoClock()
    try:
        _clear(folder)
        with opened(folder, clock, language) as app:
            pictures = _Demo(app, clock, folder, application.processEvents).play()
    except (StoreError, PlanError) as error:
        return refuse(sentence_for(error))
    except OSError as error:
        return refuse(f"Backplan cannot write into {folder}: {error.strerror}.")
    print(f"{folder}: {DATABASE}, {LOG} and {pictures} pictures.", flush=True)
    return 0


def _clear(folder: Path) -> None:
    """Only what an earlier demo left; nothing else in the folder is touched."""
    for name in (DATABASE, LOG, *(f"{picture}.png" for picture, _, _ in _MOMENTS)):
        (folder / name).unlink(missing_ok=True)


class _Demo:
    """One playing of the demo."""

    def __init__(
        self, app: "App", clock: DemoClock, folder: Path, settle: Callable[[], None]
    ) -> None:
        self._app, self._clock, self._folder, self._settle = app, clock, folder, settle
        self._pictures = 0
        self._lines: list[str] = []
        app.runner.happened.connect(self._note)

    def play(self) -> int:
        """Day 1 to its end, then Day 2 to its first change of side; how many pictures."""
        app, window = self._app, self._app.window
        # Nothing is caught halfway: the check of a finished day is there at once.
        app.theme.apply(msgspec.structs.replace(app.journal.settings, reduce_motion=True))
        window.show()
        self._picture("1-home")
        self._app.journal.answer(SafetyGroup.NONE, (), checked=False)
        self._app.start(1)
        self._picture(_QUESTION)
        self._app.answer(3)
        self._run_through()
        self._app.answer(2)
        self._picture("7-finished")
        self._app.start(2)
        self._app.answer(2)
        self._run_to_switch()
        self._picture(_SWITCH)
        self._app.runner.do(Command.END)
        (self._folder / LOG).write_text("".join(self._lines), "utf-8")
        return self._pictures

    def _run_through(self) -> None:
        wanted = list(_MOMENTS)
        while (session := self._app.runner.session) is not None:
            name, fits, at = wanted[0] if wanted else ("", _never, 0)
            if fits(session.step) and session.elapsed >= at:
                self._picture(name)
                wanted.pop(0)
            self._turn()

    def _run_to_switch(self) -> None:
        runner = self._app.runner
        while (session := runner.session) is not None:
            if session.step.kind is StepKind.SWITCH and session.elapsed >= 3_000:
                return
            self._turn()

    def _turn(self) -> None:
        self._clock.turned += LOOK_MS
        self._app.runner.look()

    def _picture(self, name: str) -> None:
        self._settle()
        self._app.window.grab().save(str(self._folder / f"{name}.png"))
        self._pictures += 1

    def _note(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, StepStarted):
                self._lines.append(self._line(event.step))

    def _line(self, step: Step) -> str:
        seconds = self._clock.turned // 1000
        what = f"{step.reps} reps" if step.reps else f"{step.ms // 1000} s"
        parts = [step.kind.value, step.exercise, f"set {step.set_no} of {step.sets}", what]
        if step.side:
            parts.insert(2, step.side.value)
        return f"{seconds // 60:02d}:{seconds % 60:02d}  {', '.join(parts)}\n"


def _never(_step: Step) -> bool:
    return False
