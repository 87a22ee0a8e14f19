"""In high contrast areas, bars and rings end in an edge; in the other looks tints may do."""

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.settings import Settings
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.area import CHOSEN, LIT, PLAIN, draw_area, draw_bar, edge
from backplan_gui.ui.widgets.button import Button, Kind, RoundButton
from backplan_gui.ui.widgets.card import Card, Filled, Note
from backplan_gui.ui.widgets.choice import Choice
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.exercise_card import StagePicture
from backplan_gui.ui.widgets.next_card import NextCard, NextText
from backplan_gui.ui.widgets.ring_face import RingFace, RingMode
from backplan_gui.ui.widgets.session_progress import ExerciseShare, SessionProgress
from backplan_gui.ui.widgets.set_pills import SetPills
from backplan_gui.ui.widgets.signs import MoreButton
from backplan_gui.ui.widgets.tempo_bar import Tempo, TempoBar, TempoPart

from .fitting import contrast_of
from .seeing import settle

TINTS = (
    "primaryTint",
    "primarySoft",
    "restTint",
    "cautionTint",
    "sunken",
    "breath",
    "track",
    "disabledFill",
    "stageTop",
    "stageMid",
    "stageFloor",
    "stageRestTop",
)
GROUNDS = ("paper", "panel", "surface")
BOX = QRectF(10, 10, 80, 40)
HIGH = [choices.Theme.LIGHT, choices.Theme.DARK]


@pytest.fixture(params=HIGH, ids=str)
def high(qapp: object, request: pytest.FixtureRequest) -> Theme:
    """High contrast over light and over dark."""
    return Theme(Settings(theme=request.param, high_contrast=True, reduce_motion=True))


def on(theme: Theme, ground: str, fill: str, outline: str = "", width: float = 0) -> QImage:
    """An area on a ground."""
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(theme.colour(ground))
    painter = QPainter(image)
    draw_area(painter, theme, BOX, 12, fill, outline, width)
    painter.end()
    return image


def seen(widget: QWidget, ground: QColor) -> QImage:
    """A widget as it lies on a ground."""
    settle()
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(ground)
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def edges(image: QImage, ground: QColor) -> float:
    """The strongest contrast to the ground on the way from the left edge to the middle."""
    y = image.height() // 2
    return max(contrast_of(image.pixelColor(x, y), ground) for x in range(image.width() // 2))


@pytest.mark.parametrize("fill", TINTS)
def test_a_tint_has_the_colour_of_a_surface_and_an_edge(high: Theme, fill: str) -> None:
    assert high.colour(fill) == high.colour("surface")
    for ground in GROUNDS:
        assert edges(on(high, ground, fill), high.colour(ground)) >= 3


@pytest.mark.parametrize(
    ("fill", "strong"),
    [("cautionTint", "caution"), ("restTint", "rest"), ("primarySoft", "primary")],
)
def test_an_edge_has_the_strong_colour_of_its_tint(high: Theme, fill: str, strong: str) -> None:
    assert edge(high, fill).color() == high.colour(strong)
    assert edge(high, "sunken").color() == high.colour("lineStrong")


def test_what_is_filled_strongly_needs_no_edge(high: Theme) -> None:
    for fill in ("primary", "primaryHover", "caution", ""):
        assert edge(high, fill).style() is Qt.PenStyle.NoPen


def test_in_the_other_looks_a_tint_has_none(theme: Theme) -> None:
    for fill in TINTS:
        assert edge(theme, fill).style() is Qt.PenStyle.NoPen
    assert edge(theme, "surface", "line", 1.5).widthF() == 1.5


def test_what_is_chosen_is_told_from_what_is_lit_and_what_rests_by_its_edge(high: Theme) -> None:
    assert edge(high, "surface", "lineStrong", 1.5).widthF() == PLAIN
    assert edge(high, "primarySoft", "primary", 1.5).widthF() == LIT
    assert edge(high, "primarySoft", "primary", 2).widthF() == CHOSEN
    assert PLAIN < LIT < CHOSEN


def test_what_cannot_be_pressed_is_dashed(high: Theme) -> None:
    assert edge(high, "disabledFill").style() is Qt.PenStyle.CustomDashLine
    button = Button(high, "Continue", Kind.PRIMARY)
    button.setEnabled(False)
    button.resize(button.sizeHint())
    image = seen(button, high.colour("paper"))
    dark = [image.pixelColor(x, 1) == high.colour("disabledInk") for x in range(20, 60)]
    assert True in dark
    assert False in dark


def test_an_edge_lies_inside_of_its_area(high: Theme) -> None:
    image = on(high, "paper", "surface", "lineStrong", 1.5)
    paper = high.colour("paper")
    assert image.pixelColor(9, 30) == paper == image.pixelColor(90, 30)
    assert image.pixelColor(10, 30) == high.colour("lineStrong") == image.pixelColor(89, 30)


def blocks(theme: Theme) -> list[QWidget]:
    """What a tint alone tells from its ground in the other looks."""
    more = MoreButton(theme, "")
    more.setDown(True)
    quiet = Button(theme, "Undo", Kind.QUIET)
    quiet.setDown(True)
    return [
        Card(theme, "sunken", outline=""),
        Card(theme, "cautionTint", outline=""),
        Note(theme),
        Choice(theme, "", (("a", "As written"), ("b", "Slower"))),
        RoundButton(theme, "Back", icon="back"),
        StagePicture(theme, "cat-cow", QSize(112, 60), 10),
        more,
        quiet,
    ]


def test_every_block_can_be_told_from_its_ground(qtbot: QtBot, high: Theme) -> None:
    ground = high.colour("surface")
    for block in blocks(high):
        qtbot.addWidget(block)
        block.resize(max(120, block.sizeHint().width()), max(60, block.sizeHint().height()))
        assert edges(seen(block, ground), ground) >= 3, block


def test_a_bar_shows_how_much_is_done_and_where_it_ends(high: Theme) -> None:
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(high.colour("surface"))
    painter = QPainter(image)
    draw_bar(painter, high, BOX, 8, 30)
    painter.end()
    row = [image.pixelColor(x, 30) for x in (10, 25, 60, 89)]
    names = ("lineStrong", "primary", "track", "lineStrong")
    assert row == [high.colour(name) for name in names]
    assert contrast_of(row[1], row[2]) >= 3


def bars(theme: Theme) -> list[QWidget]:
    """What shows how much is done, with nothing done yet."""
    progress = SessionProgress(theme)
    progress.show_session((ExerciseShare("Plank", (0.0,), done=False, current=True),), "")
    tempo = TempoBar(theme)
    tempo.show_tempo(Tempo((TempoPart("Lift", "2 s", 2000), TempoPart("Lower", "2 s", 2000))))
    pills = SetPills(theme)
    pills.show_sets((0.0, 0.0))
    return [progress, tempo, pills]


def test_bars_that_are_empty_can_be_seen(qtbot: QtBot, high: Theme) -> None:
    ground = high.colour("paper")
    for bar in bars(high):
        qtbot.addWidget(bar)
        bar.resize(bar.sizeHint().expandedTo(QSize(200, 10)))
        image = seen(bar, ground)
        found = {image.pixelColor(60, y).name() for y in range(image.height())}
        assert high.colour("lineStrong").name() in found, bar


@pytest.mark.parametrize("mode", [RingMode.TIME, RingMode.REPS])
def test_the_track_of_the_ring_has_two_edges(qtbot: QtBot, high: Theme, mode: RingMode) -> None:
    ring = CountdownRing(high)
    qtbot.addWidget(ring)
    ring.resize(300, 300)
    ring.show_face(RingFace(mode=mode, digits="7", reps=3))
    image = seen(ring, high.colour("paper"))
    across = [image.pixelColor(x, 150) for x in range(20)]
    strong = [x for x, colour in enumerate(across) if colour == high.colour("lineStrong")]
    inside = [x for x, colour in enumerate(across) if colour == high.colour("track")]
    assert strong
    assert inside
    assert min(strong) < min(inside) <= max(inside) < max(strong)


@pytest.mark.parametrize(("disc", "strong"), [("breath", "primary"), ("restTint", "rest")])
def test_the_disc_can_be_seen_to_breathe(qtbot: QtBot, high: Theme, disc: str, strong: str) -> None:
    ring = CountdownRing(high)
    qtbot.addWidget(ring)
    ring.resize(300, 300)
    found = []
    for breath in (0.84, 1.0):
        ring.show_face(RingFace(digits="7", disc=disc, breath=breath))
        image = seen(ring, high.colour("paper"))
        line = [x for x in range(60) if image.pixelColor(x, 150) == high.colour(strong)]
        found.append(min(line))
    assert found[1] < found[0]


def test_the_next_step_has_a_tile_with_an_edge(qtbot: QtBot, high: Theme) -> None:
    card = NextCard(high)
    qtbot.addWidget(card)
    card.resize(412, 84)
    card.show_next(NextText("rest", "Next", "Rest 15 s", rest=True))
    image = seen(card, high.colour("paper"))
    assert image.pixelColor(11, 42) == high.colour("rest")


def test_a_bar_at_the_foot_of_a_page_ends_in_a_line(qtbot: QtBot, high: Theme) -> None:
    bar = Filled(high, "primarySoft", edges=Qt.Edge.TopEdge)
    qtbot.addWidget(bar)
    bar.resize(200, 40)
    image = seen(bar, high.colour("paper"))
    assert [image.pixelColor(100, y).name() for y in range(3)] == [
        *(2 * [high.colour("line").name()]),
        high.colour("primarySoft").name(),
    ]


def test_a_picture_that_fills_its_height_lies_inside_of_its_rim(qtbot: QtBot, high: Theme) -> None:
    picture = StagePicture(high, "thoracic-rotations", QSize(80, 56), 10)
    qtbot.addWidget(picture)
    image = seen(picture, high.colour("paper"))
    for y in (0, 1, 54, 55):
        assert image.pixelColor(40, y) == high.colour("lineStrong")
