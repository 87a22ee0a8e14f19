"""The log, and the last resort: our own faults end up in it instead of nowhere.

`Log` takes Python's uncaught exceptions and Qt's messages, and tells a listener about the
first kind, who may show a dialog. Nothing personal is logged (log_file.py). There is no file
without trouble.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from logging import Logger

    from .log_file import LogFile

LOG = "backplan.log"
MEANS_NOTHING = (
    "Couldn't load pipewire-0.3 library",
    "Couldn't resolve pipewire-0.3 symbols",
    (
        "No QtMultimedia backends found. Only QMediaDevices, QAudioDevice, QSoundEffect,"
        " QAudioSink, and QAudioSource are available."
    ),
)
"""What QtMultimedia says wherever there is only PulseAudio, and where FFmpeg was left out:
our sounds need neither."""

_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], Any]


class Log:
    """A log file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOG
        self._told: Callable[[], None] | None = None
        self._attached: tuple[Logger, LogFile] | None = None
        self._before: tuple[_Hook, Any] | None = None

    def watch(self, told: Callable[[], None]) -> None:
        """Log what nobody catches, and what services say; tell of the first kind."""
        self._attach()
        self._told = told
        self._before = sys.excepthook, qInstallMessageHandler(self._on_qt_message)
        sys.excepthook = self.on_fault

    def stop(self) -> None:
        """Watch no longer; what is not caught goes where it went before."""
        self._told = None
        if self._before is not None:
            sys.excepthook, handler = self._before
            qInstallMessageHandler(handler)
            self._before = None
        if self._attached is not None:
            logger, file = self._attached
            self._attached = None
            logger.removeHandler(file)
            logger.propagate = True
            file.close()

    def note(self, fault: BaseException) -> None:
        """Log a fault that was caught, but that nobody can do anything about."""
        watched = self._attached is not None
        self._attach().critical("uncaught", exc_info=fault)
        if not watched:
            self.stop()

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """What Python calls with an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self.note(fault)
        if self._told is not None:
            self._told()

    def _attach(self) -> "Logger":
        """From now on whatever we log goes to the file."""
        import logging

        logger = logging.getLogger("backplan")
        if self._attached is None:
            from .log_file import LogFile

            self._attached = logger, LogFile(self.path)
            logger.setLevel(logging.INFO)
            logger.propagate = False
            logger.addHandler(self._attached[1])
        return logger

    def _on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or message in MEANS_NOTHING:
            return
        self._attach().warning("Qt: %s", message)
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) and sys.stderr is not None:
            sys.stderr.write(message + "\n")
