"""What a person meets when the record cannot be kept, or lies where others write too."""

from pathlib import Path

from backplan_gui.core.records import SessionRecord
from backplan_gui.core.session import Session
from backplan_gui.store.errors import Unwritable
from backplan_gui.store.placing import Place, Placed
from backplan_gui.ui.place_sheet import say_place
from tests import scenes
from tests.app import Person
from tests.scenes import Scene

FULL = "The disk is full, so nothing can be saved now; what was saved before is safe."


class Refusing:
    """The store on a full disk."""

    def begin(self, record: SessionRecord) -> None:
        raise Unwritable(FULL)

    def save(self, id: str, session: Session, ended: str | None = None) -> None:
        raise Unwritable(FULL)


def unsaved(person: Person) -> None:
    """The window is to be closed with a set that is nowhere else."""
    scenes.hold(person)
    person.app.runner._store = Refusing()
    while not person.app.runner.unsaved:
        person.wait(1_500)
    person.app.window.close()


def placed(person: Person) -> None:
    """The data folder lies in a cloud."""
    app, folder = person.app, Path("/home/anna/Dropbox/Backplan")
    assert say_place(app.theme, app.window, Placed(Place.CLOUD, "Dropbox"), folder)


SCENES: tuple[tuple[str, Scene], ...] = (
    ("17-unsaved", unsaved),
    ("17b-placed", placed),
)
