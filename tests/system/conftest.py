"""What several of the system-level tests need and takes long to make: the frozen app."""

import ctypes
import sys
import sysconfig
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `./run build` makes, made elsewhere."""
    from tests.bench.frozen import freeze

    _need_libpython()
    return freeze(tmp_path_factory.mktemp("frozen")) / "backplan"


def _need_libpython() -> None:
    """PyInstaller takes Python's library along; Debian has it in a package of its own."""
    if sysconfig.get_config_var("Py_ENABLE_SHARED"):
        name = sysconfig.get_config_var("INSTSONAME")
        try:
            ctypes.CDLL(name)
        except OSError:
            package = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
            pytest.skip(f"needs {name}, Debian package {package}")
