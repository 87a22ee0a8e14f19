"""What a person sees of the figure: sessions at any instant, and where hands, feet and back are."""

from collections.abc import Iterator
from math import hypot

from PySide6.QtCore import QPointF, QRectF

from backplan_gui.core.exercise import Version
from backplan_gui.core.plan import Side
from backplan_gui.core.script import Script, Step, StepKind, script_for
from backplan_gui.core.session import Phase, Session
from backplan_gui.core.settings import Settings
from backplan_gui.core.shapes import Bar, Crescent, Drawing, Mass, Role, Sight
from backplan_gui.ui.widgets.figure_paint import Framing, placement

from .fakes_player import CONTENT

FRAME_MS = 33
DAYS = tuple(day.number for day in CONTENT.plan.days)
STAGE, FRAMING = QRectF(0, 0, 640, 552), Framing(ground=404, max_scale=3.6, mat_width=168.0)

Place = tuple[float, float]


def script_of(
    day: int,
    version: Version = Version.STANDARD,
    settings: Settings = Settings(),
    *,
    only: str | None = None,
) -> Script:
    """A day with all its exercises in one version, where they have it."""
    wanted = dict.fromkeys(CONTENT.exercises, version)
    plan = CONTENT.plan.day(day)
    return script_for(plan, CONTENT.exercises, settings, only=only, versions=wanted)


def at_ms(script: Script, index: int, ms: int, phase: Phase = Phase.RUNNING) -> Session:
    """So many milliseconds into a step, which it came to by itself."""
    seen = 0 if phase is Phase.RUNNING else None
    return Session(script, index, ms, phase=phase, by_itself=True, seen=seen)


def index_of(
    script: Script, kind: StepKind, exercise: str = "", *, nth: int = 1, side: Side | None = None
) -> int:
    """The place of the nth step of a kind."""
    found = [
        index
        for index, step in enumerate(script)
        if step.kind is kind and exercise in ("", step.exercise) and side in (None, step.side)
    ]
    return found[nth - 1]


def row_of(script: Script, segment: str) -> int:
    """The place of a part of a long activity."""
    return next(index for index, step in enumerate(script) if step.segment == segment)


def on_stage(
    script: Script, version: Version = Version.STANDARD, *, sets: int = 9
) -> Iterator[tuple[int, Step]]:
    """The steps in which the figure is on show: in a change of side there are two others.

    Only those of a version, and those that come after one.
    """
    for index, step in enumerate(script):
        versions = {each.version for each in script[max(0, index - 1) : index + 1]}
        if step.kind is not StepKind.SWITCH and step.set_no <= sets and version in versions:
            yield index, step


def mainly(sight: Sight) -> Drawing:
    """What there is more of, while one figure fades into another."""
    return sight.before if sight.before is not None and sight.share < 0.5 else sight.drawing


def dots(drawing: Drawing) -> list[Place]:
    """The ends of all bones, the head and the beads of the back, in pixels on a stage."""
    place = placement(STAGE, drawing, FRAMING)
    found: list[Place] = []
    for shape in drawing.shapes:
        match shape:
            case Mass(role=Role.NEAR | Role.FAR):
                found += [(x, y) for chain in shape.chains for x, y, _ in chain]
            case Mass(role=Role.HEAD | Role.HAIR) | Crescent():
                circle = shape.circle if isinstance(shape, Crescent) else shape.chains[0][0]
                found.append(circle[:2])
            case Bar(role=Role.BEAD):
                found.append((shape.x, shape.y))
    mapped = [place.map(QPointF(x, y)) for x, y in found]
    return [(point.x(), point.y()) for point in mapped]


def moved(one: Drawing, other: Drawing) -> float:
    """The farthest that any of these places lies from all of the other drawing's, in pixels."""
    if one is other:
        return 0.0
    here, there = dots(one), dots(other)
    return max(_farthest(here, there), _farthest(there, here))


def _farthest(here: list[Place], there: list[Place]) -> float:
    return max(min(hypot(x - p, y - q) for p, q in there) for x, y in here)
