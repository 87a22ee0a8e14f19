"""Everything once, in the app as it was installed: does all of it load, open, write and read?

A resource missing from a package, a plug-in that was trimmed away, a folder nobody may
write: they show here in seconds instead of in the middle of somebody's first session.
"""

import json
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtSvg import QSvgRenderer

from . import resources, words
from .app import App
from .content import Content
from .core.moments import Standing
from .core.records import SafetyGroup
from .core.schedule import DayState
from .core.session import Command
from .core.settings import Settings, Theme
from .launch import make_application, opened
from .services.clock import SystemClock


def self_test(language: str) -> int:
    """Run every check, a line each; 0 if all went well, else 1."""
    make_application()
    failed = 0
    for name, check in _CHECKS:
        try:
            check(language)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
            failed += 1
            _say(f"FAILED  {name}: {type(error).__name__}: {error}")
        else:
            _say(f"ok      {name}")
    _say("Something is wrong with this copy of Backplan." if failed else "All is well.")
    return 1 if failed else 0


def _say(line: str) -> None:
    if sys.stdout is not None:
        print(line, flush=True)


def _every_file(_language: str) -> None:
    """Each is what its name says. One that is missing shows where it is used."""
    for file in sorted(resources.root().rglob("*")):
        is_sound = _SOUND.get(file.suffix)
        try:
            _expect(is_sound is None or bool(is_sound(file)), "is damaged")
        except (OSError, ValueError, AssertionError) as error:
            raise AssertionError(f"{file}: {error}") from error


_SOUND: dict[str, Callable[[Path], object]] = {
    ".toml": lambda file: tomllib.loads(file.read_text("utf-8")),
    ".json": lambda file: json.loads(file.read_text("utf-8")),
    ".svg": lambda file: QSvgRenderer(str(file)).isValid(),
    ".qm": lambda file: QTranslator().load(str(file)),
}


def _every_text(language: str) -> None:
    content = Content(resources.root(), language)
    for exercise in content.exercises:
        content.text(exercise)
    _expect(len(content.plan_text.days) == len(content.plan.days), "a day has no words")
    _expect(bool(content.safety.emergency.signs and content.words.mirror), "words are missing")


def _every_drawing(language: str) -> None:
    from .ui import icons, theme
    from .ui.widgets.figure_view import figures

    for exercise in Content(resources.root(), language).exercises:
        drawing = figures().figure_at(exercise, None, Standing())
        _expect(bool(drawing.shapes), f"{exercise} has no figure")
    for name in icons.names():
        _expect(icons.is_drawable(name), f"the icon {name} cannot be drawn")
    for size in (16, 32, 256):
        tile = icons.app_pixmap(size).toImage()
        _expect(tile.pixelColor(tile.rect().center()).alpha() > 0, "the app's tile is not drawn")
    _expect(theme.has_own_typeface(), "the typeface did not load")


def _every_page(language: str) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder), SystemClock(), language) as app,
    ):
        app.window.show()
        _expect("(" not in words.sets(2), "the words that count are missing")
        looks = [(colours, high) for colours in (Theme.LIGHT, Theme.DARK) for high in (False, True)]
        for colours, high in looks:
            app.theme.apply(Settings(theme=colours, high_contrast=high))
            for page in ("day", "library", "signs", "settings", "about"):
                app.show(page)
                _look(app, page)
        for day in range(1, 8):
            app.show_day(day)
            _look(app, "day")
        app.journal.answer(SafetyGroup.NONE, (), checked=False)
        app.start(1)
        _look(app, "pain")
        app.answer(2)
        _look(app, "player")
        app.runner.do(Command.END)
        _look(app, "pain")
        app.answer(2)
        _look(app, "finish")


def _look(app: App, page: str) -> None:
    """Paint the window and see that it is the page that was wanted."""
    _expect(not app.window.grab().isNull(), f"{page} cannot be painted")
    _expect(app.window.page == page, f"{app.window.page or 'nothing'} instead of {page}")


def _record(language: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with opened(Path(folder), SystemClock(), language) as app:
            app.journal.mark(1, True)
            app.journal.change_settings(Settings(text_size=120))
        with opened(Path(folder), SystemClock(), language) as app:
            _expect(app.journal.week().day(1).state is DayState.DONE, "the day was lost")
            _expect(app.journal.settings.text_size == 120, "the setting was lost")


def _expect(true: bool, otherwise: str) -> None:
    if not true:
        raise AssertionError(otherwise)


_CHECKS: tuple[tuple[str, Callable[[str], None]], ...] = (
    ("every file", _every_file),
    ("every text", _every_text),
    ("every icon, the typeface", _every_drawing),
    ("every page in light and dark", _every_page),
    ("the record, written and read back", _record),
)
