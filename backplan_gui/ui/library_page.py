"""All exercises: the list, and the one that is looked at beside it or over it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..content import Content
from .library_detail import LibraryDetail
from .library_list import LibraryList
from .theme import Theme
from .widgets.card import row

NARROW = 1040
"""Below this width of the window, which grows with the text, the list stands alone."""


class LibraryPage(QWidget):
    """`now` tells milliseconds; it moves the figure."""

    try_asked = Signal(str, str)
    """Exercise, version."""

    def __init__(self, theme: Theme, content: Content, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme = theme
        self._compact = self._is_open = False
        self._exercise = content.plan.days[0].exercises[0].exercise
        self._list = LibraryList(theme, content)
        self._detail = LibraryDetail(theme, content, now)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._detail.back_asked.connect(self.go_back)
        self._detail.try_asked.connect(self.try_asked)
        layout = row(self._list)
        layout.addWidget(self._detail, 1)
        self.setLayout(layout)
        theme.changed.connect(self._arrange)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._list.show_exercise(self._exercise)
        self._arrange()

    @property
    def first_focus(self) -> QWidget:
        """The chosen row, or the way back to it."""
        return self._detail.first_focus if self._is_over else self._list.first_focus

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """The person's ask-first codes, whose notes stand on the exercises."""
        self._detail.show_codes(codes)

    def show_exercise(self, exercise: str) -> None:
        """Look at one exercise; KeyError if there is none of that id."""
        self._list.show_exercise(exercise)
        self._on_opened(exercise)

    def go_back(self) -> bool:
        """From an exercise to the list, from what was looked for to all; else False."""
        if self._is_over:
            self._is_open = False
            self._arrange()
            self._list.take_focus()
            return True
        return self._list.clear_search()

    def set_compact(self, compact: bool) -> None:
        """Smaller margins, for small windows."""
        self._compact = compact
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _is_alone(self) -> bool:
        """The list has no room beside it."""
        return self.window().width() < NARROW * max(1.0, self._theme.scale)

    @property
    def _is_over(self) -> bool:
        """The exercise lies over the list."""
        return self._is_open and self._is_alone

    def _on_chosen(self, exercise: str) -> None:
        self._exercise = exercise
        self._arrange()

    def _on_opened(self, exercise: str) -> None:
        self._exercise, self._is_open = exercise, True
        self._arrange()
        if self._is_over:
            self._detail.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt scrolls to what has the keyboard only if it came from within the same area."""
        if new is not None:
            self._list.reveal(new)
            self._detail.reveal(new)

    def _arrange(self) -> None:
        """Both side by side, or one of them; what cannot be seen is not drawn."""
        alone = self._is_alone
        for part in (self._list, self._detail):
            part.set_room(alone=alone, compact=self._compact)
        self._list.setVisible(not self._is_over)
        self._detail.setVisible(self._is_open or not alone)
        if not self._detail.isHidden():
            self._detail.show_exercise(self._exercise)
