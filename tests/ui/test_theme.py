"""The four looks: what can be read on what, and when they change.

The table is that of design-system.md section 2, measured there from the token values.
"""

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from backplan_gui.core import settings as choices
from backplan_gui.core.settings import Settings
from backplan_gui.ui import theme as themes
from backplan_gui.ui.theme import Theme, tokens
from backplan_gui.ui.widgets.card import Card

from .fitting import contrast_of
from .seeing import show

LIGHT, DARK = Settings(theme=choices.Theme.LIGHT), Settings(theme=choices.Theme.DARK)
HIGH_LIGHT = Settings(theme=choices.Theme.LIGHT, high_contrast=True)
HIGH_DARK = Settings(theme=choices.Theme.DARK, high_contrast=True)
LOOKS = {"light": LIGHT, "dark": DARK, "high light": HIGH_LIGHT, "high dark": HIGH_DARK}


class Pair(NamedTuple):
    """An ink on a ground, and the contrast the design measured in light and in dark."""

    ink: str
    ground: str
    light: float
    dark: float


TEXT = (
    Pair("ink", "paper", 13.8, 15.3),
    Pair("ink", "panel", 12.6, 14.3),
    Pair("ink", "surface", 14.6, 13.2),
    Pair("ink", "sunken", 13.1, 14.4),
    Pair("ink", "breath", 12.2, 10.8),
    Pair("ink", "restTint", 12.2, 11.6),
    Pair("ink", "stageFloor", 11.9, 12.8),
    Pair("ink", "stageTop", 12.6, 11.8),
    Pair("ink", "cautionTint", 12.4, 12.1),
    Pair("ink2", "paper", 7.9, 10.2),
    Pair("ink2", "panel", 7.3, 9.5),
    Pair("ink2", "surface", 8.4, 8.8),
    Pair("ink2", "sunken", 7.5, 9.6),
    Pair("ink2", "breath", 7.0, 7.2),
    Pair("ink2", "stageFloor", 6.9, 8.5),
    Pair("ink3", "paper", 5.4, 7.0),
    Pair("ink3", "panel", 4.9, 6.5),
    Pair("ink3", "surface", 5.7, 6.0),
    Pair("primary", "paper", 7.4, 9.2),
    Pair("primary", "panel", 6.8, 8.5),
    Pair("primary", "surface", 7.8, 7.9),
    Pair("primary", "primaryTint", 6.5, 6.5),
    Pair("primary", "breath", 6.5, 6.5),
    Pair("onPrimary", "primary", 8.0, 8.4),
    Pair("onPrimary", "primaryHover", 9.8, 9.7),
    Pair("onPrimary", "primaryPressed", 12.4, 11.0),
    Pair("rest", "restTint", 6.4, 7.0),
    Pair("rest", "stageRestTop", 6.5, 7.3),
    Pair("rest", "surface", 7.7, 8.0),
    Pair("caution", "paper", 6.3, 8.9),
    Pair("caution", "surface", 6.7, 7.7),
    Pair("caution", "cautionTint", 5.7, 7.1),
    Pair("onCaution", "caution", 6.8, 9.1),
)
MARKS = (
    Pair("lineStrong", "paper", 3.5, 4.8),
    Pair("lineStrong", "panel", 3.2, 4.4),
    Pair("lineStrong", "surface", 3.7, 4.1),
    Pair("primary", "track", 5.2, 6.0),
    Pair("restFill", "track", 3.5, 4.4),
    Pair("ink3", "track", 3.7, 4.6),
    Pair("cautionFill", "surface", 3.8, 5.8),
    Pair("focus", "paper", 7.4, 9.2),
    Pair("focus", "panel", 6.8, 8.5),
)
MORE_TEXT = (
    ("ink", "stageMid"),
    ("ink", "stageRestTop"),
    ("ink", "primarySoft"),
    ("ink2", "stageTop"),
    ("ink2", "restTint"),
    ("ink2", "cautionTint"),
    ("ink2", "primarySoft"),
    ("primary", "stageTop"),
    ("primary", "primarySoft"),
    ("primary", "sunken"),
)
"""Where else words stand: on the stage, in option rows, in the ring, in blocks."""
HIGH_MARKS = (
    ("line", "paper"),
    ("line", "panel"),
    ("line", "surface"),
    ("cord", "panel"),
    ("cord", "surface"),
    ("cordDone", "panel"),
    ("chartGrid", "surface"),
    ("disabledInk", "surface"),
    ("caution", "paper"),
    ("rest", "surface"),
)
"""What may be quiet in the other looks and has to be seen in high contrast."""


def contrast(theme: Theme, ink: str, ground: str) -> float:
    """The ratio of two tokens in a look, from 1 to 21."""
    return contrast_of(theme.colour(ink), theme.colour(ground))


def weak(look: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    """The pairs that are below a ratio in a look."""
    theme = Theme(LOOKS[look])
    found = [(ink, ground, contrast(theme, ink, ground)) for ink, ground in pairs]
    return [f"{i} on {g}: {ratio:.2f}" for i, g, ratio in found if ratio < least]


def names_of(pairs: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [(pair.ink, pair.ground) for pair in pairs]


@pytest.mark.parametrize("pair", [*TEXT, *MARKS], ids=lambda p: f"{p.ink} on {p.ground}")
def test_the_contrast_is_what_the_design_measured(qapp: object, pair: Pair) -> None:
    measured = [contrast(Theme(look), pair.ink, pair.ground) for look in (LIGHT, DARK)]
    assert [round(ratio, 1) for ratio in measured] == [pair.light, pair.dark]


@pytest.mark.parametrize(
    ("look", "least"), [("light", 4.5), ("dark", 4.5), ("high light", 7), ("high dark", 7)]
)
def test_all_text_can_be_read_on_its_ground(qapp: object, look: str, least: float) -> None:
    assert not weak(look, [*names_of(TEXT), *MORE_TEXT], least)


@pytest.mark.parametrize("look", LOOKS)
def test_outlines_and_marks_can_be_seen(qapp: object, look: str) -> None:
    assert not weak(look, names_of(MARKS), 3)


@pytest.mark.parametrize("look", ["high light", "high dark"])
def test_in_high_contrast_nothing_that_tells_something_is_quiet(qapp: object, look: str) -> None:
    assert not weak(look, list(HIGH_MARKS), 3)


@pytest.mark.parametrize(("look", "ink"), [("high light", "#000000"), ("high dark", "#ffffff")])
def test_in_high_contrast_ink_is_black_or_white(qapp: object, look: str, ink: str) -> None:
    theme = Theme(LOOKS[look])
    assert {theme.colour(name).name() for name in ("ink", "ink2", "ink3")} == {ink}
    assert theme.colour("line") == theme.colour("lineStrong")


def test_high_contrast_changes_tokens_that_there_are() -> None:
    assert set(tokens().contrast) == {"light", "dark"}
    for names in tokens().contrast.values():
        assert set(names) <= set(tokens().color["light"]) == set(tokens().color["dark"])


def test_a_change_is_told_once_and_none_not_at_all(qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.high_contrast))
    for settings in (LIGHT, HIGH_LIGHT, HIGH_LIGHT, HIGH_DARK, LIGHT):
        theme.apply(settings)
    assert told == [True, True, False]


def test_a_change_is_shown_at_once(qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    card = Card(theme)
    show(qtbot, card, 200, 60)

    def edge() -> str:
        return card.grab().toImage().pixelColor(100, 1).name()

    before = edge()
    theme.apply(HIGH_LIGHT)
    assert edge() == "#000000" != before
    theme.apply(LIGHT)
    assert edge() == before


def test_high_contrast_follows_the_system(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [False]
    monkeypatch.setattr(themes, "_system_wants_contrast", lambda: wanted[0])
    theme = Theme(LIGHT)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.high_contrast))
    access = QGuiApplication.styleHints().accessibility()
    for wish in (True, True, False):
        wanted[0] = wish
        access.contrastPreferenceChanged.emit(
            Qt.ContrastPreference.HighContrast if wish else Qt.ContrastPreference.NoPreference
        )
    assert told == [True, False]


def test_the_system_never_takes_away_what_the_person_chose(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(themes, "_system_wants_contrast", lambda: False)
    assert Theme(HIGH_DARK).high_contrast
    monkeypatch.setattr(themes, "_system_wants_contrast", lambda: True)
    assert Theme(LIGHT).high_contrast


def test_what_qt_draws_itself_has_the_same_colours(qtbot: QtBot) -> None:
    theme = Theme(HIGH_DARK)
    palette = QGuiApplication.palette()
    for role, name in (
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.PlaceholderText, "ink3"),
        (QPalette.ColorRole.Base, "surface"),
    ):
        assert palette.color(role) == theme.colour(name)


@pytest.mark.parametrize("look", LOOKS)
def test_a_tool_tip_reads_well_and_its_frame_is_not_seen(qapp: object, look: str) -> None:
    """Qt draws that in the colour of the words."""
    theme = Theme(LOOKS[look])
    palette = QGuiApplication.palette()
    words, ground = (
        palette.color(role)
        for role in (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase)
    )
    assert contrast_of(words, ground) >= 7
    assert contrast_of(words, theme.colour("paper")) < 1.1
    assert contrast_of(ground, theme.colour("paper")) >= 7
