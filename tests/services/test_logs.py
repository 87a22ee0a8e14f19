"""The log: nothing without trouble, everything of ours with it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from backplan_gui.services.logs import LOG, MEANS_NOTHING, SIZE, Log


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def log(tmp_path: Path, told: list[str]) -> Iterator[Log]:
    def tell() -> None:
        told.append("something broke")

    log = Log(tmp_path)
    log.watch(tell)
    yield log
    log.stop()


def nothing() -> None:
    """Nobody wants to know."""


def fault() -> None:
    """Hand an exception to whoever takes the uncaught ones."""
    try:
        raise ValueError("of ours")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_without_trouble_there_is_no_file(log: Log, tmp_path: Path) -> None:
    log.stop()
    assert not list(tmp_path.glob("*.log*"))


def test_an_uncaught_fault_is_logged_with_its_place_and_told(
    log: Log, told: list[str], tmp_path: Path
) -> None:
    fault()
    text = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "ValueError: of ours" in text
    assert "in fault" in text
    assert told == ["something broke"]


def test_what_qt_complains_of_is_logged_and_not_told(
    log: Log, told: list[str], tmp_path: Path
) -> None:
    qWarning("a style nobody has heard of")
    assert "a style nobody has heard of" in (tmp_path / LOG).read_text(encoding="utf-8")
    assert not told


@pytest.mark.parametrize("message", MEANS_NOTHING)
def test_what_qt_says_of_sound_that_we_do_not_need_is_no_trouble(
    log: Log, tmp_path: Path, message: str
) -> None:
    qWarning(message)
    assert not list(tmp_path.glob("*.log*"))
    qWarning("Couldn't load libpulse")
    assert "Couldn't load libpulse" in (tmp_path / LOG).read_text(encoding="utf-8")


def test_afterwards_faults_go_where_they_went_before(log: Log, told: list[str]) -> None:
    fault()
    log.stop()
    assert sys.excepthook is sys.__excepthook__
    assert told == ["something broke"]


def test_a_long_log_is_put_aside_once(tmp_path: Path) -> None:
    (tmp_path / LOG).write_text("x" * (SIZE + 1))
    log = Log(tmp_path)
    log.watch(nothing)
    fault()
    log.stop()
    assert (tmp_path / f"{LOG}.1").stat().st_size == SIZE + 1
    assert (tmp_path / LOG).stat().st_size < SIZE


def test_ctrl_c_is_no_fault(log: Log, told: list[str], tmp_path: Path) -> None:
    log.on_fault(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not told
    assert not (tmp_path / LOG).exists()
