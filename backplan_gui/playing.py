"""A session under way: the player, and what is told there about pain that got worse."""

from __future__ import annotations  # page types are only imported to be checked

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from .core.exercise import Version
from .core.records import SessionKind, SessionRecord
from .core.session import Command
from .core.settings import Settings
from .core.switching import NewForm
from .diary import Diary
from .front import Front
from .gate import require
from .home import Home
from .runner import SessionRunner

if TYPE_CHECKING:
    from .senses import Senses
    from .ui.player_easing import Eased
    from .ui.player_page import PlayerPage

FAR_OFFERED = "far_away_offered"
"""Under this key is kept that the full screen was offered."""


class Playing(QObject):
    """Gives a session to the runner, and shows it."""

    signs_asked, keys_asked = Signal(), Signal()
    emergency_asked = Signal()
    """Chest pain and breathlessness were told."""

    def __init__(
        self,
        front: Front,
        home: Home,
        runner: SessionRunner,
        diary: Diary,
        senses: Senses,
        now: Callable[[], int],
    ) -> None:
        super().__init__()
        self._front, self._home = front, home
        self._runner, self._diary, self._now = runner, diary, now
        self._senses = senses
        self.began: dict[str, Version] = {}
        """In which version each exercise of the last session began."""

    def begin(self, record: SessionRecord) -> bool:
        """Begin a session; False if it could not be kept."""
        self.began = _began(record)
        return self._front.attempt(partial(self._runner.begin, record))

    def take_up(self, record: SessionRecord) -> None:
        """Show an unfinished session, paused until `go_on`."""
        self.began = _began(record)
        self._runner.adopt(record)
        self.show()

    def go_on(self) -> None:
        """Go on with what was taken up, or first tell who was away where it stands."""
        self._page.go_on()

    def ease_off(self) -> None:
        """What is left of the session in the easier versions (R2); off the floor stays so."""
        record, content = self._runner.record, self._front.content
        if record is None:
            return
        journal, session = self._front.journal, record.session
        ahead = {step.exercise: step.version for step in session.script[session.index :]}
        ways = dict.fromkeys(ahead, Version.EASIER)
        if record.day is not None:
            easier = journal.composing.versions(record.day, easier=True)
            ways = {exercise: easier.get(exercise, Version.STANDARD) for exercise in ahead}
        forms = [
            NewForm(content.exercises[exercise], ways[exercise], journal.settings)
            for exercise, version in ahead.items()
            if version is not Version.NO_FLOOR
        ]
        if forms:
            first, *later = forms
            new = msgspec.structs.replace(first, later=tuple(later))
            self._runner.do(Command.VERSIONS, new)
            self.began |= {form.exercise.id: form.version for form in forms}

    def show(self) -> None:
        """Bring the session that is on to the front."""
        record = self._runner.record
        assert record is not None
        gentle = record.kind is SessionKind.GENTLE
        before = self._diary.before_of(record.id)
        offer_far = not self._front.journal.kept(FAR_OFFERED)
        self._page.open_session(before, gentle=gentle, offer_far=offer_far)
        self._home.bring("player")

    @cached_property
    def _page(self) -> PlayerPage:
        from .ui.player_page import PlayerPage

        theme, content = self._front.theme, self._front.content
        page = PlayerPage(theme, content, self._runner, self._settings, self._now)
        page.easing.told.connect(self._keep_eased)
        page.easing.emergency_asked.connect(self.emergency_asked)
        page.signs_asked.connect(self.signs_asked)
        page.keys_asked.connect(self.keys_asked)
        self._let_hear(page)
        self._let_be_seen(page)
        self._front.window.add_page("player", page, alone=True)
        return page

    def _let_hear(self, page: PlayerPage) -> None:
        """What is asked of the ear, and what is heard, on screen too."""
        cueing = self._senses.cueing
        page.again_asked.connect(cueing.repeat)
        page.quiet_asked.connect(self._on_quiet)
        page.told.connect(cueing.tell)
        page.easing.offered.connect(cueing.ease)
        cueing.given.connect(page.show_cue)
        cueing.quiet_changed.connect(page.show_quiet)
        self._senses.wished.connect(page.wish)
        page.leave_telling_to(self._senses.voice_tells)

    def _let_be_seen(self, page: PlayerPage) -> None:
        """On all of the screen, and in the mini player."""
        from .ui.mini_window import MiniWindow

        window, journal = self._front.window, self._front.journal
        page.full_asked.connect(window.set_full)
        page.aside_asked.connect(window.set_aside)
        page.put_mini(journal.kept(MiniWindow.PLACE))
        page.mini_placed.connect(self._keep_mini)
        page.far_away_offered.connect(self._keep_offered)

    def _keep_mini(self, place: object) -> None:
        from .ui.mini_window import MiniWindow

        self._front.attempt(partial(self._front.journal.keep, MiniWindow.PLACE, place))

    def _keep_offered(self) -> None:
        self._front.attempt(partial(self._front.journal.keep, FAR_OFFERED, True))

    def _on_quiet(self) -> None:
        cueing = self._senses.cueing
        cueing.set_quiet(not cueing.quiet)

    def _settings(self) -> Settings:
        return self._front.journal.settings

    def _keep_eased(self, eased: Eased) -> None:
        """Keep what was said and chosen when pain was worse."""
        record = self._runner.record
        if record is None:
            return
        from .core.easing import Opens
        from .core.told import during_told

        attempt, diary = self._front.attempt, self._diary
        told = during_told(eased.during, eased.at, record.day, eased.exercise, eased.choice)
        attempt(partial(diary.keep_during, record.id, eased.at.now, told))
        if eased.during.excludes:
            attempt(partial(diary.exclude, eased.exercise, record.round))
        if eased.during.opens is Opens.SIGNS and eased.at.symptom is not None:
            attempt(partial(require, self._front.journal, eased.at.symptom))


def _began(record: SessionRecord) -> dict[str, Version]:
    """In which version each exercise began: what was done in it is kept in its first steps."""
    return {step.exercise: step.version for step in reversed(record.session.script)}
