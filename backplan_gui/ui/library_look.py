"""What the library shows and says of an exercise in one of its versions.

Pure functions: a Subject and Content in; drawings and sentences out.
"""

from itertools import pairwise

import msgspec
from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Breath, Exercise, Order, Version
from ..core.moments import Entering, Holding, Leaving, Moving, Ready
from ..core.plan import Side
from ..core.preview import Preview, Ways
from ..core.shapes import Drawing
from ..core.texts import SegmentText, mirrored
from .widgets.figure_view import figures


class Subject(msgspec.Struct, frozen=True):
    """What is looked at; `side` where the person can choose one."""

    exercise: str
    version: Version = Version.STANDARD
    side: Side | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("library", text)


def form(subject: Subject, content: Content) -> Exercise:
    """How this version is done."""
    return content.exercises[subject.exercise].form(subject.version)


def has_sides(exercise: Exercise) -> bool:
    """One side is looked at after the other; where they take turns both are seen anyway."""
    return exercise.order in (Order.SET, Order.SIDE)


def has_reps(exercise: Exercise) -> bool:
    """A tempo paces its reps; that of a hold or of a long activity is only a breath."""
    return not exercise.segments and not exercise.enter


def ways(subject: Subject, content: Content) -> Ways:
    """How its figure moves."""
    name, version = subject.exercise, subject.version
    count = len(form(subject, content).segments)
    rows = [figures().row_motion(name, row, version) for row in range(1, count + 1)]
    turn_ms = figures().turn_ms(name, version)
    return Ways(lambda row: rows[row - 1], content.exercises, turn_ms)


def drawing(subject: Subject, preview: Preview) -> Drawing:
    """The figure at a moment."""
    side = preview.side or subject.side
    return figures().figure_at(subject.exercise, side, preview.moment, subject.version)


def figure_said(subject: Subject, preview: Preview, content: Content) -> str:
    """What the figure shows at a moment, in one sentence, for who does not see it."""
    name, moment, version = subject.exercise, preview.moment, subject.version
    side = preview.side or subject.side or figures().side_at(name, moment, version)
    return content.figure(figures().pose_at(name, moment, version), side)


def goal(subject: Subject, preview: Preview, content: Content, way: tuple[Preview, ...]) -> Preview:
    """Where the movement leads: the far end of a rep, the hold, the next part of an activity.

    `way` are the key poses one after the other.
    """
    exercise = form(subject, content)
    if exercise.segments:
        names = list(dict.fromkeys(still.segment for still in way))
        after = names[(names.index(preview.segment) + 1) % len(names)]
        return next(still for still in way if still.segment == after)
    if exercise.enter:
        return way[1]
    return msgspec.structs.replace(way[1 + _far_phase(subject, exercise)], side=preview.side)


def caption(subject: Subject, preview: Preview, content: Content) -> str:
    """What is done at a moment: "Breathe out, lift"."""
    if preview.segment:
        return segment(subject, preview.segment, content).title
    match preview.moment:
        case Ready():
            return _tr("Start position")
        case Entering():
            return _tr("Move in")
        case Leaving():
            return _tr("Move out")
        case _ if not preview.phase:
            return _tr("Hold")
    said = _phase_said(subject, preview, content)
    if preview.side is None:
        return said
    limb = words.side_limb(preview.side, content.text(subject.exercise))
    return words.MIDDLE_DOT.join((limb, said))


def goal_caption(subject: Subject, preview: Preview, content: Content) -> str:
    """What is said of the place where the movement leads."""
    if not preview.segment:
        return caption(subject, preview, content)
    return _tr("Then: {}").format(segment(subject, preview.segment, content).title)


def captions(subject: Subject, content: Content, way: tuple[Preview, ...]) -> tuple[str, ...]:
    """Everything that will be said of a subject whose key poses these are."""
    exercise = form(subject, content)
    seen = list(way)
    if exercise.enter:
        seen += (Preview(Entering(0.0)), Preview(Leaving(0.0)))
        seen += (Preview(Holding(), phase.id) for phase in exercise.phases)
    told = [say(subject, one, content) for one in seen for say in (caption, goal_caption)]
    return tuple(dict.fromkeys(told))


def segment(subject: Subject, name: str, content: Content) -> SegmentText:
    """The words of a part of a long activity."""
    text = content.text(subject.exercise)
    own = text.version(subject.version)
    return (own.segments if own else {}).get(name, text.segments[name])


def written(subject: Subject, lines: tuple[str, ...], content: Content) -> tuple[str, ...]:
    """Lines of an exercise for the side that is looked at; texts are written for the left."""
    if subject.side is not Side.RIGHT:
        return lines
    return tuple(mirrored(line, content.words) for line in lines)


def tempo(subject: Subject, content: Content, permille: int) -> str:
    """The phases with their seconds, at a pace: "2 s lift, 1 s hold"."""
    text = content.text(subject.exercise)
    return ", ".join(
        words.paced(text.phase(phase.id, subject.version), phase.seconds * permille)
        for phase in form(subject, content).phases
    )


def _phase_said(subject: Subject, preview: Preview, content: Content) -> str:
    """A breath with the word of the phase; in a hold the breath alone."""
    phases = form(subject, content).phases
    phase = next(p for p in phases if p.id == preview.phase)
    if isinstance(preview.moment, Moving):
        word = content.text(subject.exercise).phase(phase.id, subject.version)
        return f"{words.breath(phase.breath)}, {word}"
    breath_in = sum(p.seconds for p in phases if p.breath is Breath.IN)
    return words.breath(phase.breath, slowly=phase.seconds > breath_in)


def _far_phase(subject: Subject, exercise: Exercise) -> int:
    """The phase that ends where the figure first stays; else the first."""
    ends = [
        figures().pose_at(subject.exercise, Moving(index, 1.0), subject.version)
        for index in range(len(exercise.phases))
    ]
    stays = (index for index, (here, after) in enumerate(pairwise(ends)) if here == after)
    return next(stays, 0)
