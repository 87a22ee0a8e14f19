"""A test that cannot run here is skipped; where nothing may be skipped, it fails."""

import subprocess

import pytest

from tests import conftest
from tests.system import test_real_voice


@pytest.mark.parametrize(
    ("no_skips", "ends"), [(False, pytest.skip.Exception), (True, pytest.fail.Exception)]
)
def test_a_machine_that_hides_no_files_is_not_passed_over_in_silence(
    monkeypatch: pytest.MonkeyPatch, no_skips: bool, ends: type[BaseException]
) -> None:
    def refused(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(conftest, "NO_SKIPS", no_skips)
    monkeypatch.setattr(subprocess, "run", refused)
    with pytest.raises(ends, match="only root may hide files"):
        test_real_voice.on_a_machine_without("/usr/bin/speech-dispatcher")
