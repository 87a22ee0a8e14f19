"""The drawn person on contact sheets, for eyes that look at each pose once.

`figures-poses-<look>.png` has every key pose with its name, `figures-<exercise>-<look>.png`
every version of an exercise at five instants of what it does, on both sides.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core.exercise import Exercise, Version
from backplan_gui.core.moments import Moment, Ready, RowMotion, Standing
from backplan_gui.core.plan import Side
from backplan_gui.core.preview import Ways, preview_at, stills
from backplan_gui.core.settings import Settings, Theme
from backplan_gui.core.shapes import Drawing
from backplan_gui.ui.theme import Theme as Looks
from backplan_gui.ui.widgets.figure_paint import paint_figure, palette_of
from backplan_gui.ui.widgets.figure_view import figures

WIDTH, HEIGHT, CAPTION = 230, 170, 20
INSTANTS = (0.05, 0.25, 0.45, 0.65, 0.85)
ACROSS = 8

Cell = tuple[str, Drawing]


def main(folder: Path) -> None:
    """Write all sheets into a folder."""
    content = Content(resources.root())
    for look in (Theme.LIGHT, Theme.DARK):
        theme = Looks(Settings(theme=look))
        poses = [(name, _pose(name)) for name in figures().poses]
        _sheet(theme, poses, ACROSS, folder / f"figures-poses-{look}.png")
        for name, exercise in content.exercises.items():
            cells = list(_instants(exercise, content))
            _sheet(theme, cells, len(INSTANTS), folder / f"figures-{name}-{look}.png")
        for way in ("getting-down", "getting-up"):
            _sheet(theme, list(_rows(way)), ACROSS, folder / f"figures-{way}-{look}.png")
    print("contact sheets of the figure", flush=True)


def _pose(name: str) -> Drawing:
    """Any exercise shows any pose."""
    return figures().figure_at("cat-cow", None, Standing(name))


def _instants(exercise: Exercise, content: Content) -> Iterator[Cell]:
    """Each version on each side; long activities in the middle of every part."""
    sides = (Side.LEFT, Side.RIGHT) if exercise.order else (None,)
    for version in exercise.versions:
        form = exercise.form(version)
        ways = _ways(exercise, version, content)
        for side in sides:
            for moment, phase in _seen(form, ways):
                drawing = figures().figure_at(exercise.id, side, moment, version)
                yield f"{version} {side or ''} {phase}", drawing


def _seen(form: Exercise, ways: Ways) -> Iterator[tuple[Moment, str]]:
    if form.segments:
        for still in stills(form, ways):
            yield still.moment, still.segment
        return
    whole = form.rep_ms
    if form.enter:
        whole = 1000 * (form.enter + form.leave) + max(2 * form.rep_ms, 2 * ways.turn_ms)
    for share in INSTANTS:
        seen = preview_at(form, round(share * whole), ways)
        yield seen.moment, seen.phase


def _ways(exercise: Exercise, version: Version, content: Content) -> Ways:
    def row(number: int) -> RowMotion:
        return figures().row_motion(exercise.id, number, version)

    return Ways(row, content.exercises, figures().turn_ms(exercise.id, version))


def _rows(way: str) -> Iterator[Cell]:
    for row in range(1, figures().rows(way) + 1):
        yield f"{way} {row}", figures().figure_at(way, None, Ready(row))


def _sheet(theme: Looks, cells: list[Cell], across: int, file: Path) -> None:
    lines = -(-len(cells) // across)
    size = across * WIDTH, lines * (HEIGHT + CAPTION)
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("stageMid"))
    painter = QPainter(image)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("ink"))
    for number, (caption, drawing) in enumerate(cells):
        left, top = number % across * WIDTH, number // across * (HEIGHT + CAPTION)
        room = QRectF(left + 6, top + 4, WIDTH - 12, HEIGHT - 8)
        paint_figure(painter, room, drawing, palette_of(theme))
        line = QRectF(left + 6, top + HEIGHT, WIDTH - 12, CAPTION)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, caption)
    painter.end()
    image.save(str(file))
