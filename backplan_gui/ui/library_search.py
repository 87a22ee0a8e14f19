"""Finding an exercise by what a person calls it."""

import unicodedata

from ..core.texts import ExerciseText

_JOINED = dict.fromkeys(map(ord, "'\u2019"), "")
_PARTED = dict.fromkeys(map(ord, "-,.:;"), " ")


def is_found(query: str, text: ExerciseText) -> bool:
    """Every word of the query stands in a name of the exercise or in the areas it works.

    In any order; accents, capitals and apostrophes do not count. Nothing finds everything.
    """
    known = _folded(" ".join((text.name, *text.aliases, text.works, text.muscles)))
    return all(word in known for word in _folded(query).split())


def _folded(text: str) -> str:
    """Letters without their accents, so that "balāsana" meets "Balasana"."""
    letters = unicodedata.normalize("NFKD", text.translate(_JOINED | _PARTED))
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()
