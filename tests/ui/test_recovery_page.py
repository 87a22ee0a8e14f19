"""Where the record cannot be opened, a person reads why and finds a way on."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.store.backups import Backup
from backplan_gui.store.errors import Finding
from backplan_gui.ui.backups_sheet import BackupList
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.recovery_page import Found, RecoveryPage
from backplan_gui.ui.theme import Theme

from .fakes_backups import TODAY, backup, many
from .seeing import clipped, controls, grow, name_of, press, settle, show, tab_order, words_on

FOLDER = "/home/anna/.local/share/Backplan"
DAMAGED = Found(Finding.DAMAGED, TODAY, many(), FOLDER)
NEWER = Found(Finding.NEWER, TODAY, many(), FOLDER, version=3, newest=2)
WAYS = [
    "Use this backup",
    "Choose another",
    "From another folder",
    "Start empty",
    "Try again",
    "Close Backplan",
]
STICK = "/media/anna/STICK/copies"
FULL_DISK = "The disk is full, so nothing can be saved now; what was saved before is safe."
UPDATE = "Sunday, 22 November, 19:00 · before an update"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme)
    window.furnish(QWidget(), QWidget())
    show(qtbot, window)
    return window


@pytest.fixture
def page(theme: Theme, window: MainWindow) -> RecoveryPage:
    page = RecoveryPage(theme)
    window.add_page("recovery", page, alone=True)
    page.show_found(DAMAGED)
    window.show_page("recovery")
    settle()
    return page


@pytest.fixture
def told(page: RecoveryPage) -> list[Backup | str]:
    found: list[Backup | str] = []

    def on_afresh() -> None:
        found.append("afresh")

    def on_close() -> None:
        found.append("close")

    def on_again() -> None:
        found.append("again")

    def on_elsewhere() -> None:
        found.append("elsewhere")

    page.use_asked.connect(found.append)
    page.afresh_asked.connect(on_afresh)
    page.close_asked.connect(on_close)
    page.again_asked.connect(on_again)
    page.elsewhere_asked.connect(on_elsewhere)
    return found


def key(key: Qt.Key) -> None:
    """To whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def heard_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told from here on."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def choose(page: RecoveryPage, name: str) -> None:
    """Open the list and take one from it."""
    press(page, "Choose another")
    settle()
    (sheet,) = (s for s in page.window().findChildren(BackupList) if s.isVisible())
    press(sheet, name)
    settle()


# --- what was found ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("finding", "title", "why"),
    [
        (Finding.DAMAGED, "Your record cannot be read.", "no longer whole"),
        (Finding.EMPTY, "Your record is not there.", "empty or gone"),
        (Finding.MISSING, "Your record is not there.", "no file in its place"),
        (Finding.FOREIGN, "Another file is in the place of your record.", "another program"),
    ],
)
def test_it_says_what_was_found_and_offers_the_same_ways(
    page: RecoveryPage, finding: Finding, title: str, why: str
) -> None:
    page.show_found(Found(finding, TODAY, many(), FOLDER))
    settle()
    shown = words_on(page)
    assert title in shown
    assert any(why in text for text in shown)
    assert list(controls(page)) == WAYS
    assert page.accessibleName() == title


def test_the_newest_good_backup_is_offered_with_what_it_holds(page: RecoveryPage) -> None:
    page.show_found(Found(Finding.DAMAGED, TODAY, many()[1:], FOLDER))  # the newest is not sound
    settle()
    shown = words_on(page)
    assert {"Newest good backup", UPDATE} <= set(shown)
    held = "10 sessions · 4 days done · 17 answers about pain\nLast session: Saturday, 21 November"
    assert held in shown
    assert f"Everything is kept in {FOLDER}." in shown


def test_a_newer_record_offers_nothing_but_to_close(page: RecoveryPage) -> None:
    page.show_found(NEWER)
    settle()
    assert list(controls(page)) == ["Close Backplan"]
    said = " ".join(words_on(page))
    assert "reads records of version 3. This one reads up to version 2." in said
    assert "Nothing was changed." in said
    page.show_found(DAMAGED)
    settle()
    assert list(controls(page)) == WAYS


@pytest.mark.parametrize(
    ("backups", "said"),
    [
        ((), "There is no backup."),
        (((backup(), None),), "There are backups, but none of them can be read."),
    ],
)
def test_without_a_good_backup_it_says_so(
    page: RecoveryPage, backups: tuple[tuple[Backup, None], ...], said: str
) -> None:
    page.show_found(Found(Finding.FOREIGN, TODAY, backups))
    settle()
    assert said in words_on(page)
    assert list(controls(page)) == WAYS[2:]
    assert "Newest good backup" not in words_on(page)


def test_where_only_one_is_good_there_is_no_other_to_choose(page: RecoveryPage) -> None:
    page.show_found(Found(Finding.EMPTY, TODAY, many()[:2]))
    settle()
    assert list(controls(page)) == [WAYS[0], *WAYS[2:]]


def test_backups_of_another_folder_are_offered_with_its_name(page: RecoveryPage) -> None:
    page.show_found(msgspec.structs.replace(DAMAGED, elsewhere=STICK))
    settle()
    assert f"Newest good backup in {STICK}" in words_on(page)
    choose(page, UPDATE)
    assert "The backup you chose" in words_on(page)


# --- what is wished ----------------------------------------------------------------------


def test_each_way_is_told(page: RecoveryPage, told: list[Backup | str]) -> None:
    for name in (WAYS[0], *WAYS[2:]):
        press(page, name)
    assert told == [many()[0][0], "elsewhere", "afresh", "again", "close"]


def test_enter_uses_the_backup_and_tab_follows_the_page(
    page: RecoveryPage, told: list[Backup | str]
) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == WAYS[0]
    key(Qt.Key.Key_Return)
    assert told == [many()[0][0]]
    assert tab_order(page, 5) == WAYS[1:]


def test_another_one_is_shown_before_it_is_used(
    page: RecoveryPage, told: list[Backup | str]
) -> None:
    choose(page, UPDATE)
    assert told == []
    assert {"The backup you chose", UPDATE} <= set(words_on(page))
    key(Qt.Key.Key_Return)
    assert told == [many()[2][0]]
    choose(page, "Today, 10:30")
    assert "Newest good backup" in words_on(page)


def test_closing_the_list_changes_nothing(page: RecoveryPage, told: list[Backup | str]) -> None:
    press(page, "Choose another")
    settle()
    key(Qt.Key.Key_Escape)
    settle()
    assert {"Newest good backup", "Today, 10:30"} <= set(words_on(page))
    assert told == []


def test_without_a_way_back_enter_only_closes(page: RecoveryPage, told: list[Backup | str]) -> None:
    page.show_found(Found(Finding.FOREIGN, TODAY))
    settle()
    key(Qt.Key.Key_Return)
    assert told == ["close"]


def test_what_could_not_be_done_is_said_until_it_is_shown_anew(
    page: RecoveryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_by(monkeypatch)
    page.show_found(msgspec.structs.replace(DAMAGED, trouble=FULL_DISK))
    settle()
    assert FULL_DISK in words_on(page)
    assert heard == [FULL_DISK]
    page.show_found(DAMAGED)
    settle()
    assert FULL_DISK not in words_on(page)


# --- how it looks and sounds -------------------------------------------------------------


def test_a_screen_reader_hears_what_is_the_matter(
    page: RecoveryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_by(monkeypatch)
    page.show_found(NEWER)
    assert len(heard) == 1
    assert heard[0].startswith("Your record needs a newer Backplan. It needs")


TROUBLED = msgspec.structs.replace(DAMAGED, trouble=FULL_DISK, elsewhere=STICK)


@pytest.mark.parametrize(
    "found", [DAMAGED, TROUBLED, NEWER], ids=["damaged", "in trouble", "newer"]
)
@pytest.mark.parametrize("per_cent", [90, 100, 160, 200])
@pytest.mark.parametrize("size", [(880, 600), (1120, 760)])
def test_nothing_is_clipped_and_every_target_is_large_enough(
    theme: Theme,
    window: MainWindow,
    page: RecoveryPage,
    found: Found,
    per_cent: int,
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    page.show_found(found)
    grow(theme, per_cent)
    assert clipped(page) == []
    bar = page._scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    assert all(min(c.width(), c.height()) >= 44 for c in controls(page).values())
