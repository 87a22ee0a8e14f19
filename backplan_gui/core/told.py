"""What a rule leaves behind (R20), as values; the line itself is made in words.py."""

import msgspec

from .easing import After, During, Ease, Moment
from .offers import Choice, Start, Way
from .pain import Moving, Symptom
from .past import PastSession
from .rules import Kind, Note
from .starting import Situation


class Told(msgspec.Struct, frozen=True):
    """A rule that fired, the numbers it was about and what was chosen."""

    kind: Kind
    rule: str
    """As in "R4"."""
    day: int | None = None
    exercise: str | None = None
    before: int | None = None
    during: int | None = None
    after: int | None = None
    missed: int = 0
    symptom: Symptom | None = None
    choice: Choice | Ease | None = None
    """None: only said, or nothing was chosen."""
    declined: bool = False
    """It put the easier versions first, and the standard ones were chosen."""
    moving: Moving | None = None


EASIER = (Kind.EASIER_FIRST, Kind.EASIER_AFTER_UP, Kind.CHECKED_EASIER)
"""What puts the easier versions first."""
BEGINS_NOTHING = (Way.WALK, Way.REST, Way.CLOSE, Way.SIGNS)


def start_told(
    start: Start,
    at: Situation,
    pain: int | None,
    choice: Choice,
    *,
    began: bool = True,
    moving: Moving | None = None,
) -> tuple[Told, ...]:
    """The offer with what was chosen, then the notes; a session that never `began` was not."""
    chosen = choice if began or choice.way in BEGINS_NOTHING else None
    standard = chosen is not None and chosen.way is Way.STANDARD
    offer, *notes = (
        Told(note.kind, note.rule, at.day, before=pain, missed=start.missed)
        for note in (start.offer, *start.notes)
    )
    return (
        msgspec.structs.replace(offer, choice=chosen, moving=moving),
        *(
            msgspec.structs.replace(note, declined=standard and note.kind in EASIER)
            for note in notes
        ),
    )


def during_told(
    during: During, at: Moment, day: int | None, exercise: str, choice: Ease | None
) -> tuple[Told, ...]:
    """One line, or none where nothing fired."""
    if during.fired is None:
        return ()
    return (
        Told(
            during.fired.kind,
            during.fired.rule,
            day,
            exercise,
            at.before,
            at.now,
            symptom=at.symptom,
            choice=choice,
        ),
    )


def after_told(after: After, one: PastSession) -> tuple[Told, ...]:
    """What was said at the end, with the session's three numbers."""
    fired: tuple[Note, ...] = (after.fired,) if after.fired else ()
    return tuple(
        Told(
            note.kind,
            note.rule,
            one.day,
            before=one.before,
            during=one.during,
            after=one.after,
        )
        for note in (*fired, *after.mentions)
    )
