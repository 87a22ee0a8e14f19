"""See the moves first: every exercise of a day to read before anything starts."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from .. import words
from ..content import Content
from ..core.exercise import Version
from .moves_section import ExerciseSection
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Filled, Scroll, column, row
from .widgets.label import Label

_WIDEST_CONTENT = 960


class MovesPage(QWidget):
    """The exercises of one day, one below the other."""

    back_asked = Signal()

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._number = 0
        self._codes: tuple[str, ...] = ()
        self._versions: Mapping[str, Version] = {}
        self._compact = False
        self._target = ""
        self._sections: list[ExerciseSection] = []
        self._column = column(gap=16)
        self.setAccessibleName(self.tr("See the moves first"))
        self._inside = QWidget()
        self._inside.setLayout(self._column)
        self._scroll = Scroll(theme, self._inside)
        self.setLayout(column(self._build_head(), self._scroll))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    @property
    def first_focus(self) -> QWidget:
        """The way back."""
        return self._back

    def show_day(
        self,
        number: int,
        exercise_id: str = "",
        codes: tuple[str, ...] = (),
        versions: Mapping[str, Version] | None = None,
    ) -> None:
        """The exercises of a day, scrolled to one of them if it is named.

        `codes` are those of the person's ask-first answers: their notes stand first.
        `versions` says in which version exercises begin; those not named are standard.
        """
        versions = versions or {}
        if (number, codes, versions) != (self._number, self._codes, self._versions):
            self._number, self._codes, self._versions = number, codes, dict(versions)
            self._build_sections()
        text = self._content.day_text(number)
        days = len(self._content.plan.days)
        day = self.tr("Day {} of {}").format(number, days)
        self._overline.setText(words.MIDDLE_DOT.join((day, text.short)))
        self._target = exercise_id
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        self._go_to_target()

    def set_compact(self, compact: bool) -> None:
        """Smaller margins, for small windows."""
        if compact != self._compact:
            self._compact = compact
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_to_target()

    def _build_head(self) -> QWidget:
        self._back = Button(self._theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.back_asked)
        self._overline = Label(self._theme, role="label", ink="primary", wrap=True)
        title = Label(self._theme, self.tr("See the moves first"), "h2", wrap=True)
        self._head_layout = column(self._overline, title, gap=2)
        line = row(self._back, gap=20)
        line.addLayout(self._head_layout, 1)
        self._head = Filled(self._theme, "paper")
        self._head.setLayout(line)
        self._head_line = line
        return self._head

    def _build_sections(self) -> None:
        for section in self._sections:
            self._column.removeWidget(section)
            section.hide()
            section.deleteLater()
        self._sections = []
        for prescription in self._content.plan.day(self._number).exercises:
            text = self._content.text(prescription.exercise)
            section = ExerciseSection(
                self._theme,
                self._content.exercises[prescription.exercise],
                text,
                words.dose(prescription.dose, text),
                self._codes,
                version=self._versions.get(prescription.exercise, Version.STANDARD),
            )
            self._sections.append(section)
            self._column.addWidget(section)
            section.show()  # at once: the way to one of them is measured before the next event

    def _fit(self) -> None:
        """Margins for the page's width; the scroll bar lies in the right one."""
        margin = 24 if self._compact else 32
        right = max(margin, self.width() - margin - _WIDEST_CONTENT)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._column.setContentsMargins(margin, 4, right - taken, 24)
        top = 16 if self._compact else 26
        self._head_line.setContentsMargins(margin, top, right, 12)
        for section in self._sections:
            section.set_width(self.width() - margin - right)

    def _go_to_target(self) -> None:
        """Bring the exercise asked for to the top, as soon as the page knows its own height."""
        named = (s for s in self._sections if s.objectName() == self._target)
        section = next(named, None)
        if section is None or not self.isVisible():
            return
        inside, view = self._inside, self._scroll.viewport()
        self._column.activate()
        inside.resize(view.width(), self._column.totalHeightForWidth(view.width()))
        bar = self._scroll.verticalScrollBar()
        bar.setRange(0, max(0, inside.height() - view.height()))
        bar.setValue(section.y() - 4)
        self._target = ""
