"""The figure on show: every exercise at every size, the same each time, and no more often."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.moments import Holding, Moving, Standing
from backplan_gui.core.plan import Side
from backplan_gui.core.settings import Settings
from backplan_gui.core.shapes import Drawing, Mass, Role, Sight, mirrored
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.figure_paint import Framing, paint_figure, placement
from backplan_gui.ui.widgets.figure_paths import Palette, figure_colours
from backplan_gui.ui.widgets.figure_view import FigureView, figures

from .seeing import name_of, settle, show

CLEAR = QColor(0, 0, 0, 0)
LIGHT = figure_colours(Palette(dark=False))
CAT = figures().figure_at("cat-cow", None, Moving(1, 0.6))
CHILD = figures().figure_at("childs-pose", None, Holding())
BOOK = figures().figure_at("thoracic-rotations", Side.LEFT, Moving(0, 0.7))
EXERCISES = (
    "childs-pose", "cat-cow", "pelvic-tilts", "dead-bug", "glute-bridge", "seated-knee-to-chest",
    "thoracic-rotations", "standing-hamstring-stretch", "hip-flexor-stretch", "bird-dog",
    "side-plank", "seated-band-row", "foam-rolling", "gentle-yoga", "walking",
    "bodyweight-squats", "step-ups", "standing-back-extensions", "plank", "lunges",
    "upper-back-extensions",
)  # fmt: skip


def painted(
    drawing: Drawing,
    width: int,
    height: int,
    *,
    air: int = 0,
    framing: Framing = Framing(),
    opacity: float = 1.0,
    done: bool = False,
    ratio: float = 1.0,
) -> QImage:
    """A picture with some air around the rectangle that the figure was given."""
    size = QSize(width + 2 * air, height + 2 * air) * ratio
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(CLEAR)
    painter = QPainter(image)
    palette = Palette(dark=False, done=done)
    paint_figure(painter, QRectF(air, air, width, height), drawing, palette, framing, opacity)
    painter.end()
    return image


def alpha_at(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).alpha()


def covered(image: QImage) -> QRect:
    """What is not clear."""
    rows = [
        y for y in range(image.height()) if any(alpha_at(image, x, y) for x in range(image.width()))
    ]
    columns = [x for x in range(image.width()) if any(alpha_at(image, x, y) for y in rows)]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if alpha_at(image, x, y) == 255
    }


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_thumbnail_of_every_exercise_stays_in_its_rectangle(exercise: str) -> None:
    drawing = figures().figure_at(exercise, Side.LEFT, Standing())
    image = painted(drawing, 96, 60, air=8)
    within = covered(image)
    assert QRect(8, 8, 96, 60).contains(within)
    assert within.height() >= 20
    assert {LIGHT[Role.NEAR].name(), LIGHT[Role.TORSO].name()} <= colours_in(image)


@pytest.mark.parametrize("drawing", [CAT, CHILD, BOOK], ids=["cat", "child", "book"])
def test_a_large_figure_stays_in_its_rectangle_and_fills_it(drawing: Drawing) -> None:
    within = covered(painted(drawing, 800, 600, air=4))
    assert QRect(4, 4, 800, 600).contains(within)
    assert within.width() > 560 or within.height() > 560


@pytest.mark.parametrize("drawing", [CAT, CHILD, BOOK], ids=["cat", "child", "book"])
def test_the_same_drawing_paints_the_same_bytes(drawing: Drawing) -> None:
    first, again = painted(drawing, 640, 552), painted(drawing, 640, 552)
    assert first == again
    assert painted(CAT, 640, 552) != painted(CHILD, 640, 552)


def test_limbs_and_torso_have_their_colours() -> None:
    image = painted(CHILD, 640, 552)
    place = placement(QRectF(0, 0, 640, 552), CHILD, Framing())
    wanted = {Role.NEAR, Role.TORSO, Role.FAR, Role.HAIR, Role.BEAD, Role.MAT, Role.MAT_EDGE}
    assert {LIGHT[role].name() for role in wanted} <= colours_in(image)
    hip = place.map(QPoint(-37, 22))
    assert image.pixelColor(hip) == LIGHT[Role.TORSO] or image.pixelColor(hip) == LIGHT[Role.NEAR]


def test_overlaps_of_limbs_and_circles_leave_no_holes() -> None:
    """All outlines of one area run the same way round."""
    image = painted(CAT, 640, 552)
    place = placement(QRectF(0, 0, 640, 552), CAT, Framing())
    capsules = [
        (mass, *chain)
        for mass in CAT.shapes
        if isinstance(mass, Mass)
        for chain in mass.chains
        if len(chain) == 2
    ]
    assert len(capsules) > 20
    for mass, (px, py, _), (qx, qy, _) in capsules:
        for step in range(11):
            x, y = px + (qx - px) * step / 10, py + (qy - py) * step / 10
            at = place.map(QPointF(x, y)).toPoint()
            least = 1 if mass.role is Role.GHOST else 255
            assert alpha_at(image, at.x(), at.y()) >= least, mass.role


def test_the_ground_is_where_it_is_wished() -> None:
    framing = Framing(ground=400, headroom=100, max_scale=2.0, mat_width=168)
    image = painted(CHILD, 640, 552, framing=framing)
    within = covered(image)
    assert within.bottom() == pytest.approx(400 + 3.4 * 2, abs=1.5)
    assert within.width() == pytest.approx(168 * 2, abs=2)
    assert within.top() > 100


def test_a_figure_never_grows_into_the_words_above_it() -> None:
    framing = Framing(ground=300, headroom=120)
    assert covered(painted(CAT, 640, 320, framing=framing)).top() >= 119


def test_a_mat_seen_from_above_keeps_clear_of_the_words() -> None:
    within = covered(painted(BOOK, 640, 552, framing=Framing(top=96, foot=60)))
    assert within.top() > 96
    assert within.bottom() < 552 - 60


def test_without_a_mat_only_the_shadow_is_below() -> None:
    image = painted(CHILD, 640, 552, framing=Framing(mat=False))
    assert LIGHT[Role.MAT_EDGE].name() not in colours_in(image)
    assert LIGHT[Role.NEAR].name() in colours_in(image)


def test_a_mirrored_drawing_is_the_picture_the_other_way_round() -> None:
    plain, turned = painted(CHILD, 641, 401), painted(mirrored(CHILD), 641, 401)
    back = turned.flipped(Qt.Orientation.Horizontal)
    assert plain != turned
    differing = sum(
        abs(plain.pixelColor(x, y).lightness() - back.pixelColor(x, y).lightness()) > 40
        for x in range(0, 641, 3)
        for y in range(0, 401, 3)
    )
    assert differing < 20


def test_a_faded_figure_shows_no_limbs_through_each_other() -> None:
    solid, faded = painted(CHILD, 320, 240), painted(CHILD, 320, 240, opacity=0.45)
    full = [(x, y) for x in range(320) for y in range(240) if alpha_at(solid, x, y) == 255]
    assert {alpha_at(faded, x, y) for x, y in full} <= {114, 115}


def test_a_ghost_is_even_and_pale() -> None:
    place = placement(QRectF(0, 0, 640, 552), CAT, Framing())
    image = painted(CAT, 640, 552)
    back = place.map(QPoint(25, 68))
    assert 0 < alpha_at(image, back.x(), back.y()) < 255


def test_a_done_side_is_pale_and_so_are_the_things_beside_it() -> None:
    drawing = figures().figure_at("standing-hamstring-stretch", Side.LEFT, Holding())
    now, past = painted(drawing, 300, 300), painted(drawing, 300, 300, done=True)
    done = figure_colours(Palette(dark=False, done=True))
    assert {done[Role.NEAR].name(), done[Role.FAR].name()} <= colours_in(past)
    assert LIGHT[Role.PROP].name() in colours_in(now)
    assert LIGHT[Role.PROP].name() not in colours_in(past)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("done", [False, True])
def test_every_role_has_a_colour(dark: bool, done: bool) -> None:
    assert set(figure_colours(Palette(dark, done))) == set(Role)


def test_dense_screens_get_more_pixels_of_the_same_picture() -> None:
    once, twice = covered(painted(CAT, 320, 240)), covered(painted(CAT, 320, 240, ratio=2.0))
    assert twice.width() == pytest.approx(2 * once.width(), abs=4)
    assert twice.height() == pytest.approx(2 * once.height(), abs=4)


# --- the widget -------------------------------------------------------------------------


class Counted(FigureView):
    """Counts how often it is painted, and knows where the last time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.paints = 0
        self.where = QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        self.where = event.rect()
        super().paintEvent(event)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[Counted]:
    view = Counted(theme)
    show(qtbot, view, 320, 240)
    yield view
    view.close()


def seen(view: QWidget) -> QImage:
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(CLEAR)
    view.render(image, renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def test_it_shows_what_it_is_given_and_nothing_for_none(view: Counted) -> None:
    view.show_drawing(CHILD)
    assert view.drawing == CHILD
    assert seen(view) == painted(CHILD, 320, 240)
    view.show_drawing(None)
    assert seen(view).allGray()


def test_it_paints_again_only_for_another_drawing(view: Counted) -> None:
    view.show_drawing(CHILD)
    settle()
    before = view.paints
    view.show_drawing(figures().figure_at("childs-pose", None, Holding()))
    settle()
    assert view.paints == before
    view.show_drawing(figures().figure_at("childs-pose", None, Holding(breath=0.5)))
    settle()
    assert view.paints == before + 1
    view.show_drawing(CAT)
    settle()
    assert view.paints == before + 2


@pytest.mark.parametrize("exercise", ["cat-cow", "dead-bug", "step-ups", "thoracic-rotations"])
@pytest.mark.parametrize("side", Side)
def test_only_what_may_have_moved_is_painted_again(
    view: Counted, exercise: str, side: Side
) -> None:
    view.set_framing(Framing(ground=200, max_scale=1.2))
    first, before, after = (
        figures().figure_at(exercise, side, Moving(0, at)) for at in (0.1, 0.2, 0.9)
    )
    for drawing in (first, before, after):
        view.show_drawing(drawing)
        settle()
    framing = Framing(ground=200, max_scale=1.2)
    one, other = (painted(d, 320, 240, framing=framing) for d in (before, after))
    moved = QRegion()
    for y in range(240):
        across = [x for x in range(320) if one.pixel(x, y) != other.pixel(x, y)]
        if across:
            moved += QRect(QPoint(across[0], y), QPoint(across[-1], y))
    assert not moved.isEmpty()
    assert view.where.contains(moved.boundingRect())
    assert view.where != view.rect()


def test_a_pause_fades_the_figure_and_going_on_brings_it_back(view: Counted) -> None:
    view.show_drawing(CHILD)
    clear = seen(view)
    view.set_paused(True)
    settle()
    faded = seen(view)
    assert faded == seen(view)
    assert faded == painted(CHILD, 320, 240, opacity=0.45)
    view.show_drawing(CAT)
    assert seen(view) == painted(CAT, 320, 240, opacity=0.45)
    view.show_drawing(CHILD)
    view.set_paused(False)
    assert seen(view) == clear


def test_one_figure_fades_into_another(view: Counted) -> None:
    view.set_framing(Framing(mat=False))
    shares = {}
    for share in (0.0, 0.25, 0.75, 1.0):
        view.show_sight(Sight(CAT, CHILD, share))
        shares[share] = seen(view)
    plain = {d: painted(d, 320, 240, framing=Framing(mat=False)) for d in (CAT, CHILD)}
    assert view.drawing == CAT
    assert shares[0.0] == plain[CHILD]
    assert shares[1.0] == plain[CAT]
    only = {d: only_in(plain[d], plain[other]) for d, other in ((CAT, CHILD), (CHILD, CAT))}
    for share in (0.25, 0.75):
        there = {alpha_at(shares[share], x, y) for x, y in only[CAT]}
        going = {alpha_at(shares[share], x, y) for x, y in only[CHILD]}
        assert there <= set(range(round(255 * share) - 2, round(255 * share) + 3))
        assert going <= set(range(round(255 * (1 - share)) - 2, round(255 * (1 - share)) + 3))


def only_in(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Where one figure is solid and the other is not at all."""
    spots = [(x, y) for x in range(0, 320, 3) for y in range(0, 240, 3)]
    only = [p for p in spots if alpha_at(one, *p) == 255 and alpha_at(other, *p) == 0]
    assert len(only) > 20
    return only


def test_a_fade_paints_the_whole_place_until_it_is_over(view: Counted) -> None:
    near, far = (figures().figure_at("cat-cow", None, Moving(1, at)) for at in (0.4, 0.2))
    view.set_framing(Framing(ground=200, max_scale=1.2))
    for sight in (Sight(CAT), Sight(far, CAT, 0.5), Sight(far)):
        view.show_sight(sight)
        settle()
        assert view.where == view.rect()
    for drawing in (near, CAT):
        view.show_sight(Sight(drawing))
        settle()
    assert view.where != view.rect()


@pytest.mark.parametrize("change", ["framing", "size"])
def test_a_figure_that_was_put_elsewhere_leaves_nothing_behind(view: Counted, change: str) -> None:
    """What is painted next also covers where it is now, not only where it was."""
    drawings = [figures().figure_at("cat-cow", None, Moving(1, at)) for at in (0.2, 0.4, 0.6)]
    view.set_framing(Framing(ground=100, max_scale=0.5, mat=False))
    for drawing in drawings[:2]:
        view.show_drawing(drawing)
        settle()
    if change == "size":
        view.resize(640, 240)
    else:
        view.set_framing(Framing(ground=220, max_scale=0.5, mat=False))
    settle()
    now = covered(seen(view))
    view.show_drawing(drawings[2])
    settle()
    assert view.where.contains(now)


def test_a_figure_that_goes_leaves_nothing_behind(view: Counted) -> None:
    view.show_sight(Sight(CAT))
    settle()
    view.show_sight(None)
    settle()
    assert view.drawing is None
    assert view.where == view.rect()
    assert seen(view).allGray()


def test_a_pause_within_a_fade_shows_the_one_that_came(view: Counted) -> None:
    view.show_sight(Sight(CAT, CHILD, 0.3))
    view.set_paused(True)
    assert seen(view) == painted(CAT, 320, 240, opacity=0.45)


def test_another_size_fades_anew(view: Counted) -> None:
    view.show_drawing(CHILD)
    view.set_paused(True)
    seen(view)
    view.resize(400, 300)
    assert seen(view) == painted(CHILD, 400, 300, opacity=0.45)


def test_a_done_side_and_a_framing_repaint(view: Counted) -> None:
    view.show_drawing(CHILD)
    settle()
    before = view.paints
    view.set_done(True)
    settle()
    view.set_framing(Framing(ground=200))
    settle()
    view.set_framing(Framing(ground=200))
    view.set_done(True)
    view.set_paused(False)
    settle()
    assert view.paints == before + 2
    assert seen(view) == painted(CHILD, 320, 240, done=True, framing=Framing(ground=200))


def test_it_follows_the_theme(view: Counted, theme: Theme) -> None:
    view.show_drawing(CHILD)
    light = seen(view)
    theme.apply(Settings(theme=choices.Theme.DARK))
    settle()
    dark = seen(view)
    assert dark != light
    assert figure_colours(Palette(dark=True))[Role.NEAR].name() in colours_in(dark)


def test_a_screen_reader_hears_what_the_picture_shows(view: Counted) -> None:
    view.describe("Child’s Pose: hips on heels, arms long.")
    assert name_of(view) == "Child’s Pose: hips on heels, arms long."


def test_clicks_go_to_what_lies_below(qtbot: QtBot, theme: Theme) -> None:
    ground = QWidget()
    figure = FigureView(theme, ground)
    figure.resize(figure.sizeHint())
    show(qtbot, ground, 400, 300)
    assert figure.width() >= figure.minimumSizeHint().width() == 96
    assert figure.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert figure.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert ground.childAt(QPoint(100, 100)) is None
    ground.close()
