"""What is announced to screen readers: phases in words, a few marks of time, never seconds."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from .. import words
from ..content import Content
from ..core.script import StepKind
from ..core.session import Event, Phase, PhaseChanged, Session, StepStarted
from ..core.shown import left_ms
from . import player_steps as steps
from .between_words import rest_said, suspended_said, switch_said
from .step_words import dose_said, help_line, leave_line, set_said, title
from .widgets.session_progress import ExerciseShare
from .written_lines import way_in

MARKS_MS = (10_000, 5_000)
HALF_FROM_MS = 20_000
"""A hold this long has its half announced."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


class Announcer(QObject):
    """Says things to screen readers, politely, in the name of the object it belongs to."""

    announced = Signal(str)

    def say(self, text: str) -> None:
        """Announce a sentence."""
        owner = self.parent()
        if QAccessible.isActive() and owner is not None:
            event = QAccessibleAnnouncementEvent(owner, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
        self.announced.emit(text)


def events_said(events: tuple[Event, ...], session: Session, content: Content) -> str:
    """What happened, in a sentence; only the last of several changes, "" for none."""
    said = ""
    for event in events:
        if isinstance(event, StepStarted):
            said = step_said(session, content)
        elif isinstance(event, PhaseChanged) and event.phase is Phase.PAUSED:
            said = suspended_said() if event.suspended else _tr("Paused.")
        elif isinstance(event, PhaseChanged) and event.phase is Phase.RESUMING:
            said = _tr("Going on.")
    return said


def step_said(session: Session, content: Content) -> str:
    """A step that begins, in words."""
    here, step = session.step, steps.coming(session)
    if here.help:
        return help_line(here, content)
    name = title(session, step, content)
    side = None if step.alternates or step.segment else step.side
    match here.kind:
        case StepKind.READY:
            return f"{words.kind(here)}. {name}."
        case StepKind.REST:
            return rest_said(session, step, content)
        case StepKind.SWITCH if side is not None:
            return switch_said(session, step, side, content)
        case StepKind.LEAVE:
            return leave_line(step, content)
        case StepKind.ENTER:
            return f"{words.kind(here)}. {way_in(session, content)}"
        case _:
            return _work_said(session, name, content)


def _work_said(session: Session, name: str, content: Content) -> str:
    """As in "Hold, right leg, 30 seconds." or "Left leg, set 1 of 2, 10 slow reps."."""
    step = session.step
    text = content.text(step.exercise)
    if step.segment:
        seconds = step.ms // 1000
        long = words.minutes_spoken(seconds // 60) if seconds % 60 == 0 else words.seconds(seconds)
        return f"{name}, {long}."
    if step.reps:
        side = None if step.alternates else step.side
        return f"{set_said(step, text, side)}, {dose_said(step)}."
    parts = [words.kind(step)]
    if step.side is not None:
        parts.append(f"{words.side(step.side)} {text.limb}")
    return ", ".join([*parts, words.seconds(step.ms // 1000)]) + "."


def mark_said(before: Session | None, now: Session) -> str:
    """The mark of time that was passed since the last look: half of a hold, ten, five seconds."""
    step = now.step
    if before is None or before.index != now.index or now.phase is not Phase.RUNNING:
        return ""
    if step.reps or step.kind in (StepKind.ENTER, StepKind.LEAVE) or before.step != step:
        return ""
    was, left = left_ms(before), left_ms(now)
    said = ""
    if step.kind is StepKind.WORK and step.ms >= HALF_FROM_MS and left <= step.ms // 2 < was:
        said = _tr("Halfway")
    for mark in MARKS_MS:
        if step.ms >= 2 * mark and left <= mark < was:
            said = words.seconds_left(mark // 1000)
    return said


def progress_said(shares: tuple[ExerciseShare, ...]) -> str:
    """The session so far: "Exercise 2 of 3, Cat-Cow Stretch. Done: Child's Pose."."""
    number, current = next(((n, s) for n, s in enumerate(shares, start=1) if s.current), (0, None))
    said: list[str] = []
    if current is not None:
        said.append(_tr("Exercise {} of {}, {}.").format(number, len(shares), current.name))
    done = [share.name for share in shares if share.done]
    if done:
        said.append(_tr("Done: {}.").format(", ".join(done)))
    return " ".join(said)
