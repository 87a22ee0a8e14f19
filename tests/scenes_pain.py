"""What the pictures show of the questions about pain, and of what follows from an answer."""

from PySide6.QtCore import Qt

from backplan_gui.core.script import StepKind
from tests import scenes
from tests.app import Person
from tests.scenes import Scene


def before(person: Person) -> None:
    """5: the easier versions come first."""
    _asked(person, Qt.Key.Key_5)


def gentle_offer(person: Person) -> None:
    """6: a gentle day, a short walk, or rest."""
    _asked(person, Qt.Key.Key_6)


def not_today(person: Person) -> None:
    """9: no timer."""
    _asked(person, Qt.Key.Key_9)


def after(person: Person) -> None:
    """Higher than before, so it is asked whether it is the back."""
    scenes.play(person, 1, StepKind.WORK)
    person.follow()
    person.press(Qt.Key.Key_5)


def not_settled(person: Person) -> None:
    """The day after: it has not settled, and is up again (R10)."""
    _day_one(person, before=3, after=3)
    person.clock.local_date = "2026-11-25"
    person.app.start(2)
    person.press(Qt.Key.Key_5)
    person.click("No")


def several_notes(person: Person) -> None:
    """A bigger day on the evening of a day that is done: the offer and all that stands beside."""
    _day_one(person, before=3, after=5)
    person.app.start(4)
    person.press(Qt.Key.Key_4)
    person.click("I took pain relief today")


def ease_off(person: Person) -> None:
    """My pain is worse, in a standard version: the easier one comes first."""
    scenes.hold(person)
    person.press(Qt.Key.Key_P)


def how_now(person: Person) -> None:
    """A little more, and then the number."""
    ease_off(person)
    person.click("Say how it is")
    person.click("A little more")
    person.press(Qt.Key.Key_5)


def skip_or_stop(person: Person) -> None:
    """8: only these two are left."""
    ease_off(person)
    person.click("Say how it is")
    person.click("A lot more")
    person.press(Qt.Key.Key_8)
    person.press(Qt.Key.Key_Return)


def signs_why(person: Person) -> None:
    """A symptom has ended an exercise: the warning signs, and why they are asked (R6)."""
    ease_off(person)
    person.click("Say how it is")
    person.click("Spreading down a leg")


def finished_up(person: Person) -> None:
    _day_one(person, before=4, after=6)


def finished_gentle(person: Person) -> None:
    scenes.start(person, 1, pain=6)
    person.follow()
    person.app.answer(6)


def _asked(person: Person, key: Qt.Key) -> None:
    scenes.allow(person)
    person.app.start(1)
    person.press(key)


def _day_one(person: Person, *, before: int, after: int) -> None:
    """Played from its question before to the one after, to its end."""
    scenes.start(person, 1, pain=before)
    person.follow()
    person.app.answer(after)


SCENES: tuple[tuple[str, Scene], ...] = (
    ("06-pain", before),
    ("06b-gentle-offer", gentle_offer),
    ("06c-not-today", not_today),
    ("06d-after", after),
    ("06e-not-settled", not_settled),
    ("06f-several-notes", several_notes),
    ("07-ease-off", ease_off),
    ("07b-how-now", how_now),
    ("07c-skip-or-stop", skip_or_stop),
    ("07d-signs-why", signs_why),
    ("08d-finished-up", finished_up),
    ("08e-finished-gentle", finished_gentle),
)
