"""The end of a session: what was done, a note if wished, and what comes next.

Whatever was done is said as good; a day that is not whole offers three ways on and none
of them is pushed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from .. import words
from ..content import Content
from ..core.finish import FinishView
from .pain_words import after_said, change_line
from .theme import Theme
from .widgets.button import Button, IconButton, Kind
from .widgets.card import Icon, Note, Scroll, column, row
from .widgets.field import NoteField
from .widgets.finish_blocks import NextDay, PainCard, StatCard, VersionOffers
from .widgets.flow import Flow
from .widgets.foot_line import FootLine
from .widgets.key_cap import KeyCap
from .widgets.label import Label
from .widgets.spine_picture import SpinePicture

NARROW = 1000
"""Below this width of the page, which grows with the text, the spine gives way."""
STACKED = 640
"""Below this one the blocks stand below each other."""
LEVEL = 11
"""How much higher than the first line the way to the warning signs begins, being taller."""
_TIP_ICONS = {"sleep": "moonstar", "hydrated": "drop", "listen": "heart"}


class FinishPage(QWidget):
    """Shows one finished session."""

    done_asked = Signal()
    continue_asked = Signal()
    again_asked = Signal()
    count_asked = Signal()
    note_written = Signal(str)
    version_kept = Signal(str, object)
    """An exercise, and the Version it is to begin in from now on."""
    signs_asked = Signal()
    calendar_asked = Signal()
    week_asked = Signal()

    def __init__(self, theme: Theme, content: Content, picture: SpinePicture) -> None:
        super().__init__()
        self._theme, self._content, self._picture = theme, content, picture
        self._kept_note = ""
        self._inside = QWidget()
        self._frame = self._build_head()
        self._frame.addSpacing(28)
        self._frame.addLayout(self._build_stats())
        self._frame.addSpacing(26)
        self._said = Note(theme)
        self._log = Note(theme)
        self._kept = VersionOffers(theme, content)
        self._kept.kept.connect(self.version_kept)
        self._more = QWidget()
        parts = column(self._said, self._log, self._kept, gap=10, margins=(0, 0, 0, 16))
        self._more.setLayout(parts)
        self._frame.addWidget(self._more)
        self._build_note()
        self._frame.addSpacing(24)
        self._frame.addLayout(self._build_blocks())
        self._frame.addStretch(1)
        self._inside.setLayout(self._frame)
        self._bar = self._build_bar()
        scroll = Scroll(theme, self._inside)
        FootLine(theme, scroll)
        page = column(scroll)
        page.addLayout(self._bar)
        layout = row(picture)
        layout.addLayout(page, 1)
        self.setLayout(layout)
        theme.changed.connect(self._arrange)

    @property
    def first_focus(self) -> QWidget:
        """The main button."""
        return self._done

    def show_finish(self, view: FinishView) -> None:
        """What there is to say now."""
        new = view.day if view.done and view.first_time else 0
        said = words.days_done(view.days_done, len(view.states))
        self._picture.show_states(view.states, said, new=new)
        self._show_head(view)
        of = self.tr("of {}").format(view.sets)
        self._sets.show_stat(str(view.sets_done), _about_sets(view), of)
        planned = self.tr("{} planned").format(words.clock(view.planned_ms))
        self._time.show_stat(words.clock(view.guided_ms), planned)
        self._show_pain(view)
        self._kept_note = view.note
        self._note.setPlainText(view.note)
        tip = self._content.plan_text.tips[view.tip]
        self._tip.show_note(_TIP_ICONS.get(view.tip, "info"), tip.title, tip.text)
        self._next.setVisible(view.done and view.next_day is not None)
        if view.next_day is not None:
            self._next.show_day(view.next_day, view.next_minutes)
        open_day = not (view.done or view.part or view.gentle) and view.first_time
        for button in (self._continue, self._again, self._count):
            button.setVisible(open_day)
        last = view.done and view.all_done  # the page of the week has the calendar then
        self._calendar.setVisible(view.done and not last)
        self._week.setVisible(last)
        self._done.setMinimumWidth(160 if open_day else 200)
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pain(self, view: FinishView) -> None:
        """The numbers, where both were said, and what there is to say of them."""
        self._pain.setVisible(view.pain is not None)
        if view.pain is not None:
            self._pain.show_pain(view.pain.start, view.pain.end, change_line(view.pain))
        gone = (self._content.text(exercise).name for exercise in view.left_out)
        left_out = (self.tr("{} is left out until you have been checked.").format(g) for g in gone)
        said = " ".join((*filter(None, map(after_said, view.said)), *left_out))
        self._said.setVisible(bool(said))
        if said:
            self._said.show_note("heart", self.tr("How it goes on"), said)
        self._log.setVisible(bool(view.log))
        if view.log:
            self._log.show_note("note", self.tr("What happened"), "\n".join(_told_once(view.log)))
        self._kept.show_changed(view.changed)
        self._more.setVisible(bool(said or view.log or view.changed))

    def press_primary(self) -> None:
        """What Enter does."""
        self._done.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._write_note()

    def _build_head(self) -> QBoxLayout:
        self._check = Icon(self._theme, "check", size=22)
        self._overline = Label(self._theme, role="button", ink="primary", wrap=True)
        self._title = Label(self._theme, role="hero", wrap=True)
        self._text = Label(self._theme, role="bodyLarge", ink="ink2", wrap=True)
        self._signs = IconButton(self._theme, self.tr("Warning signs"), "help")
        self._signs.clicked.connect(self.signs_asked)
        overline = row(self._check, self._overline, gap=10)
        overline.setStretch(1, 1)
        said = column(margins=(0, LEVEL, 0, 0))
        said.addLayout(overline)
        said.addSpacing(4)
        said.addWidget(self._title)
        said.addSpacing(2)
        said.addWidget(self._text)
        head = row()
        head.addLayout(said, 1)
        head.addWidget(self._signs, 0, Qt.AlignmentFlag.AlignTop)
        frame = column()
        frame.addLayout(head)
        return frame

    def _build_stats(self) -> QHBoxLayout:
        self._sets = StatCard(self._theme, self.tr("Sets"))
        self._time = StatCard(self._theme, self.tr("Time"))
        self._pain = PainCard(self._theme, self.tr("Pain, before and after"))
        self._stats = row(self._sets, self._time, self._pain, gap=14)
        return self._stats

    def _build_note(self) -> None:
        name = self.tr("Note for yourself")
        placeholder = self.tr("How did it feel? What helped?")
        self._note = NoteField(self._theme, name, placeholder)
        self._note.left.connect(self._write_note)
        label = Label(self._theme, name, "label")
        label.setBuddy(self._note)
        optional = Label(self._theme, self.tr("(optional)"), ink="ink2")
        self._frame.addLayout(Flow(label, optional, gap=5, line_gap=0))
        self._frame.addSpacing(8)
        self._frame.addWidget(self._note)

    def _build_blocks(self) -> QHBoxLayout:
        self._tip = Note(self._theme)
        self._next = NextDay(self._theme, self._content)
        self._blocks = row(self._tip, self._next, gap=14)
        self._blocks.setStretch(0, 322)
        self._blocks.setStretch(1, 386)
        return self._blocks

    def _build_bar(self) -> QHBoxLayout:
        self._done = Button(self._theme, self.tr("Done"), Kind.PRIMARY, size=60)
        self._continue = Button(self._theme, self.tr("Continue"), size=60)
        self._again = Button(self._theme, self.tr("Do it again"), size=60)
        self._count = Button(self._theme, self.tr("Count it as done"), size=60)
        later = self.tr("Add to my calendar")
        self._calendar = Button(self._theme, later, Kind.QUIET, size=60, icon="calendar")
        self._week = Button(self._theme, self.tr("Your week in numbers"), Kind.QUIET, size=60)
        self._week.clicked.connect(self.week_asked)
        self._done.clicked.connect(self._on_done)
        self._calendar.clicked.connect(self.calendar_asked)
        self._continue.clicked.connect(self.continue_asked)
        self._again.clicked.connect(self.again_asked)
        self._count.clicked.connect(self.count_asked)
        bar = row(gap=12)
        ways = self._done, self._continue, self._again, self._count, self._week, self._calendar
        bar.addLayout(Flow(*ways, gap=12), 1)
        self._enter = KeyCap(self._theme, "Enter")
        bar.addWidget(self._enter, 0, Qt.AlignmentFlag.AlignVCenter)
        return bar

    def _show_head(self, view: FinishView) -> None:
        overline, title, text = self._head_of(view)
        good = view.done or view.stays_done or bool(view.part) or view.gentle
        self._check.setVisible(good)
        self._overline.setText(overline)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)

    def _head_of(self, view: FinishView) -> tuple[str, str, str]:
        """The line above, the title, and the line below."""
        moved = words.moved(view.guided_ms)
        week = words.part_in_words(view.days_done, len(view.states))
        if view.gentle:
            return (
                self.tr("Gentle day"),
                self.tr("You did a gentle day."),
                f"{moved} {self.tr('Your day waits.')}",
            )
        if view.part:
            name = self._content.text(view.part).name
            title = self.tr("{} is done.").format(name)
            return self.tr("Day {}").format(view.day), title, words.parts_left(view.parts_left)
        if view.stays_done:
            stays = self.tr("Day {} stays done.").format(view.day)
            return stays, self.tr("You did what was right today."), moved
        if not view.done:
            started = words.started(view.sets_done, view.sets)
            return started, self.tr("You did what was right today."), moved
        if not view.first_time:
            return week, self.tr("Day {} is done again.").format(view.day), moved
        if view.all_done:
            keep = self.tr("Keep the days that help you.")
            return week, self.tr("You finished the plan."), keep
        return week, self.tr("Day {} is done.").format(view.day), moved

    def _on_done(self) -> None:
        self._write_note()
        self.done_asked.emit()

    def _write_note(self) -> None:
        """Tell a note that is not kept yet."""
        text = self._note.toPlainText()
        if text != self._kept_note:
            self._kept_note = text
            self.note_written.emit(text)

    def _arrange(self) -> None:
        grown = max(1, self._theme.scale)
        narrow = self.width() < NARROW * grown
        self._picture.setVisible(not narrow)
        self._enter.setVisible(not narrow)
        directions = QBoxLayout.Direction
        across = self.width() - (0 if narrow else self._picture.width())
        stacked = across < STACKED * grown
        self._blocks.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        edge = 24 if narrow else 48
        top = (48 if self.height() > 700 else 24) - LEVEL
        self._frame.setContentsMargins(edge, top, edge, 16)
        self._bar.setContentsMargins(edge, 12, edge, 32 if self.height() > 700 else 20)


def _told_once(lines: Sequence[str]) -> list[str]:
    """Without a line that the next one says too, and goes on: two rules may fire at one answer."""
    following = (*lines[1:], "")
    return [line for line, more in zip(lines, following, strict=True) if not more.startswith(line)]


def _about_sets(view: FinishView) -> str:
    """What became of the sets that were not done."""
    left = 0 if view.done or view.stays_done else view.sets - view.sets_done
    return words.skipped(view.skipped) if left in (0, view.skipped) else words.sets_left(left)
