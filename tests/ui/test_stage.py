"""The stage: words that have their places, at every size, and a click that pauses."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.moments import Moving, Ready
from backplan_gui.core.plan import Side
from backplan_gui.core.settings import Settings
from backplan_gui.core.shapes import Sight
from backplan_gui.ui.player_words import stage_text
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.figure_stage import StageText
from backplan_gui.ui.widgets.figure_view import FigureView, figures
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.numbered_lines import Lines, NumberedLines
from backplan_gui.ui.widgets.side_pair import SidePair, Sides
from backplan_gui.ui.widgets.stage import Stage

from .fakes_player import CONTENT, at, laid_out
from .seeing import click, clipped, name_of, settle, show, tab_order, words_on

CAT = figures().figure_at("cat-cow", None, Moving(1, 0.5))
BOOK = figures().figure_at("thoracic-rotations", Side.LEFT, Ready())
LINES = Lines(("Come to hands and knees.", "Look at the floor."))
READY = StageText(
    overline="First exercise", title="Cat-Cow Stretch", set_line="Set 1 of 2", lines=LINES
)


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme) -> Iterator[Stage]:
    stage = Stage(theme)
    show(qtbot, stage, 632, 552)
    yield stage
    stage.close()


def label(stage: Stage, text: str) -> Label:
    (found,) = (w for w in stage.findChildren(Label) if w.isVisible() and w.text() == text)
    return found


def top_of(stage: Stage, text: str) -> int:
    return label(stage, text).mapTo(stage, QPoint(0, 0)).y()


def test_it_says_what_it_is_told(stage: Stage) -> None:
    stage.show_stage(READY)
    settle()
    assert words_on(stage) == [
        "First exercise",
        "Cat-Cow Stretch",
        "Set 1 of 2",
        "Come to hands and knees.",
        "Look at the floor.",
    ]


def test_the_cue_comes_and_goes_and_nothing_else_moves(stage: Stage) -> None:
    stage.show_stage(READY)
    settle()
    before = [label(stage, text).geometry() for text in words_on(stage)]
    said = words_on(stage)
    stage.show_stage(msgspec.structs.replace(READY, cue="Breathe into your back."))
    settle()
    assert [label(stage, text).geometry() for text in said] == before
    assert top_of(stage, "Breathe into your back.") > stage.height() * 0.7


def test_the_line_that_is_on_changes_and_nothing_moves(stage: Stage) -> None:
    places = set()
    for current in (None, 0, 1):
        lines = msgspec.structs.replace(LINES, current=current)
        stage.show_stage(msgspec.structs.replace(READY, lines=lines))
        settle()
        places.add(tuple(label(stage, text).geometry().getRect() for text in LINES.texts))
    assert len(places) == 1


def test_where_the_list_has_no_room_the_line_stands_on_the_floor(stage: Stage) -> None:
    stage.resize(400, 180)
    stage.show_stage(msgspec.structs.replace(READY, line="Look at the floor."))
    settle()
    assert words_on(stage)[-1] == "Look at the floor."
    assert not any(w.isVisible() for w in stage.findChildren(NumberedLines))
    assert not clipped(stage)


def test_a_long_name_shrinks_before_it_breaks(stage: Stage) -> None:
    stage.show_stage(msgspec.structs.replace(READY, title="Standing Hamstring Stretch"))
    settle()
    wide = label(stage, "Standing Hamstring Stretch")
    large = wide.height()
    stage.resize(470, 552)
    settle()
    assert wide.height() < large
    stage.resize(300, 552)
    settle()
    assert wide.height() > large
    assert not clipped(stage)


def test_a_change_of_side_shows_both(stage: Stage) -> None:
    pictures = [figures().figure_at("standing-hamstring-stretch", side, Ready()) for side in Side]
    sides = Sides(
        (pictures[0], pictures[1]), "Left leg done", True, "Right leg next", "30 s, set 2 of 3"
    )
    cue = "Place your right heel one foot length in front."
    stage.show_stage(StageText(title="Stretch", set_line="Set 2 of 3", sides=sides, cue=cue))
    settle()
    assert words_on(stage) == [
        "Stretch",
        "Set 2 of 3",
        "Left leg done",
        "Right leg next",
        "30 s, set 2 of 3",
        cue,
    ]
    left, right = label(stage, "Left leg done"), label(stage, "Right leg next")
    assert left.geometry().right() < right.geometry().left()
    assert not clipped(stage)
    stage.show_stage(READY)
    settle()
    assert not any(w.isVisible() for w in stage.findChildren(SidePair))


def a_change(*, done: bool = True) -> StageText:
    """From the left leg to the right one."""
    pictures = [figures().figure_at("standing-hamstring-stretch", side, Ready()) for side in Side]
    sides = Sides(
        (pictures[0], pictures[1]), "Left leg", done, "Right leg next", "30 s, set 2 of 3"
    )
    cue = "Place your right heel one foot length in front."
    return StageText(title="Stretch", set_line="Set 2 of 3", sides=sides, cue=cue)


@pytest.mark.parametrize("size", [(632, 552), (496, 422), (496, 360)])
def test_both_sides_stand_on_the_floor_with_their_words(
    stage: Stage, theme: Theme, size: tuple[int, int]
) -> None:
    stage.set_compact(size[0] < 600)
    stage.resize(*size)
    stage.show_stage(a_change())
    settle()
    image = stage.grab().toImage()
    floor, words = theme.colour("stageFloor"), label(stage, "Right leg next")
    feet = words.mapTo(stage, QPoint(0, 0)).y() - 2
    assert image.pixelColor(3, feet) == floor
    wall = next(y for y in range(feet, 0, -1) if image.pixelColor(3, y) != floor)
    assert 2 < feet - wall < 40


def test_the_side_that_is_done_has_a_mark_before_its_words(stage: Stage) -> None:
    marks = []
    for done in (True, False):
        stage.show_stage(a_change(done=done))
        settle()
        words = label(stage, "Left leg").geometry()
        (pair,) = stage.findChildren(SidePair)
        before = QRect(words.left() - 30, words.top(), 28, words.height())
        image = pair.grab(before).toImage()
        marks.append(len({image.pixel(x, y) for x in range(28) for y in range(image.height())}))
    assert marks[0] > marks[1] == 1


def shown(stage: Stage) -> FigureView:
    return next(v for v in stage.findChildren(FigureView) if v.parent() is stage)


def test_the_figure_stands_on_the_floor_and_the_cue_below_it(stage: Stage) -> None:
    text = msgspec.structs.replace(READY, lines=Lines(), cue="Breathe into your back.", mat=True)
    stage.show_stage(text)
    stage.show_figure(Sight(CAT), paused=False)
    settle()
    assert shown(stage).isVisible()
    assert shown(stage).drawing == CAT
    top, foot = top_of(stage, "Set 1 of 2"), top_of(stage, "Breathe into your back.")
    painted = rows_that_change(stage)
    assert painted
    assert top < painted[0]
    assert painted[-1] < foot
    assert not any(w.isVisible() for w in stage.findChildren(NumberedLines))


def rows_that_change(stage: Stage) -> list[int]:
    """In which rows of the stage the figure is."""
    image = stage.grab().toImage()
    shown(stage).hide()
    bare = stage.grab().toImage()
    shown(stage).show()
    middle = range(100, stage.width() - 100, 4)
    return [
        y
        for y in range(stage.height())
        if any(image.pixel(x, y) != bare.pixel(x, y) for x in middle)
    ]


def test_a_frame_of_the_figure_moves_no_words(stage: Stage) -> None:
    stage.show_stage(READY)
    stage.show_figure(Sight(CAT), paused=False)
    settle()
    before = places(stage)
    for share in (0.3, 0.6, 0.9):
        figure = figures().figure_at("cat-cow", None, Moving(1, share))
        stage.show_figure(Sight(figure), paused=False)
        settle()
        assert places(stage) == before
        assert shown(stage).drawing == figure


def test_a_pause_fades_the_figure_and_not_the_words(stage: Stage) -> None:
    stage.show_stage(READY)
    stage.show_figure(Sight(CAT), paused=False)
    settle()
    clear = stage.grab().toImage()
    stage.show_figure(Sight(CAT), paused=True)
    settle()
    faded = stage.grab().toImage()
    head = label(stage, "Cat-Cow Stretch").geometry()
    assert clear != faded
    assert clear.copy(head) == faded.copy(head)
    stage.show_figure(Sight(CAT), paused=False)
    assert stage.grab().toImage() == clear


def test_what_is_seen_from_above_has_no_horizon(stage: Stage) -> None:
    stage.show_stage(READY)
    colours = []
    for figure in (CAT, BOOK, CAT):
        stage.show_figure(Sight(figure), paused=False)
        settle()
        image = stage.grab().toImage()
        high, low = (image.pixelColor(6, y) for y in (80, stage.height() - 80))
        colours.append(high == low)
    assert colours == [False, True, False]


def test_the_ground_follows_the_size_the_rest_and_the_theme(stage: Stage, theme: Theme) -> None:
    stage.show_stage(READY)
    stage.show_figure(Sight(CAT), paused=False)
    settle()

    def corner() -> QColor:
        settle()
        return stage.grab().toImage().pixelColor(stage.width() // 2, 3)

    work = corner()
    stage.show_stage(msgspec.structs.replace(READY, rest=True))
    rest = corner()
    stage.show_stage(READY)
    assert corner() == work != rest
    stage.resize(500, 420)
    settle()
    image = stage.grab().toImage()
    assert image.pixelColor(0, 0) == theme.colour("paper")
    assert image.pixelColor(image.width() - 1, 0) == theme.colour("paper")
    theme.apply(Settings(theme=choices.Theme.DARK))
    assert corner() not in (work, rest)
    assert stage.grab().toImage().pixelColor(0, 0) == theme.colour("paper")


def test_a_screen_reader_is_told_what_the_figure_shows(stage: Stage) -> None:
    stage.show_figure(Sight(CAT), paused=False)
    stage.describe_figure("On hands and knees, back rounded.")
    assert name_of(shown(stage)) == "On hands and knees, back rounded."


def test_a_click_is_a_wish_to_pause_also_on_the_words(stage: Stage) -> None:
    pressed: list[bool] = []
    stage.pressed.connect(lambda: pressed.append(True))
    stage.show_stage(READY)
    settle()
    click(stage, QPoint(320, 500))
    click(label(stage, "Cat-Cow Stretch"))
    click(label(stage, "Look at the floor."))
    assert len(pressed) == 3


def test_the_button_on_it_starts_the_step_again_and_does_not_pause(stage: Stage) -> None:
    told: list[str] = []
    stage.pressed.connect(lambda: told.append("pressed"))
    stage.restart_asked.connect(lambda: told.append("restart"))
    click(stage.restart_button)
    assert told == ["restart"]
    assert name_of(stage.restart_button) == "Start this step again"


def test_the_button_beside_it_asks_for_other_ways(stage: Stage) -> None:
    told: list[str] = []
    stage.pressed.connect(lambda: told.append("pressed"))
    stage.ways_asked.connect(lambda: told.append("ways"))
    click(stage.ways_button)
    assert told == ["ways"]
    assert name_of(stage.ways_button) == "Other ways"


def test_in_a_narrow_stage_the_buttons_leave_the_name_its_width(stage: Stage) -> None:
    stage.show_stage(msgspec.structs.replace(READY, title="Standing Hamstring Stretch"))
    settle()
    ways, restart = stage.ways_button.geometry(), stage.restart_button.geometry()
    assert ways.right() < restart.left()
    stage.resize(500, 552)
    settle()
    ways, restart = stage.ways_button.geometry(), stage.restart_button.geometry()
    assert ways.left() == restart.left()
    assert ways.top() > restart.bottom()
    for words in stage.findChildren(Label):
        assert not words.isVisible() or not words.geometry().intersects(ways), words.text()


def test_the_buttons_are_read_in_the_order_in_which_they_stand(stage: Stage) -> None:
    ways, restart = stage.ways_button, stage.restart_button
    for width, first, second in ((900, ways, restart), (500, restart, ways), (900, ways, restart)):
        stage.resize(width, 552)
        settle()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        assert tab_order(stage, 1) == [name_of(second)]
        heard = [child for child in stage.children() if child in (ways, restart)]
        assert heard == [first, second]


EVERYTHING = [(day.number, p.exercise) for day in CONTENT.plan.days for p in day.exercises]


@pytest.mark.parametrize("scale", [100, 160, 200])
@pytest.mark.parametrize("compact", [False, True])
def test_no_words_are_cut_or_lie_on_each_other(
    qtbot: QtBot, qapp: object, scale: int, compact: bool
) -> None:
    """Every exercise, in the least room the player gives the stage."""
    theme = Theme(Settings(theme=choices.Theme.LIGHT, text_size=scale))
    stage = Stage(theme)
    stage.set_compact(compact)
    size = (496, 426) if compact else (632, 552)
    show(qtbot, stage, size[0], size[1] if scale == 100 else theme.px(230))
    for day, exercise in EVERYTHING:
        script = laid_out(day, exercise)
        for kind in {s.kind for s in script}:
            session = at(script, kind, 1_000)
            stage.show_stage(stage_text(session, CONTENT))
            settle()
            assert not clipped(stage), (exercise, kind)
            assert not overlapping(stage), (exercise, kind)
            inside = [stage.rect().contains(rect) for rect in places(stage).values()]
            assert all(inside), (exercise, kind, places(stage))
    stage.close()


def places(stage: Stage) -> dict[str, QRect]:
    found: dict[str, QRect] = {}
    for one in stage.findChildren(Label):
        if one.isVisible() and one.text():
            corner = one.mapTo(stage, QPoint(0, 0))
            found[one.text()] = one.rect().translated(corner)
    return found


def overlapping(stage: Stage) -> list[tuple[str, str]]:
    rects = list(places(stage).items())
    return [
        (a, b)
        for n, (a, one) in enumerate(rects)
        for b, other in rects[n + 1 :]
        if one.intersects(other)
    ]
