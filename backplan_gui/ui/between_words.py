"""What comes between two sets, and when a session had to wait: said by the voice and announced.

Pure functions: Session and Content in, words out.
"""

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.plan import Side
from ..core.script import Step
from ..core.session import Session
from . import player_steps as steps
from .step_words import dose_said, set_said, title


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def suspended_said() -> str:
    """The machine was away and the session waited."""
    return _tr("Paused while the computer was asleep or busy.")


def rest_said(session: Session, step: Step, content: Content) -> str:
    """As in "Rest, 15 seconds. Next, Cat-Cow Stretch, set 1 of 2."."""
    here = session.step
    said = f"{words.kind(here)}, {words.seconds(here.ms // 1000)}."
    if steps.rests_within(session):
        return _tr("{} Then {}.").format(said, dose_said(step))
    side = None if step.alternates or step.segment else step.side
    number = set_said(step, content.text(step.exercise), side)
    name = title(session, step, content)
    return _tr("{} Next, {}, {}.").format(said, name, number[:1].lower() + number[1:])


def switch_said(session: Session, step: Step, side: Side, content: Content) -> str:
    """As in "Change sides. Now the right leg."."""
    other = f"{words.side(side)} {content.text(step.exercise).limb}"
    return _tr("{}. Now the {}.").format(words.kind(session.step), other)
