"""An exercise to look at: the figure as it moves, and beside it where the movement leads.

Time comes from outside; a timer only looks, and only while somebody can see it. Where motion
is reduced nothing moves by itself: the button leads from one key pose to the next.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ..content import Content
from ..core.preview import Preview, Ways, preview_at, stills
from . import library_look as look
from .library_look import Subject
from .library_panel import CORNER, LibraryPanel
from .theme import Theme
from .widgets.button import RoundButton
from .widgets.card import column, row
from .widgets.label import Label

LOOK_MS = 80
"""From one look at the time to the next."""
GAP = 10
WRITTEN = 1000
"""Thousandths of the written tempo."""


class LibraryStage(QWidget):
    """Shows a Subject; `now` tells milliseconds."""

    def __init__(self, theme: Theme, content: Content, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._content, self._now = theme, content, now
        self._subject: Subject | None = None
        self._ways: Ways | None = None
        self._stills: tuple[Preview, ...] = ()
        self._shown: tuple[Subject, Preview] | None = None
        self._gone, self._since, self._step = 0, 0, 0
        self._permille = WRITTEN
        self._paused = False
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        theme.changed.connect(self._settle)

    @property
    def is_moving(self) -> bool:
        """The figure moves by itself."""
        return self._timer.isActive()

    def show_subject(self, subject: Subject) -> None:
        """Look at this from now on; another exercise or version begins at its start."""
        before, self._subject = self._subject, subject
        if before is None or before.exercise != subject.exercise:
            self._paused = False
        if before is None or _form(before) != _form(subject):
            self._begin(subject)
        self._settle()

    def set_pace(self, permille: int) -> None:
        """How long everything takes, in thousandths of the written tempo."""
        self._gone, self._since = self._elapsed(), self._now()
        self._permille = permille
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is minimised shows nothing."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._settle()
        return False

    def _build(self) -> None:
        theme = self._theme
        self._moving, self._goal = LibraryPanel(theme), LibraryPanel(theme)
        self._button = RoundButton(theme, "", diameter=CORNER)
        self._button.clicked.connect(self._on_button)
        self._moving.set_corner(self._button)
        note = self.tr("The figure stands still. Play shows the next position.")
        self._note = Label(theme, note, "small", "ink2", wrap=True)
        layout = column(gap=8)
        layout.addLayout(row(self._moving, self._goal, gap=GAP))
        layout.addWidget(self._note)
        self.setLayout(layout)

    def _begin(self, subject: Subject) -> None:
        """From the start, in panels that know all they will have to say."""
        content = self._content
        self._gone, self._since, self._step = 0, self._now(), 0
        self._ways = look.ways(subject, content)
        self._stills = stills(look.form(subject, content), self._ways)
        said = look.captions(subject, content, self._stills)
        self._moving.expect(said)
        self._goal.expect(said)

    def _elapsed(self) -> int:
        """Milliseconds of the written tempo since the look began."""
        if not self._timer.isActive():
            return self._gone
        return self._gone + (self._now() - self._since) * WRITTEN // self._permille

    def _settle(self) -> None:
        """Move if the figure should, or stand still, as things are now."""
        in_sight = self.isVisible() and not self.window().isMinimized()
        still = self._paused or self._theme.still_figure or self._subject is None
        if in_sight and not still:
            if not self._timer.isActive():
                self._since = self._now()
                self._timer.start()
        elif self._timer.isActive():
            self._gone = self._elapsed()
            self._timer.stop()
        self._note.setVisible(self._theme.still_figure)
        self._name_button()
        self._look()

    def _name_button(self) -> None:
        if self._theme.still_figure:
            name, icon = self.tr("Show the next position"), "play"
        elif self._paused:
            name, icon = self.tr("Play"), "play"
        else:
            name, icon = self.tr("Pause"), "pause"
        self._button.setAccessibleName(name)
        self._button.setToolTip(name)
        self._button.set_icon(icon)

    def _on_button(self) -> None:
        if self._theme.still_figure:
            self._step += 1
        else:
            self._paused = not self._paused
        self._settle()

    def _look(self) -> None:
        """Draw what is on now."""
        subject = self._subject
        if subject is None or self._ways is None:
            return
        if self._theme.still_figure:
            preview = self._stills[self._step % len(self._stills)]
        else:
            exercise = look.form(subject, self._content)
            preview = preview_at(exercise, self._elapsed(), self._ways)
        if (subject, preview) == self._shown:
            return
        self._shown = (subject, preview)
        content = self._content
        goal = look.goal(subject, preview, content, self._stills)
        lines = look.caption(subject, preview, content), look.goal_caption(subject, goal, content)
        panels = (self._moving, self._goal)
        for panel, seen, line in zip(panels, (preview, goal), lines, strict=True):
            said = look.figure_said(subject, seen, content)
            panel.show_picture(look.drawing(subject, seen), line, said)


def _form(subject: Subject) -> tuple[str, str]:
    return subject.exercise, subject.version
