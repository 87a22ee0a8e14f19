"""The poses as they ship, and short ways to draw them."""

from collections.abc import Iterator

import msgspec

from backplan_gui import resources
from backplan_gui.core.exercise import Version
from backplan_gui.core.figure import Figures
from backplan_gui.core.moments import Moment
from backplan_gui.core.plan import Side
from backplan_gui.core.plays import poses_from
from backplan_gui.core.rig import stance_of
from backplan_gui.core.shapes import Drawing, Role, Shape

BODY = resources.file("figure/body.json").read_bytes()
FILES = {file.stem: file.read_bytes() for file in resources.file("exercises").glob("*.json")}
BOOK = poses_from(BODY, FILES)
RIG = BOOK.rig
FIGURES = Figures(BOOK)
STANCES = {name: stance_of(pose) for name, pose in BOOK.poses.items()}
FORMS = [(name, version) for name, play in BOOK.plays.items() for version in play.versions]


def at(
    name: str,
    moment: Moment,
    side: Side | None = None,
    version: Version = Version.STANDARD,
) -> Drawing:
    """An exercise at a moment."""
    return FIGURES.figure_at(name, side, moment, version)


def body(drawing: Drawing) -> list[Shape]:
    """All of a drawing but what stands behind the person."""
    return [shape for shape in drawing.shapes if shape.role is not Role.GHOST]


def numbers_in(value: object) -> Iterator[float]:
    """Every length and place of a shape."""
    match value:
        case float():
            yield value
        case tuple():
            for part in value:
                yield from numbers_in(part)
        case msgspec.Struct():
            yield from numbers_in(msgspec.structs.astuple(value))
