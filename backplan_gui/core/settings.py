"""The person's choices; every field has a default and is mended alone when unreadable."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec

from .exercise import Version
from .plan import Side


class Theme(StrEnum):
    """Which colours: the system's choice, or the person's."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Pace(StrEnum):
    """How fast reps are paced; OWN turns the pacer off."""

    WRITTEN = "written"
    SLOWER = "slower"
    SLOWEST = "slowest"
    OWN = "own"

    @property
    def permille(self) -> int:
        """Length of a rep in thousandths of the written one (content/exercises.md 1.8)."""
        return {Pace.SLOWER: 1250, Pace.SLOWEST: 1500}.get(self, 1000)


GET_READY_EXTRAS = (0, 10, 20)
REST_EXTRAS = (0, 15, 30)
TEXT_SIZES = tuple(range(90, 201, 10))

OneOfReady = Annotated[int, msgspec.Meta(ge=0, le=20, multiple_of=10)]
OneOfRest = Annotated[int, msgspec.Meta(ge=0, le=30, multiple_of=15)]
Percent = Annotated[int, msgspec.Meta(ge=90, le=200, multiple_of=10)]
Volume = Annotated[int, msgspec.Meta(ge=10, le=100, multiple_of=10)]
OneOfRates = Annotated[int, msgspec.Meta(ge=-3, le=3)]
DayOrRest = Annotated[int, msgspec.Meta(ge=0, le=7)]


class Settings(msgspec.Struct, frozen=True):
    """All settings; seconds are whole, text size is per cent."""

    theme: Theme = Theme.SYSTEM
    text_size: Percent = 100
    reduce_motion: bool = False
    freeze_figure: bool = False
    """The figure shows key positions only, while ring and breath go on moving."""
    high_contrast: bool = False
    get_ready_extra: OneOfReady = 0
    rest_extra: OneOfRest = 0
    pace: Pace = Pace.WRITTEN
    first_side: Side = Side.LEFT
    fewer_changes: bool = False
    mirror_figure: bool = False
    """The figure as in a mirror; left and right keep their names."""
    questions: bool = True
    """Ask about pain before and after (R17: everything works without)."""
    equipment: tuple[Annotated[str, msgspec.Meta(max_length=20)], ...] | None = None
    """What there is of what is asked about; None: nobody was asked yet."""
    floor_help: bool = False
    """Say the way down to the floor and up again."""
    kept_versions: tuple[tuple[Annotated[str, msgspec.Meta(max_length=60)], Version], ...] = ()
    """Exercises that begin in another version, because the person said so."""
    routine: Annotated[tuple[DayOrRest, ...], msgspec.Meta(max_length=7)] = ()
    """The day of a normal week for each weekday from Monday on, 0 is rest; empty: none picked."""
    voice: bool = True
    """Say the cues aloud, where the system has a voice."""
    voice_name: Annotated[str, msgspec.Meta(max_length=200)] = ""
    """Which one; "" is the first of the language."""
    voice_rate: OneOfRates = -1
    """Tenths slower or faster than the voice speaks by itself (design-system.md section 11)."""
    voice_volume: Volume = 100
    chimes: bool = True
    chime_volume: Volume = 70
    breathing_tone: bool = False
    """A gliding tone as long as each breath."""
    keep_awake: bool = True
    """Keep the screen on while a session runs."""
    emergency_number: Annotated[str, msgspec.Meta(max_length=20)] = ""


def settings_from(values: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings from stored values, and the names of those that could not be used.

    One bad value falls back to its default; the rest is kept. Unknown names are ignored:
    they belong to another version.
    """
    good: dict[str, Any] = {}
    bad: list[str] = []
    for field in msgspec.structs.fields(Settings):
        if field.name not in values:
            continue
        try:
            good[field.name] = msgspec.convert(values[field.name], field.type)
        except msgspec.ValidationError:
            bad.append(field.name)
    return Settings(**good), tuple(bad)
