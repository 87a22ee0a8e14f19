"""What helps where there is no voice depends on the system and on what speaks there."""

import sys

import pytest

from backplan_gui.services.voice import Silence, VoiceName
from backplan_gui.ui.settings_words import voice_said, voice_title


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("linux", "Install Speech Dispatcher with eSpeak, then press Hear an example."),
        ("win32", "Add one in the system’s settings, then press Hear an example."),
        ("darwin", "Add one in the system’s settings, then press Hear an example."),
    ],
)
def test_a_missing_voice_is_got_in_the_way_of_the_system(
    monkeypatch: pytest.MonkeyPatch, platform: str, said: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    text = voice_said(Silence.NO_ENGINE, "")
    monkeypatch.undo()
    assert text == f"This computer has no voice installed. {said}"


@pytest.mark.parametrize(
    ("silence", "engine", "begins"),
    [
        (Silence.NONE, "eSpeak", "eSpeak speaks"),
        (Silence.NONE, "", "This computer’s own voice speaks"),
        (Silence.NO_VOICE, "Festival", "Festival has no English voice"),
        (Silence.NO_VOICE, "", "This computer has no English voice"),
    ],
)
def test_the_engine_is_named_where_its_name_is_known(
    silence: Silence, engine: str, begins: str
) -> None:
    assert voice_said(silence, engine).startswith(begins)


@pytest.mark.parametrize(
    ("name", "locale", "title"),
    [
        ("English (Caribbean)", "en-US", "English (Caribbean)"),
        ("Daniel", "en-GB", "Daniel · United Kingdom"),
        ("Robot", "", "Robot"),
    ],
)
def test_a_voice_says_once_where_it_is_from(name: str, locale: str, title: str) -> None:
    assert voice_title(VoiceName(name, locale)) == title
