"""The person's choices in cards, two columns of them where there is room.

Every change is told at once as a whole new value; there is nothing to save.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from .. import words
from ..core.plan import Side
from ..core.settings import (
    GET_READY_EXTRAS,
    REST_EXTRAS,
    TEXT_SIZES,
    Pace,
    Settings,
)
from ..core.settings import Theme as Colours
from . import page_margins
from .settings_backups import BackupsCard
from .settings_data import DataCard
from .settings_sound import ScreenCard, SoundCard, SoundState
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Scroll, column
from .widgets.choice import Choice
from .widgets.field import Field
from .widgets.in_place import in_place, lay_out
from .widgets.label import Label
from .widgets.settings_card import SettingsCard
from .widgets.stepper import Stepper
from .widgets.switch import Switch

NARROW = 1040
"""Below this width of the window, which grows with the text, there is one column."""
LONGEST_NUMBER = 20
AIR = 16
"""Around what is scrolled into sight."""


class SettingsPage(QWidget):
    """All settings there are."""

    settings_changed = Signal(object)
    signs_asked = Signal()
    about_asked = Signal()
    keys_asked = Signal()
    folder_asked = Signal()
    equipment_asked = Signal()
    example_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._settings = theme, Settings()
        self._switches: list[Switch] = []
        """Each named by the field it stands for."""
        self.backups, self.data = BackupsCard(theme), DataCard(theme)
        left = [*self._build_senses(), self._build_safety(), self._build_home()]
        right = [self._build_timing(), self._build_appearance()]
        right += [self.data, self.backups, self._build_about()]
        self.data.folder_asked.connect(self.folder_asked)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(14)
        for cards in (left, right):
            self._columns.addWidget(_stack(cards), 1)
        self._frame = column(Label(theme, self.tr("Settings"), "h1"))
        self._frame.addSpacing(14)
        self._frame.addLayout(self._columns)
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self._scroll = Scroll(theme, inside)
        self.setLayout(column(self._scroll))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        theme.changed.connect(self._arrange)
        self.show_settings(self._settings, "")

    @property
    def first_focus(self) -> QWidget:
        """The first choice."""
        return self._sound.first_focus

    def show_settings(self, settings: Settings, folder: str) -> None:
        """The choices in force, and where everything is kept."""
        self._settings = settings
        self._show_senses()
        self._get_ready.show_choice(str(settings.get_ready_extra))
        self._rest.show_choice(str(settings.rest_extra))
        self._pace.show_choice(settings.pace)
        self._first_side.show_choice(settings.first_side)
        self._colours.show_choice(settings.theme)
        for switch in self._switches:
            switch.setChecked(getattr(settings, switch.objectName()))
        if self._number.text().strip() != settings.emergency_number:
            self._number.setText(settings.emergency_number)
        self.data.show_folder(folder)
        self._show_size()

    def show_sound(self, state: SoundState) -> None:
        """How voice, sound and screen stand; what is in sight stays where it is."""
        with in_place(self._scroll):
            self._sound.show_sound(state)
            self._screen.show_awake(state.awake)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_senses(self) -> list[SettingsCard]:
        self._sound, self._screen = SoundCard(self._theme), ScreenCard(self._theme)
        self._sound.changed.connect(self._on_sense)
        self._sound.example_asked.connect(self.example_asked)
        self._sound.moved.connect(self._reveal)
        self._screen.changed.connect(self._on_sense)
        return [self._sound, self._screen]

    def _build_timing(self) -> SettingsCard:
        card = SettingsCard(self._theme, "clock", self.tr("Timing"))
        self._get_ready = self._add_choice(card, self.tr("Get ready"), self._more(GET_READY_EXTRAS))
        self._rest = self._add_choice(card, self.tr("Rest"), self._more(REST_EXTRAS))
        paces = (
            (Pace.WRITTEN, self.tr("As written")),
            (Pace.SLOWER, self.tr("Slower")),
            (Pace.SLOWEST, self.tr("Slowest")),
            (Pace.OWN, self.tr("My own")),
        )
        self._pace = self._add_choice(card, self.tr("Rep pace"), paces)
        sides = ((Side.LEFT, self.tr("Left")), (Side.RIGHT, self.tr("Right")))
        self._first_side = self._add_choice(card, self.tr("Comfortable side first"), sides)
        self._add_switch(card, "fewer_changes", self.tr("Fewer changes of side"))
        self._get_ready.chosen.connect(self._on_get_ready)
        self._rest.chosen.connect(self._on_rest)
        self._pace.chosen.connect(self._on_pace)
        self._first_side.chosen.connect(self._on_first_side)
        return card

    def _build_appearance(self) -> SettingsCard:
        card = SettingsCard(self._theme, "eye", self.tr("Appearance"))
        colours = (
            (Colours.SYSTEM, self.tr("System")),
            (Colours.LIGHT, self.tr("Light")),
            (Colours.DARK, self.tr("Dark")),
        )
        self._colours = self._add_choice(card, self.tr("Theme"), colours)
        self._size = Stepper(self._theme, self.tr("Smaller text"), self.tr("Larger text"))
        card.add_setting(self.tr("Text size"), self._size)
        self._add_switch(card, "reduce_motion", self.tr("Reduce motion"))
        still = self.tr("Key positions only; the ring goes on.")
        self._add_switch(card, "freeze_figure", self.tr("Freeze the figure"), still)
        note = self.tr("On by itself where your system asks for it.")
        self._add_switch(card, "high_contrast", self.tr("High contrast"), note)
        mirror = self.tr("Left and right keep their names.")
        self._add_switch(card, "mirror_figure", self.tr("Mirror the figure"), mirror)
        self._colours.chosen.connect(self._on_colours)
        self._size.less_asked.connect(self._on_smaller)
        self._size.more_asked.connect(self._on_larger)
        return card

    def _build_safety(self) -> SettingsCard:
        card = SettingsCard(self._theme, "help", self.tr("Safety"))
        name = self.tr("Emergency number")
        note = self.tr("Shown first if a warning sign needs help at once.")
        self._number = Field(self._theme, name, self.tr("For example 112"))
        self._number.setMaxLength(LONGEST_NUMBER)
        self._number.setAccessibleDescription(note)
        self._number.textEdited.connect(self._on_number)
        label = Label(self._theme, name, wrap=True)
        label.setBuddy(self._number)
        card.add(label, self._number, Label(self._theme, note, "small", "ink2", wrap=True))
        asked = self.tr("One number before a session and one after. Off, nothing is asked.")
        self._add_switch(card, "questions", self.tr("Questions about pain"), asked)
        signs = Button(self._theme, self.tr("Warning signs"), size=44, icon="help")
        signs.clicked.connect(self.signs_asked)
        card.add_buttons(signs)
        return card

    def _build_home(self) -> SettingsCard:
        card = SettingsCard(self._theme, "mat", self.tr("At home"))
        note = self.tr("A line at a time, before the first floor exercise and after the last.")
        self._add_switch(card, "floor_help", self.tr("Help me get down and up"), note)
        things = Button(self._theme, self.tr("What I have"), size=44, icon="chair")
        things.clicked.connect(self.equipment_asked)
        card.add_buttons(things)
        return card

    def _build_about(self) -> SettingsCard:
        card = SettingsCard(self._theme, "info", self.tr("About"))
        about = Button(self._theme, self.tr("About Backplan"), size=44, icon="info")
        keys = Button(self._theme, self.tr("Keyboard"), size=44, icon="keyboard")
        about.clicked.connect(self.about_asked)
        keys.clicked.connect(self.keys_asked)
        card.add_buttons(about, keys)
        return card

    def _add_choice(
        self, card: SettingsCard, name: str, options: Sequence[tuple[str, str]]
    ) -> Choice:
        choice = Choice(self._theme, name, options)
        card.add_setting(name, choice)
        return choice

    def _add_switch(self, card: SettingsCard, field: str, name: str, note: str = "") -> None:
        switch = Switch(self._theme, name, note)
        switch.setObjectName(field)
        switch.clicked.connect(self._on_switch)
        self._switches.append(switch)
        card.add(switch)

    def _more(self, extras: Sequence[int]) -> list[tuple[str, str]]:
        """Seconds on top of those that are written, as options."""
        written = self.tr("As written")
        return [(str(n), words.seconds_more(n) if n else written) for n in extras]

    def _on_sense(self, field: str, value: object) -> None:
        self._change(**{field: value})
        with in_place(self._scroll):
            self._show_senses()

    def _reveal(self, widget: QWidget) -> None:
        lay_out()
        self._scroll.ensureWidgetVisible(widget, 0, AIR)

    def _on_get_ready(self, value: str) -> None:
        self._change(get_ready_extra=int(value))

    def _on_rest(self, value: str) -> None:
        self._change(rest_extra=int(value))

    def _on_pace(self, value: str) -> None:
        self._change(pace=Pace(value))

    def _on_first_side(self, value: str) -> None:
        self._change(first_side=Side(value))

    def _on_switch(self, on: bool) -> None:
        switch = self.sender()
        assert switch is not None
        self._change(**{switch.objectName(): on})

    def _on_colours(self, value: str) -> None:
        self._change(theme=Colours(value))

    def _on_smaller(self) -> None:
        self._step(-1)

    def _on_larger(self) -> None:
        self._step(1)

    def _on_number(self, text: str) -> None:
        self._change(emergency_number=text.strip())

    def _step(self, by: int) -> None:
        size = TEXT_SIZES[TEXT_SIZES.index(self._settings.text_size) + by]
        with in_place(self._scroll, self._size):  # it is pressed again where it is
            self._change(text_size=size)
            self._show_size()

    def _change(self, **fields: Any) -> None:
        self._settings = msgspec.structs.replace(self._settings, **fields)
        self.settings_changed.emit(self._settings)

    def _show_senses(self) -> None:
        self._sound.show_settings(self._settings)
        self._screen.show_settings(self._settings)

    def _show_size(self) -> None:
        size = self._settings.text_size
        self._size.show_value(
            words.percent(size), smallest=size == TEXT_SIZES[0], largest=size == TEXT_SIZES[-1]
        )

    def _arrange(self) -> None:
        """Margins for the window's width; the scroll bar lies in the right one."""
        narrow = self.window().width() < NARROW * max(1, self._theme.scale)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        edge = page_margins.left(self.width(), compact=narrow)
        widest = page_margins.WIDEST * max(1, self._theme.scale)
        right = page_margins.right(self.width(), edge, widest)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._frame.setContentsMargins(edge, 26, right - taken, 28)


def _stack(cards: Sequence[QWidget]) -> QWidget:
    """Cards below each other, all of one width."""
    layout = column(*cards, gap=14)
    layout.addStretch(1)
    stack = QWidget()
    stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    stack.setLayout(layout)
    return stack
