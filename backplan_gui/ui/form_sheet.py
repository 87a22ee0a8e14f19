"""A sheet with a form on it: several answers, taken together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from .theme import Theme
from .widgets.button import Button, Kind
from .widgets.flow import Flow
from .widgets.sheet import Sheet


class FormSheet(Sheet):
    """Enter takes the answers as they stand, Esc and the cross leave all as it was before.

    A box or switch is set by Space or a click, so Enter is free; on a button it presses that.
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        text: str,
        form: QWidget,
        *,
        take: str,
        leave: str,
    ) -> None:
        super().__init__(theme, window, title, text, body=form)
        self._take = Button(theme, take, Kind.PRIMARY, size=56, key=self.tr("Enter"))
        self._take.clicked.connect(self.take)
        self._leave = Button(theme, leave, Kind.QUIET, key=self.tr("Esc"))
        self._leave.clicked.connect(self.dismiss)
        line = Flow(self._take, self._leave, gap=12)
        line.setContentsMargins(0, 8, 0, 0)
        self.body.addLayout(line)
        for part in (form, self._take, self._leave):
            part.show()  # at once, so that the sheet is as high as they need
        self.place()

    def take(self) -> None:
        """Close with the answers."""
        self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # the key may still be down that opened the sheet
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and not focused.isCheckable():
                focused.click()
            else:
                self.take()
