"""Every page in every look, text size and window: nothing is cut off, lies over another, or is
too faint to be read.
"""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.app import Person, somebody
from tests.every_scene import CHOSEN, LOOKS, SCENES, SIZES, faults_of, sized, unread, wear
from tests.ui.fitting import faults

TEXTS = (100, 160, 200)

pytestmark = pytest.mark.usefixtures("qapp")


def asked(folder: Path) -> AbstractContextManager[Person]:
    """Somebody who is asked about pain."""
    return somebody(folder, questions=True)


@pytest.mark.parametrize("name", CHOSEN)
def test_large_text_has_its_room_and_can_be_read(tmp_path: Path, name: str) -> None:
    found = []
    with asked(tmp_path) as person:
        wear(person, LOOKS["light"], 200)
        SCENES[name](person)
        found += [*faults(sized(person, SIZES["smallest"])), *unread(person, LOOKS["light"])]
        wear(person, LOOKS["dark contrast"], 160)
        found += faults(sized(person, SIZES["default"]))
        found += unread(person, LOOKS["dark contrast"])
    assert not found


@pytest.mark.long
@pytest.mark.parametrize("name", SCENES)
def test_everything_has_its_room_everywhere(tmp_path: Path, name: str) -> None:
    found = [
        fault
        for text in TEXTS
        for fault in faults_of(asked, tmp_path / str(text), name, text, LOOKS)
    ]
    assert not found
