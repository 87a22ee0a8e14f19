"""How exercises play their poses, and the reading of the whole file.

Bytes in, values out. Every fault is a PoseError with one sentence, so nothing that can be
drawn is ever half there: all bones have angles, all names lead somewhere, nothing goes in
circles.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar

import msgspec

from .plan import Side
from .poses import Part, Pose, Rig, View


class PoseError(ValueError):
    """Poses that cannot be used: where in them, and what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class LoopPhase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phase of a rep: the pose it ends in, and one it passes half-way."""

    phase: str
    to: str
    via: str | None = None


Row = Annotated[int, msgspec.Meta(ge=1, le=100)]
Range = Annotated[float, msgspec.Meta(gt=0, le=1)]


class Segment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What some rows of a long activity show; exactly one of hold, slide and like."""

    rows: tuple[Row, ...]
    hold: str | None = None
    slide: tuple[str, str] | None = None
    like: str | None = None
    """Another exercise, standard or the easier version of that number."""
    easier: int | None = None
    range: Range = 1.0
    side: Side | None = None


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which side the poses show and how the other one is made of them."""

    means: str
    shows: Side
    other: Literal["mirror", "swap"]


class LoopSeconds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long two steps take."""

    easy: float
    moderate: float


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to do an exercise: a hold, a loop, segments or a walk."""

    name: str = ""
    enter: str | None = None
    hold: str | None = None
    start: str | None = None
    loop: tuple[LoopPhase, ...] = ()
    segments: tuple[Segment, ...] = ()
    walk: tuple[str, str] | None = None
    range: Range = 1.0
    without: tuple[str, ...] = ()
    preselected: bool = False

    @property
    def has_poses(self) -> bool:
        """False: the poses of the standard form, changed by `range` and `without`."""
        return bool(self.hold or self.loop or self.segments or self.walk)


class Play(Form, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="camel"):
    """An exercise: its standard form, its easier ones, and its sides."""

    view: View
    picture: str
    easier: tuple[Form, ...] = ()
    side: Sides | None = None
    ask: str | None = None
    slide_seconds: float = 0.0
    loop_seconds: LoopSeconds | None = None

    def form(self, easier: int | None) -> Form:
        """The standard form, or the easier one of that number."""
        if easier is None:
            return self
        chosen = self.easier[easier]
        if chosen.has_poses:
            return chosen
        return msgspec.structs.replace(self, range=chosen.range, without=chosen.without)


class PoseBook(msgspec.Struct, frozen=True):
    """Everything the file says."""

    rig: Rig
    poses: dict[str, Pose]
    plays: dict[str, Play]


class _File(msgspec.Struct):
    version: Literal[2]
    rig: Rig
    poses: dict[str, msgspec.Raw]
    exercises: dict[str, msgspec.Raw]


T = TypeVar("T")


def poses_from(text: bytes) -> PoseBook:
    """The poses in a JSON text; PoseError if they cannot all be drawn."""
    file = _decoded("poses", text, _File)
    poses = {name: _decoded(name, raw, Pose) for name, raw in file.poses.items()}
    plays = {name: _decoded(name, raw, Play) for name, raw in file.exercises.items()}
    for name, pose in poses.items():
        _check_pose(name, pose)
    for name, play in plays.items():
        _check_play(name, play, poses, plays)
    return PoseBook(file.rig, poses, plays)


def _decoded(where: str, text: bytes | msgspec.Raw, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as error:
        raise PoseError(where, str(error)) from None


def _check_pose(name: str, pose: Pose) -> None:
    if sorted(pose.order) != sorted(Part):
        raise PoseError(name, "order must name every part once")
    if pose.view is View.TOP and (pose.mat is None or pose.turn is None):
        raise PoseError(name, "a pose seen from above needs mat and turn")


def _check_play(
    name: str, play: Play, poses: Mapping[str, Pose], plays: Mapping[str, Play]
) -> None:
    if not play.has_poses:
        raise PoseError(name, "there is no hold, loop, segment or walk")
    for form in (play, *play.easier):
        where = f"{name} {form.name}".strip()
        _check_form(where, form)
        missing = [pose for pose in named(form) if pose not in poses]
        if missing:
            raise PoseError(where, f"there is no pose {missing[0]}")
        for segment in form.segments:
            _check_like(where, segment, plays)
    if play.picture not in poses:
        raise PoseError(name, f"there is no pose {play.picture}")


def _check_form(where: str, form: Form) -> None:
    kinds = [form.hold, form.loop, form.segments, form.walk]
    if sum(map(bool, kinds)) > 1:
        raise PoseError(where, "only one of hold, loop, segments and walk can be")
    if (form.hold and not form.enter) or (form.loop and not form.start):
        raise PoseError(where, "the pose before the first one is missing")
    rows = [row for segment in form.segments for row in segment.rows]
    if rows != list(range(1, len(rows) + 1)):
        raise PoseError(where, "segments must name every row once, in order")


def _check_like(where: str, segment: Segment, plays: Mapping[str, Play]) -> None:
    if sum(map(bool, (segment.hold, segment.slide, segment.like))) != 1:
        raise PoseError(where, "a segment is one of hold, slide and like")
    if segment.like is None:
        return
    other = plays.get(segment.like)
    if other is None or not 0 <= (segment.easier or 0) < max(1, len(other.easier)):
        raise PoseError(where, f"there is no exercise like {segment.like}")
    if not other.form(segment.easier).loop:
        raise PoseError(where, f"{segment.like} has no reps to be like")


def named(form: Form) -> Iterator[str]:
    """The poses a form names itself, each as often as it does."""
    yield from filter(None, (form.start, form.enter, form.hold))
    for phase in form.loop:
        yield from filter(None, (phase.via, phase.to))
    for segment in form.segments:
        yield from filter(None, (segment.hold, *(segment.slide or ())))
    yield from form.walk or ()
