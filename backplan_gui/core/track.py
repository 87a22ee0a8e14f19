"""A step that is being filled with cues: what is given when, and when somebody speaks."""

import msgspec

from .cues import GAP_MS, SECOND_MS, Chime, Cue, Say, said_ms, takes_ms
from .sounds import Sound


class Given(msgspec.Struct, frozen=True):
    """A cue and its instant: milliseconds into the step."""

    at: int
    cue: Cue


class Track:
    """Takes what fits, and refuses a sentence that would be said over another."""

    def __init__(self, ms: int) -> None:
        self.ms = ms
        self._given: list[Given] = []
        self._spoken: list[tuple[int, int]] = []

    @property
    def given(self) -> tuple[Given, ...]:
        """All of it, in order; a sound before the sentence of the same instant."""
        return tuple(sorted(self._given, key=lambda g: (g.at, isinstance(g.cue, Say))))

    def chime(self, at: int, sound: Sound, ms: int = 0) -> None:
        """A sound, whatever is said meanwhile."""
        self._given.append(Given(at, Chime(sound, ms)))

    def say(self, at: int, text: str, until: int | None = None) -> bool:
        """A sentence, if there is time for all of it until then (or to the end of the step)."""
        ends = at + said_ms(text)
        if not text or at < 0 or ends > (self.ms if until is None else min(until, self.ms)):
            return False
        if any(at < end + GAP_MS and begin < ends + GAP_MS for begin, end in self._spoken):
            return False
        self._spoken.append((at, ends))
        self._given.append(Given(at, Say(text)))
        return True

    def begins_within(self, at: int, end: int) -> bool:
        """Somebody begins to speak in a stretch of it."""
        return any(at <= begin < end for begin, _ in self._spoken)

    def second(self, at: int) -> int:
        """The next full second of what is left; the step's beginning counts as one."""
        return at + (self.ms - at) % SECOND_MS if at else 0

    def say_all(self, at: int, texts: tuple[str, ...], until: int, pause: int = 0) -> int:
        """Sentences one after the other, each with a pause to do it: how many found a place."""
        for place, text in enumerate(texts):
            if not self.say(at, text, until):
                return place
            at = self.second(at + takes_ms(text, pause))
        return len(texts)
