"""What the pictures show of a session that is opened afterwards."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea

from backplan_gui.core.exercise import Version
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.session import Command
from backplan_gui.store.store import Store
from tests import scenes, scenes_pain
from tests.app import Person
from tests.scenes import Scene


def whole(person: Person) -> None:
    """A whole day, with numbers and a note."""
    scenes.start(person, 4, pain=4)
    person.follow()
    person.app.answer(2)
    record = last(person)
    person.app.journal.save_note(record.id, "Left hip tight at first, better after the bridge.")
    open_last(person)


def eased(person: Person) -> None:
    """It hurt more: fewer sets, a skipped exercise, and an early end."""
    scenes_pain.how_now(person)
    person.press(Qt.Key.Key_Return)
    person.click("Fewer sets")
    person.press(Qt.Key.Key_Space)
    scenes.until(person, lambda s: s.step.exercise == "cat-cow" and s.elapsed >= 4_000)
    person.app.runner.do(Command.SKIP_EXERCISE)
    person.wait(50_000)
    person.app.runner.do(Command.END)
    person.app.answer(5)
    open_last(person)


def below(scene: Scene) -> Scene:
    """The same, scrolled to its end."""

    def at_the_end(person: Person) -> None:
        scene(person)
        page = person.app.window
        for _ in range(4):
            QCoreApplication.processEvents()
        for scroll in page.findChildren(QScrollArea):
            scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())

    return at_the_end


def gentle(person: Person) -> None:
    scenes_pain.finished_gentle(person)
    open_last(person)


def practice(person: Person) -> None:
    scenes.allow(person)
    record = person.app.journal.new_practice("side-plank", Version.EASIER)
    person.app.runner.begin(record)
    person.follow()
    open_last(person)


def walk(person: Person) -> None:
    person.app.journal.log_walk(5, "walking", 25)
    open_last(person)


def unfinished(person: Person) -> None:
    scenes.unfinished(person)
    open_last(person)


def time_sheet(person: Person) -> None:
    whole(person)
    person.click("Correct the time")


def remove_sheet(person: Person) -> None:
    whole(person)
    person.click("Remove this session")


def store_of(person: Person) -> Store:
    """The record behind the app."""
    store = person.app.journal._store
    assert isinstance(store, Store)
    return store


def last(person: Person) -> SessionRecord:
    """The session that began last."""
    store = store_of(person)
    newest = max(store.sessions("seven-days"), key=lambda one: one.begun)
    record = store.session(newest.id)
    assert record is not None
    return record


def open_last(person: Person) -> None:
    """Open the session that began last, as from the table of the progress page."""
    person.app._archive.open(last(person).id)
    QCoreApplication.processEvents()


SCENES: tuple[tuple[str, Scene], ...] = (
    ("09f-session", whole),
    ("09g-session-end", below(whole)),
    ("09h-session-eased", eased),
    ("09i-session-eased-end", below(eased)),
    ("09j-session-gentle", gentle),
    ("09k-session-practice", practice),
    ("09l-session-walk", walk),
    ("09m-session-unfinished", unfinished),
    ("09n-session-time", time_sheet),
    ("09o-session-remove", remove_sheet),
)
