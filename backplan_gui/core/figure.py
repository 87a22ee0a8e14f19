"""The drawn person at one moment of an exercise."""

from collections.abc import Iterable
from functools import reduce
from itertools import pairwise
from operator import or_

import msgspec

from .body import body_shapes, ghost_shape, room_of, shadow_from_above, shadow_span
from .exercise import Version
from .limits import out_of_reach
from .moments import (
    Cycling,
    Entering,
    Holding,
    Leaving,
    Look,
    Moment,
    Moving,
    Ready,
    RowMotion,
    Standing,
    Turning,
)
from .plan import Side
from .plays import Form, Play, PoseBook, Segment
from .poses import View
from .props import is_in_front, kind, room_for, shapes_of
from .rig import (
    Posture,
    Stance,
    above_floor,
    breathed,
    eased,
    held_points,
    mixed,
    other_side,
    posture_of,
    stance_of,
)
from .shapes import Bar, Box, Drawing, Oval, Role, Shape, between

WAY_STEPS, WAY_SLACK = 16, 15.0
"""In so many steps a way is looked at before it is gone; so many degrees too far are not seen
in passing."""


class NoSuchMomentError(LookupError):
    """The exercise does nothing of that kind."""


class _Scene(msgspec.Struct, frozen=True):
    """A stance, what stands behind it, and where it is seen."""

    stance: Stance
    ghost: Stance | None
    without: tuple[str, ...]
    box: Box
    flip: bool


class Figures:
    """All exercises as drawings. Boxes are reckoned once."""

    def __init__(self, book: PoseBook) -> None:
        self._rig = book.rig
        self._plays = book.plays
        self._stances = {name: stance_of(pose) for name, pose in book.poses.items()}
        self._boxes: dict[tuple[str, Version, int], Box] = {}
        self._ways: dict[tuple[str, str], bool] = {}

    @property
    def poses(self) -> tuple[str, ...]:
        """The names of all key poses."""
        return tuple(self._stances)

    def rows(self, exercise: str) -> int:
        """How many parts a long activity has."""
        return sum(len(segment.rows) for segment in self._plays[exercise].standard.segments)

    def figure_at(
        self,
        exercise: str,
        side: Side | None,
        moment: Moment,
        version: Version = Version.STANDARD,
    ) -> Drawing:
        """The drawing of a moment of a version.

        `side` is the working side. None: the side that the poses show, or that of the row.
        """
        return self._drawn(self._scene(Look(exercise, moment, side, version)))

    def figure_between(self, start: Look, end: Look, share: float) -> Drawing | None:
        """So far on the way from one look to another; None where there is no such way.

        There is none between two views, none from a picture to a mirrored one, and none that
        a body could not go.
        """
        a, b = self._scene(start), self._scene(end)
        if a.stance.view is not b.stance.view or a.flip is not b.flip:
            return None
        if not self._can_go(start, end):
            return None
        share = eased(share)
        there = a if share < 0.5 else b
        stance = self._between(a.stance, b.stance, share)
        stance = msgspec.structs.replace(stance, props=there.stance.props)
        box = a.box
        if box != b.box:
            box = between(a.box, b.box, share) | room_of(self._posture(stance))
        return self._drawn(_Scene(stance, None, there.without, box, a.flip))

    def is_one_pose(self, one: Look, other: Look) -> bool:
        """Two looks show the body in the same pose, whatever stands behind it."""
        return self._scene(one).stance == self._scene(other).stance

    def row_motion(self, exercise: str, row: int, version: Version = Version.STANDARD) -> RowMotion:
        """How a row of a long activity moves; a walk begins and ends at an easy pace."""
        play = self._plays[exercise]
        form = play.form(version)
        if form.walk and play.loop_seconds:
            speed = play.loop_seconds
            seconds = speed.easy if row in speed.rows else speed.moderate
            return RowMotion(cycle_ms=round(1000 * seconds))
        segment = _segment(form, row)
        if segment is None:
            raise NoSuchMomentError(f"{exercise} has no row {row}")
        if segment.slide:
            return RowMotion(cycle_ms=round(2000 * play.slide_seconds))
        return RowMotion(like=segment.like)

    def turn_ms(self, exercise: str, version: Version = Version.STANDARD) -> int:
        """How long a hold stays in each of its turns; 0 where it has none."""
        form = self._plays[exercise].form(version)
        return 1000 * form.turn_seconds if form.turns else 0

    def pose_at(self, exercise: str, moment: Moment, version: Version = Version.STANDARD) -> str:
        """The name of the key pose that a moment shows or leads to."""
        play = self._plays[exercise]
        form, segment = self._form(play, version, _row_of(moment))
        hold = (segment.hold if segment else None) or form.hold
        match moment:
            case Standing(pose):
                return pose or self._picture(play, version, form, segment)
            case Turning(number) if form.turns:
                return form.turns[number % len(form.turns)]
            case Holding() | Entering() if hold:
                return hold
            case Leaving() if form.enter:
                return form.enter
            case Moving() if moment.phase < len(form.loop):
                return form.loop[moment.phase].to
            case Cycling() if segment and segment.slide:
                return segment.slide[0]
        return self._first(form, segment)

    def side_at(
        self, exercise: str, moment: Moment, version: Version = Version.STANDARD
    ) -> Side | None:
        """The side that a row of a long activity has of itself."""
        _, segment = self._form(self._plays[exercise], version, _row_of(moment))
        return segment.side if segment else None

    def _scene(self, look: Look) -> _Scene:
        play, version = self._plays[look.exercise], look.version
        row = _row_of(look.moment)
        form, segment = self._form(play, version, row)
        stance, ghost = self._stances_at(play, version, form, segment, look.moment)
        swap, flip = _sides(play, look.side or (segment.side if segment else None))
        if swap:
            stance = other_side(self._rig, stance)
            ghost = ghost and other_side(self._rig, ghost)
        alone = isinstance(look.moment, Standing)
        box = _room([self._posture(stance)]) if alone else self._box(look.exercise, version, row)
        return _Scene(stance, ghost, form.without, box, flip)

    def _can_go(self, start: Look, end: Look) -> bool:
        """No joint would have to bend too far on the way between the key poses of two looks."""
        ends = [self.pose_at(look.exercise, look.moment, look.version) for look in (start, end)]
        key = ends[0], ends[1]
        if key not in self._ways:
            a, b = (self._stances[name] for name in key)
            shares = (number / WAY_STEPS for number in range(1, WAY_STEPS))
            way = (self._posture(self._between(a, b, share)) for share in shares)
            self._ways[key] = not any(out_of_reach(posture, WAY_SLACK) for posture in way)
        return self._ways[key]

    def _between(self, a: Stance, b: Stance, share: float) -> Stance:
        """On a way that nothing was written for, hands and feet keep above the floor."""
        stance = msgspec.structs.replace(mixed(self._rig, a, b, share), pins={})
        return above_floor(self._rig, stance)

    def _drawn(self, scene: _Scene) -> Drawing:
        posture = self._posture(scene.stance)
        shapes = self._shapes(posture, scene.ghost, scene.without)
        return Drawing(shapes, scene.box, _mat(scene.stance), scene.flip)

    def _form(self, play: Play, version: Version, row: int) -> tuple[Form, Segment | None]:
        """What is played: a row that is like another exercise plays that one."""
        form = play.form(version)
        segment = _segment(form, row)
        if segment and segment.like:
            other = self._plays[segment.like].form(segment.version)
            form = msgspec.structs.replace(other, range=segment.range)
        return form, segment

    def _stances_at(
        self, play: Play, version: Version, form: Form, segment: Segment | None, moment: Moment
    ) -> tuple[Stance, Stance | None]:
        """The stance, and the other end of the movement to show behind it."""
        hold = (segment.hold if segment else None) or form.hold
        match moment:
            case Standing(pose):
                return self._alone(pose, play, version, form, segment), None
            case Ready():
                return self._stances[self._first(form, segment)], None
            case Holding(breath) if hold:
                return breathed(self._stances[hold], breath), None
            case Turning(number, share, breath) if form.turns:
                return breathed(self._turning(form, number, share), breath), None
            case Entering(share) if form.enter and form.hold:
                return self._way(form.enter, form.hold, eased(share)), None
            case Leaving(share) if form.enter and form.hold:
                return self._way(form.hold, form.enter, eased(share)), None
            case Moving() if moment.phase < len(form.loop):
                return self._in_rep(form, moment)
            case Cycling(share) if form.walk:
                return self._walking(form.walk, share % 1), None
            case Cycling(share) if segment and segment.slide:
                there = share % 1 * 2
                return self._way(*segment.slide, eased(min(there, 2 - there))), None
        raise NoSuchMomentError(f"{moment} is nothing this exercise does")

    def _turning(self, form: Form, number: int, share: float) -> Stance:
        """On the way to a turn: the first comes from the hold, the others one from another."""
        before = form.turns[(number - 1) % len(form.turns)] if number else form.hold
        assert before is not None
        return self._way(before, form.turns[number % len(form.turns)], eased(share))

    def _way(self, start: str, end: str, share: float) -> Stance:
        return mixed(self._rig, self._stances[start], self._stances[end], share)

    def _alone(
        self, pose: str, play: Play, version: Version, form: Form, segment: Segment | None
    ) -> Stance:
        """The pose asked for, or the one the version is known by."""
        name = pose or self._picture(play, version, form, segment)
        if not pose and form.loop and version is not Version.STANDARD:
            return self._in_range(form, name)
        return self._stances[name]

    def _picture(self, play: Play, version: Version, form: Form, segment: Segment | None) -> str:
        """The written picture, or where the version's movement leads."""
        if version is Version.STANDARD or form == play.standard:
            return play.picture
        if form.loop:
            return _far_pose(form)
        if form.turns:
            return form.turns[0]
        return form.hold or self._first(form, segment)

    def _first(self, form: Form, segment: Segment | None) -> str:
        name = form.start or form.enter or (form.walk[0] if form.walk else None)
        if name is None and segment is not None:
            name = segment.hold or (segment.slide[0] if segment.slide else None)
        if name is None:
            raise NoSuchMomentError("there is no row of that number")
        return name

    def _in_range(self, form: Form, name: str) -> Stance:
        """A pose of the loop, as near to the start as the form's range wants it."""
        start = form.start or name
        return self._way(start, name, form.range)

    def _in_rep(self, form: Form, moment: Moving) -> tuple[Stance, Stance]:
        now, before = form.loop[moment.phase], form.loop[moment.phase - 1].to
        if form.start and moment.first and not moment.phase:
            before = form.start
        start, end = self._in_range(form, before), self._in_range(form, now.to)
        far = self._in_range(form, _far_pose(form))
        return self._passing(start, now.via, end, eased(moment.share)), far

    def _passing(self, start: Stance, via: str | None, end: Stance, share: float) -> Stance:
        """Half-way at `via`, without a stop there."""
        if via is None:
            return mixed(self._rig, start, end, share)
        middle = self._stances[via]
        if share < 0.5:
            return mixed(self._rig, start, middle, 2 * share)
        return mixed(self._rig, middle, end, 2 * share - 1)

    def _walking(self, walk: tuple[str, str], share: float) -> Stance:
        """Two steps: the second is the first with near and far limbs exchanged."""
        start, middle = self._stances[walk[0]], self._stances[walk[1]]
        end = other_side(self._rig, start)
        if share >= 0.5:
            start, middle, end = end, other_side(self._rig, middle), start
        along = eased(share * 2 % 1)
        if along < 0.5:
            return mixed(self._rig, start, middle, 2 * along)
        return mixed(self._rig, middle, end, 2 * along - 1)

    def _shapes(
        self, posture: Posture, ghost: Stance | None, without: tuple[str, ...]
    ) -> tuple[Shape, ...]:
        rig, stance = self._rig, posture.stance
        points = held_points(posture)
        props = [prop for prop in stance.props if kind(prop) not in without]
        behind = [s for prop in props if not is_in_front(prop) for s in shapes_of(prop, points)]
        before = [s for prop in props if is_in_front(prop) for s in shapes_of(prop, points)]
        shapes: list[Shape] = []
        if stance.view is View.TOP:
            shapes.append(shadow_from_above(rig, posture))
        elif span := shadow_span(posture):
            left, right = span
            shapes.append(Oval(Role.SHADOW, (left + right) / 2, 0.4, (right - left) / 2, 1.9))
        shapes += behind
        if ghost is not None and ghost != stance:
            shapes.append(ghost_shape(rig, posture_of(rig, ghost)))
        return (*shapes, *body_shapes(rig, posture), *before)

    def _box(self, exercise: str, version: Version, row: int) -> Box:
        key = (exercise, version, row)
        if key not in self._boxes:
            play = self._plays[exercise]
            form, segment = self._form(play, version, row)
            self._boxes[key] = _room(map(self._posture, self._seen(play, form, segment)))
        return self._boxes[key]

    def _posture(self, stance: Stance) -> Posture:
        return posture_of(self._rig, stance)

    def _seen(self, play: Play, form: Form, segment: Segment | None) -> Iterable[Stance]:
        """Every key pose there is to see, and those of the other side where limbs change."""
        names = [form.start, form.enter, form.hold, *form.turns, *(form.walk or ())]
        names += [name for phase in form.loop for name in (phase.via, phase.to)]
        if segment:
            names += [segment.hold, *(segment.slide or ())]
        both = form.walk or (play.side and play.side.other == "swap")
        for name in filter(None, names):
            yield self._stances[name]
            if both:
                yield other_side(self._rig, self._stances[name])


def _room(postures: Iterable[Posture]) -> Box:
    return reduce(or_, (box for posture in postures for box in _rooms(posture)))


def _rooms(posture: Posture) -> Iterable[Box]:
    room, mat = room_of(posture), posture.stance.mat
    yield room
    if mat:
        left, low, width, height = mat
        yield Box(left, low, left + width, low + height)
    else:
        yield Box(room.left, 0, room.right, 0)
    yield from filter(None, map(room_for, posture.stance.props))


def _mat(stance: Stance) -> Bar | None:
    if stance.mat is None:
        return None
    left, low, width, height = stance.mat
    return Bar(Role.MAT, left + width / 2, low + height / 2, width, height, 5.0, edge=Role.MAT_EDGE)


def _row_of(moment: Moment) -> int:
    return moment.row if isinstance(moment, Ready | Holding | Moving | Cycling) else 1


def _segment(form: Form, row: int) -> Segment | None:
    return next((segment for segment in form.segments if row in segment.rows), None)


def _far_pose(form: Form) -> str:
    """Where a rep leads: the first pose it stays in, or else the first it comes to."""
    ends = [phase.to for phase in form.loop]
    return next((b for a, b in pairwise(ends) if a == b), ends[0])


def _sides(play: Play, side: Side | None) -> tuple[bool, bool]:
    """How the wanted side is made of the stored one: limbs swapped, picture mirrored."""
    if side is None or play.side is None or side is play.side.shows:
        return False, False
    return play.side.other == "swap", play.side.other == "mirror"
