"""What is new in each version, as `resources/changelog.md` has it.

Under `## 0.1.0 · 2026-11-26` stands one line for each change, `* ` before it. The about page
shows them, and the packages of Linux have them in their own forms.
"""

import re

import msgspec

_HEAD = re.compile(r"## (?P<version>\d+\.\d+\.\d+) · (?P<date>\d{4}-\d\d-\d\d)")
_POINT = "* "


class Release(msgspec.Struct, frozen=True):
    """A version, the day of its release as ISO 8601 text, and what came with it."""

    version: str
    date: str
    changes: tuple[str, ...]


def releases(text: str) -> tuple[Release, ...]:
    """Every version that the changelog tells of, in its order: the newest first."""
    parts = text.split("\n## ")[1:]
    return tuple(_release(f"## {part}".splitlines()) for part in parts)


def _release(lines: list[str]) -> Release:
    head = _HEAD.fullmatch(lines[0])
    if head is None:
        raise ValueError(f"not the head of a version in the changelog: {lines[0]!r}")
    changes = tuple(line.removeprefix(_POINT) for line in lines if line.startswith(_POINT))
    return Release(head["version"], head["date"], changes)
