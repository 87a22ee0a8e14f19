"""How often a fault was tried: told as the tests run, so that a log shows it was."""

import sys
from collections.abc import Callable

import pytest

Tell = Callable[[str], None]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Writes a line past what pytest keeps to itself."""

    def written(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return written
