"""The log file, and the last resort: our own faults end up in it instead of nowhere.

`watch_for_faults` sends Python's uncaught exceptions and Qt's messages to the log, and
tells one listener about the first kind, who may show a dialog. Nothing personal is logged.
"""

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG = "backplan.log"
SIZE = 256 * 1024

_logger = logging.getLogger("backplan")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_into(folder: Path) -> logging.Handler:
    """Write the log into a folder, at most two files of 256 KiB.

    The file is opened with the first line, so that a folder without trouble has none.
    """
    handler = RotatingFileHandler(
        folder / LOG, maxBytes=SIZE, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _logger.addHandler(handler)
    _logger.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler) -> None:
    """Let go of a log file."""
    _logger.removeHandler(handler)
    handler.close()


def watch_for_faults(told: Callable[[str], None]) -> None:
    """Log what nobody caught, and tell one line of it."""

    def on_fault(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        _logger.critical("uncaught", exc_info=(kind, fault, trace))
        told(f"{kind.__name__}: {fault}")

    sys.excepthook = on_fault
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(message + "\n")
