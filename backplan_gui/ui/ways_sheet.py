"""The versions of an exercise on a sheet, to change to another one at any moment.

Each key always means the same version, and the one that is on has the keyboard: a harder one
is there for whoever wants it, and never comes first.
"""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from .. import words
from ..content import Content
from ..core.exercise import Exercise, Version
from ..core.session import Session
from ..core.settings import Settings
from ..core.switching import version_on
from ..core.tailoring import ASKABLE
from . import icons, step_lines
from . import player_steps as steps
from .theme import Theme
from .widgets.sheet import Option, OptionRow, Sheet

KEYS = dict(zip(Version, "1234", strict=True))


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def ways_sheet(
    theme: Theme, window: QWidget, session: Session, content: Content, settings: Settings
) -> Sheet:
    """Asks for a version of the exercise that is on; answers with it."""
    exercise, on = content.exercises[session.step.exercise], version_on(session)
    options = tuple(
        _option(version, on, session, content, settings) for version in exercise.versions
    )
    said = _tr("The timer is paused. What you did stays done.")
    back = _tr("Stay with this one")
    sheet = Sheet(theme, window, _tr("Other ways"), said, options, back=back)
    present = sheet.findChild(OptionRow, on)
    if present is not None:
        present.setFocus(Qt.FocusReason.TabFocusReason)
    return sheet


def _option(
    version: Version, on: Version, session: Session, content: Content, settings: Settings
) -> Option:
    exercise = content.exercises[session.step.exercise]
    text = content.text(exercise.id)
    own = text.version(version)
    title = _named(version, own.title if own else text.name)
    first = step_lines.sentences(own.text if own else text.aim)[0]
    said = step_lines.written_for(first, steps.coming(session), content)
    needs = _needs(exercise.form(version), settings)
    icon = _icon(version, exercise)
    if version is on:
        title, icon = words.MIDDLE_DOT.join((title, _tr("now"))), "check"
    return Option(version, icon, title, f"{said} {needs}".strip(), KEYS[version])


def _named(version: Version, title: str) -> str:
    match version:
        case Version.EASIER:
            return _tr("Easier: {}").format(title)
        case Version.HARDER:
            return _tr("Harder: {}").format(title)
        case Version.NO_FLOOR:
            return _tr("Off the floor: {}").format(title)
        case Version.STANDARD:
            return _tr("As written: {}").format(title)


def _icon(version: Version, exercise: Exercise) -> str:
    match version:
        case Version.EASIER:
            return "easier"
        case Version.HARDER:
            return "plus"
        case Version.NO_FLOOR:
            return icons.of_place(exercise.form(version).place)
        case Version.STANDARD:
            return "library"


def _needs(form: Exercise, settings: Settings) -> str:
    """As in "Needs a step.", where the person has said that there is none."""
    if settings.equipment is None:
        return ""
    missing = [t for t in form.equipment if t in ASKABLE and t not in settings.equipment]
    said = words.needs(missing)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
