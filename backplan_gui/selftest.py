"""Everything once, in the app as it was installed: does all of it load, open, write and read?

A resource missing from a package, a plug-in that was trimmed away, a folder nobody may
write: they show here in seconds instead of in the middle of somebody's first session.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import resources
from .app import App
from .content import Content
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


def _every_text(language: str) -> None:
    content = Content(resources.root(), language)
    for exercise in content.exercises:
        content.text(exercise)
    _expect(len(content.plan_text.days) == len(content.plan.days), "a day has no words")
    _expect(bool(content.safety.emergency.signs and content.words.mirror), "words are missing")


def _every_drawing(language: str) -> None:
    from .ui import icons, theme

    for name in icons.names():
        _expect(icons.is_drawable(name), f"the icon {name} cannot be drawn")
    for size in (16, 32, 256):
        _expect(not icons.app_pixmap(size).isNull(), "the app's tile cannot be drawn")
    _expect(theme.has_own_typeface(), "the typeface did not load")


def _every_page(language: str) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder), SystemClock(), language) as app,
    ):
        app.window.show()
        for colours in (Theme.LIGHT, Theme.DARK):
            app.theme.apply(Settings(theme=colours))
            for page in ("day", "signs", "settings", "about"):
                app.show(page)
                _look(app, page)
        for day in range(1, 8):
            app.show_day(day)
            _look(app, "day")
        app.journal.answer(SafetyGroup.NONE, (), checked=False)
        app.start(1)
        _look(app, "player")
        app.runner.do(Command.END)
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
    ("every text", _every_text),
    ("every icon, the typeface", _every_drawing),
    ("every page in light and dark", _every_page),
    ("the record, written and read back", _record),
)
