"""A body and the things around it as shapes, and the room that they take."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

import msgspec

from .body import body_shapes, ghost_shape, room_of, shadow_from_above, shadow_span
from .poses import Rig, View
from .props import is_in_front, kind, room_for, shapes_of
from .rig import Posture, Stance, held_points, posture_of
from .shapes import Bar, Box, Drawing, Oval, Role, Shape


class Scene(msgspec.Struct, frozen=True):
    """A stance, what stands behind it, and where it is seen."""

    stance: Stance
    ghost: Stance | None
    without: tuple[str, ...]
    """Kinds of props that are left out."""
    box: Box
    flip: bool


def drawn(rig: Rig, scene: Scene) -> Drawing:
    """The scene as a drawing."""
    return Drawing(tuple(_shapes(rig, scene)), scene.box, _mat(scene.stance), scene.flip)


def room_around(postures: Iterable[Posture]) -> Box:
    """The room that all of them take, with what they stand or lie on."""
    return reduce(or_, (box for posture in postures for box in _rooms(posture)))


def _shapes(rig: Rig, scene: Scene) -> Iterable[Shape]:
    posture, ghost = posture_of(rig, scene.stance), scene.ghost
    points = held_points(posture)
    props = [prop for prop in scene.stance.props if kind(prop) not in scene.without]
    if scene.stance.view is View.TOP:
        yield shadow_from_above(rig, posture)
    elif span := shadow_span(posture):
        left, right = span
        yield Oval(Role.SHADOW, (left + right) / 2, 0.4, (right - left) / 2, 1.9)
    for prop in props:
        if not is_in_front(prop):
            yield from shapes_of(prop, points)
    if ghost is not None and ghost != scene.stance:
        yield ghost_shape(rig, posture_of(rig, ghost))
    yield from body_shapes(rig, posture)
    for prop in props:
        if is_in_front(prop):
            yield from shapes_of(prop, points)


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
