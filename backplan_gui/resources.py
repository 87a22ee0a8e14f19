"""Where the files that ship with the app are: beside the package, in the wheel, or frozen."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def root() -> Path:
    """The folder `resources/`; the wheel and the frozen app carry it inside the package."""
    inside = _HERE / "resources"
    return inside if inside.is_dir() else _HERE.parent / "resources"


def file(name: str) -> Path:
    """The path of a resource named from the root, as "design/tokens.json"."""
    return root() / name
