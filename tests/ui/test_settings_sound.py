"""What can be heard and seen is chosen here, and the page says what works and what helps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.core.settings import Settings
from backplan_gui.services.awake import Answer
from backplan_gui.services.voice import Silence, VoiceName
from backplan_gui.ui.settings_page import SettingsPage
from backplan_gui.ui.settings_sound import RATES, SoundState
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.choice import OneOf
from backplan_gui.ui.widgets.choice_list import ChoiceList
from tests.app import somebody

from .seeing import (
    click,
    clipped,
    controls,
    grow,
    name_of,
    press,
    role_of,
    settle,
    show,
    tab_order,
    words_on,
)

FIRST = "The system’s first"
SCOTLAND = "English (Scotland)"
VOICES = (
    VoiceName("English (Great Britain)", "en-GB"),
    VoiceName(SCOTLAND, "en-GB"),
    VoiceName("English (America)", "en-US"),
)
SPEAKS = SoundState(VOICES, "eSpeak", Silence.NONE, sounds=True)
MUTE = SoundState(silence=Silence.NO_ENGINE, sounds=False, awake=Answer.NO_WAY)
MANY = tuple(VoiceName(f"Voice {n} of a rather long name", "en-GB") for n in range(60))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SettingsPage:
    page = SettingsPage(theme)
    page.show_settings(Settings(), "")
    page.show_sound(SPEAKS)
    show(qtbot, page, 880, 600)
    return page


@pytest.fixture
def told(page: SettingsPage) -> list[Settings]:
    found: list[Settings] = []
    page.settings_changed.connect(found.append)
    return found


def one_of(page: SettingsPage, setting: str) -> OneOf:
    named = [c for c in page.findChildren(OneOf) if c.accessibleName() == setting]
    (found,) = (c for c in named if not c.isHidden())
    return found


def choose(page: SettingsPage, setting: str, word: str) -> None:
    (part,) = (p for p in one_of(page, setting)._parts.values() if p.text() == word)
    click(part)


def focused() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return name_of(widget)


def key(page: QWidget, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    settle()


def described(page: SettingsPage, name: str) -> str:
    interface = QAccessible.queryAccessibleInterface(controls(page)[name])
    return interface.text(QAccessible.Text.Description)


def scroll(page: SettingsPage) -> QScrollArea:
    return page.findChildren(QScrollArea)[0]


def top(page: SettingsPage, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).y()


# --- what is chosen ---------------------------------------------------------------------


def test_every_choice_is_told_with_those_before(page: SettingsPage, told: list[Settings]) -> None:
    press(page, "Spoken guidance")
    press(page, "Voice")
    settle()
    choose(page, "Voice", SCOTLAND)
    choose(page, "Speed", "Faster")
    press(page, "Quieter voice")
    press(page, "Quieter voice")
    press(page, "Cue sounds")
    press(page, "Louder cues")
    press(page, "Breathing tone")
    press(page, "Keep the screen on during a session")
    assert len(told) == 9
    assert told[-1] == Settings(
        voice=False,
        voice_name=SCOTLAND,
        voice_rate=3,
        voice_volume=80,
        chimes=False,
        chime_volume=80,
        breathing_tone=True,
        keep_awake=False,
    )


def test_what_is_chosen_here_is_kept(tmp_path: Path) -> None:
    with somebody(tmp_path) as person:
        person.app.show("settings")
        person.click("Breathing tone")
        person.click("Usual")
        person.click("Quieter cues")
    with somebody(tmp_path) as person:
        kept = person.app.journal.settings
        assert (kept.breathing_tone, kept.voice_rate, kept.chime_volume) == (True, 0, 60)


def test_the_example_is_asked_for(page: SettingsPage) -> None:
    asked: list[bool] = []
    page.example_asked.connect(lambda: asked.append(True))
    press(page, "Hear an example")
    assert asked == [True]


def test_showing_how_it_stands_changes_no_setting(page: SettingsPage, told: list[Settings]) -> None:
    page.show_settings(Settings(voice_name=SCOTLAND, voice_rate=3), "")
    for state in (SPEAKS, SPEAKS, MUTE, SoundState(), SPEAKS):
        page.show_sound(state)
        settle()
    assert not told
    assert described(page, "Voice").startswith(SCOTLAND)


@pytest.mark.parametrize(
    ("rate", "word"),
    [
        (-3, "Slower"),
        (-2, "Slower"),
        (-1, "A little slower"),
        (0, "Usual"),
        (1, "Usual"),
        (2, "Faster"),
        (3, "Faster"),
    ],
)
def test_every_rate_that_can_be_kept_has_a_word(page: SettingsPage, rate: int, word: str) -> None:
    page.show_settings(Settings(voice_rate=rate), "")
    assert name_of(one_of(page, "Speed").current) == word
    assert Settings().voice_rate in RATES


def test_volumes_go_from_10_to_100_in_tens(page: SettingsPage, told: list[Settings]) -> None:
    assert "Louder voice" not in controls(page)
    for _ in range(9):
        press(page, "Quieter voice")
    assert [settings.voice_volume for settings in told] == list(range(90, 0, -10))
    assert "Quieter voice" not in controls(page)
    assert "10 %" in words_on(page)


def test_space_held_at_the_end_of_a_volume_switches_nothing_else(
    page: SettingsPage, told: list[Settings]
) -> None:
    page.show_settings(Settings(voice_volume=90, chime_volume=20), "")
    controls(page)["Louder voice"].setFocus()
    key(page, Qt.Key.Key_Space)
    assert focused() == "Quieter voice"
    controls(page)["Quieter cues"].setFocus()
    key(page, Qt.Key.Key_Space)
    assert focused() == "Louder cues"
    assert told[-1] == Settings(voice_volume=100, chime_volume=10)


# --- which voice ------------------------------------------------------------------------


def test_the_voices_are_a_group_of_radio_buttons_that_a_button_opens(page: SettingsPage) -> None:
    assert FIRST not in controls(page)
    button = controls(page)["Voice"]
    assert role_of(button) is QAccessible.Role.Button
    assert described(page, "Voice") == f"{FIRST}. Shows the list."
    press(page, "Voice")
    settle()
    assert described(page, "Voice") == f"{FIRST}. Hides the list."
    line = controls(page)[FIRST]
    assert role_of(line) is QAccessible.Role.RadioButton
    words = [name_of(part) for part in one_of(page, "Voice")._parts.values()]
    assert words == [FIRST, *(voice.name for voice in VOICES)]
    press(page, "Voice")
    settle()
    assert FIRST not in controls(page)


def test_the_keyboard_alone_finds_a_voice(page: SettingsPage, told: list[Settings]) -> None:
    assert tab_order(page, 1) == ["Voice"]
    key(page, Qt.Key.Key_Space)
    assert focused() == "Voice"
    assert tab_order(page, 1) == [FIRST]
    key(page, Qt.Key.Key_Down, 2)
    assert focused() == SCOTLAND
    assert [settings.voice_name for settings in told] == [VOICES[0].name, SCOTLAND]
    assert tab_order(page, 1) == ["A little slower"]
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Backtab)
    assert focused() == SCOTLAND
    key(page, Qt.Key.Key_Escape)
    assert focused() == "Voice"
    assert SCOTLAND not in controls(page)
    assert SCOTLAND in words_on(page)


def test_closing_the_list_by_pointer_keeps_the_keyboard_at_the_voice(page: SettingsPage) -> None:
    press(page, "Voice")
    settle()
    controls(page)[FIRST].setFocus()
    press(page, "Voice")
    assert focused() == "Voice"


def test_voices_of_one_name_are_one_and_a_bare_name_says_where_it_is_from(
    page: SettingsPage,
) -> None:
    voices = (VoiceName("Karen", "en-AU"), VoiceName("Daniel", "en-GB"))
    page.show_sound(SoundState((*voices, VoiceName("Karen", "en-GB")), "macOS", Silence.NONE))
    words = [name_of(part) for part in one_of(page, "Voice")._parts.values()]
    assert words == [FIRST, "Karen · Australia", "Daniel · United Kingdom"]


def test_a_voice_that_is_gone_is_said_and_not_forgotten(
    page: SettingsPage, told: list[Settings]
) -> None:
    page.show_settings(Settings(voice_name="Hazel"), "")
    assert described(page, "Voice").startswith(FIRST)
    assert any("voice you chose is not there" in text for text in words_on(page))
    press(page, "Breathing tone")
    assert told[-1].voice_name == "Hazel"


def test_of_sixty_voices_the_chosen_one_is_in_sight(page: SettingsPage) -> None:
    page.show_settings(Settings(voice_name=MANY[40].name), "")
    page.show_sound(SoundState(MANY, "eSpeak", Silence.NONE))
    press(page, "Voice")
    settle()
    frame = page.findChildren(ChoiceList)[0]
    assert frame.height() < 300
    line = one_of(page, "Voice").current
    assert line.visibleRegion().boundingRect() == line.rect()
    line.setFocus()
    key(page, Qt.Key.Key_Down, 12)
    moved = one_of(page, "Voice").current
    assert focused().startswith("Voice 52 ")
    assert moved.visibleRegion().boundingRect() == moved.rect()


def test_in_a_low_window_the_page_follows_the_keyboard(page: SettingsPage) -> None:
    page.resize(880, 300)
    controls(page)["Voice"].setFocus()
    key(page, Qt.Key.Key_Space)
    (frame,) = page.findChildren(ChoiceList)
    assert frame.visibleRegion().boundingRect() == frame.rect()
    assert tab_order(page, 1) == [FIRST]
    scroll(page).verticalScrollBar().setValue(0)
    key(page, Qt.Key.Key_Down, 3)
    line = one_of(page, "Voice").current
    assert line.visibleRegion().boundingRect() == line.rect()
    scroll(page).verticalScrollBar().setValue(240)
    key(page, Qt.Key.Key_Escape)
    button = controls(page)["Voice"]
    assert focused() == "Voice"
    assert button.visibleRegion().boundingRect() == button.rect()


# --- what works -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("silence", "said"),
    [
        (Silence.STARTING, "getting ready"),
        (Silence.NO_ENGINE, "no voice installed"),
        (Silence.NO_SOUND, "No sound device"),
        (Silence.NO_VOICE, "no English voice"),
        (Silence.HANGS, "does not answer"),
    ],
)
def test_silence_has_a_reason_and_something_that_guides(
    page: SettingsPage, silence: Silence, said: str
) -> None:
    page.show_sound(SoundState(silence=silence, sounds=True))
    assert said in described(page, "Hear an example")
    assert described(page, "Hear an example").endswith("Cue sounds and the screen guide you.")
    assert described(page, "Hear an example") in words_on(page)
    page.show_sound(SoundState(silence=silence, sounds=False))
    assert described(page, "Hear an example").endswith(" The screen guides you.")


def test_while_nobody_knows_of_sounds_a_missing_device_counts_for_all(page: SettingsPage) -> None:
    page.show_sound(SoundState(silence=Silence.NO_SOUND))
    assert described(page, "Hear an example").endswith(" The screen guides you.")
    page.show_sound(SoundState(silence=Silence.HANGS))
    assert described(page, "Hear an example").endswith("Cue sounds and the screen guide you.")


def test_who_wants_no_voice_is_not_told_that_there_is_none(page: SettingsPage) -> None:
    page.show_sound(MUTE)
    press(page, "Spoken guidance")
    assert described(page, "Hear an example") == "Nothing is spoken. The screen guides you."


def test_the_voice_is_named(page: SettingsPage) -> None:
    assert any(text.startswith("eSpeak speaks") for text in words_on(page))


def test_sounds_that_cannot_be_heard_are_said_to_be_silent(page: SettingsPage) -> None:
    def is_said() -> bool:
        return any("these are silent" in text for text in words_on(page))

    assert not is_said()
    page.show_sound(SoundState(sounds=None))
    assert not is_said()
    page.show_sound(SoundState(sounds=False))
    assert is_said()
    press(page, "Cue sounds")
    assert not is_said()
    press(page, "Breathing tone")
    assert is_said()


def test_a_missing_device_is_said_once(page: SettingsPage) -> None:
    def told() -> list[str]:
        found = [text for text in words_on(page) if "No sound device" in text]
        return found + [text for text in words_on(page) if "are silent" in text]

    page.show_sound(SoundState(silence=Silence.NO_SOUND, sounds=False))
    missing = "No sound device was found. Connect or switch one on. The screen guides you."
    assert told() == [missing, "So these are silent too."]
    press(page, "Spoken guidance")
    alone = "No sound device was found, so these are silent. The screen shows every cue."
    assert told() == [alone, alone]


@pytest.mark.parametrize(
    ("awake", "said"),
    [
        (Answer.UNASKED, "asked for it when a session begins."),
        (Answer.OFFERED, "can be kept on here"),
        (Answer.KEPT, "This computer keeps it on."),
        (Answer.NO_WAY, "cannot be kept on here: this desktop offers no way."),
        (Answer.NO_ANSWER, "could not be kept on here: the desktop did not answer."),
    ],
)
def test_the_screen_tells_how_it_went_or_why_not(
    page: SettingsPage, awake: Answer, said: str
) -> None:
    name = "Keep the screen on during a session"
    page.show_sound(SoundState(awake=awake))
    text = described(page, name)
    assert said in text
    assert ("own settings can keep it on" in text) is (": " in said)
    assert text in words_on(page)
    press(page, name)
    assert text not in words_on(page)


# --- while the person is in the middle of it ----------------------------------------------


@pytest.mark.parametrize("name", ["Hear an example", "Breathing tone", "Voice", "Louder cues"])
def test_news_move_neither_keyboard_nor_page(page: SettingsPage, name: str) -> None:
    widget = controls(page)[name]
    widget.setFocus()
    scroll(page).verticalScrollBar().setValue(60)
    place = top(page, widget)
    for state in (MUTE, SoundState(), SoundState(silence=Silence.HANGS, sounds=False), SPEAKS):
        page.show_sound(state)
        settle()
        assert focused() == name
        assert top(page, widget) == place


def test_what_is_read_far_below_stays_where_it_is(page: SettingsPage) -> None:
    bar = scroll(page).verticalScrollBar()
    bar.setValue(bar.maximum() - 200)
    settle()
    widget = page.childAt(page.rect().center())
    assert widget is not None
    place = top(page, widget)
    page.show_sound(MUTE)
    settle()
    assert top(page, widget) == place


def test_at_the_top_the_page_stays_at_the_top(page: SettingsPage) -> None:
    controls(page)["Cue sounds"].setFocus()
    page.show_sound(MUTE)
    settle()
    assert scroll(page).verticalScrollBar().value() == 0


def test_the_keyboard_stays_in_a_list_whose_voices_change(page: SettingsPage) -> None:
    press(page, "Voice")
    settle()
    choose(page, "Voice", SCOTLAND)
    controls(page)[SCOTLAND].setFocus()
    page.show_sound(SoundState((VOICES[1], VoiceName("English (Lancaster)", "en-GB")), "eSpeak"))
    settle()
    assert focused() == SCOTLAND
    assert tab_order(page, 1) == ["A little slower"]
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Backtab)
    page.show_sound(MUTE)
    settle()
    assert focused() == FIRST


# --- how it looks -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "size"), [(1120, 100), (620, 100), (824, 160), (648, 200), (568, 200)]
)
@pytest.mark.parametrize("state", [MUTE, SoundState(MANY, "Speech Dispatcher", Silence.NONE)])
def test_nothing_is_cut_off_with_the_list_open(
    page: SettingsPage, theme: Theme, width: int, size: int, state: SoundState
) -> None:
    page.show_settings(Settings(text_size=size, voice_name=MANY[3].name), "")
    page.show_sound(state)
    grow(theme, size)
    page.resize(width, 600)
    press(page, "Voice")
    settle()
    assert not clipped(page)
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
    for control in controls(page).values():
        parent = control.parentWidget()
        assert parent is not None
        assert parent.rect().contains(control.geometry()), name_of(control)
        assert control.height() >= 44
        assert control.cursor().shape() in (
            Qt.CursorShape.PointingHandCursor,
            Qt.CursorShape.IBeamCursor,
        )
