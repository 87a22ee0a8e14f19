"""Which voice: the one in force on a button, and all there are in a list that it opens."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ..services.voice import VoiceName
from .settings_words import voice_title
from .theme import Theme
from .widgets.choice_list import ChoiceList
from .widgets.picker import Picker


class VoiceChoice(QObject):
    """The button and the list, for a card to put below each other."""

    chosen = Signal(str)
    """The name of a voice, "" for the system's first."""
    moved = Signal(QWidget)
    """Something to look at, perhaps out of sight of the page."""

    def __init__(self, theme: Theme, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._first = self.tr("The system’s first")
        self._value = ""
        self.picker = Picker(theme, name)
        self.picker.clicked.connect(self._on_picker)
        self.list = ChoiceList(theme, name)
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self.moved)
        self.list.left.connect(self._close)
        self.list.hide()

    def show_voices(self, voices: Sequence[VoiceName], chosen: str) -> None:
        """Those there are; for one that is not among them stands the system's first."""
        options = {"": self._first}
        for voice in voices:
            options.setdefault(voice.name, voice_title(voice))
        value = chosen if chosen in options else ""
        self._value = options[value]
        self.list.show_options(tuple(options.items()), value, self.picker)
        self._show_picker()

    def _on_picker(self) -> None:
        if self.picker.is_open:
            self._close()
            return
        self.list.show()
        self._show_picker()
        self.moved.emit(self.list)

    def _close(self) -> None:
        if self.list.has_keyboard:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.hide()
        self._show_picker()
        self.moved.emit(self.picker)

    def _show_picker(self) -> None:
        self.picker.show_value(self._value, is_open=not self.list.isHidden())
