"""Which keys a page has, as it tells them itself (design-system.md section 12)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from .keys_sheet import KeysSheet
from .theme import Theme

translate = QCoreApplication.translate


def open_keys(theme: Theme, window: QWidget, page: str) -> KeysSheet:
    """A sheet with the keys of that page, and those that work everywhere."""
    title = translate("keys", "Keys")
    return KeysSheet(theme, window, title, (*_KEYS.get(page, list)(), *_everywhere(page)))


def _everywhere(page: str) -> list[tuple[str, str]]:
    return [
        ("Page Up Page Down", translate("keys", "turn the page")),
        *(
            []
            if page in _NO_ENDS
            else [("Home End", translate("keys", "to its beginning, its end"))]
        ),
        ("Tab", translate("keys", "go to the next control")),
        ("?", translate("keys", "show the keys of this page")),
    ]


def _home() -> list[tuple[str, str]]:
    return [
        ("Enter", translate("keys", "start the day shown")),
        ("1 … 7", translate("keys", "show that day")),
        ("Home End", translate("keys", "in the days: the first one, the last")),
        *_getting_about(),
    ]


def _getting_about() -> list[tuple[str, str]]:
    return [
        ("Ctrl+1", translate("keys", "the plan")),
        ("Ctrl+2", translate("keys", "progress")),
        ("Ctrl+3", translate("keys", "exercises")),
        ("Ctrl+,", translate("keys", "settings")),
        ("Ctrl+Z", translate("keys", "undo the last change")),
        ("Ctrl+Q", translate("keys", "close Backplan")),
        ("Esc", translate("keys", "back to the plan")),
    ]


def _library() -> list[tuple[str, str]]:
    return [
        ("↑ ↓", translate("keys", "the exercise before or after")),
        ("Home End", translate("keys", "the first exercise, the last one")),
        ("Enter", translate("keys", "look at it")),
        *_getting_about(),
    ]


def _progress() -> list[tuple[str, str]]:
    return [
        ("← →", translate("keys", "in the calendar: the month before, after")),
        ("↑ ↓", translate("keys", "in the table: the session above, below")),
        ("Home End", translate("keys", "the newest session shown, the oldest")),
        ("Enter", translate("keys", "look at it")),
        *_getting_about(),
    ]


def _pain() -> list[tuple[str, str]]:
    return [
        ("0 … 9", translate("keys", "choose a number")),
        ("1 0", translate("keys", "choose ten: the 0 soon after the 1")),
        ("← →", translate("keys", "one number less, one more")),
        ("Enter", translate("keys", "continue")),
        ("S", translate("keys", "prefer not to say")),
        ("L", translate("keys", "something new in your legs")),
        ("W", translate("keys", "warning signs")),
        ("Esc", translate("keys", "leave the question")),
    ]


def _signs() -> list[tuple[str, str]]:
    return [
        ("N", translate("keys", "none of these")),
        ("Space", translate("keys", "tick a line, or take the tick away")),
        ("Enter", translate("keys", "continue")),
        ("Esc", translate("keys", "leave the list")),
    ]


def _player() -> list[tuple[str, str]]:
    return [
        ("Space", translate("keys", "pause, or go on")),
        ("Enter", translate("keys", "start now, or rep done")),
        ("→", translate("keys", "skip this step")),
        ("←", translate("keys", "back to the set before")),
        ("↑", translate("keys", "10 seconds or 1 rep more")),
        ("↓", translate("keys", "10 seconds or 1 rep less")),
        ("E", translate("keys", "easier version, or the standard one")),
        ("V", translate("keys", "other ways: easier, harder, off the floor")),
        ("P", translate("keys", "my pain is worse")),
        ("R", translate("keys", "say it again")),
        ("T", translate("keys", "say the time")),
        ("M", translate("keys", "sound off, or on")),
        ("Backspace", translate("keys", "start this step again")),
        ("F", translate("keys", "full screen, or back")),
        ("C", translate("keys", "mini player, or back")),
        ("Esc", translate("keys", "leave full screen, else end (asks first)")),
    ]


_NO_ENDS = ("day", "library", "progress", "player")
"""There Home and End go to the first of a list and to the last, or mean nothing."""
_KEYS = {
    "day": _home,
    "moves": _getting_about,
    "progress": _progress,
    "library": _library,
    "week": _getting_about,
    "settings": _getting_about,
    "about": _getting_about,
    "pain": _pain,
    "signs": _signs,
    "player": _player,
}
