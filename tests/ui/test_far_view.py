"""The full screen as it is read from the mat: large enough, in order, and still."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import atan, degrees

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Session
from backplan_gui.core.settings import Settings
from backplan_gui.ui.far_foot import FarFoot
from backplan_gui.ui.far_view import FarView
from backplan_gui.ui.player_view import shown_of
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.far_label import FarLabel
from backplan_gui.ui.widgets.key_button import KeyButton
from backplan_gui.ui.widgets.side_pair import SidePair

from .fakes_player import CONTENT, at, begun, laid_out
from .seeing import clipped, controls, settle, show, words_on

READY, ENTER, WORK, SWITCH, REST = (
    StepKind.READY, StepKind.ENTER, StepKind.WORK, StepKind.SWITCH, StepKind.REST,
)  # fmt: skip
LAPTOP = (1366, 768)
LAPTOP_MM = 310
"""How wide a screen of 14 inches is."""
Make = Callable[..., FarView]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Iterator[Make]:
    made: list[QWidget] = []

    def view(width: int, height: int, text_size: int = 100) -> FarView:
        theme.apply(Settings(theme=choices.Theme.LIGHT, text_size=text_size, reduce_motion=True))
        window = QWidget()
        view = FarView(theme, 1, window)
        view.resize(width, height)
        show(qtbot, window, width, height)
        made.append(window)
        return view

    yield view
    for window in made:
        window.close()


def put(view: FarView, session: Session, **ring: object) -> None:
    """Show a session, with a ring that says something else if wished."""
    shown = shown_of(session, CONTENT, frozenset(), reduce_motion=True)
    face = msgspec.structs.replace(shown.face, **ring)
    view.show_player(msgspec.structs.replace(shown, face=face))


def hold() -> Session:
    return at(laid_out(1), WORK, 13_000)


def moments(*days: int) -> Iterator[Session]:
    """Every step of some days, and every beat of its first rep or breath."""
    for day in days:
        session = begun(laid_out(day))
        for index, step in enumerate(session.script):
            here = msgspec.structs.replace(session, index=index)
            elapsed = 0
            for beat in step.beats or (None,):
                yield msgspec.structs.replace(here, elapsed=elapsed)
                elapsed += beat.ms if beat else 0


# Large enough


def minutes_of_arc(pixels: float, metres: float) -> float:
    """How large so many pixels of the laptop look from there."""
    millimetres = pixels * LAPTOP_MM / LAPTOP[0]
    return 60 * degrees(2 * atan(millimetres / 2 / (1000 * metres)))


def capital(label: FarLabel) -> float:
    """The height of a capital letter, in pixels."""
    return QFontMetricsF(label.font()).capHeight()


def inked(image: QImage, box: QRect) -> list[int]:
    """The rows of a box that have dark ink."""
    columns = range(box.left(), box.right())
    return [
        y
        for y in range(box.top(), box.bottom())
        if any(image.pixelColor(x, y).lightness() < 110 for x in columns)
    ]


def test_digits_are_read_from_three_metres_with_half_of_good_eyes(make: Make) -> None:
    view = make(*LAPTOP)
    for session in (hold(), at(laid_out(1, "cat-cow"), WORK, 46_000)):
        put(view, session, word="", unit="", disc="")
        image, size = view.ring.grab().toImage(), view.ring.width()
        rows = inked(image, QRect(size // 4, size // 4, size // 2, size // 2))
        assert minutes_of_arc(rows[-1] - rows[0] + 1, 3) >= 40


@pytest.mark.parametrize(
    ("word", "least"),
    [
        ("Hold", 10), ("Get ready", 10), ("Rest", 10), ("Move in", 10), ("Going on", 10),
        ("Reps done", 10), ("Right, rep", 10), ("Switch sides", 9.5), ("Foam Rolling", 9.5),
    ],
)  # fmt: skip
def test_so_is_the_phase(make: Make, word: str, least: float) -> None:
    """Eyes that see 20/40 need ten minutes of arc; the longest words fill the ring's width."""
    view = make(*LAPTOP)
    put(view, hold(), word=word, digits="", unit="", ink="ink")
    image, size = view.ring.grab().toImage(), view.ring.width()
    band = QRect(size // 10, size // 8, 4 * size // 5, size // 4)
    first = next(
        x for x in range(band.left(), band.right()) if inked(image, QRect(x, band.top(), 2, 99))
    )
    rows = inked(image, QRect(first, band.top(), round(0.035 * size), band.height()))
    assert minutes_of_arc(rows[-1] - rows[0] + 1, 3) >= least


def test_so_are_name_and_breath_in_every_step_of_the_week(make: Make) -> None:
    view = make(*LAPTOP)
    title, _ = view.stage.labels
    seen = set()
    for session in moments(1, 2, 3, 4, 5, 6, 7):
        put(view, session)
        assert minutes_of_arc(capital(title), 3) >= 10, title.text()
        assert minutes_of_arc(capital(view.line), 3) >= 10, view.line.text()
        assert view.line.heightForWidth(view.line.width()) <= 2.3 * view.line.px, view.line.text()
        assert not clipped(view), session.step
        seen.add(view.line.text())
    assert {"Breathe in", "Breathe out", "Breathe out,\nround up", "Then hold 30 seconds"} <= seen


def test_cues_are_for_two_metres(make: Make) -> None:
    view = make(*LAPTOP)
    _, cue = view.stage.labels
    put(view, hold())
    assert minutes_of_arc(capital(cue), 2) >= 10


def test_nothing_is_smaller_than_in_the_window_at_the_text_size_of_the_person(
    make: Make, theme: Theme
) -> None:
    view = make(*LAPTOP, text_size=200)
    put(view, hold())
    for label in view.findChildren(FarLabel):
        if label.isVisible() and label.text():
            assert label.px >= 0.8 * 13 * 2, label.text()
    title, cue = view.stage.labels
    assert title.px >= theme.font("stageTitle").pixelSize()
    assert cue.px >= theme.font("cue").pixelSize()


# In order


def rect(part: QWidget, view: FarView) -> QRect:
    return QRect(part.mapTo(view, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("text_size", [90, 100, 160, 200])
@pytest.mark.parametrize(
    "size", [(1920, 1080), LAPTOP, (1280, 800), (1024, 768), (2560, 1080), (1080, 1920)]
)
def test_on_every_screen_everything_has_a_place_of_its_own(
    make: Make, size: tuple[int, int], text_size: int
) -> None:
    view = make(*size, text_size=text_size)
    sessions = [
        hold(), begun(laid_out(2)), at(laid_out(2, "dead-bug"), WORK, 20_000),
        at(laid_out(4), REST, 3_000, nth=2), at(laid_out(3), SWITCH, 1_000), at(laid_out(1), ENTER),
    ]  # fmt: skip
    for session in sessions:
        put(view, session)
        settle()
        assert not clipped(view)
        foot = next(part for part in view.findChildren(FarFoot))
        parts = [view.stage, view.ring, view.line]
        parts += [b for b in foot.findChildren(KeyButton) if b.isVisible()]
        parts += [w for w in foot.findChildren(FarLabel) if w.isVisible()]
        places = [rect(part, view) for part in parts]
        for number, place in enumerate(places):
            assert view.rect().contains(place), parts[number]
            for other in range(number):
                crossing = place.intersected(places[other])
                # the lines of letters of the breath may reach into the air around the keys
                assert crossing.height() <= 8 or crossing.width() <= 0, (
                    parts[number],
                    parts[other],
                )
        assert all(w.height() >= 44 and w.width() >= 44 for w in controls(view).values())


@pytest.mark.parametrize("size", [(1024, 600), (1093, 614)])
def test_large_words_on_a_small_screen_leave_each_other_and_the_figure_room(
    make: Make, size: tuple[int, int]
) -> None:
    view = make(*size, text_size=200)
    title, cue = view.stage.labels
    for session in moments(1, 3, 4):
        put(view, session)
        assert title.px >= 34, title.text()  # never smaller than it is in the window at 100 %
        words = [w for w in view.stage.findChildren(FarLabel) if w.isVisible() and w.text()]
        words.sort(key=lambda word: word.y())
        for above, below in pairwise(words):
            assert above.geometry().bottom() < below.y(), (above.text(), below.text())
        assert view.stage.rect().contains(words[-1].geometry()), words[-1].text()
        if words[-1] is cue and session.step.kind is not SWITCH:
            free = cue.y() - words[-2].geometry().bottom()
            assert free >= 0.15 * view.stage.height(), (session.step, cue.text())


def test_only_words_in_the_ring_change_places_when_a_step_begins(make: Make) -> None:
    view = make(*LAPTOP)
    known: dict[str, QRect] = {}
    for session in moments(3):
        put(view, session)
        keys = [w for w in view.findChildren(KeyButton) if w.accessibleName() in ("Pause", "Skip")]
        for part in (view.stage, view.ring, *keys):
            name = type(part).__name__ + part.accessibleName()
            assert known.setdefault(name, rect(part, view)) == rect(part, view), session.step
    assert len(known) == 4


def test_the_foot_says_what_comes_next_or_what_can_be_done_now(make: Make) -> None:
    view = make(1920, 1080)
    put(view, hold())
    assert "Next: rest 15 s, then set 2 of 3" in words_on(view)
    put(view, at(laid_out(1, "cat-cow", pace="own"), WORK))
    assert "Next: rest 20 s, then set 2 of 2" in words_on(view)


def test_a_change_of_sides_shows_both_large(make: Make) -> None:
    view = make(1920, 1080)
    put(view, at(laid_out(3, "standing-hamstring-stretch"), SWITCH, 1_000))
    (pair,) = view.findChildren(SidePair)
    assert pair.isVisible()
    assert {"Left leg done", "Right leg next"} <= set(words_on(view))
    assert pair.height() > 250
