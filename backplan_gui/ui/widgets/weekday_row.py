"""A weekday and what is picked for it: on a button, and in a list that the button opens."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .card import column
from .choice_list import ChoiceList
from .flow import Flow
from .label import Label
from .picker import Picker

GAP = 8
LABEL, WIDE = 100, 300
"""Pixels at 100 % for the weekday and for its button, so that all buttons stand in line."""


class WeekdayRow(QWidget):
    """The list is made when it is first opened: seven of them are much to make."""

    picked = Signal(int, int)
    """The weekday, Monday is 0, and the number that was picked."""
    opened = Signal(int)
    moved = Signal(QWidget)
    """Something to look at, perhaps out of sight of the page."""

    def __init__(self, theme: Theme, weekday: int, name: str, options: Sequence[str]) -> None:
        """The place of an option is its number."""
        super().__init__()
        self._theme, self._weekday, self._name = theme, weekday, name
        self._options, self._value = tuple(options), 0
        self.picker = Picker(theme, name, wide=WIDE)
        self.picker.clicked.connect(self._on_picker)
        line = QWidget()
        self._label = Label(theme, name)
        line.setLayout(Flow(self._label, self.picker, gap=16, line_gap=2))
        self._column = column(line, gap=GAP)
        self.setLayout(self._column)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.show_value(0)

    def show_value(self, number: int) -> None:
        """What is picked."""
        self._value = number
        if self.picker.is_open:
            self._fill_list()
        self._show_picker(is_open=self.picker.is_open)

    def close_list(self) -> None:
        """Hide the list; what had the keyboard in it gives it back to the button."""
        if not self.picker.is_open:
            return
        if self._list.has_keyboard:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.hide()
        self._show_picker(is_open=False)
        self.moved.emit(self.picker)

    @cached_property
    def _list(self) -> ChoiceList:
        made = ChoiceList(self._theme, self._name)
        made.chosen.connect(self._on_chosen)
        made.moved.connect(self.moved)
        made.left.connect(self.close_list)
        made.hide()
        self._column.addWidget(made)
        return made

    def _on_picker(self) -> None:
        if self.picker.is_open:
            self.close_list()
            return
        self.opened.emit(self._weekday)
        self._fill_list()
        self._list.show()
        self._show_picker(is_open=True)
        self.moved.emit(self._list)

    def _on_chosen(self, value: str) -> None:
        self.picked.emit(self._weekday, int(value))
        if not self._list.has_keyboard:  # by the pointer: then nothing more is to be tried
            self.close_list()

    def _fill_list(self) -> None:
        options = tuple((str(n), option) for n, option in enumerate(self._options))
        self._list.show_options(options, str(self._value), self.picker)

    def _show_picker(self, *, is_open: bool) -> None:
        self.picker.show_value(self._options[self._value], is_open=is_open)

    def _restyle(self) -> None:
        self._label.setMinimumWidth(self._theme.px(LABEL))
