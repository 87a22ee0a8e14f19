"""What every check says where something is not as it should be."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


def expect(true: bool, otherwise: str) -> None:
    """AssertionError with those words unless it is true."""
    if not true:
        raise AssertionError(otherwise)


@contextmanager
def uncaught() -> Iterator[list[BaseException]]:
    """What nobody catches meanwhile. After a fault in a paint event, say, Qt goes on with
    nothing painted, and the picture of the window is as good as any.
    """
    faults: list[BaseException] = []

    def note(
        _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        faults.append(fault)

    before, sys.excepthook = sys.excepthook, note
    try:
        yield faults
    finally:
        sys.excepthook = before


def expect_calm(faults: list[BaseException], what: str = "") -> None:
    """AssertionError about the first fault, if there was one; it is told once."""
    if faults:
        fault = faults[0]
        faults.clear()
        said = f"{type(fault).__name__}: {fault}"
        raise AssertionError(f"{what}: {said}" if what else said) from fault
