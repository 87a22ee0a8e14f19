"""The one place where a session meets the world: a timer in front, the record behind.

Every look advances the session, puts what happened on disk and only then tells the pages,
so what the screen shows as done is done. Between two looks the real clocks are compared:
a machine that slept, locked or stalled pauses the session at the last good instant and
nothing is credited (PRODUCT.md section 3). The session itself knows nothing of that.
"""

from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from .core import engine
from .core.away import Instant, passed_ms, stood_since
from .core.records import SessionRecord
from .core.session import Command, Event, Phase, Session
from .core.shown import at_instant, next_change_ms
from .core.switching import NewForm
from .services.clock import Clock
from .store.errors import StoreError

GAP_MS = 2_000
"""More than this between two looks, or between the two clocks, is a gap."""
CHECKPOINT_MS = 4_000
"""How much of a long step may pass before it is written: at most 5 s are ever lost."""
WATCHED_MS, UNWATCHED_MS = 100, 1_000
"""The longest time between two looks while somebody sees the session, and while nobody
does (PRODUCT.md section 7)."""


class SessionStore(Protocol):
    """What the runner asks of the store."""

    def begin(self, record: SessionRecord) -> None: ...
    def save(self, id: str, session: Session, ended: str | None = None) -> None: ...


class SessionRunner(QObject):
    """Runs one session at a time and keeps it on disk."""

    changed = Signal()
    """Something on show may have changed."""
    happened = Signal(object)
    """A tuple of engine events, in order."""
    ended = Signal(object)
    """The SessionRecord of a session that finished or was ended early."""
    released = Signal()
    """A session was let go of, and stays unfinished."""
    trouble = Signal(str)
    """Why the record cannot be written; empty once it can again."""

    def __init__(self, store: SessionStore, clock: Clock) -> None:
        super().__init__()
        self._store, self._clock = store, clock
        self._record: SessionRecord | None = None
        self._looked = Instant(0, 0)
        self._stands: Instant | None = None
        """Since when the session stands still."""
        self._kept: Session | None = None
        """As it was last put on disk."""
        self._watched = False
        self._troubled = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def session(self) -> Session | None:
        """The session as of the last look; None when there is none."""
        return self._record.session if self._record else None

    @property
    def record(self) -> SessionRecord | None:
        """The session with whose day it is and when it began."""
        return self._record

    @property
    def speed(self) -> int:
        """How many times faster than life the session clock runs."""
        return self._clock.speed

    @property
    def troubled(self) -> str:
        """Why the session cannot be written; "" while it can."""
        return self._troubled if self._record is not None else ""

    @property
    def unsaved(self) -> int:
        """How many sets of the session are not on disk yet."""
        if self._record is None or self._kept is None:
            return 0
        new = set(self._record.session.worked) - set(self._kept.worked)
        return len({(work.exercise_no, work.set_no) for work in new})

    @property
    def stood_ms(self) -> int:
        """How long the session has stood paused, whoever paused it; 0 while it runs.

        It counts from when it stopped running, also where that was in another process.
        """
        return passed_ms(self._stands, self._now()) if self._stands is not None else 0

    def begin(self, record: SessionRecord) -> None:
        """Keep a new session and start it; StoreError if it cannot be kept."""
        self._store.begin(record)
        self._adopt(record)
        self.do(Command.START)

    def adopt(self, record: SessionRecord) -> None:
        """Take up an unfinished session; it is paused, for nobody is on the mat."""
        self._adopt(msgspec.structs.replace(record, session=engine.restored(record.session)))
        self._stands = stood_since(record, self._looked)
        self.changed.emit()

    def allowed(self) -> frozenset[Command]:
        """What may be asked of the session now."""
        return engine.allowed(self.session) if self.session else frozenset()

    def do(self, command: Command, new: NewForm | None = None) -> bool:
        """Ask something of the session; False if it makes no sense now, or not yet.

        VERSION needs to know which one: `new`.
        """
        if self._record is None:
            return False
        if self._suspended_by_gap():
            # What was meant for the running session is not done to the paused one.
            return command in (Command.PAUSE, Command.SUSPEND)
        self._look_taken()
        try:
            session, events = engine.apply(self._record.session, command, self._clock.ms(), new)
        except engine.NotAllowed:
            self.look()  # a key held down must not keep the time from passing
            return False
        self._take(session, events, write=True)
        return True

    def look(self) -> None:
        """Let the time pass that has passed; called by the timer, and whenever in doubt."""
        if self._record is None or self._suspended_by_gap():
            return
        self._look_taken()
        if Command.TICK in self.allowed():
            session, events = engine.apply(self._record.session, Command.TICK, self._clock.ms())
            far = self._kept is None or abs(session.elapsed - self._kept.elapsed) >= CHECKPOINT_MS
            self._take(session, events, write=bool(events) or far)
        elif self._troubled:
            self._take(self._record.session, (), write=True)

    def glance(self) -> Session | None:
        """The session as it looks now, between two looks: for a figure on its way.

        Nothing happens by it; after a gap it is as the last look left it.
        """
        if self._record is None or self._clock.steady_ms() - self._looked.steady > GAP_MS:
            return self.session
        return at_instant(self._record.session, self._clock.ms())

    def watch(self, watched: bool) -> None:
        """Whether somebody sees the session: unseen, it only wakes for what must happen."""
        if watched != self._watched:
            self._watched = watched
            self.look()

    def release(self) -> None:
        """Pause and let go of the session, as when the window closes; it stays unfinished.

        What the disk still refuses then is gone: `unsaved` tells before.
        """
        if self._record is not None:
            self.do(Command.PAUSE)
            self._timer.stop()
            self._record = None
            self.released.emit()

    def _adopt(self, record: SessionRecord) -> None:
        self._record = record
        self._kept = record.session
        self._stands = None
        self._look_taken()

    def _take(self, session: Session, events: tuple[Event, ...], *, write: bool) -> None:
        """Make a new state the state: on disk first where it matters, then on screen."""
        assert self._record is not None
        ended = None if session.is_open else self._clock.now().utc
        record = msgspec.structs.replace(self._record, session=session, ended=ended)
        self._record = record
        if session.phase is not Phase.PAUSED:
            self._stands = None
        elif self._stands is None:
            self._stands = self._looked
        if write or self._troubled:
            self._write()
        self._arm()
        if events:
            self.happened.emit(events)
        self.changed.emit()
        if ended is not None and self._record is record and not self._troubled:
            self._let_go()

    def _let_go(self) -> None:
        record, self._record = self._record, None
        self._timer.stop()
        self.ended.emit(record)

    def _write(self) -> None:
        """Save; a disk that refuses is tried again at the next look and said meanwhile."""
        assert self._record is not None
        said, until = "", self._stands or self._looked
        session = msgspec.structs.replace(self._record.session, until=until.wall)
        try:
            self._store.save(self._record.id, session, self._record.ended)
            self._kept = session
        except StoreError as error:
            said = str(error)
        if said != self._troubled:
            self._troubled = said
            self.trouble.emit(said)

    def _arm(self) -> None:
        """Wake for the next instant at which anything must happen."""
        session = self.session
        assert session is not None
        if session.phase in (Phase.RUNNING, Phase.RESUMING):
            change = next_change_ms(session)
            # Every look tries a disk in trouble again; no cue is late because of it.
            often = self._watched and not self._troubled
            longest = WATCHED_MS if often else UNWATCHED_MS
            due = longest if change is None else -(-change // self._clock.speed)
            self._timer.start(max(0, min(due, longest)))
        elif self._troubled:
            self._timer.start(UNWATCHED_MS)
        else:
            self._timer.stop()

    def _look_taken(self) -> None:
        self._looked = self._now()

    def _now(self) -> Instant:
        return Instant(self._clock.steady_ms(), self._clock.wall_ms())

    def _suspended_by_gap(self) -> bool:
        """Pause at the last good instant if the machine was away since the last look."""
        assert self._record is not None
        session = self._record.session
        if session.phase not in (Phase.RUNNING, Phase.RESUMING):
            return False
        now = self._now()
        steady, wall = now.steady - self._looked.steady, now.wall - self._looked.wall
        if steady <= GAP_MS and wall - steady <= GAP_MS:
            return False
        assert session.seen is not None
        suspended, events = engine.apply(session, Command.SUSPEND, session.seen)
        self._take(suspended, events, write=True)  # it stands since the last look
        self._look_taken()
        return True
