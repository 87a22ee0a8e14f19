"""Whether pain before exercise changed: the display rule of content/safety.md 2.2.

A number before is only ever compared with a number before; what may be said of the two is
`pain.change_said`. The words are the pages' own, and so is what always goes with them: that
pain goes up and down on its own.
"""

from collections.abc import Iterable
from typing import Protocol

from .pain import Change, change_said


class Answered(Protocol):
    """A session as far as this looks at it."""

    @property
    def local_date(self) -> str: ...
    @property
    def before(self) -> int | None: ...
    @property
    def before_ache(self) -> bool: ...


def before_with_before(sessions: Iterable[Answered]) -> Change | None:
    """The first number before exercise with the last, of sessions in order of time.

    None where there are no two of different days. The ordinary ache of muscles that were used
    is no number of the back (2.1), so it is passed over.
    """
    told = [
        (one.local_date, one.before)
        for one in sessions
        if one.before is not None and not one.before_ache
    ]
    if not told or told[0][0] == told[-1][0]:
        return None
    return change_said(told[0][1], told[-1][1])
