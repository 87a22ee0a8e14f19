"""A day is drawn so that its state can be seen without colour."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from backplan_gui.core import settings as choices
from backplan_gui.core.schedule import DayState
from backplan_gui.core.settings import Settings
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.vertebra import draw_disc, draw_vertebra, svg_path, vertebra_path

SCALE, SIDE = 4, 240


def drawn(look: Theme, state: DayState, *, today: bool = False, grown: float = 1.0) -> QImage:
    """The vertebra of day 3, four times as large, on the panel's colour."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(look.colour("panel"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SIDE / 2, SIDE / 2)
    painter.scale(SCALE, SCALE)
    draw_vertebra(painter, look, 3, state, today=today, grown=grown)
    painter.end()
    return image


def at(image: QImage, x: float, y: float) -> QColor:
    """The colour at a point of the vertebra's own coordinates."""
    return image.pixelColor(round(SIDE / 2 + x * SCALE), round(SIDE / 2 + y * SCALE))


def outline(image: QImage) -> list[int]:
    """How light the upper edge is, point by point."""
    return [at(image, x / 4, -15.7).lightness() for x in range(-40, 41)]


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("mode", [choices.Theme.LIGHT, choices.Theme.DARK])
def test_every_state_looks_different_in_black_and_white(
    qapp: object, mode: choices.Theme, high: bool
) -> None:
    look = Theme(Settings(theme=mode, high_contrast=high))
    images = [drawn(look, state) for state in DayState]
    images.append(drawn(look, DayState.COMING, today=True))
    grey = [i.convertToFormat(QImage.Format.Format_Grayscale8) for i in images]
    for number, image in enumerate(grey):
        assert all(image != other for other in grey[number + 1 :])


def test_only_today_has_a_halo(theme: Theme) -> None:
    beside = (25.5, 0)
    assert at(drawn(theme, DayState.COMING), *beside) == theme.colour("panel")
    assert at(drawn(theme, DayState.COMING, today=True), *beside) != theme.colour("panel")


def test_a_started_day_is_filled_in_its_lower_half(theme: Theme) -> None:
    image = drawn(theme, DayState.STARTED)
    assert at(image, -17, -8) == theme.colour("surface")
    assert at(image, -17, 8) != at(image, -17, -8)


def test_a_done_day_has_a_check_and_no_number(theme: Theme) -> None:
    image = drawn(theme, DayState.DONE)
    assert at(image, -2.6, 5.6) == theme.colour("onPrimary")
    assert at(image, 0, -8) == theme.colour("primary")


def test_a_skipped_day_has_a_dashed_outline(theme: Theme) -> None:
    whole, dashed = (outline(drawn(theme, s)) for s in (DayState.COMING, DayState.SKIPPED))
    assert max(whole) - min(whole) < 40
    assert max(dashed) - min(dashed) > 60


def test_a_new_day_fills_from_below_before_its_check_is_drawn(theme: Theme) -> None:
    image = drawn(theme, DayState.DONE, grown=0.35)
    assert at(image, -17, 9) == theme.colour("primary")
    assert at(image, -17, -9) == theme.colour("surface")
    assert at(image, -2.6, 5.6) != theme.colour("onPrimary")


def test_the_outline_is_the_one_of_the_design() -> None:
    box = vertebra_path().boundingRect()
    assert box.width() == pytest.approx(45, abs=1)
    assert box.height() == pytest.approx(32, abs=1)


def test_a_path_with_something_new_in_it_is_refused() -> None:
    with pytest.raises(ValueError, match="Q"):
        svg_path("M0 0Q1 1 2 2")


@pytest.mark.parametrize("mode", [choices.Theme.LIGHT, choices.Theme.DARK])
def test_in_high_contrast_a_started_day_is_full_below_its_number(
    qapp: object, mode: choices.Theme
) -> None:
    look = Theme(Settings(theme=mode, high_contrast=True))
    image = drawn(look, DayState.STARTED)
    assert at(image, 0, 13) == look.colour("primary")
    assert at(image, -10, 4) == look.colour("surface") == at(image, 10, -4)


@pytest.mark.parametrize("mode", [choices.Theme.LIGHT, choices.Theme.DARK])
def test_in_high_contrast_discs_to_come_are_hollow(qapp: object, mode: choices.Theme) -> None:
    look = Theme(Settings(theme=mode, high_contrast=True))
    for done, inside in ((True, "cordDone"), (False, "surface")):
        image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        image.fill(look.colour("panel"))
        painter = QPainter(image)
        painter.translate(SIDE / 2, SIDE / 2)
        painter.scale(SCALE, SCALE)
        draw_disc(painter, look, done=done)
        painter.end()
        assert at(image, 0, 0) == look.colour(inside)
        assert at(image, 0, 3.9) == look.colour("cordDone" if done else "cord")
