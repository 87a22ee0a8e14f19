"""A player to play with: the real runner and page, a clock in hand, a store that keeps nothing."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core import settings as choices
from backplan_gui.core.plan import Side
from backplan_gui.core.records import SessionRecord
from backplan_gui.core.script import Script, StepKind, script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import Settings
from backplan_gui.runner import SessionRunner
from backplan_gui.ui.player_frames import FigureFrames
from backplan_gui.ui.player_page import PlayerPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.figure_view import FigureView
from backplan_gui.ui.widgets.sheet import Sheet
from backplan_gui.ui.widgets.stage import Stage
from tests.fakes import FakeClock

from .seeing import settle, show

CONTENT = Content(resources.root())


class NoStore:
    """Takes every record and forgets it."""

    def begin(self, record: SessionRecord) -> None:
        pass

    def save(self, id: str, session: Session, ended: str | None = None) -> None:
        pass


def laid_out(day: int, only: str | None = None, **more: object) -> Script:
    """A day, or one exercise of it, under settings."""
    return script_for(CONTENT.plan.day(day), CONTENT.exercises, _settings(more), only=only)


def _settings(more: dict[str, object]) -> Settings:
    changed = {"theme": choices.Theme.LIGHT, **more}
    settings, bad = choices.settings_from(changed)
    assert not bad
    return settings


def begun(script: Script) -> Session:
    """A session of a script that has just started, at instant 0."""
    return engine.apply(Session(script), Command.START, 0)[0]


def at(
    script: Script, kind: StepKind, ms: int = 0, *, nth: int = 1, side: Side | None = None
) -> Session:
    """A session that came so far into the nth step of a kind (on a side) by itself."""
    session, now = begun(script), 0
    while True:
        step = session.step
        if step.kind is kind and side in (None, step.side):
            nth -= 1
            if not nth:
                return engine.apply(session, Command.TICK, now + ms)[0]
        if step.own_pace:
            session = engine.apply(session, Command.SKIP, now)[0]
        else:
            now += step.ms
            session = engine.apply(session, Command.TICK, now)[0]


class Player:
    """A page in a window, playing a day."""

    def __init__(
        self,
        qtbot: QtBot,
        day: int = 1,
        only: str | None = None,
        *,
        size: tuple[int, int] = (1120, 760),
        speed: int = 1,
        **more: object,
    ) -> None:
        self.clock = FakeClock(speed)
        self.runner = SessionRunner(NoStore(), self.clock)
        self.theme = Theme(_settings(more))
        self.runner.begin(
            SessionRecord(
                "s", "seven-days", 1, day, "2026-11-24T09:30:00Z", "2026-11-24", 60,
                Session(laid_out(day, only, **more)),
            )
        )  # fmt: skip
        self._settings = _settings(more)
        self.page = PlayerPage(
            self.theme, CONTENT, self.runner, self._settings_now, self.clock.steady_ms
        )
        self.window = self.window_for(self.page)
        self.page.set_compact(size[0] < 1040 or size[1] < 700)
        self.said: list[str] = []
        self.page.announcer.announced.connect(self.said.append)
        show(qtbot, self.window, *size)
        self.page.open_session()
        settle()

    def window_for(self, page: PlayerPage) -> QMainWindow:
        """A window with the page in it, and nothing else."""
        window = QMainWindow()
        window.setCentralWidget(page)
        return window

    def _settings_now(self) -> Settings:
        return self._settings

    @property
    def session(self) -> Session:
        assert self.runner.session is not None
        return self.runner.session

    @property
    def ring(self) -> CountdownRing:
        (ring,) = self.page.findChildren(CountdownRing)
        return ring

    @property
    def figure(self) -> FigureView:
        """The figure on the stage."""
        (stage,) = self.page.findChildren(Stage)
        return next(view for view in stage.findChildren(FigureView) if view.parent() is stage)

    @property
    def frames(self) -> QTimer:
        """What draws the figure between two looks."""
        (frames,) = self.page.findChildren(FigureFrames)
        (timer,) = frames.findChildren(QTimer)
        return timer

    @property
    def sheet(self) -> Sheet | None:
        return next((s for s in self.window.findChildren(Sheet) if s.isVisible()), None)

    def turn(self, ms: int, look: int = 100) -> None:
        """Time passes while the page is looked at."""
        while ms > 0:
            self.clock.turn(min(look, ms))
            ms -= look
            self.runner.look()

    def frame(self, ms: int = 33) -> None:
        """Time passes to the next frame, without a look."""
        self.clock.turn(ms)
        self.frames.timeout.emit()

    def reach(self, kind: StepKind, ms: int = 1_000, *, exercise: str | None = None) -> None:
        """Wait for the next step of a kind to begin, and so much longer."""
        while True:
            self.turn(self.session.step.ms - self.session.elapsed, 1_000)
            step = self.session.step
            if step.kind is kind and exercise in (None, step.exercise):
                self.turn(ms)
                return

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key as the window system does: to the window."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifier or Qt.KeyboardModifier.NoModifier)

    def end(self) -> None:
        """Leave nothing behind."""
        if self.sheet is not None:
            self.sheet.dismiss()
        self.runner.release()
        self.window.close()
