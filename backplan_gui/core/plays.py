"""How exercises play their poses, and the reading of the files.

`resources/figure/body.json` has the body and the poses that several exercises share;
`resources/exercises/<id>.json` stands beside the exercise's tempo and has its own poses.
Bytes in, values out. Every fault is a PoseError with one sentence, so nothing that can be
drawn is ever half there: all bones have angles a body can take, all names lead somewhere,
nothing goes in circles.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar

import msgspec

from .exercise import Identifier, Version
from .limits import out_of_reach
from .plan import Side
from .poses import Part, Pose, Rig, View
from .rig import posture_of, stance_of


class PoseError(ValueError):
    """Poses that cannot be used: where in them, and what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class LoopPhase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phase of a rep: the pose it ends in, and one it passes half-way."""

    phase: Identifier
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
    """Another exercise, in that version."""
    version: Version = Version.STANDARD
    range: Range = 1.0
    side: Side | None = None


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which side the poses show and how the other one is made of them."""

    shows: Side
    other: Literal["mirror", "swap"]


class LoopSeconds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long two steps take, and which rows are easy."""

    easy: float
    moderate: float
    rows: tuple[Row, ...]


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """One way to do an exercise: a hold, a loop, segments or a walk."""

    enter: str | None = None
    hold: str | None = None
    turns: tuple[str, ...] = ()
    """Poses that a hold goes through, each for so many seconds, over and over."""
    turn_seconds: Annotated[int, msgspec.Meta(ge=2, le=60)] = 10
    start: str | None = None
    loop: tuple[LoopPhase, ...] = ()
    segments: tuple[Segment, ...] = ()
    walk: tuple[str, str] | None = None
    range: Range = 1.0
    """Only this share of the way from the start to the far pose."""
    without: tuple[str, ...] = ()
    """Kinds of props that are left out."""

    @property
    def has_poses(self) -> bool:
        """False: the poses of the standard form, changed by `range` and `without`."""
        return bool(self.hold or self.loop or self.segments or self.walk)


class Play(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """An exercise: the forms of its versions, and its sides."""

    view: View
    picture: str
    standard: Form
    easier: Form | None = None
    harder: Form | None = None
    no_floor: Form | None = None
    side: Sides | None = None
    slide_seconds: float = 0.0
    loop_seconds: LoopSeconds | None = None

    @property
    def versions(self) -> tuple[Version, ...]:
        """Those that have a form of their own."""
        return tuple(version for version in Version if getattr(self, version) is not None)

    def form(self, version: Version) -> Form:
        """How a version is played; like the standard one if it only differs in time."""
        chosen: Form | None = getattr(self, version)
        if chosen is None:
            return self.standard
        if chosen.has_poses:
            return chosen
        return msgspec.structs.replace(self.standard, range=chosen.range, without=chosen.without)


class PoseBook(msgspec.Struct, frozen=True):
    """Everything the files say."""

    rig: Rig
    poses: dict[str, Pose]
    plays: dict[str, Play]


class _Body(msgspec.Struct, forbid_unknown_fields=True):
    version: Literal[3]
    rig: Rig
    poses: dict[str, msgspec.Raw]


class _Own(Play, frozen=True, forbid_unknown_fields=True, rename="camel", kw_only=True):
    """A file of an exercise: how it plays, and the poses that only it has."""

    poses: dict[str, msgspec.Raw]


T = TypeVar("T")


def poses_from(body: bytes, exercises: Mapping[str, bytes]) -> PoseBook:
    """The poses in these JSON texts; PoseError if they cannot all be drawn."""
    shared = _decoded("body", body, _Body)
    owns = {name: _decoded(name, text, _Own) for name, text in exercises.items()}
    poses: dict[str, Pose] = {}
    for where, raws in (("body", shared.poses), *((name, own.poses) for name, own in owns.items())):
        for name, raw in raws.items():
            if name in poses:
                raise PoseError(where, f"there already is a pose {name}")
            poses[name] = _decoded(name, raw, Pose)
            _check_pose(shared.rig, name, poses[name])
    plays: dict[str, Play] = dict(owns)
    for name, play in plays.items():
        _check_play(name, play, poses, plays)
    return PoseBook(shared.rig, poses, plays)


def _decoded(where: str, text: bytes | msgspec.Raw, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as error:
        raise PoseError(where, str(error)) from None


def _check_pose(rig: Rig, name: str, pose: Pose) -> None:
    if sorted(pose.order) != sorted(Part):
        raise PoseError(name, "order must name every part once")
    if pose.view is View.TOP and (pose.mat is None or pose.turn is None):
        raise PoseError(name, "a pose seen from above needs mat and turn")
    if fault := out_of_reach(posture_of(rig, stance_of(pose))):
        raise PoseError(name, fault)


def _check_play(
    name: str, play: Play, poses: Mapping[str, Pose], plays: Mapping[str, Play]
) -> None:
    if not play.standard.has_poses:
        raise PoseError(name, "there is no hold, loop, segment or walk")
    for version in play.versions:
        form, where = play.form(version), f"{name} {version}"
        _check_form(where, form)
        missing = [pose for pose in named(form) if pose not in poses]
        if missing:
            raise PoseError(where, f"there is no pose {missing[0]}")
        if not form.segments and len({poses[pose].view for pose in named(form)}) > 1:
            raise PoseError(where, "its poses have two views")
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
    if form.turns and not form.hold:
        raise PoseError(where, "only a hold has turns")
    rows = [row for segment in form.segments for row in segment.rows]
    if rows != list(range(1, len(rows) + 1)):
        raise PoseError(where, "segments must name every row once, in order")


def _check_like(where: str, segment: Segment, plays: Mapping[str, Play]) -> None:
    if sum(map(bool, (segment.hold, segment.slide, segment.like))) != 1:
        raise PoseError(where, "a segment is one of hold, slide and like")
    if segment.like is None:
        return
    other = plays.get(segment.like)
    if other is None:
        raise PoseError(where, f"there is no exercise like {segment.like}")
    if not other.form(segment.version).loop:
        raise PoseError(where, f"{segment.like} has no reps to be like")


def named(form: Form) -> Iterator[str]:
    """The poses a form names itself, each as often as it does."""
    yield from filter(None, (form.start, form.enter, form.hold))
    yield from form.turns
    for phase in form.loop:
        yield from filter(None, (phase.via, phase.to))
    for segment in form.segments:
        yield from filter(None, (segment.hold, *(segment.slide or ())))
    yield from form.walk or ()
