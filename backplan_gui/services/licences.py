"""Whose work is in this copy of the app, and on what terms, as the installed packages say."""

import re
from importlib import metadata

import msgspec

NAME = "backplan"
_CLASS = "License :: OSI Approved :: "


class Part(msgspec.Struct, frozen=True):
    """A package that the app runs on."""

    name: str
    version: str
    licence: str


def on_board() -> tuple[Part, ...]:
    """The packages that the app needs and those that they need, by name; none where the app
    runs without having been installed.
    """
    found: dict[str, Part] = {}
    waiting = [NAME]
    while waiting:
        try:
            package = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:
            continue  # needed elsewhere: on another system, by an older Python
        name = package.metadata["Name"]
        if name not in found:
            found[name] = Part(name, package.version, _licence(package.metadata))
            waiting += map(_name, filter(_is_always_needed, package.requires or ()))
    found.pop(NAME, None)
    return tuple(sorted(found.values(), key=lambda part: part.name.lower()))


def _is_always_needed(requirement: str) -> bool:
    return "extra ==" not in requirement


def _name(requirement: str) -> str:
    """The name before what is said of versions and systems."""
    named = re.match(r"[\w.-]+", requirement)
    assert named is not None
    return named[0]


def _licence(fields: metadata.PackageMetadata) -> str:
    """Said in one of three ways, the last of which may be a whole text."""
    classes = [line for line in _every(fields, "Classifier") if line.startswith(_CLASS)]
    told = [
        *_every(fields, "License-Expression"),
        *(line.removeprefix(_CLASS) for line in classes),
        *_every(fields, "License"),
    ]
    return told[0].partition("\n")[0] if told else ""


def _every(fields: metadata.PackageMetadata, name: str) -> list[str]:
    return fields.get_all(name) or []
