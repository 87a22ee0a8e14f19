"""Every screen as a picture: `./run shots DIR`.

Each page in light and dark at 100 %, in light at 160 and 200 %, in the window's usual and
smallest size; in high contrast, light and dark, in the usual size. Off screen, with our
own typeface and a clock that is turned by hand, so that the pictures of two days can be
laid side by side. Contact sheets of the figure are made beside them (sheets.py).
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest

from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Pace, Settings, Theme
from backplan_gui.launch import make_application, opened
from backplan_gui.ui.main_window import SIZE, SMALLEST
from tests import sheets
from tests.app import Person
from tests.fakes import FakeClock

LOOKS = (
    ("light", Settings(theme=Theme.LIGHT)),
    ("dark", Settings(theme=Theme.DARK)),
    ("light-160", Settings(theme=Theme.LIGHT, text_size=160)),
    ("light-200", Settings(theme=Theme.LIGHT, text_size=200)),
    ("contrast", Settings(theme=Theme.LIGHT, high_contrast=True)),
    ("contrast-dark", Settings(theme=Theme.DARK, high_contrast=True)),
)
SIZES: tuple[tuple[str, QSize], ...] = (("", SIZE), ("-small", SMALLEST))

Scene = Callable[[Person], None]


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()
    folder.mkdir(parents=True, exist_ok=True)
    for look, settings in LOOKS:
        for suffix, size in SIZES[:1] if settings.high_contrast else SIZES:
            for name, scene in SCENES:
                with _home() as data:
                    _shoot(data, settings, size, scene, folder / f"{name}-{look}{suffix}.png")
            print(f"{look}{suffix}: {len(SCENES)} pictures", flush=True)
    sheets.main(folder)


@contextmanager
def _home() -> Iterator[Path]:
    data = Path(tempfile.mkdtemp())
    yield data
    shutil.rmtree(data)


def _shoot(data: Path, settings: Settings, size: QSize, scene: Scene, file: Path) -> None:
    """One scene in one look; motion is reduced, so that it stands still."""
    clock = FakeClock()
    with opened(data, clock, "en") as app:
        person = Person(app, clock)
        still = msgspec.structs.replace(settings, reduce_motion=True)
        app.journal.change_settings(still)
        app.theme.apply(still)
        app.window.resize(size)
        app.window.show()
        QCoreApplication.processEvents()
        scene(person)
        for _ in range(3):
            QCoreApplication.processEvents()
        app.window.grab().save(str(file))


# --- scenes -----------------------------------------------------------------------------


def _first_day(person: Person) -> None:
    person.app.show_day(1)


def _day_four(person: Person) -> None:
    """Three days done, one after the other."""
    for day in (1, 2, 3):
        person.app.journal.mark(day, True)
    person.clock.local_date = "2026-11-25"
    person.app.show_day(4)


def _day_five(person: Person) -> None:
    person.app.journal.log_walk(5, "walking", 25)
    person.app.show_day(5)


def _all_done(person: Person) -> None:
    for day in range(1, 8):
        person.app.journal.mark(day, True)
    person.app.show_day(7)


def _unfinished(person: Person) -> None:
    _play(person, 1, StepKind.WORK)
    person.app.runner.release()
    person.app.show_day(1)


def _counted(person: Person) -> None:
    person.click("Count it as done")


def _moves(person: Person) -> None:
    person.app.show_moves(1, "")


def _settings(person: Person) -> None:
    person.app.show("settings")


def _about(person: Person) -> None:
    person.app.show("about")


def _signs(person: Person) -> None:
    person.app.start(1)


def _emergency(person: Person) -> None:
    person.app.start(1)
    person.click("Chest pain, breathlessness or fainting")
    person.click("Continue")


def _checked(person: Person) -> None:
    person.app.start(1)
    person.click("Fever, shivering, feeling ill, or burning or blood when you pee")
    person.click("Pregnant, or gave birth in the last 3 months")
    person.click("Continue")
    person.click("I have an OK, or I accept to go gently")


def _keys(person: Person) -> None:
    QTest.keyClicks(person.app.window, "?")


def _walk(person: Person) -> None:
    person.app.show_day(5)
    person.click("Outside: log minutes when back")


def _ready(person: Person) -> None:
    _play(person, 1, StepKind.READY, 8_000)


def _enter(person: Person) -> None:
    _play(person, 1, StepKind.ENTER, 2_000)


def _hold(person: Person) -> None:
    _play(person, 1, StepKind.WORK, 13_000, sets=2)


def _paused(person: Person) -> None:
    _hold(person)
    person.press(Qt.Key.Key_Space)


def _reps(person: Person) -> None:
    _play(person, 1, StepKind.WORK, 46_000, exercise="cat-cow")


def _own_pace(person: Person) -> None:
    journal = person.app.journal
    journal.change_settings(msgspec.structs.replace(journal.settings, pace=Pace.OWN))
    _play(person, 1, StepKind.WORK, 4_000, exercise="cat-cow")
    for _ in range(3):
        person.press(Qt.Key.Key_Return)


def _alternating(person: Person) -> None:
    _play(person, 2, StepKind.WORK, 58_000, exercise="dead-bug")


def _switch(person: Person) -> None:
    _play(person, 3, StepKind.SWITCH, 3_000, exercise="standing-hamstring-stretch", sets=2)


def _rest(person: Person) -> None:
    _play(person, 1, StepKind.REST, 18_000, exercise="cat-cow")


def _easier(person: Person) -> None:
    _hold(person)
    person.press(Qt.Key.Key_E)


def _yoga(person: Person) -> None:
    _allow(person)
    person.app.start(5, "gentle-yoga", 15)
    _until(person, lambda s: s.step.segment == "knee-to-chest-right" and s.elapsed >= 10_000)


def _pain(person: Person) -> None:
    _hold(person)
    person.press(Qt.Key.Key_P)


def _stop_here(person: Person) -> None:
    _hold(person)
    person.press(Qt.Key.Key_Escape)


def _finished(person: Person) -> None:
    _play(person, 1, StepKind.WORK)
    person.follow()


def _stopped(person: Person) -> None:
    _play(person, 1, StepKind.WORK, 5_000, exercise="cat-cow")
    person.app.runner.do(Command.END)


def _part_done(person: Person) -> None:
    _allow(person)
    person.app.start(5, "foam-rolling", 0)
    person.follow()


def _allow(person: Person) -> None:
    person.app.journal.answer(SafetyGroup.NONE, (), checked=False)


def _play(
    person: Person, day: int, kind: StepKind, ms: int = 0, *, exercise: str = "", sets: int = 1
) -> None:
    """Play a day as far as a step, and so many milliseconds into it."""
    _allow(person)
    person.app.start(day)
    _until(
        person,
        lambda s: (
            s.step.kind is kind
            and exercise in ("", s.step.exercise)
            and s.step.set_no >= sets
            and s.elapsed >= ms
        ),
    )


def _until(person: Person, there: Callable[[Session], bool]) -> None:
    while not there(person.session):
        person.wait(500)


SCENES: tuple[tuple[str, Scene], ...] = (
    ("01-day-1", _first_day),
    ("01b-day-4", _day_four),
    ("01c-day-5", _day_five),
    ("01d-all-done", _all_done),
    ("01e-unfinished", _unfinished),
    ("01f-counted", _counted),
    ("02-hold", _hold),
    ("02b-get-ready", _ready),
    ("02c-paused", _paused),
    ("02d-enter", _enter),
    ("02e-easier", _easier),
    ("03-reps", _reps),
    ("03b-alternating", _alternating),
    ("03c-own-pace", _own_pace),
    ("03d-yoga", _yoga),
    ("04-switch", _switch),
    ("05-rest", _rest),
    ("06-stop-here", _stop_here),
    ("07-pain", _pain),
    ("08-finished", _finished),
    ("08b-stopped", _stopped),
    ("08c-part-done", _part_done),
    ("10-moves", _moves),
    ("11-settings", _settings),
    ("11b-about", _about),
    ("11c-keys", _keys),
    ("11d-walk", _walk),
    ("12-signs", _signs),
    ("12b-emergency", _emergency),
    ("12c-checked", _checked),
)

if __name__ == "__main__":
    main(Path(sys.argv[1]))
