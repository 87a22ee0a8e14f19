"""In which version an exercise is done."""

from ..core.exercise import Version
from ..core.texts import ExerciseText
from .today import off_floor
from .translated import tr


def version_of(name: str, version: Version) -> str:
    """As in "Plank, easier version"; the standard one has no more to its name."""
    match version:
        case Version.EASIER:
            return tr("{}, easier version").format(name)
        case Version.HARDER:
            return tr("{}, harder version").format(name)
        case Version.NO_FLOOR:
            return tr("{}, off the floor").format(name)
        case Version.STANDARD:
            return name


def begins_as(version: Version, title: str, why: str = "") -> str:
    """As in "easier: Chair fold", or with a reason "without the mat: Chair fold"."""
    names = {
        Version.EASIER: tr("easier"),
        Version.HARDER: tr("harder"),
        Version.NO_FLOOR: off_floor(),
    }
    return f"{why or names[version]}: {title}"


def version_said(version: Version, title: str) -> str:
    """As in "Easier version: Chair fold."."""
    match version:
        case Version.EASIER:
            return tr("Easier version: {}.").format(title)
        case Version.HARDER:
            return tr("Harder version: {}.").format(title)
        case Version.NO_FLOOR:
            return tr("Off the floor: {}.").format(title)
        case Version.STANDARD:
            return tr("Standard version: {}.").format(title)


def next_time(text: ExerciseText, version: Version) -> str:
    """As in "Side Plank: the easier one next time"."""
    match version:
        case Version.EASIER:
            return tr("{}: easier next time too").format(text.name)
        case Version.HARDER:
            return tr("{}: harder next time too").format(text.name)
        case Version.NO_FLOOR:
            return tr("{}: off the floor next time too").format(text.name)
        case Version.STANDARD:
            return tr("{}: standard next time").format(text.name)
