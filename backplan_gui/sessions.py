"""The way through a session: what leads into it, the player, and what follows it.

Each part is built when it is first wanted, and what the parts ask of each other is
connected here; so is what else listens to a session.
"""

from __future__ import annotations  # what is built later is only imported to be checked

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from . import words
from .core.records import SessionKind, SessionRecord
from .core.settings import Settings
from .front import Front
from .gate import Gate
from .home import Home
from .runner import SessionRunner
from .services.clock import Clock
from .store.store import Store

if TYPE_CHECKING:
    from .asking import Asking
    from .beginning import Beginning
    from .core.told import Told
    from .diary import Diary
    from .ending import Ending
    from .playing import Playing
    from .senses import Senses


class Sessions(QObject):
    """Leads a person from a wish to the end of a session."""

    signs_asked, keys_asked = Signal(), Signal()
    emergency_asked, calendar_asked = Signal(), Signal()

    def __init__(
        self,
        front: Front,
        home: Home,
        gate: Gate,
        runner: SessionRunner,
        store: Store,
        clock: Clock,
        *,
        heard: bool = False,
    ) -> None:
        super().__init__()
        self._front, self._home, self._gate = front, home, gate
        self._runner, self._store, self._clock = runner, store, clock
        self._heard = heard
        runner.ended.connect(self._on_ended)
        home.changes.made.connect(self._on_changed)

    # Its parts

    @cached_property
    def diary(self) -> Diary:
        """What is said about pain, kept."""
        from .diary import Diary

        return Diary(self._store, self._clock, self._front.content.plan.id, self._line_of)

    @cached_property
    def _asking(self) -> Asking:
        from .asking import Asking

        asking = Asking(self._front, self.diary, self._clock.steady_ms)
        asking.left.connect(self.leave_question)
        asking.signs_asked.connect(self.signs_asked)
        return asking

    @cached_property
    def _playing(self) -> Playing:
        """The player, and beside it what else listens to the runner while a session is on."""
        from .playing import Playing

        now = self._clock.steady_ms
        playing = Playing(self._front, self._home, self._runner, self.diary, self.senses, now)
        playing.signs_asked.connect(self.signs_asked)
        playing.keys_asked.connect(self.keys_asked)
        playing.emergency_asked.connect(self.emergency_asked)
        return playing

    @cached_property
    def senses(self) -> Senses:
        """Voice, sound, and what else goes with a session."""
        from .senses import Senses, means_here

        front, now = self._front, self._clock.steady_ms
        means = means_here() if self._heard else None
        outcome = front.journal.outcome
        senses = Senses(self._runner, front.content, self._settings, now, outcome, means)
        self._home.changes.made.connect(senses.use_settings)
        senses.changed.connect(self._on_senses_changed)
        senses.raise_asked.connect(front.window.attend)
        return senses

    def close(self) -> None:
        """Let go of what was started."""
        if "senses" in self.__dict__:  # else nobody wanted any
            self.senses.close()

    @cached_property
    def _beginning(self) -> Beginning:
        from .beginning import Beginning

        beginning = Beginning(self._front, self._home, self._gate, self._asking, self._playing)
        self._asking.going.connect(beginning.go)
        self._asking.rested.connect(beginning.rest)
        return beginning

    @cached_property
    def _ending(self) -> Ending:
        from .ending import Ending

        ending = Ending(self._front, self._home, self.diary, self._asking)
        self._asking.told_after.connect(ending.tell)
        ending.start_asked.connect(self.start)
        ending.restart_asked.connect(self.start_over)
        ending.signs_asked.connect(self.signs_asked)
        ending.calendar_asked.connect(self.calendar_asked)
        return ending

    # What is asked for

    def start(self, day: int, exercise: str = "", minutes: int = 0) -> None:
        """Start a day, or one exercise of it, once what has to be asked is answered."""
        self.senses.prepare()
        self._beginning.start(day, exercise, minutes)

    def start_over(self, day: int) -> None:
        """Start all of a day, whatever was done before."""
        self.senses.prepare()
        self._beginning.start_over(day)

    def take_up(self) -> None:
        """Go on with the unfinished session."""
        self.senses.prepare()
        self._beginning.take_up()

    def try_out(self, exercise: str, version: str) -> None:
        """An exercise for its own sake."""
        self.senses.prepare()
        self._beginning.try_out(exercise, version)

    def answer(self, number: int | None) -> None:
        """Answer the question that is on show."""
        self._asking.answer(number)

    def leave_question(self) -> None:
        """Back from the question: home before a session, on without a number after it."""
        if self._asking.is_before:
            self._home.show("day")
        else:
            self._ending.show()

    def press_primary(self) -> None:
        """What Enter does on a page before or after a session."""
        if self._front.window.page == "finish":
            self._ending.press_primary()
        elif self._front.window.page == "pain":
            self._asking.press_primary()

    def go_on(self, page: str) -> None:
        """The warning signs, opened from that page, hold nothing back."""
        if page == "pain":
            self._asking.signs_answered()
            self._home.bring("pain")
        elif self._runner.session is not None:
            self._playing.show()
        else:
            self._home.show(page)

    def include_all(self) -> None:
        """A clinician said that exercise is fine: nothing is left out any more (R6)."""
        self._front.attempt(partial(self.diary.include_all, self._front.journal.round))

    def _settings(self) -> Settings:
        return self._front.journal.settings

    def show_sound(self) -> None:
        """How voice, sound and screen stand, on the page of the settings."""
        self.senses.prepare()
        self.senses.look_at_screen()
        self._on_senses_changed()

    def give_example(self) -> None:
        """How the voice sounds."""
        self.senses.give_example()

    # What happened

    def _on_senses_changed(self) -> None:
        self._home.pages.show_sound(self.senses.state)

    def _on_ended(self, record: SessionRecord) -> None:
        if record.kind is SessionKind.PRACTICE:
            self._home.show("library")
            self._home.say(words.practised(record.session))
        else:
            self._ending.finish(record, self._playing.began)

    def _on_changed(self) -> None:
        if self._front.window.page == "finish":
            self._ending.refresh()

    def _line_of(self, told: Told) -> str:
        from .ui.pain_words import told_line

        return told_line(told, self._front.content)
