"""The files that ship with the app: each is what its name says, and can be used."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtSvg import QSvgRenderer

from .. import resources
from ..content import Content
from ..core.changelog import releases
from ..core.moments import Standing
from .expecting import expect


def every_file(_language: str) -> None:
    """Each is what its name says. One that is missing shows where it is used."""
    for file in sorted(resources.root().rglob("*")):
        is_sound = _SOUND.get(file.suffix)
        try:
            expect(is_sound is None or bool(is_sound(file)), "is damaged")
        except (OSError, ValueError, AssertionError) as error:
            raise AssertionError(f"{file}: {error}") from error


_SOUND: dict[str, Callable[[Path], object]] = {
    ".toml": lambda file: tomllib.loads(file.read_text("utf-8")),
    ".json": lambda file: json.loads(file.read_text("utf-8")),
    ".svg": lambda file: QSvgRenderer(str(file)).isValid(),
    ".qm": lambda file: QTranslator().load(str(file)),
    ".wav": lambda file: file.read_bytes()[:4] == b"RIFF",
    ".md": lambda file: releases(file.read_text("utf-8")),
}


def every_text(language: str) -> None:
    """All words that are content."""
    content = Content(resources.root(), language)
    for exercise in content.exercises:
        content.text(exercise)
    expect(len(content.plan_text.days) == len(content.plan.days), "a day has no words")
    expect(bool(content.safety.emergency.signs and content.words.mirror), "words are missing")


def every_drawing(language: str) -> None:
    """Figures, icons, the app's tile; and the typeface."""
    from ..ui import icons, theme
    from ..ui.widgets.figure_view import figures

    for exercise in Content(resources.root(), language).exercises:
        drawing = figures().figure_at(exercise, None, Standing())
        expect(bool(drawing.shapes), f"{exercise} has no figure")
    for name in icons.names():
        expect(icons.is_drawable(name), f"the icon {name} cannot be drawn")
    for size in (16, 32, 256):
        tile = icons.app_pixmap(size).toImage()
        expect(tile.pixelColor(tile.rect().center()).alpha() > 0, "the app's tile is not drawn")
    expect(theme.has_own_typeface(), "the typeface did not load")
