"""What the pictures show: each scene brings the app to where a person may meet it."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from backplan_gui.core.exercise import Version
from backplan_gui.core.records import SafetyGroup
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Pace
from backplan_gui.services.awake import Answer
from backplan_gui.services.voice import Silence, VoiceName
from backplan_gui.ui.library_page import LibraryPage
from backplan_gui.ui.settings_page import SettingsPage
from backplan_gui.ui.settings_sound import SoundState
from backplan_gui.ui.widgets.search_field import SearchField
from tests.app import Person

Scene = Callable[[Person], None]

USUAL = 2
"""How strong the pain is where the scene is not about it."""

ESPEAK = (
    VoiceName("English (Great Britain)", "en-GB"),
    VoiceName("English (Lancaster)", "en-GB"),
    VoiceName("English (Received Pronunciation)", "en-GB"),
    VoiceName("English (Scotland)", "en-GB"),
    VoiceName("English (West Midlands)", "en-GB"),
    VoiceName("English (America)", "en-US"),
    VoiceName("English (America, New York City)", "en-US"),
    VoiceName("English (Caribbean)", "en-US"),
)
"""The voices of eSpeak on Debian, as Qt tells them."""


# --- the plan ---------------------------------------------------------------------------


def first_day(person: Person) -> None:
    person.app.show_day(1)


def day_four(person: Person) -> None:
    """Three days done, one after the other."""
    for day in (1, 2, 3):
        person.app.journal.mark(day, True)
    person.clock.local_date = "2026-11-25"
    person.app.show_day(4)


def day_five(person: Person) -> None:
    person.app.journal.log_walk(5, "walking", 25)
    person.app.show_day(5)


def all_done(person: Person) -> None:
    for day in range(1, 8):
        person.app.journal.mark(day, True)
    person.app.show_day(7)


def unfinished(person: Person) -> None:
    play(person, 1, StepKind.WORK)
    person.app.runner.release()
    person.app.show_day(1)


def counted(person: Person) -> None:
    person.click("Count it as done")


def fit_to_today(person: Person) -> None:
    """Less time, on a day that asks about knees and feet."""
    person.app.show_day(7)
    person.click("Fit it to today")
    person.click("Less time")


def equipment(person: Person) -> None:
    person.app.show_day(4)
    person.click("Tick what you have")
    person.click("Mat or soft carpet")
    person.click("Firm chair without wheels")


def set_for_today(person: Person) -> None:
    """Off the floor, and with nothing but a chair."""
    journal = person.app.journal
    journal.change_settings(msgspec.structs.replace(journal.settings, equipment=("chair",)))
    person.app.show_day(2)
    person.click("Fit it to today")
    person.click("Less time")
    person.click("The floor is not possible today")
    person.click("Done")


def moves(person: Person) -> None:
    person.app.show_moves(1, "")


# --- a session --------------------------------------------------------------------------


def ready(person: Person) -> None:
    play(person, 1, StepKind.READY, 8_000)


def enter(person: Person) -> None:
    play(person, 1, StepKind.ENTER, 2_000)


def hold(person: Person) -> None:
    play(person, 1, StepKind.WORK, 13_000, sets=2)


def paused(person: Person) -> None:
    hold(person)
    person.press(Qt.Key.Key_Space)


def reps(person: Person) -> None:
    play(person, 1, StepKind.WORK, 46_000, exercise="cat-cow")


def own_pace(person: Person) -> None:
    journal = person.app.journal
    journal.change_settings(msgspec.structs.replace(journal.settings, pace=Pace.OWN))
    play(person, 1, StepKind.WORK, 4_000, exercise="cat-cow")
    for _ in range(3):
        person.press(Qt.Key.Key_Return)


def alternating(person: Person) -> None:
    play(person, 2, StepKind.WORK, 58_000, exercise="dead-bug")


def switch(person: Person) -> None:
    play(person, 3, StepKind.SWITCH, 3_000, exercise="standing-hamstring-stretch", sets=2)


def rest(person: Person) -> None:
    play(person, 1, StepKind.REST, 18_000, exercise="cat-cow")


def easier(person: Person) -> None:
    hold(person)
    person.press(Qt.Key.Key_E)
    person.wait(2_000)


def floor_help(person: Person) -> None:
    """A line of the way down to the floor."""
    journal = person.app.journal
    journal.change_settings(msgspec.structs.replace(journal.settings, floor_help=True))
    start(person, 1)
    until(person, lambda s: bool(s.step.help) and s.step.part == 3 and s.elapsed >= 2_000)


def short_holds(person: Person) -> None:
    """Between two of the short holds of a plank on the knees."""
    play(person, 7, StepKind.REST, 2_000, exercise="plank")


def harder(person: Person) -> None:
    _practise(person, "bird-dog", Version.HARDER, StepKind.WORK, 20_000)


def off_floor(person: Person) -> None:
    _practise(person, "glute-bridge", Version.NO_FLOOR, StepKind.WORK, 20_000)


def other_ways(person: Person) -> None:
    """All the versions of an exercise, one of them on."""
    play(person, 7, StepKind.WORK, 4_000, exercise="plank")
    person.press(Qt.Key.Key_V)


def walk_ready(person: Person) -> None:
    """Getting ready for a walk."""
    start(person, 5, "walking", 20)
    until(person, lambda s: s.elapsed >= 2_000)


def yoga(person: Person) -> None:
    start(person, 5, "gentle-yoga", 15)
    until(person, lambda s: s.step.segment == "knee-to-chest-right" and s.elapsed >= 10_000)


def stop_here(person: Person) -> None:
    hold(person)
    person.press(Qt.Key.Key_Escape)


def back_again(person: Person) -> None:
    """Nine minutes after the machine has gone to sleep in a side plank on the feet."""
    play(person, 4, StepKind.READY, exercise="side-plank")
    person.press(Qt.Key.Key_E)
    _until_step(person, StepKind.WORK, 16_000, exercise="side-plank", sets=2)
    _sleep(person, 9)


def back_in_reps(person: Person) -> None:
    """Two hours and a bit after a pause in reps of both sides in turn."""
    alternating(person)
    person.press(Qt.Key.Key_Space)
    person.clock.turn(125 * 60_000)
    person.press(Qt.Key.Key_Space)


def back_next_day(person: Person) -> None:
    """A session that was left in a rest, taken up two days later."""
    rest(person)
    person.app.runner.release()
    person.app.show_day(1)
    person.clock.turn(2 * 24 * 60 * 60_000 + 1)
    person.press(Qt.Key.Key_Return)


def finished(person: Person) -> None:
    play(person, 1, StepKind.WORK)
    person.follow()
    person.app.answer(1)


def stopped(person: Person) -> None:
    play(person, 1, StepKind.WORK, 5_000, exercise="cat-cow")
    person.app.runner.do(Command.END)
    person.app.answer(USUAL)


def part_done(person: Person) -> None:
    start(person, 5, "foam-rolling")
    person.follow()
    person.app.answer(1)


def walk(person: Person) -> None:
    person.app.show_day(5)
    person.click("Outside: log minutes when back")


# --- the other pages --------------------------------------------------------------------


def library(person: Person) -> None:
    _look_at(person, "glute-bridge")


def library_version(person: Person) -> None:
    """An exercise with all its versions and two sides, in another one than the standard."""
    _look_at(person, "side-plank")
    person.click("Off the floor")
    person.click("Right")


def library_nothing(person: Person) -> None:
    person.app.show("library")
    field = person.app.window.findChild(SearchField)
    assert isinstance(field, SearchField)
    field.setFocus()
    QTest.keyClicks(field, "headstand")


def settings(person: Person) -> None:
    person.app.show("settings")


def settings_voices(person: Person) -> None:
    """The voices of eSpeak, with one of them chosen."""
    _settle(person, SoundState(ESPEAK, "eSpeak", Silence.NONE, sounds=True, awake=Answer.KEPT))
    person.click("Voice")
    person.click("English (Scotland)")


def settings_silent(person: Person) -> None:
    """No voice, no sound, and a screen that goes dark."""
    _settle(person, SoundState(silence=Silence.NO_ENGINE, sounds=False, awake=Answer.NO_WAY))


def about(person: Person) -> None:
    person.app.show("about")


def signs(person: Person) -> None:
    person.app.start(1)


def emergency(person: Person) -> None:
    person.app.start(1)
    person.click("Chest pain, breathlessness or fainting")
    person.click("Continue")


def checked(person: Person) -> None:
    person.app.start(1)
    person.click("Fever, shivering, feeling ill, or burning or blood when you pee")
    person.click("Pregnant, or gave birth in the last 3 months")
    person.click("Continue")
    person.click("I have an OK, or I accept to go gently")


def keys(person: Person) -> None:
    QTest.keyClicks(person.app.window, "?")


# --- ways there -------------------------------------------------------------------------


def allow(person: Person) -> None:
    """No warning signs."""
    person.app.journal.answer(SafetyGroup.NONE, (), checked=False)


def start(
    person: Person, day: int, exercise: str = "", minutes: int = 0, *, pain: int = USUAL
) -> None:
    """Begin a day, or one exercise of it."""
    allow(person)
    person.app.start(day, exercise, minutes)
    person.app.answer(pain)


def play(
    person: Person, day: int, kind: StepKind, ms: int = 0, *, exercise: str = "", sets: int = 1
) -> None:
    """Play a day as far as a step, and so many milliseconds into it."""
    start(person, day)
    _until_step(person, kind, ms, exercise=exercise, sets=sets)


def until(person: Person, there: Callable[[Session], bool]) -> None:
    """Play as far as that."""
    while not there(person.session):
        person.wait(500)


def _until_step(
    person: Person, kind: StepKind, ms: int, *, exercise: str = "", sets: int = 1
) -> None:
    until(
        person,
        lambda s: (
            s.step.kind is kind
            and exercise in ("", s.step.exercise)
            and s.step.set_no >= sets
            and s.elapsed >= ms
        ),
    )


def _sleep(person: Person, minutes: int) -> None:
    """The machine sleeps, and wakes up again."""
    person.clock.turn(minutes * 60_000)
    person.app.runner.look()
    QCoreApplication.processEvents()


def _look_at(person: Person, exercise: str) -> None:
    person.app.show("library")
    page = person.app.window.findChild(LibraryPage)
    assert isinstance(page, LibraryPage)
    page.show_exercise(exercise)


def _settle(person: Person, state: SoundState) -> None:
    person.app.show("settings")
    page = person.app.window.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    page.show_sound(state)


def _practise(person: Person, exercise: str, version: Version, kind: StepKind, ms: int) -> None:
    """Try a version of an exercise, as from the library."""
    allow(person)
    _look_at(person, exercise)
    person.click({Version.HARDER: "Harder", Version.NO_FLOOR: "Off the floor"}[version])
    person.click("Try it")
    _until_step(person, kind, ms)


SCENES: tuple[tuple[str, Scene], ...] = (
    ("01-day-1", first_day),
    ("01b-day-4", day_four),
    ("01c-day-5", day_five),
    ("01d-all-done", all_done),
    ("01e-unfinished", unfinished),
    ("01f-counted", counted),
    ("01g-fit-to-today", fit_to_today),
    ("01h-equipment", equipment),
    ("01i-set-for-today", set_for_today),
    ("01j-moves", moves),
    ("02-hold", hold),
    ("02b-get-ready", ready),
    ("02c-paused", paused),
    ("02d-enter", enter),
    ("02e-easier", easier),
    ("02f-floor-help", floor_help),
    ("02g-short-holds", short_holds),
    ("02h-harder", harder),
    ("02i-off-floor", off_floor),
    ("02j-stop-here", stop_here),
    ("02k-other-ways", other_ways),
    ("02l-walk-ready", walk_ready),
    ("02m-back-again", back_again),
    ("02n-back-in-reps", back_in_reps),
    ("02o-back-next-day", back_next_day),
    ("03-reps", reps),
    ("03b-alternating", alternating),
    ("03c-own-pace", own_pace),
    ("03d-yoga", yoga),
    ("04-switch", switch),
    ("05-rest", rest),
    ("08-finished", finished),
    ("08b-stopped", stopped),
    ("08c-part-done", part_done),
    ("10-library", library),
    ("10b-library-version", library_version),
    ("10c-library-nothing", library_nothing),
    ("11-settings", settings),
    ("11b-about", about),
    ("11c-keys", keys),
    ("11d-walk", walk),
    ("11e-settings-voices", settings_voices),
    ("11f-settings-silent", settings_silent),
    ("12-signs", signs),
    ("12b-emergency", emergency),
    ("12c-checked", checked),
)
