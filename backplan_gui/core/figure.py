"""The drawn person at one moment of an exercise."""

import msgspec

from .body import room_of
from .exercise import Version
from .limits import out_of_reach
from .moments import Look, Moment, RowMotion, Standing
from .motion import Motion
from .plan import Side
from .played import NoSuchMomentError, Played, played, row_of, segment_of
from .plays import PoseBook
from .rig import Posture, Stance, above_floor, eased, mixed, other_side, posture_of, stance_of
from .scene import Scene, drawn, room_around
from .shapes import Box, Drawing, between

WAY_STEPS, WAY_SLACK = 16, 15.0
"""In so many steps a way is looked at before it is gone; so many degrees too far are not seen
in passing."""


class Figures:
    """All exercises as drawings. Boxes are reckoned once."""

    def __init__(self, book: PoseBook) -> None:
        self._rig = book.rig
        self._plays = book.plays
        self._stances = {name: stance_of(pose) for name, pose in book.poses.items()}
        self._motion = Motion(book.rig, self._stances)
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
        return drawn(self._rig, self._scene(Look(exercise, moment, side, version)))

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
        return drawn(self._rig, Scene(stance, None, there.without, box, a.flip))

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
        segment = segment_of(form, row)
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
        return self._played(exercise, version, row_of(moment)).pose_at(moment)

    def side_at(
        self, exercise: str, moment: Moment, version: Version = Version.STANDARD
    ) -> Side | None:
        """The side that a row of a long activity has of itself."""
        segment = self._played(exercise, version, row_of(moment)).segment
        return segment.side if segment else None

    def _played(self, exercise: str, version: Version, row: int) -> Played:
        return played(self._plays, exercise, version, row)

    def _scene(self, look: Look) -> Scene:
        row = row_of(look.moment)
        shown = self._played(look.exercise, look.version, row)
        stance, ghost = self._motion.at(shown, look.moment)
        swap, flip = shown.sides(look.side)
        if swap:
            stance = other_side(self._rig, stance)
            ghost = ghost and other_side(self._rig, ghost)
        if isinstance(look.moment, Standing):
            box = room_around([self._posture(stance)])
        else:
            box = self._box(look.exercise, look.version, row)
        return Scene(stance, ghost, shown.form.without, box, flip)

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

    def _box(self, exercise: str, version: Version, row: int) -> Box:
        key = (exercise, version, row)
        if key not in self._boxes:
            seen = self._motion.seen(self._played(*key))
            self._boxes[key] = room_around(map(self._posture, seen))
        return self._boxes[key]

    def _posture(self, stance: Stance) -> Posture:
        return posture_of(self._rig, stance)
