"""The settings for what is heard, and for the screen: two cards of the settings page.

Each tells a change as the name of a field of Settings and its value, and shows what it is
told: the choices in force, and how voice, sound and screen stand on this computer.
"""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..core.settings import Settings
from ..services.awake import Answer
from ..services.voice import Silence, VoiceName
from . import settings_words as said
from .settings_voices import VoiceChoice
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, column
from .widgets.choice import Choice
from .widgets.label import Label
from .widgets.settings_card import SettingsCard
from .widgets.switch import Switch
from .widgets.volume import VolumeStepper

RATES = (-3, -1, 0, 3)
"""Tenths; 0 is as the voice speaks by itself, -1 what we begin with (Settings.voice_rate)."""


class SoundState(msgspec.Struct, frozen=True):
    """How voice, sound and screen stand."""

    voices: tuple[VoiceName, ...] = ()
    engine: str = ""
    silence: Silence = Silence.STARTING
    sounds: bool | None = None
    """There is a device to play on; None while nobody knows."""
    awake: Answer = Answer.UNASKED
    """What is known of the screen."""


class SoundCard(SettingsCard):
    """Voice, cue sounds and breathing tone."""

    changed = Signal(str, object)
    example_asked = Signal()
    moved = Signal(QWidget)
    """Something to look at, perhaps out of sight of the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sound", self.tr("Voice and sound"))
        self._settings, self._state = Settings(), SoundState()
        self._build_voice()
        self._build_example()
        self._build_cues()
        self._show()

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self._voice

    def show_settings(self, settings: Settings) -> None:
        """The choices in force."""
        self._settings = settings
        self._show()

    def show_sound(self, state: SoundState) -> None:
        """How it stands on this computer."""
        self._state = state
        self._show()

    def _build_voice(self) -> None:
        note = self.tr("Names, sides and time left")
        self._voice = self._add_switch("voice", self.tr("Spoken guidance"), note)
        self._voices = VoiceChoice(self._theme, self.tr("Voice"), self)
        self._voices.chosen.connect(self._on_voice)
        self._voices.moved.connect(self.moved)
        self.add_setting(self.tr("Voice"), self._voices.picker)
        self.add(self._voices.list)
        words = (self.tr("Slower"), self.tr("A little slower"), self.tr("Usual"), self.tr("Faster"))
        options = [(str(rate), word) for rate, word in zip(RATES, words, strict=True)]
        self._speed = Choice(self._theme, self.tr("Speed"), options)
        self._speed.chosen.connect(self._on_speed)
        self.add_setting(self.tr("Speed"), self._speed)
        less, more = self.tr("Quieter voice"), self.tr("Louder voice")
        self._voice_volume = VolumeStepper(self._theme, less, more)
        self._voice_volume.changed.connect(self._on_voice_volume)
        self.add_setting(self.tr("Voice volume"), self._voice_volume)

    def _build_example(self) -> None:
        self._example = Button(self._theme, self.tr("Hear an example"), size=44, icon="play")
        self._example.clicked.connect(self.example_asked)
        self.add_buttons(self._example)
        self._speaks = Label(self._theme, role="small", wrap=True)
        block = Card(self._theme, "sunken", outline="", radius=12)
        block.setLayout(column(self._speaks, margins=(14, 10, 14, 10)))
        self.add(block)

    def _build_cues(self) -> None:
        self._chimes = self._add_switch(
            "chimes", self.tr("Cue sounds"), self.tr("Start, halfway, end")
        )
        less, more = self.tr("Quieter cues"), self.tr("Louder cues")
        self._chime_volume = VolumeStepper(self._theme, less, more)
        self._chime_volume.changed.connect(self._on_chime_volume)
        self.add_setting(self.tr("Cue volume"), self._chime_volume)
        note = self.tr("A soft tone as long as each breath")
        self._tone = self._add_switch("breathing_tone", self.tr("Breathing tone"), note)
        self._unheard = Label(self._theme, role="small", ink="ink2", wrap=True)
        self.add(self._unheard)

    def _add_switch(self, field: str, name: str, note: str) -> Switch:
        switch = Switch(self._theme, name, note)
        switch.setObjectName(field)
        switch.clicked.connect(self._on_switch)
        self.add(switch)
        return switch

    def _show(self) -> None:
        settings, state = self._settings, self._state
        for switch in (self._voice, self._chimes, self._tone):
            switch.setChecked(getattr(settings, switch.objectName()))
        self._voices.show_voices(state.voices, settings.voice_name)
        self._speed.show_choice(str(nearest(settings.voice_rate)))
        self._voice_volume.show_volume(settings.voice_volume)
        self._chime_volume.show_volume(settings.chime_volume)
        speaks = self._voice_said()
        self._speaks.setText(speaks)
        self._example.setAccessibleDescription(speaks)
        wished = settings.chimes or settings.breathing_tone
        known = settings.voice and state.silence is Silence.NO_SOUND
        self._unheard.setText(said.unheard(known=known))
        self._unheard.setVisible(wished and state.sounds is False)

    def _voice_said(self) -> str:
        settings, state = self._settings, self._state
        heard = state.silence is not Silence.NO_SOUND if state.sounds is None else state.sounds
        guided = said.guided(cues=settings.chimes and heard)
        if not settings.voice:
            return f"{said.unspoken()} {guided}"
        speaks = said.voice_said(state.silence, state.engine)
        if state.silence:
            return f"{speaks} {guided}"
        known = ("", *(voice.name for voice in state.voices))
        return speaks if settings.voice_name in known else f"{speaks} {said.lost_voice()}"

    def _on_switch(self, on: bool) -> None:
        switch = self.sender()
        assert switch is not None
        self.changed.emit(switch.objectName(), on)

    def _on_voice(self, name: str) -> None:
        self.changed.emit("voice_name", name)

    def _on_speed(self, rate: str) -> None:
        self.changed.emit("voice_rate", int(rate))

    def _on_voice_volume(self, volume: int) -> None:
        self.changed.emit("voice_volume", volume)

    def _on_chime_volume(self, volume: int) -> None:
        self.changed.emit("chime_volume", volume)


class ScreenCard(SettingsCard):
    """Whether the screen stays on, and whether that worked."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sun", self.tr("Screen"))
        self._keep = Switch(theme, self.tr("Keep the screen on during a session"))
        self._keep.clicked.connect(self._on_keep)
        self._result = Label(theme, role="small", ink="ink2", wrap=True)
        self.add(self._keep, self._result)
        self._awake = Answer.UNASKED
        self._show()

    def show_settings(self, settings: Settings) -> None:
        """The choice in force."""
        self._keep.setChecked(settings.keep_awake)
        self._show()

    def show_awake(self, awake: Answer) -> None:
        """How it stands on this computer."""
        self._awake = awake
        self._show()

    def _show(self) -> None:
        text = said.screen_said(self._awake) if self._keep.isChecked() else ""
        self._result.setText(text)
        self._result.setVisible(bool(text))
        self._keep.setAccessibleDescription(text)

    def _on_keep(self, on: bool) -> None:
        self.changed.emit("keep_awake", on)


def nearest(rate: int) -> int:
    """The rate offered that is next to one that was kept."""
    return min(RATES, key=lambda offered: abs(offered - rate))
