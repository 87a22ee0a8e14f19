"""The figure of the instant, and again at every frame while it is on its way.

Between two looks of the runner the session is only glanced at: nothing happens by it, and a
figure that stands still costs no timer.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from ..content import Content
from ..core.session import Phase, Session
from ..core.shapes import Sight
from ..runner import SessionRunner
from .player_figure import FRAME_MS, figure_said, is_moving, sight_now
from .theme import Theme


class FigureStage(Protocol):
    """Where the figure stands."""

    def show_figure(self, sight: Sight, *, paused: bool) -> None: ...
    def describe_figure(self, text: str) -> None: ...


class FigureFrames(QObject):
    """Draws the figure of a session on a stage."""

    def __init__(
        self,
        theme: Theme,
        content: Content,
        runner: SessionRunner,
        stage: FigureStage,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._content, self._runner = theme, content, runner
        self._stage = stage
        self._placed: int | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)

    def move_to(self, stage: FigureStage) -> None:
        """From now on it stands on this stage."""
        self._stage = stage

    def forget(self) -> None:
        """Another session: where the figure stood before says nothing of it."""
        self._placed = None

    def stop(self) -> None:
        """Nobody sees it."""
        self._timer.stop()

    def show_figure(self, session: Session, *, watched: bool) -> None:
        """The figure of this instant; while it moves and is watched, again at every frame."""
        still, at_once = self._theme.still_figure, self._is_placed(session)
        moving = is_moving(session, self._content, reduce_motion=still, at_once=at_once)
        self._show(session)
        self._stage.describe_figure(figure_said(session, self._content))
        if not (watched and moving):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _on_frame(self) -> None:
        session = self._runner.glance()
        if session is not None:
            self._show(session)

    def _show(self, session: Session) -> None:
        still, at_once = self._theme.still_figure, self._is_placed(session)
        sight = sight_now(session, self._content, reduce_motion=still, at_once=at_once)
        self._stage.show_figure(sight, paused=session.phase is Phase.PAUSED)

    def _is_placed(self, session: Session) -> bool:
        """The person was put into this step while nothing moved, so there is no way to it."""
        waits = session.phase in (Phase.PAUSED, Phase.RESUMING)
        if session.index != self._placed:
            self._placed = session.index if waits and not session.elapsed else None
        return session.index == self._placed
