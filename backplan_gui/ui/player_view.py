"""All that the player shows of a session at one moment, whoever shows it.

The window, the full screen and the mini player draw the same values, so that none of them
can tell another story.
"""

from typing import NamedTuple

import msgspec
from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Version
from ..core.script import StepKind
from ..core.session import Command, Phase, Session
from ..core.shown import left_today_ms
from ..core.switching import version_on
from . import player_steps as steps
from .player_beside import Beside, beside_ring, next_text, tempo
from .player_keys import Wish
from .player_ring import ring_face
from .player_said import progress_said
from .player_words import stage_text
from .step_words import set_said
from .widgets.button import Kind
from .widgets.figure_stage import StageText
from .widgets.next_card import NextText
from .widgets.ring_face import RingFace
from .widgets.session_progress import ExerciseShare
from .widgets.tempo_bar import Tempo


class Offer(NamedTuple):
    """What the large button does and says."""

    wish: Wish
    text: str
    icon: str
    key: str
    kind: Kind = Kind.PRIMARY


class Shown(msgspec.Struct, frozen=True):
    """One moment of a session, in words and shapes."""

    stage: StageText
    set_line: str
    """Which set it is, where there is room for no more."""
    face: RingFace
    beside: Beside
    offer: Offer | None
    tempo: Tempo
    following: NextText
    shares: tuple[ExerciseShare, ...]
    progress: str
    """The same in words."""
    left: str
    """The time left today."""
    allowed: frozenset[Command]
    paused: bool
    reps: bool
    easier: bool
    begins: bool
    """One gets ready for the first exercise."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def shown_of(
    session: Session, content: Content, allowed: frozenset[Command], *, reduce_motion: bool
) -> Shown:
    """What there is to show, and what may be asked."""
    step = session.step
    stage = stage_text(session, content)
    shares = steps.shares(session, content)
    return Shown(
        stage=stage,
        set_line=_set_line(session, content) or stage.set_line,
        face=ring_face(session, content, reduce_motion=reduce_motion),
        beside=beside_ring(session, content),
        offer=offer_now(session, allowed),
        tempo=tempo(session, content),
        following=next_text(session, content),
        shares=shares,
        progress=progress_said(shares),
        left=words.clock(left_today_ms(session)),
        allowed=allowed,
        paused=session.phase in (Phase.PAUSED, Phase.READY),
        reps=bool(step.reps),
        easier=version_on(session) is Version.EASIER,
        begins=step.kind is StepKind.READY and step.exercise_no == 1 and not step.help,
    )


def _set_line(session: Session, content: Content) -> str:
    """The set and its side without what it is made of; "" where there are no sets."""
    here, step = session.step, steps.coming(session)
    if here.help or here.segment or step.segment:
        return ""
    switching = here.kind is StepKind.SWITCH
    side = None if step.alternates or switching else step.side
    return set_said(step, content.text(step.exercise), side)


def offer_now(session: Session, allowed: frozenset[Command]) -> Offer | None:
    """What the large button is for now."""
    if session.phase is Phase.PAUSED:
        return Offer(Wish.PAUSE, _tr("Continue"), "play", _tr("Space"))
    if session.step.help and Command.NEXT in allowed:
        return Offer(Wish.MAIN, _tr("Next"), "chevronRight", _tr("Enter"))
    if Command.NEXT in allowed or Command.START in allowed:
        return Offer(Wish.MAIN, _tr("I’m ready, start now"), "play", _tr("Enter"))
    if Command.REP in allowed:
        return Offer(Wish.MAIN, _tr("Rep done"), "check", _tr("Enter"))
    if Command.KEEP_GOING in allowed:
        more = _tr("Keep going, 1 minute more")
        return Offer(Wish.MAIN, more, "plus", _tr("Enter"), Kind.SECONDARY)
    return None
