"""The torso as one shape around the curve of the spine, and the seven beads on it."""

from functools import cache
from math import atan2, cos, degrees, hypot, sin, tau

from .poses import Girth, Rig
from .rig import Posture, Turn
from .shapes import Bar, Circle, Outline, Point, Role

TORSO_STEPS, CAP_STEPS = 26, 24
BEADS = tuple(round((0.23 + number * 0.1) * 60) / 60 for number in range(7))
"""Where the seven lie along the spine."""
BEAD_WIDTH, BEAD_HEIGHT, BEAD_DEPTH = 2.3, 4.4, 4.3

Place = tuple[float, float, float, float, float]
"""A point on the spine, the direction of the back there, and how far along it is."""


def torso_outline(rig: Rig, posture: Posture) -> Outline:
    """The outline of circles along the spine: up the belly, around the neck, down the back."""
    circles = _circles(rig, posture)
    belly: list[Point] = []
    back: list[Point] = []
    last = len(circles) - 1
    for i, (x, y, r) in enumerate(circles):
        (px, py, before), (qx, qy, after) = circles[max(0, i - 1)], circles[min(last, i + 1)]
        far = hypot(qx - px, qy - py)
        ux, uy, lean = (qx - px) / far, (qy - py) / far, (before - after) / far
        side = max(0.0, 1 - lean * lean) ** 0.5
        _go_on(belly, (x + r * (ux * lean + uy * side), y + r * (uy * lean - ux * side)), (ux, uy))
        _go_on(back, (x + r * (ux * lean - uy * side), y + r * (uy * lean + ux * side)), (ux, uy))
    neck, hips = _cap(circles[-1], belly[-1], back[-1]), _cap(circles[0], back[0], belly[0])
    return (*belly, *neck, *reversed(back), *hips)


def _circles(rig: Rig, posture: Posture) -> list[Circle]:
    turn, circles = posture.stance.turn, []
    shares = [step / TORSO_STEPS for step in range(TORSO_STEPS + 1)]
    girths = _girths(rig.torso.side, TORSO_STEPS), _girths(rig.torso.front, TORSO_STEPS)
    for (x, y, nx, ny, along), side, front in zip(_spine(posture, shares), *girths, strict=True):
        facing = _between(turn, along)
        belly = side[0] + (front[0] - side[0]) * facing
        back = side[1] + (front[1] - side[1]) * facing
        out = (back - belly) / 2
        circles.append((x + nx * out, y + ny * out, (belly + back) / 2))
    return circles


def _go_on(edge: list[Point], point: Point, way: Point) -> None:
    """One more point of an edge; in the fold of a sharp bend the edge does not turn back."""
    while len(edge) > 1:
        x, y = edge[-1]
        if (point[0] - x) * way[0] + (point[1] - y) * way[1] > 0:
            break
        edge.pop()
    edge.append(point)


def _cap(circle: Circle, start: Point, end: Point) -> list[Point]:
    """Points on a circle between two others, counter-clockwise."""
    x, y, r = circle
    first = atan2(start[1] - y, start[0] - x)
    sweep = (atan2(end[1] - y, end[0] - x) - first) % tau
    angles = (first + sweep * step / CAP_STEPS for step in range(1, CAP_STEPS))
    return [(x + r * cos(angle), y + r * sin(angle)) for angle in angles]


def _between(turn: Turn, along: float) -> float:
    """How far the torso's front or its back faces the viewer at a share of the spine."""
    return abs(turn[0] + (turn[1] - turn[0]) * along)


def beads(rig: Rig, posture: Posture) -> tuple[Bar, ...]:
    """They follow the edge of the back, and lie in the middle where it faces the viewer."""
    row = []
    for x, y, nx, ny, along in _spine(posture, BEADS):
        edge = _girth(rig.torso.side, along)[1] - BEAD_DEPTH
        out = edge * (1 - _between(posture.stance.turn, along))
        row.append(
            Bar(
                Role.BEAD,
                x + nx * out,
                y + ny * out,
                BEAD_WIDTH,
                BEAD_HEIGHT,
                BEAD_WIDTH / 2,
                degrees(atan2(ny, nx)) - 90,
            )
        )
    return tuple(row)


def _spine(posture: Posture, shares: tuple[float, ...] | list[float]) -> list[Place]:
    """Places on a Catmull-Rom curve through hip, L5, T12 and C7, at ascending shares of it."""
    a, b, c, d = (posture.joints[name] for name in ("hip", "l5", "t12", "c7"))
    points = [_extended(b, a), a, b, c, d, _extended(c, d)]
    lengths = [hypot(q[0] - p[0], q[1] - p[1]) for p, q in ((a, b), (b, c), (c, d))]
    whole, part, before = sum(lengths), 0, 0.0
    places = []
    for share in shares:
        while part < 2 and share * whole - before > lengths[part]:
            before += lengths[part]
            part += 1
        t = min(1.0, (share * whole - before) / lengths[part])
        places.append((*_on_curve(points[part : part + 4], t), share))
    return places


def _extended(p: Point, q: Point) -> Point:
    """As far beyond q as p lies before it."""
    return 2 * q[0] - p[0], 2 * q[1] - p[1]


def _on_curve(points: list[Point], t: float) -> tuple[float, float, float, float]:
    """A point and the direction to the left of the way, which is the back."""
    p, q, r, s = points
    at, slope = [], []
    for i in (0, 1):
        one = r[i] - p[i]
        two = 2 * p[i] - 5 * q[i] + 4 * r[i] - s[i]
        three = 3 * q[i] - p[i] - 3 * r[i] + s[i]
        at.append(0.5 * (2 * q[i] + t * (one + t * (two + t * three))))
        slope.append(0.5 * (one + t * (2 * two + 3 * t * three)))
    long = hypot(slope[0], slope[1]) or 1.0
    return at[0], at[1], -slope[1] / long, slope[0] / long


@cache
def _girths(table: tuple[Girth, ...], steps: int) -> tuple[tuple[float, float], ...]:
    return tuple(_girth(table, step / steps) for step in range(steps + 1))


@cache
def _girth(table: tuple[Girth, ...], along: float) -> tuple[float, float]:
    """Half the thickness to the front and to the back, smooth between the rows of a table."""
    last = len(table) - 1
    k = next((k for k in range(1, last) if along <= table[k][0]), last)
    b, c = table[k - 1], table[k]
    a, d = table[max(0, k - 2)], table[min(last, k + 1)]
    wide = c[0] - b[0]
    t = (along - b[0]) / wide

    def at(i: int) -> float:
        start = (c[i] - a[i]) / (c[0] - a[0]) * wide if k > 1 else 0.0
        end = ((d[i] - b[i]) / (d[0] - b[0]) if k < last else (c[i] - b[i]) / wide) * wide
        rest = (3 - 2 * t) * t * t
        swing = t * (1 - t) * (1 - t) * start - t * t * (1 - t) * end
        return (1 - rest) * b[i] + rest * c[i] + swing

    return at(1), at(2)
