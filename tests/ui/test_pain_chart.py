"""The chart: what is drawn stands where its number is, and is said in words too."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QImage
from pytestqt.qtbot import QtBot

from backplan_gui.core.history import ChartColumn, ChartPoint, HistorySession, PainChart, pain_chart
from backplan_gui.core.schedule import Week
from backplan_gui.ui import progress_words
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.pain_chart import PainChartCard
from backplan_gui.ui.widgets.pain_plot import PainPlot, placed, spans, step

from .histories import FOUR_DONE, TODAY, WEEK, held, week
from .seeing import clipped, grow, settle, show, words_on

PLOT = QRectF(0, 0, 700, 100)


def fill(
    card: PainChartCard, *sessions: HistorySession, week: Week = FOUR_DONE, said: str = ""
) -> PainChart:
    chart = pain_chart(sessions, week)
    columns = tuple(
        progress_words.column(c, by_day=chart.by_day, today=TODAY) for c in chart.columns
    )
    card.show_chart(chart, columns, progress_words.of_last(chart), said)
    settle()
    return chart


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> PainChartCard:
    card = PainChartCard(theme)
    fill(card, *WEEK, said="Before exercise: from 5 to 4.")
    show(qtbot, card, 408, 322)
    return card


def plot(card: PainChartCard) -> PainPlot:
    (found,) = card.findChildren(PainPlot)
    return found


def heard(card: PainChartCard) -> tuple[str, str]:
    """Name and description of the picture."""
    told = QAccessible.queryAccessibleInterface(plot(card))
    return told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)


def has(image: QImage, colour: str, x: float, y: float, reach: int = 11) -> bool:
    """That colour is drawn near a place."""
    near = range(-reach, reach + 1)
    return any(QColor(image.pixel(round(x) + a, round(y) + b)).name() == colour
               for a in near for b in near)  # fmt: skip


def columns(*numbers: tuple[int | None, int | None]) -> tuple[ChartColumn, ...]:
    return tuple(
        ChartColumn(n, "2026-06-01", (ChartPoint(str(n), *pair),))
        for n, pair in enumerate(numbers, start=1)
    )


# --- where everything stands ------------------------------------------------------------


def test_zero_is_at_the_foot_and_ten_at_the_top() -> None:
    first, second = placed(columns((0, 10), (5, None)), PLOT, 20)
    assert (first.before_y, first.after_y) == (100, 0)
    assert (second.before_y, second.after) == (50, None)
    assert (first.x, second.x) == (175, 525)


def test_sessions_of_one_day_stand_beside_each_other_in_a_wider_column() -> None:
    three = tuple(ChartPoint(str(n), 1, 2) for n in range(3))
    both = (ChartColumn(1, "", three), ChartColumn(2, ""))
    wide, narrow = spans(both, PLOT)
    assert wide.width() == 2 * narrow.width()
    assert wide.right() == narrow.left()
    assert [mark.x for mark in placed(both, PLOT, 20)] == [
        pytest.approx(wide.center().x() + by) for by in (-20, 0, 20)
    ]


def test_without_columns_nothing_stands_anywhere() -> None:
    assert placed((), PLOT, 20) == ()
    assert spans((), PLOT) == ()
    assert step((), ()) == 1


@pytest.mark.parametrize(("width", "every"), [(90, 1), (97, 2), (190, 2), (250, 3), (2000, 7)])
def test_names_are_left_out_where_they_would_touch(width: float, every: int) -> None:
    seven = spans(columns(*[(1, 1)] * 7), PLOT)
    assert step([width] * 7, seven) == every


# --- what is drawn ----------------------------------------------------------------------


def test_what_is_drawn_is_what_was_said(card: PainChartCard) -> None:
    assert [(m.before, m.after) for m in plot(card).marks] == [(5, 3), (5, 4), (4, 3), (4, 2)]


def test_a_ring_is_before_and_a_dot_is_after(card: PainChartCard, theme: Theme) -> None:
    image = plot(card).grab().toImage()
    ring, dot = theme.colour("cautionFill").name(), theme.colour("primary").name()
    surface = theme.colour("surface").name()
    for mark in plot(card).marks:
        assert has(image, ring, mark.x, mark.before_y)
        assert QColor(image.pixel(round(mark.x), round(mark.before_y))).name() == surface
        assert QColor(image.pixel(round(mark.x), round(mark.after_y))).name() == dot


def test_two_equal_numbers_are_a_dot_in_a_ring(card: PainChartCard, theme: Theme) -> None:
    fill(card, held("2026-06-01", 1, before=4, after=4))
    (mark,) = plot(card).marks
    image = plot(card).grab().toImage()
    assert has(image, theme.colour("cautionFill").name(), mark.x, mark.before_y)
    middle = QColor(image.pixel(round(mark.x), round(mark.before_y))).name()
    assert middle == theme.colour("primary").name()


def test_one_number_alone_is_drawn_alone(card: PainChartCard, theme: Theme) -> None:
    fill(card, held("2026-06-01", 1, before=6), held("2026-06-02", 2, after=2))
    image = plot(card).grab().toImage()
    first, second = plot(card).marks
    ring, dot = theme.colour("cautionFill").name(), theme.colour("primary").name()
    assert has(image, ring, first.x, first.before_y)
    assert not has(image, dot, first.x, first.after_y)
    assert has(image, dot, second.x, second.after_y)
    assert not has(image, ring, second.x, second.before_y)


@pytest.mark.parametrize("pain", [0, 10])
def test_the_ends_of_the_scale_have_room_for_their_numbers(
    card: PainChartCard, theme: Theme, pain: int
) -> None:
    fill(card, held("2026-06-01", 1, before=pain, after=pain))
    (mark,) = plot(card).marks
    image = plot(card).grab().toImage()
    ink = theme.colour("caution").name()
    assert 20 <= mark.before_y <= plot(card).height() - 20
    assert has(image, ink, mark.x, mark.before_y - 16, reach=6)


# --- what is said -----------------------------------------------------------------------


def test_a_screen_reader_hears_every_number(card: PainChartCard) -> None:
    name, description = heard(card)
    assert name == "Pain, before and after"
    assert description == (
        "Day 1: 5 before, 3 after. Day 2: 5 before, 4 after. Day 3: 4 before, 3 after."
        " Day 4: 4 before, 2 after."
    )


def test_parts_and_gentle_days_are_heard_too(card: PainChartCard) -> None:
    parts = [held(f"2026-06-0{n}", 1, before=n, after=1) for n in (1, 2)]
    gentle = held("2026-06-03", None, before=6)
    fill(card, *parts, gentle, week=week(7))
    assert heard(card)[1] == "Day 1: 1 before, 1 after; 2 before, 1 after. Gentle: 6 before."


def test_the_last_sessions_are_named_by_their_dates(card: PainChartCard) -> None:
    fill(card, *(held("2025-12-24", 7, after=1), *WEEK[:1]), week=week(round=2))
    assert heard(card)[1] == "24 December 2025: 1 after. 1 June 2026: 5 before, 3 after."
    assert "The last 2 sessions" in words_on(card)


def test_a_week_needs_no_caption(card: PainChartCard) -> None:
    assert words_on(card) == [
        "Pain, before and after", "Before", "After", "Before exercise: from 5 to 4.",
    ]  # fmt: skip


def test_without_numbers_there_is_a_sentence_instead(card: PainChartCard) -> None:
    fill(card, held("2026-06-01", 1))
    assert words_on(card) == ["Pain, before and after", "No number was said yet."]
    assert not plot(card).isVisible()
    fill(card, *WEEK)
    assert plot(card).isVisible()


@pytest.mark.parametrize("per_cent", [90, 160, 200])
@pytest.mark.parametrize("width", [408, 560])
def test_nothing_is_clipped(card: PainChartCard, theme: Theme, per_cent: int, width: int) -> None:
    grow(theme, per_cent)
    card.resize(width, card.heightForWidth(width))
    settle()
    assert clipped(card) == []
    names, every = plot(card)._names()
    assert names
    assert every <= 2
