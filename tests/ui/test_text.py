"""Text as it is measured, and as it is painted."""

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import column
from backplan_gui.ui.widgets.label import Label

from .fitting import painted
from .seeing import clipped, show

LINE = "Does any of this fit you today? Cat-Cow, 12:11"


def painted_width(theme: Theme, role: str) -> float:
    image = QImage(1200, 80, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(theme.font(role))
    painter.drawText(0, 60, LINE)
    painter.end()
    inked = [x for x in range(1200) if any(image.pixelColor(x, y).red() < 128 for y in range(80))]
    return max(inked)


@pytest.mark.parametrize("role", ["h1", "body", "label", "statValue"])
def test_text_is_painted_as_wide_as_it_is_measured(theme: Theme, role: str) -> None:
    measured = QFontMetricsF(theme.font(role)).horizontalAdvance(LINE)
    assert measured - 6 <= painted_width(theme, role) <= measured + 2


def test_digits_that_count_are_equally_wide_and_words_keep_their_hyphen(theme: Theme) -> None:
    counting, title = (QFontMetricsF(theme.font(role)) for role in ("countdown", "stageTitle"))
    assert counting.horizontalAdvance("11") == counting.horizontalAdvance("00")
    assert title.horizontalAdvance("-") < title.horizontalAdvance("0")


def test_wrapped_text_gets_the_height_of_its_lines(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    label = Label(theme, LINE * 3, wrap=True)
    layout = column(label)
    layout.addStretch(1)
    page.setLayout(layout)
    show(qtbot, page, 200, 600)
    assert label.height() == label.heightForWidth(label.width()) > theme.line_height("body")
    assert not clipped(page)


@pytest.mark.parametrize("text", ["Get ready", "Rest", "Fewer changes of side"])
def test_text_in_its_natural_width_stays_on_one_line(theme: Theme, text: str) -> None:
    label = Label(theme, text, wrap=True)
    assert label.sizeHint().height() == theme.line_height("body")
    label.deleteLater()


@pytest.mark.parametrize(
    ("text", "role", "width", "lines"),
    [
        (
            "Gentle Stretching for Immediate Relief", "h1", 490,
            ["Gentle Stretching", "for Immediate Relief"],
        ),
        (
            "Breathe deeply and let them relax.", "body", 200,
            ["Breathe deeply and let", "them relax."],
        ),
        ("Go to an emergency department.", "body", 160, ["Go to an emergency", "department."]),
        ("Now go on with Cat-Cow", "body", 150, ["Now go on with Cat-", "Cow"]),
        ("Some water\nnear you.", "body", 300, ["Some water", "near you."]),
    ],
    ids=["title", "short word", "long word", "part of a word", "paragraphs"],
)  # fmt: skip
def test_no_short_word_stands_alone_on_the_last_line(
    qtbot: QtBot, theme: Theme, text: str, role: str, width: int, lines: list[str]
) -> None:
    page = QWidget()
    label = Label(theme, text, role, wrap=True)
    page.setLayout(column(label))
    show(qtbot, page, width, 200)
    assert [found.text for found in painted(page)] == lines
    assert label.heightForWidth(width) == len(lines) * theme.line_height(role)


def test_a_word_after_a_1_is_a_word_of_its_own_in_a_title(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("hero"))
    assert metrics.horizontalAdvance("1 is") - metrics.horizontalAdvance("1is") >= 9
