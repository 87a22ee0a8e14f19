"""The card about backups says how it stands and tells what is wished."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backplan_gui.core.settings import Settings
from backplan_gui.ui.settings_backups import BackupsCard, BackupState
from backplan_gui.ui.settings_page import SettingsPage
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.label import Label

from .seeing import clipped, controls, grow, name_of, press, settle, show, words_on

STICK = "/media/anna/Very long name of a stick/Backplan"
TROUBLE = f"{STICK} is not there any more, so no copy could be kept in it."
KEPT = BackupState("Today, 10:30", 11, STICK)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> BackupsCard:
    card = BackupsCard(theme)
    show(qtbot, card, 420, 520)
    return card


def test_before_the_first_one_it_says_so(card: BackupsCard) -> None:
    assert {"None yet", "0 backups"} <= set(words_on(card))
    assert list(controls(card)) == ["Choose a folder"]


def test_it_says_when_how_many_and_where(card: BackupsCard) -> None:
    card.show_backups(KEPT)
    card.show_backups(KEPT)
    settle()
    assert {"Today, 10:30", "11 backups", STICK} <= set(words_on(card))
    assert list(controls(card)) == ["Bring one back", "Choose another folder", "Stop the copies"]


def test_one_is_one_backup(card: BackupsCard) -> None:
    card.show_backups(BackupState("Yesterday, 07:15", 1))
    assert "1 backup" in words_on(card)


def test_each_button_tells_its_own_wish(card: BackupsCard) -> None:
    told: list[str] = []

    def on_backups() -> None:
        told.append("list")

    def on_folder() -> None:
        told.append("folder")

    def on_clear() -> None:
        told.append("clear")

    card.backups_asked.connect(on_backups)
    card.copy_folder_asked.connect(on_folder)
    card.copy_folder_cleared.connect(on_clear)
    card.show_backups(KEPT)
    settle()
    for name in ("Bring one back", "Choose another folder", "Stop the copies"):
        press(card, name)
    assert told == ["list", "folder", "clear"]


def test_trouble_is_said_and_goes_away_again(card: BackupsCard) -> None:
    card.show_backups(BackupState("Today, 10:30", 11, STICK, TROUBLE))
    settle()
    assert TROUBLE in words_on(card)
    card.show_backups(KEPT)
    assert TROUBLE not in words_on(card)


def test_the_keyboard_stays_in_the_card_when_copying_stops(card: BackupsCard) -> None:
    card.show_backups(KEPT)
    settle()
    controls(card)["Stop the copies"].setFocus()
    card.show_backups(BackupState("Today, 10:30", 11))
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Choose a folder"


@pytest.mark.parametrize("per_cent", [100, 160, 200])
@pytest.mark.parametrize("size", [(880, 600), (1120, 760)])
def test_nothing_on_the_settings_page_is_clipped(
    qtbot: QtBot, theme: Theme, per_cent: int, size: tuple[int, int]
) -> None:
    page = SettingsPage(theme)
    page.show_settings(Settings(), "/home/anna/.local/share/Backplan")
    show(qtbot, page, *size)
    grow(theme, per_cent)
    page.backups.show_backups(BackupState("Sunday, 22 November, 19:00", 11, STICK, TROUBLE))
    settle()
    assert clipped(page) == []


def test_a_folder_in_one_long_word_stays_inside_the_card(card: BackupsCard) -> None:
    path = "/" + "a" * 120
    card.show_backups(BackupState("Today, 10:30", 11, path, f"{path} is gone."))
    settle()
    assert card.width() == 420
    for label in (label for label in card.findChildren(Label) if label.isVisible()):
        left = label.mapTo(card, label.rect().topLeft()).x()
        assert left + label.width() <= card.width() - 20, label.text()
