"""Every page, painted in every look."""

import tempfile
from pathlib import Path

from .. import words
from ..app import App
from ..core.records import SafetyGroup
from ..core.session import Command
from ..core.settings import Settings, Theme
from ..launch import opened
from ..services.clock import SystemClock
from .expecting import expect, look

PANEL = ("day", "progress", "library", "settings", "about")
LOOKS = [(colours, high) for colours in (Theme.LIGHT, Theme.DARK) for high in (False, True)]


def every_page(language: str) -> None:
    """Light and dark, with and without high contrast."""
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder), SystemClock(), language) as app,
    ):
        app.window.show()
        expect("(" not in words.sets(2), "the words that count are missing")
        for colours, high in LOOKS:
            app.theme.apply(Settings(theme=colours, high_contrast=high))
            _walk_home(app)
            app.journal.answer(SafetyGroup.NONE, (), checked=False)
            _walk_through_a_session(app)


def _walk_home(app: App) -> None:
    for page in (*PANEL, "week", "signs"):
        app.show(page)
        look(app, page)
    for day in range(1, 8):
        app.show_day(day)
        look(app, "day")
    app.show_moves(1, "")
    look(app, "moves")


def _walk_through_a_session(app: App) -> None:
    app.start(1)
    look(app, "pain")
    app.answer(2)
    look(app, "player")
    app.runner.do(Command.END)
    look(app, "pain")
    app.answer(2)
    look(app, "finish")
    app.show("day")
