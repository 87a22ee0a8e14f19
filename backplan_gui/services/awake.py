"""Keeps the screen on while a session runs, where the desktop lets us.

`Awake` asks the desktop, `Wakefulness` knows when: while a session runs, and for the first
five minutes of a pause. It is told how the session stands and knows no runner. What the
desktop answered is still known afterwards.
"""

import sys
from contextlib import ExitStack
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from wakepy import ActivationResult, DBusAdapter
    from wakepy.core import DBusMethodCall

PAUSE_MS = 5 * 60 * 1_000
"""How far into a pause the screen still stays on."""
ANSWER_S = 0.4
"""How long each of two desktop services may take: together less than the two seconds
after which the runner would hold the machine for one that slept (runner.GAP_MS)."""


SOON_MS = 50
"""After the page that tells of it was asked for: by then it is painted."""
_SILENT = "no answer"


class Wake(StrEnum):
    """Whether the screen stays on now."""

    OFF = "off"
    ON = "on"
    REFUSED = "refused"


class Answer(StrEnum):
    """What is known of the desktop: what it answered last, or has to offer."""

    UNASKED = "unasked"
    OFFERED = "offered"
    """It has a way, and has not been asked yet."""
    KEPT = "kept"
    NO_WAY = "no way"
    NO_ANSWER = "no answer"


class KeepAwake(Protocol):
    """Whoever can keep the screen on; `why` is for the log, and empty unless it failed."""

    state: Wake
    answer: Answer
    why: str

    def look(self) -> None: ...
    def hold(self) -> None: ...
    def release(self) -> None: ...


class Awake:
    """Asks the desktop to keep the screen on, under our name and for our reason.

    wakepy is imported with the first wish: a start without a session does not pay for it.
    Whatever goes wrong in it is a refusal, which stands until the next wish.
    """

    def __init__(self, reason: str = "A session is running") -> None:
        self._reason = reason
        self._held: ExitStack | None = None
        self._was_asked = False
        self.state, self.answer = Wake.OFF, Answer.UNASKED
        self.why = ""

    def look(self) -> None:
        """What the desktop has to offer, without asking for it. Its own answer tells more."""
        if self._was_asked or sys.platform in ("win32", "darwin"):
            return
        from .screen_ways import offered

        match offered():
            case True:
                self.answer = Answer.OFFERED
            case False:
                self.answer = Answer.NO_WAY
            case None:
                self.answer = Answer.UNASKED

    def hold(self) -> None:
        """The screen stays on from now, if the desktop lets us."""
        if self._held is not None:
            return
        try:
            self.why = self._enter()
        except Exception as error:  # noqa: BLE001  # whatever it is, the session goes on
            self.why = _cause(error)
        self._was_asked = True
        self.state = Wake.REFUSED if self.why else Wake.ON
        self.answer = _answer(self.why)
        if self.why:
            _log(f"The screen is not kept on: {self.why}")

    def release(self) -> None:
        """The screen may go dark again; what was answered is still known."""
        held, self._held = self._held, None
        if held is None:
            return
        self.state = Wake.OFF
        try:
            held.close()
        except Exception as error:  # noqa: BLE001  # the desktop forgets who leaves the bus
            self.why = _cause(error)

    def _enter(self) -> str:
        """Why it was refused; empty when it is held."""
        from wakepy import keep

        with ExitStack() as stack:
            adapter = _adapter("Backplan", self._reason)
            mode = stack.enter_context(keep.presenting(on_fail="pass", dbus_adapter=adapter))
            if mode.active:
                self._held = stack.pop_all()
                return ""
            return _causes(mode.result)


class Wakefulness(QObject):
    """Holds while a session runs and lets go when it has rested long enough or is over."""

    changed = Signal()
    """The screen stays on, or no longer, or cannot; or more is known of that."""

    def __init__(self, keep: KeepAwake, *, allowed: bool = True) -> None:
        super().__init__()
        self._keep, self._allowed = keep, allowed
        self._wanted = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._pause.timeout.connect(self.ended)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._look)

    @property
    def state(self) -> Wake:
        return self._keep.state

    @property
    def answer(self) -> Answer:
        return self._keep.answer

    @property
    def why(self) -> str:
        return self._keep.why

    def allow(self, allowed: bool) -> None:
        """Do as the setting says, at once."""
        if allowed != self._allowed:
            self._allowed = allowed
            self._settle()

    @Slot()
    def running(self) -> None:
        """The session runs; may be said as often as it is looked at."""
        self._pause.stop()
        if not self._wanted:
            self._wanted = True
            self._settle()

    @Slot()
    def paused(self) -> None:
        """The session has been paused; saying so again does not make the pause longer."""
        if self._wanted and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def ended(self) -> None:
        """The session is over, or its pause has been long enough."""
        self._pause.stop()
        if self._wanted:
            self._wanted = False
            self._settle()

    def look_soon(self) -> None:
        """Somebody is about to read how it stands: see what the desktop has to offer."""
        self._soon.start()

    def close(self) -> None:
        """The app ends."""
        self._soon.stop()
        self.ended()

    def _look(self) -> None:
        before = self.answer
        self._keep.look()
        if self.answer is not before:
            self.changed.emit()

    def _settle(self) -> None:
        before = (self.state, self.answer, self.why)
        if self._wanted and self._allowed:
            self._keep.hold()
        else:
            self._keep.release()
        if (self.state, self.answer, self.why) != before:
            self.changed.emit()


def _log(text: str) -> None:
    import logging

    logging.getLogger("backplan.awake").info("%s", text)


def _answer(why: str) -> Answer:
    """For people there are two reasons: who has a way and is silent may answer next time."""
    if not why:
        return Answer.KEPT
    silent = any(said.endswith(f": {_SILENT}") for said in why.split("; "))
    return Answer.NO_ANSWER if silent else Answer.NO_WAY


def _causes(result: "ActivationResult") -> str:
    """What each way of this system said, in one line."""
    said = [f"{r.method_name}: {_cause(r.failure_reason)}" for r in result.list_methods()]
    return "; ".join(said) or "this system has no way that is known"


def _cause(said: object) -> str:
    """What went wrong, without the sentences wakepy puts around it."""
    cause = str(said).rpartition("failed with message: ")[2].removesuffix('")')
    return " ".join(cause.split()) or "no reason given"


def _adapter(name: str, reason: str) -> "type[DBusAdapter] | None":
    """How wakepy speaks to a Linux desktop: briefly, and for us.

    wakepy itself waits two seconds for each service, and the desktop's list of what keeps
    it awake would show "wakepy".
    """
    if sys.platform in ("win32", "darwin"):
        return None
    from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

    ours: dict[object, str] = {"wakepy": name, "wakelock active": reason}

    class Brief(JeepneyDBusAdapter):
        timeout = ANSWER_S  # type: ignore[assignment]  # a part of a second will do

        def process(self, call: "DBusMethodCall") -> object:
            call.args = tuple(ours.get(value, value) for value in call.args)
            try:
                return super().process(call)
            except Exception as error:
                self.close_connections()  # so that a yes that comes late is forgotten
                silent = isinstance(error, TimeoutError)
                raise RuntimeError(_SILENT if silent else str(error)) from error

    return Brief
