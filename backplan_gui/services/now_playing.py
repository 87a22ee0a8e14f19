"""What a player on the desktop shows and is asked, in the words of the MPRIS specification.

Values only: `media_keys` decides by them, `mpris` puts them on the bus.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

LEAP_MS = 2_000
"""A position further than this from the one before is a leap, which players are told."""


class Wish(StrEnum):
    """What is asked of a player."""

    PLAY = "Play"
    PAUSE = "Pause"
    PLAY_PAUSE = "PlayPause"
    NEXT = "Next"
    PREVIOUS = "Previous"
    STOP = "Stop"
    RAISE = "Raise"


class Change(StrEnum):
    """What may be different."""

    STATUS = "PlaybackStatus"
    METADATA = "Metadata"
    POSITION = "Position"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the desktop shows; `track` counts the titles of a session."""

    track: int
    title: str
    artist: str
    playing: bool
    length_ms: int
    position_ms: int


Ask = Callable[[Wish], None]


class Player(Protocol):
    """A player that the desktop sees until it leaves."""

    def tell(self, shown: Shown, changed: Collection[Change]) -> None: ...
    def leave(self) -> None: ...


def track_of(before: Shown | None, title: str, artist: str) -> int:
    """The number of a title: another one when it reads differently."""
    if before is None:
        return 1
    return before.track + ((before.title, before.artist) != (title, artist))


def changes(before: Shown, now: Shown) -> frozenset[Change]:
    """What players have to be told; that time passes they know."""
    leapt = abs(now.position_ms - before.position_ms) > LEAP_MS
    told = {
        Change.STATUS: now.playing != before.playing,
        Change.METADATA: (now.track, now.length_ms) != (before.track, before.length_ms),
        Change.POSITION: leapt and now.track == before.track,
    }
    return frozenset(change for change, is_so in told.items() if is_so)
