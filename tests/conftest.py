"""What every test stands on: an off-screen Qt, no way to real data, nothing left behind."""

import gc
import logging
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# As it was, for tests that start `run`: pip has its settings there.
REAL_ENVIRONMENT = dict(os.environ)
os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Qt is imported later
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # nobody's desktop is spoken to
for variable in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "BACKPLAN_DATA_DIR"):
    os.environ.pop(variable, None)

NO_SKIPS = os.environ.get("BACKPLAN_NO_SKIPS") == "1"
MISSING = "Debian package"

settings.register_profile("default", deadline=None)
settings.register_profile("long", deadline=None, max_examples=250)
settings.load_profile("default")


def needs(program: str, *, package: str) -> pytest.MarkDecorator:
    """Skip where `program` is missing; .ci/run, which installs `package`, fails instead."""
    reason = f"needs {program}, {MISSING} {package}"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)


def leave_out(reason: str) -> NoReturn:
    """Skip for a reason that only shows while the test runs; .ci/run fails instead."""
    if NO_SKIPS:
        pytest.fail(f"Skipped where nothing may be skipped: {reason}")
    pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if NO_SKIPS and report.skipped and MISSING in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"Skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test opens or writes by default lies in its own folder."""
    home = tmp_path / "home"
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    for variable in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(home / variable.lower()))
    for variable in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.setenv("BACKPLAN_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application with the words that count."""
    from backplan_gui.ui.application import install_words

    install_words("en")
    return qapp


@pytest.fixture(autouse=True)
def _logger_of_its_own() -> None:
    """What another test has done to our loggers is undone; import-linter turns all of them off."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith("backplan")]
    for logger in map(logging.getLogger, names):
        logger.handlers.clear()
        logger.disabled, logger.propagate = False, True
        logger.setLevel(logging.NOTSET)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """No window stays open and no timer keeps running: the next test would meet them."""
    yield
    if not {"qapp", "qtbot"}.intersection(request.fixturenames):
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    left = [f"window {w.objectName()} {type(w).__name__}" for w in windows]
    for window in windows:
        window.close()
    left += _running_timers()
    gc.collect()
    gc.freeze()  # the next test looks through what it made alone: half the time of all pages
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _running_timers() -> list[str]:
    """Where the timers that Python code made and that still run belong; they are stopped."""
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    def running() -> list[QTimer]:
        timers = [o for o in gc.get_objects() if issubclass(type(o), QTimer)]
        return [t for t in timers if isValid(t) and t.isActive()]

    if running():
        gc.collect()  # what nobody holds any more is no leak
    left = []
    for timer in running():
        timer.stop()
        left.append(f"timer of {type(timer.parent()).__name__}")
    return left
