"""The small parts of the player: pills, progress, tempo, the next card, the large button."""

import itertools

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Kind
from backplan_gui.ui.widgets.large_button import LargeButton
from backplan_gui.ui.widgets.next_card import NextCard, NextText
from backplan_gui.ui.widgets.session_progress import ExerciseShare, SessionProgress
from backplan_gui.ui.widgets.set_pills import SetPills
from backplan_gui.ui.widgets.tempo_bar import Tempo, TempoBar, TempoPart

from .seeing import clipped, grow, name_of, settle, show, words_on


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count, self.rect = 0, QRect()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count, self.rect = self.count + 1, event.rect()
        return False


def inked(image: QImage, colour: QColor, y: int) -> list[int]:
    """The columns of a row that have a colour."""
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour.name()]


# Set pills


def test_pills_fill_from_the_left_and_repaint_only_by_the_pixel(qtbot: QtBot, theme: Theme) -> None:
    pills = SetPills(theme)
    pills.show_sets((1.0, 0.5, 0.0))
    show(qtbot, pills, 114, 10)
    filled = inked(pills.grab().toImage(), theme.colour("primary"), 5)
    assert set(range(2, 32)) <= set(filled)
    assert set(range(42, 56)) <= set(filled)
    assert not set(filled) & set(range(60, 72))
    assert not set(filled) & set(range(84, 112))
    paints = Paints(pills)
    pills.show_sets((1.0, 0.501, 0.0))
    settle()
    assert paints.count == 0
    pills.show_sets((1.0, 0.6, 0.0))
    settle()
    assert paints.count == 1
    pills.close()


# Session progress

DONE = ExerciseShare("Child’s Pose", (1.0, 1.0, 1.0), done=True, current=False)
NOW = ExerciseShare("Cat-Cow Stretch", (0.5, 0.0), done=False, current=True)
COMING = ExerciseShare("Pelvic Tilts", (0.0, 0.0), done=False, current=False)


def test_the_progress_has_a_segment_a_set_and_says_itself(qtbot: QtBot, theme: Theme) -> None:
    progress = SessionProgress(theme)
    progress.show_session((DONE, NOW, COMING), "Exercise 2 of 3, Cat-Cow Stretch.")
    show(qtbot, progress, 729, 40)
    image = progress.grab().toImage()
    bars = sorted(inked(image, theme.colour("track"), 4) + inked(image, theme.colour("primary"), 4))
    gaps = [b for a, b in itertools.pairwise(bars) if b - a > 2]
    assert len(gaps) == 6
    assert name_of(progress) == "Exercise 2 of 3, Cat-Cow Stretch."
    done = inked(image, theme.colour("primary"), 4)
    assert max(done) == pytest.approx(297 + 18 + 48, abs=3)
    paints = Paints(progress)
    progress.show_session((DONE, NOW, COMING), "Exercise 2 of 3, Cat-Cow Stretch.")
    settle()
    assert paints.count == 0
    progress.close()


def test_the_name_of_what_is_on_is_always_there(qtbot: QtBot, theme: Theme) -> None:
    last = ExerciseShare("Seated Rows with Resistance Band", (0.0,), done=False, current=True)
    progress = SessionProgress(theme)
    progress.show_session((DONE, last), "")
    show(qtbot, progress, 400, 40)
    named = progress.grab().toImage()
    ink = {x for y in range(14, 32) for x in inked(named, theme.colour("primary"), y)}
    assert 390 < max(ink) < 400
    assert len({x for x in ink if x > 180}) > 80
    progress.close()


# Tempo bar

CAT = Tempo((TempoPart("Out · round up", "4 s", 4000), TempoPart("In · sink down", "4 s", 4000)))


def test_tempo_parts_are_as_long_as_their_seconds(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    parts = (TempoPart("Lift", "2 s", 2000), TempoPart("Lower", "4 s", 4000))
    bar.show_tempo(Tempo(parts, current=1, share=0.5))
    show(qtbot, bar, 354, 84)
    filled = inked(bar.grab().toImage(), theme.colour("primary"), 28)
    first = [x for x in filled if x < 120]
    assert [min(first), max(first)] == pytest.approx([18, 118], abs=3)
    assert max(filled) == pytest.approx(18 + 100 + 18 + 100, abs=3)
    bar.close()


def test_labels_that_do_not_all_fit_leave_the_current_one(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    parts = tuple(TempoPart(f"A rather long phase {n}", "1 s", 1000) for n in range(5))
    bar.show_tempo(Tempo(parts, current=4, then="then rest"))
    show(qtbot, bar, 404, 84)
    image = bar.grab().toImage()
    label = {x for y in range(42, 66) for x in inked(image, theme.colour("primary"), y)}
    assert min(label) < 30
    paints = Paints(bar)
    bar.show_tempo(Tempo(parts, current=4, share=0.0001, then="then rest"))
    settle()
    assert paints.count == 0
    bar.show_tempo(Tempo(parts, current=4, share=0.5, then="then rest"))
    settle()
    assert paints.count == 1
    bar.close()


def test_a_share_that_moves_repaints_its_part_alone(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    show(qtbot, bar, 354, 84)
    bar.show_tempo(Tempo(share=0.5))
    bar.show_tempo(CAT)
    settle()
    paints = Paints(bar)
    bar.show_tempo(msgspec.structs.replace(CAT, share=0.5))
    settle()
    assert 0 < paints.rect.height() < 40
    assert paints.rect.width() < 200
    bar.close()


# Next card


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("width", [324, 412])
def test_what_comes_next_is_never_cut(
    qtbot: QtBot, theme: Theme, per_cent: int, width: int
) -> None:
    card = NextCard(theme)
    text = "Rest 60 s, then Standing Hamstring Stretch"
    card.show_next(NextText("rest", "Next", text, rest=True))
    grow(theme, per_cent)
    small = theme.line_height("smallStrong")
    show(qtbot, card, width, max(78, 20 + 4 * small if per_cent > 100 else 0))
    assert words_on(card) == ["Next", text]
    assert not clipped(card)
    inside = [card.rect().contains(w.geometry()) for w in card.findChildren(QWidget)]
    assert all(inside)
    card.close()


# The large button


def test_the_large_button_sheds_its_extras_and_then_breaks_its_words(
    qtbot: QtBot, theme: Theme
) -> None:
    button = LargeButton(theme)
    button.show_button("Keep going, 1 minute more", Kind.SECONDARY, "plus", "Enter")
    show(qtbot, button, 420, 72)
    assert name_of(button) == "Keep going, 1 minute more"
    full = button.sizeHint().width()
    assert full <= 420
    button.resize(300, 72)
    assert button.sizeHint().width() <= 300
    button.resize(160, 72)
    ink = theme.colour("ink")
    image = button.grab().toImage()
    rows = [y for y in range(image.height()) if inked(image, ink, y)]
    assert rows[-1] - rows[0] > theme.line_height("label")
    button.resize(420, 72)
    assert button.sizeHint().width() == full
    button.close()
