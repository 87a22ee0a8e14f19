"""The log file, and the last resort: our own faults end up in it instead of nowhere.

`Log` takes Python's uncaught exceptions and Qt's messages, and tells a listener about the
first kind, who may show a dialog. Nothing personal is logged. The file is opened, and
logging imported, with the first line: a start without trouble pays for neither.
"""

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from logging import Logger

LOG = "backplan.log"
SIZE = 256 * 1024
"""Bytes after which the file is put aside as `backplan.log.1` at the next start."""
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


class Log:
    """A log file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOG
        self._told: Callable[[], None] | None = None

    def watch(self, told: Callable[[], None]) -> None:
        """Log what nobody catches, and say that it happened."""
        self._told = told
        sys.excepthook = self.on_fault
        qInstallMessageHandler(self._on_qt_message)

    def stop(self) -> None:
        """Watch no longer, and let go of the file."""
        if self._told is not None:
            self._told = None
            sys.excepthook = sys.__excepthook__
            qInstallMessageHandler(None)
        if "_logger" in self.__dict__:
            for handler in tuple(self._logger.handlers):
                self._logger.removeHandler(handler)
                handler.close()
            del self._logger

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """What Python calls with an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self._logger.critical("uncaught", exc_info=(kind, fault, trace))
        if self._told is not None:
            self._told()

    @cached_property
    def _logger(self) -> "Logger":
        import logging

        if self.path.exists() and self.path.stat().st_size > SIZE:
            self.path.replace(self.path.with_name(f"{LOG}.1"))
        logger = logging.getLogger("backplan")
        logger.setLevel(logging.INFO)
        logger.propagate = False
        handler = logging.FileHandler(self.path, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        return logger

    def _on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or message in MEANS_NOTHING:
            return
        self._logger.warning("Qt: %s", message)
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) and sys.stderr is not None:
            sys.stderr.write(message + "\n")
