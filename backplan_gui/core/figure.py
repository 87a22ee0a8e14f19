"""The drawn person at one moment of an exercise."""

from collections.abc import Iterable
from functools import reduce
from itertools import pairwise
from operator import or_

import msgspec

from .body import body_shapes, ghost_shape, room_of, shadow_from_above, shadow_span
from .moments import (
    Cycling,
    Entering,
    Holding,
    Leaving,
    Moment,
    Moving,
    Ready,
    RowMotion,
    Standing,
)
from .plan import Side
from .plays import Form, Play, PoseBook, Segment
from .poses import View
from .props import is_in_front, kind, room_for, shapes_of
from .rig import (
    Posture,
    Stance,
    breathed,
    eased,
    held_points,
    mixed,
    other_side,
    posture_of,
    stance_of,
)
from .shapes import Bar, Box, Drawing, Oval, Role, Shape


class NoSuchMomentError(LookupError):
    """The exercise does nothing of that kind."""


class Figures:
    """All exercises as drawings. Boxes are reckoned once."""

    def __init__(self, book: PoseBook) -> None:
        self._rig = book.rig
        self._plays = book.plays
        self._stances = {name: stance_of(pose) for name, pose in book.poses.items()}
        self._boxes: dict[tuple[str, int | None, int], Box] = {}

    def figure_at(
        self, exercise: str, side: Side | None, moment: Moment, easier: int | None = None
    ) -> Drawing:
        """The drawing of a moment; `easier` is the number of an easier form.

        `side` is the working side. None: the side that the poses show, or that of the row.
        """
        play = self._plays[exercise]
        row = _row_of(moment)
        form, segment = self._form(play, easier, row)
        stance, ghost = self._stances_at(play, easier, form, segment, moment)
        side = side or (segment.side if segment else None)
        swap, flip = _sides(play, side)
        if swap:
            stance = other_side(self._rig, stance)
            ghost = ghost and other_side(self._rig, ghost)
        posture = posture_of(self._rig, stance)
        alone = isinstance(moment, Standing)
        box = _room([posture]) if alone else self._box(exercise, easier, row)
        return Drawing(self._shapes(posture, ghost, form), box, _mat(stance), flip)

    def row_motion(
        self, exercise: str, row: int, easier: int | None = None, brisk: bool = True
    ) -> RowMotion:
        """How a row of a long activity moves; a walk is brisk or easy."""
        play = self._plays[exercise]
        form = play.form(easier)
        if form.walk and play.loop_seconds:
            speed = play.loop_seconds
            return RowMotion(cycle_ms=round(1000 * (speed.moderate if brisk else speed.easy)))
        segment = _segment(form, row)
        if segment is None:
            raise NoSuchMomentError(f"{exercise} has no row {row}")
        if segment.slide:
            return RowMotion(cycle_ms=round(2000 * play.slide_seconds))
        return RowMotion(like=segment.like)

    def _form(self, play: Play, easier: int | None, row: int) -> tuple[Form, Segment | None]:
        """What is played: a row that is like another exercise plays that one."""
        form = play.form(easier)
        segment = _segment(form, row)
        if segment and segment.like:
            other = self._plays[segment.like].form(segment.easier)
            form = msgspec.structs.replace(other, range=segment.range)
        return form, segment

    def _stances_at(
        self, play: Play, easier: int | None, form: Form, segment: Segment | None, moment: Moment
    ) -> tuple[Stance, Stance | None]:
        """The stance, and the other end of the movement to show behind it."""
        hold = (segment.hold if segment else None) or form.hold
        match moment:
            case Standing(pose):
                return self._picture(play, easier, form, segment, pose), None
            case Ready():
                return self._first(form, segment), None
            case Holding(breath) if hold:
                return breathed(self._stances[hold], breath), None
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

    def _way(self, start: str, end: str, share: float) -> Stance:
        return mixed(self._rig, self._stances[start], self._stances[end], share)

    def _picture(
        self, play: Play, easier: int | None, form: Form, segment: Segment | None, pose: str
    ) -> Stance:
        """The pose asked for, the written picture, or where the form's movement leads."""
        if not pose and easier is None:
            pose = play.picture
        if pose:
            return self._stances[pose]
        if form.loop:
            return self._in_range(form, _far_pose(form))
        return self._stances[form.hold] if form.hold else self._first(form, segment)

    def _first(self, form: Form, segment: Segment | None) -> Stance:
        name = form.start or form.enter or (form.walk[0] if form.walk else None)
        if name is None and segment is not None:
            name = segment.hold or (segment.slide[0] if segment.slide else None)
        if name is None:
            raise NoSuchMomentError("there is no row of that number")
        return self._stances[name]

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

    def _shapes(self, posture: Posture, ghost: Stance | None, form: Form) -> tuple[Shape, ...]:
        rig, stance = self._rig, posture.stance
        points = held_points(posture)
        props = [prop for prop in stance.props if kind(prop) not in form.without]
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

    def _box(self, exercise: str, easier: int | None, row: int) -> Box:
        key = (exercise, easier, row)
        if key not in self._boxes:
            play = self._plays[exercise]
            form, segment = self._form(play, easier, row)
            self._boxes[key] = _room(map(self._posture, self._seen(play, form, segment)))
        return self._boxes[key]

    def _posture(self, stance: Stance) -> Posture:
        return posture_of(self._rig, stance)

    def _seen(self, play: Play, form: Form, segment: Segment | None) -> Iterable[Stance]:
        """Every key pose there is to see, and those of the other side where limbs change."""
        names = [form.start, form.enter, form.hold, *(form.walk or ())]
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
