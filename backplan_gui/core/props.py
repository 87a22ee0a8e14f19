"""Things beside the figure, as poses name them: a chair, a step, a band in the hands."""

from collections.abc import Mapping
from math import cos, radians, sin
from typing import Literal

import msgspec

from .shapes import Bar, Box, Mass, Point, Ring, Role, Shape, Stroke

Joints = Mapping[str, Point]


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="step"):
    x: float
    w: float
    h: float


class Roller(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="roller"):
    x: float
    r: float


class Chair(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="chair"):
    x: float
    h: float
    dir: Literal[-1, 1] = 1
    """1 faces right."""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="table"):
    x: float
    w: float
    h: float


class Rail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="rail"):
    x: float
    w: float
    h: float
    h2: float


class Cushion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="cushion"):
    x: float
    w: float
    h: float
    y: float = 0.0


class Wall(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="wall"):
    x: float
    h: float


class Ball(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="ball"):
    x: float
    y: float
    r: float


class Arrow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="arrow"):
    """Stands for a movement too small to see."""

    x: float
    y: float
    a: float
    len: float
    layer: Literal["front"] = "front"


Held = Literal["nFingers", "fFingers", "nSole", "fSole", "nUnderThigh", "fUnderThigh"]


class Band(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={"start": "from", "end": "to"},
    tag="band",
):
    start: Held
    end: Held


class Towel(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={"start": "from", "end": "to"},
    tag="towel",
):
    start: Held
    end: Held


Prop = Step | Roller | Chair | Table | Rail | Cushion | Wall | Ball | Arrow | Band | Towel


def kind(prop: Prop) -> str:
    """The word a file has for it."""
    return str(prop.__struct_config__.tag)


def is_in_front(prop: Prop) -> bool:
    """It lies over the figure."""
    return isinstance(prop, Arrow | Band | Towel)


def mixed_props(a: tuple[Prop, ...], b: tuple[Prop, ...], share: float) -> tuple[Prop, ...]:
    """Things on their way; those of `a` where `b` does not have the same ones."""
    if a == b or [type(prop) for prop in a] != [type(prop) for prop in b]:
        return a or b
    return tuple(_mixed(p, q, share) for p, q in zip(a, b, strict=True))


def _mixed(p: Prop, q: Prop, share: float) -> Prop:
    ends = msgspec.structs.asdict(q)
    changes = {
        name: value + (ends[name] - value) * share
        for name, value in msgspec.structs.asdict(p).items()
        if isinstance(value, float)
    }
    return msgspec.structs.replace(p, **changes)


def _block(role: Role, left: float, low: float, width: float, height: float, radius: float) -> Bar:
    """A rectangle told by its lower left corner; never rounder than it is thick."""
    round_to = min(radius, width / 2, height / 2)
    return Bar(role, left + width / 2, low + height / 2, width, height, round_to)


def shapes_of(prop: Prop, joints: Joints) -> tuple[Shape, ...]:
    """What is painted for a thing; `joints` say where the figure holds it."""
    match prop:
        case Step(x, w, h):
            top = _block(Role.PROP_DARK, x, h - 4, w, 4, 2)
            return (_block(Role.PROP, x, 0, w, h, 3), top)
        case Roller(x, r):
            return (
                Mass(Role.PROP, (((x, r, r),),)),
                Ring(Role.PROP_DARK, (x, r, r * 0.52), 1.6),
            )
        case Chair():
            return _chair(prop)
        case Table(x, w, h):
            legs = (_block(Role.PROP_DARK, at, 0, 4, h - 2, 2) for at in (x + 3, x + w - 7))
            return (*legs, _block(Role.PROP, x, h - 5, w, 5, 2.5))
        case Rail(x, w, h, h2):
            return (
                _block(Role.PROP_DARK, x, 0, 3.4, h, 1.7),
                _block(Role.PROP_DARK, x + w - 3.4, 0, 3.4, h2, 1.7),
                Stroke(Role.PROP, ((x - 2, h), (x + w + 2, h2)), 4.6),
            )
        case Cushion(x, w, h, y):
            return (_block(Role.PROP, x, y, w, h, 6),)
        case Wall(x, h):
            return (_block(Role.PROP, x, 0, 5, h, 2),)
        case Ball(x, y, r):
            return (Mass(Role.PROP, (((x, y, r),),)),)
        case Arrow():
            return _arrow(prop)
        case Band(start, end):
            return (Stroke(Role.BAND, (joints[start], joints[end]), 2.4),)
    return (Stroke(Role.PROP, (joints[prop.start], joints[prop.end]), 4.2),)


def _chair(chair: Chair) -> tuple[Shape, ...]:
    def part(role: Role, back: float, front: float, low: float, height: float, r: float) -> Bar:
        left = min(chair.x + chair.dir * back, chair.x + chair.dir * front)
        return _block(role, left, low, front - back, height, r)

    seat = chair.h
    return (
        part(Role.PROP_DARK, -20, -16, 0, seat + 42, 2),
        part(Role.PROP_DARK, 17, 21, 0, seat - 2, 2),
        part(Role.PROP, -21, 23, seat - 5, 5, 2.5),
        part(Role.PROP, -21, -16, seat + 22, 22, 2.5),
    )


def _arrow(arrow: Arrow) -> tuple[Shape, ...]:
    def away(start: Point, degrees: float, length: float) -> Point:
        angle = radians(degrees)
        return start[0] + length * cos(angle), start[1] + length * sin(angle)

    tail = (arrow.x, arrow.y)
    tip = away(tail, arrow.a, arrow.len)
    wings = away(tip, arrow.a + 145, 5), away(tip, arrow.a - 145, 5)
    return (
        Stroke(Role.NEAR, (tail, tip), 2.6),
        Stroke(Role.NEAR, (wings[0], tip, wings[1]), 2.6),
    )


def room_for(prop: Prop) -> Box | None:
    """What has to be seen of a thing; None where the figure is always larger."""
    match prop:
        case Step(x, w):
            return Box(x, 0, x + w, 0)
        case Table(x, w, h):
            return Box(x, 0, x + w, h)
        case Rail(x, w, h, h2):
            return Box(x, 0, x + w, max(h, h2))
        case Wall(x, h):
            return Box(x, 0, x + 5, h)
        case Chair(x, h):
            return Box(x - 23, 0, x + 23, h + 46)
        case _:
            return None
