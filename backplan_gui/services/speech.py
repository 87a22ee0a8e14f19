"""What the app and the child process that speaks for it say to each other: a JSON line each."""

from enum import StrEnum

import msgspec


class Silence(StrEnum):
    """Why there is no voice; NONE where there is one."""

    NONE = ""
    STARTING = "starting"
    """Not started yet, or not ready yet."""
    NO_ENGINE = "no engine"
    NO_SOUND = "no sound"
    """No sound server, or no device to play on."""
    NO_VOICE = "no voice"
    """An engine, but none of its voices speaks the language."""
    HANGS = "hangs"
    """It was started twice, and does not answer."""


class VoiceName(msgspec.Struct, frozen=True):
    """A voice by the name its engine has for it, with a locale such as en-GB."""

    name: str
    locale: str


class Use(msgspec.Struct, frozen=True, tag="use"):
    """How to speak from now on; the child answers with Able."""

    name: str = ""
    """Of a voice; "" is the first of the language, and so is one that is not there."""
    rate: int = 0
    """In tenths, -10 to 10."""
    volume: int = 100
    """In per cent."""
    language: str = "en"


class Say(msgspec.Struct, frozen=True, tag="say"):
    """Say a text at once; the child answers with Begun and Ended of that id."""

    id: int
    text: str


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """Say no more of it; its Ended comes still."""


class Able(msgspec.Struct, frozen=True, tag="able"):
    """Whether it can speak, and with what."""

    silence: Silence
    engine: str = ""
    """For people: eSpeak."""
    voices: tuple[VoiceName, ...] = ()
    """Of the language, the one that is taken by itself first."""


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    id: int


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    id: int


Asked = Use | Say | Stop
Told = Able | Begun | Ended

BrokenLine = msgspec.DecodeError
"""A line that is none of these; msgspec.ValidationError is one too."""

asked_in = msgspec.json.Decoder(Asked).decode
told_in = msgspec.json.Decoder(Told).decode


def line_of(message: Asked | Told) -> bytes:
    return msgspec.json.encode(message) + b"\n"
