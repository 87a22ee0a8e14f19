"""The words of the mini player: phase, exercise, set and breath, or for a while one line."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .fitting_label import FittingLabel
from .label import Label

NAME_ROLES = ("h3", "label", "smallStrong")


class Words(NamedTuple):
    """What is said now; `ink` is the token of the phase."""

    phase: str = ""
    ink: str = "ink2"
    name: str = ""
    set_line: str = ""
    breath: str = ""
    line: str = ""
    """On the way into a position and out of it: what to do, instead of set and breath."""


class MiniWords(QWidget):
    """Below each other in the middle of its height; a long name ends in dots."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words, self._said = Words(), ""
        self._phase = FittingLabel(theme, ("button", "smallStrong"), parent=self)
        self._name = Label(theme, "", NAME_ROLES[0], parent=self)
        self._set = FittingLabel(theme, ("body", "small"), "ink2", parent=self)
        self._breath = FittingLabel(theme, ("label", "smallStrong"), parent=self)
        self._told = FittingLabel(theme, ("small",), parent=self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._place)

    def show_words(self, words: Words) -> None:
        """Say this."""
        if words != self._words:
            self._words = words
            self._place()

    def say(self, text: str) -> None:
        """Say this under the phase instead of the rest, or with "" no longer."""
        if text != self._said:
            self._said = text
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        words = self._words
        self._phase.set_role("button", words.ink)
        self._phase.setText(words.phase)
        self._set.setText(words.set_line)
        self._breath.setText(words.breath)
        self._fit_name(words.name)
        if self._said or words.line:
            self._told.setText(self._said or words.line)
            shown: list[Label] = [self._phase, self._name, self._told]
            if self._said or sum(self._height(label) for label in shown) > self.height():
                shown.remove(self._name)
            if sum(map(self._height, shown)) > self.height():
                shown.remove(self._phase)  # what to do is told in whole
        else:
            shown = [self._phase, self._name, self._set, self._breath]
            for label in (self._set, self._name):  # where all of it is too much
                if sum(map(self._height, shown)) > self.height():
                    shown.remove(label)
        for label in (self._phase, self._name, self._set, self._breath, self._told):
            label.setVisible(label in shown and bool(label.text()))
        heights = [self._height(label) for label in shown]
        top = max(0, (self.height() - sum(heights)) // 2)
        for label, high in zip(shown, heights, strict=True):
            label.setGeometry(0, top, self.width(), high)
            top += high

    def _height(self, label: Label) -> int:
        if not label.text():
            return 0
        if isinstance(label, FittingLabel):
            return label.fit(self.width())
        return label.sizeHint().height()

    def _fit_name(self, name: str) -> None:
        """In the largest style in which it fits, or with dots at its end."""
        room = self.width() - 2
        for role in NAME_ROLES:
            self._name.set_role(role)
            metrics = QFontMetricsF(self._theme.font(role))
            if metrics.horizontalAdvance(name) <= room:
                break
        dots = Qt.TextElideMode.ElideRight
        self._name.setText(metrics.elidedText(name, dots, room))
