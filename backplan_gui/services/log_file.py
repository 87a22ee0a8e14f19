"""The file behind the log, in which stands where something broke, and not with what.

A person may send it to somebody. So neither pain nor notes nor exercises may be in it,
whatever broke: of a fault stand there its kind and the places it came through, and its words
only where they are about the code; of a message what is not in quotes, for Python and Qt put
values in them.
"""

import logging
import re
import traceback
from pathlib import Path

SIZE = 256 * 1024
"""Bytes; a line for which there is no room puts the file aside, where the one before was."""
PLACES = 40
"""Of a fault; one that called itself until there was no room has a thousand."""
_ABOUT_CODE = (
    AttributeError,
    ImportError,
    ModuleNotFoundError,
    NameError,
    RecursionError,
    RuntimeError,
    TypeError,
    UnboundLocalError,
)
"""Kinds, none derived from them, whose words name types, modules and attributes."""
_QUOTED = re.compile(r"""(?<!\w)b?(["']).*\1""", re.DOTALL)


class LogFile(logging.Handler):
    """Appends lines to a file; that a disk refuses is no trouble for who logs."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._last = path, ""
        self.setFormatter(_Plain("%(asctime)s %(levelname)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        if self._is_told(line):
            return
        try:
            self._append(f"{line}\n".encode("utf-8", "backslashreplace"))
        except OSError:
            return

    def _is_told(self, line: str) -> bool:
        """What breaks with every frame would push out what broke first."""
        said = line.split(" ", 2)[2]  # after date and time
        told, self._last = said == self._last, said
        return told

    def _append(self, data: bytes) -> None:
        if self._path.exists() and self._path.stat().st_size + len(data) > SIZE:
            self._path.replace(self._path.with_name(f"{self._path.name}.1"))
        with self._path.open("ab") as file:
            file.write(data)


class _Plain(logging.Formatter):
    """Leaves out what may be the person's."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _QUOTED.sub("…", record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:
        assert isinstance(ei, tuple)
        return "\n".join(_told(ei[1]))


def _told(fault: BaseException) -> list[str]:
    """What led to a fault, its places from the outermost in, and its kind."""
    led = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    lines = [*_told(led), "and from that:"] if led is not None else []
    for frame, number in list(traceback.walk_tb(fault.__traceback__))[-PLACES:]:
        lines.append(f"  {frame.f_code.co_filename}:{number} in {frame.f_code.co_qualname}")
    words = _words(fault)
    return [*lines, f"{type(fault).__name__}: {words}" if words else type(fault).__name__]


def _words(fault: BaseException) -> str:
    if isinstance(fault, OSError):
        return fault.strerror or ""
    return str(fault) if type(fault) in _ABOUT_CODE else ""
