"""One session, opened: what was planned and done of it, what was said, and what may be changed.

It can be read over somebody's shoulder: the facts first, then set by set. Nothing here is
changed by itself, and whatever is changed can be taken back until the next change.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ..content import Content
from ..core.opened import OpenedSession
from ..core.schedule import DayStanding, DayState
from . import page_margins
from . import session_words as said
from .session_parts import Facts, SetsTable
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Filled, Note, Scroll, column, row
from .widgets.field import NoteField
from .widgets.flow import Flow
from .widgets.label import Label

STACKED = 640
"""Below this width of what is inside, which grows with the text, the two cards stand below
each other."""
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SessionPage(QWidget):
    """Shows one session."""

    back_asked = Signal()
    time_asked = Signal()
    """Its date, time or length is to be put right."""
    remove_asked = Signal()
    mark_asked = Signal(int, bool)
    """A day, and whether it is to count as done."""
    note_written = Signal(str)

    def __init__(self, theme: Theme, content: Content) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._compact, self._kept_note = False, ""
        self._standing: DayStanding | None = None
        self._frame = column(gap=14)
        self._frame.addLayout(self._build_cards())
        self._table = SetsTable(theme, content)
        self._log = Note(theme, "note")
        self._frame.addWidget(self._table)
        self._frame.addWidget(self._log)
        self._frame.addLayout(self._build_note())
        self._frame.addLayout(self._build_end())
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self._scroll = Scroll(theme, inside)
        self.setLayout(column(self._build_head(), self._scroll))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        theme.changed.connect(self._arrange)
        QWidget.setTabOrder(self._back, self._time)

    @property
    def first_focus(self) -> QWidget:
        """The way back."""
        return self._back

    def show_session(
        self, session: OpenedSession, clock: str, standing: DayStanding | None = None
    ) -> None:
        """A session that began at a time of day; `standing` is how its day stands now.

        Without one, as in a round that is over, the day is not counted by hand from here.
        """
        self._show_head(session, clock)
        self._standing = standing
        self._facts.show_facts(said.facts(session), self._day_lines(standing))
        self._pain.show_facts(said.pain_facts(session), said.pain_lines(session))
        self._table.show_sets(session)
        self._table.setVisible(bool(session.exercises))
        self._log.setVisible(bool(session.log))
        lines = "\n".join(line.line for line in session.log)
        self._log.show_note("note", self.tr("What happened"), lines)
        self._show_note(session.note)
        self._show_changes(session)
        self._arrange()

    def to_top(self) -> None:
        """Begin at the beginning, as with another session."""
        self._scroll.verticalScrollBar().setValue(0)

    def set_compact(self, compact: bool) -> None:
        """Smaller margins, for small windows."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def write_note(self) -> None:
        """Tell a note that is not kept yet."""
        text = self._note.toPlainText()
        if text != self._kept_note:
            self._kept_note = text
            self.note_written.emit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.write_note()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A long table scrolls although nothing in it takes the keyboard."""
        if event.key() in _SCROLLING:
            self._scroll.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _build_head(self) -> QWidget:
        self._back = Button(self._theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self._on_back)
        self._when = Label(self._theme, role="label", ink="primary", wrap=True)
        self._title = Label(self._theme, role="h2", wrap=True)
        self._head = row(self._back, gap=20)
        self._head.addLayout(column(self._when, self._title, gap=2), 1)
        head = Filled(self._theme, "paper")
        head.setLayout(self._head)
        return head

    def _build_cards(self) -> QBoxLayout:
        self._facts = Facts(self._theme, self.tr("The session"))
        self._pain = Facts(self._theme, self.tr("Pain"))
        self._time = Button(self._theme, self.tr("Correct the time"), size=44)
        self._count = Button(self._theme, "", size=44)
        self._time.clicked.connect(self.time_asked)
        self._count.clicked.connect(self._on_count)
        self._still_open = Label(
            self._theme,
            self.tr("This session is not finished. When it is, it can be changed here."),
            ink="ink2",
            wrap=True,
        )
        buttons = Flow(self._time, self._count, gap=12)
        buttons.setContentsMargins(0, 14, 0, 0)
        self._facts.body.addLayout(buttons)
        self._facts.body.addWidget(self._still_open)
        self._cards = row(self._facts, self._pain, gap=14)
        self._cards.setStretch(0, 1)
        self._cards.setStretch(1, 1)
        return self._cards

    def _build_note(self) -> QBoxLayout:
        name = self.tr("Note for yourself")
        self._note = NoteField(self._theme, name, self.tr("How did it feel? What helped?"))
        self._note.left.connect(self.write_note)
        label = Label(self._theme, name, "label")
        label.setBuddy(self._note)
        return column(label, self._note, gap=8, margins=(0, 8, 0, 0))

    def _build_end(self) -> QBoxLayout:
        self._remove = Button(self._theme, self.tr("Remove this session"), size=44, icon="trash")
        self._remove.clicked.connect(self.remove_asked)
        return column(self._remove, margins=(0, 8, 0, 0))

    def _day_lines(self, standing: DayStanding | None) -> list[str]:
        if standing is None:
            return []
        parts = self._content.plan.day(standing.number).parts
        return [said.day_said(standing, parts=parts)]

    def _show_head(self, session: OpenedSession, clock: str) -> None:
        title = said.title(session, self._content)
        self._when.setText(said.when(session.local_date, clock))
        self._title.setText(title)
        self.setAccessibleName(title)

    def _show_note(self, note: str) -> None:
        """What is being written stays, as long as nothing else was kept."""
        if note != self._kept_note:
            self._kept_note = note
            self._note.setPlainText(note)

    def _show_changes(self, session: OpenedSession) -> None:
        """What may be changed; nothing of a session that can still go on."""
        closed = not session.is_unfinished
        self._time.setVisible(closed)
        self._remove.setVisible(closed)
        self._still_open.setVisible(not closed)
        self._count.setVisible(closed and self._standing is not None)
        if self._standing is not None:
            done = self._standing.state is DayState.DONE
            self._count.setText(self.tr("Count as open") if done else self.tr("Count as done"))

    def _on_back(self) -> None:
        self.write_note()
        self.back_asked.emit()

    def _on_count(self) -> None:
        standing = self._standing
        if standing is not None:
            self.mark_asked.emit(standing.number, standing.state is not DayState.DONE)

    def _arrange(self) -> None:
        """Margins for the page's width; the scroll bar lies in the right one."""
        grown = max(1, self._theme.scale)
        margin = page_margins.left(self.width(), compact=self._compact)
        right = page_margins.right(self.width(), margin, page_margins.WIDEST * grown)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._frame.setContentsMargins(margin, 4, right - taken, 24)
        self._head.setContentsMargins(margin, 16 if self._compact else 26, right, 12)
        inside = self.width() - margin - right
        stacked = inside < STACKED * grown
        directions = QBoxLayout.Direction
        self._cards.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._table.set_room(inside)
