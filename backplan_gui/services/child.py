"""The child process that speaks, as the app holds it: lines to it, lines from it, its end."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from .speech import Asked, BrokenLine, line_of, told_in


class Child(QObject):
    """One process. Nothing here waits, but for `close`."""

    told = Signal(object)
    """What it told: Able, Begun or Ended."""
    ended = Signal()
    """It has ended by itself, or could not be started."""

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(command[1:])
        # There `-m` finds the package, installed or not.
        self._process.setWorkingDirectory(str(Path(__file__).parents[2]))
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self.ended)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        self._process.start()

    def ask(self, asked: Asked) -> None:
        self._process.write(line_of(asked))

    def kill(self) -> None:
        """End it, and tell nothing more of it."""
        self.blockSignals(True)
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.finished.connect(self.deleteLater)
            self._process.kill()

    def close(self, ms: int) -> None:
        """Let it fall silent and end by itself within some milliseconds, or end it."""
        self.blockSignals(True)
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(ms):
            self._process.kill()
            self._process.waitForFinished(ms)
        self.deleteLater()

    @Slot()
    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                told = told_in(line)
            except BrokenLine:
                log(f"The voice told something else: {line[:200]!r}", warn=True)
            else:
                self.told.emit(told)

    @Slot()
    def _read_errors(self) -> None:
        """What engines and Qt write of themselves, such as that there is no pipewire."""
        for line in bytes(self._process.readAllStandardError().data()).splitlines():
            log(line.decode(errors="replace"))

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # the only one without `finished`
            self.ended.emit()


def log(text: str, *, warn: bool = False) -> None:
    import logging

    level = logging.WARNING if warn else logging.DEBUG
    logging.getLogger("backplan.voice").log(level, "%s", text)
