"""An off-screen platform with screens of chosen sizes, side by side."""

import json
from pathlib import Path

FULL_HD, LAPTOP = (1920, 1080), (1366, 768)


def platform(folder: Path, *sizes: tuple[int, int]) -> str:
    """What QT_QPA_PLATFORM must be for screens of these sizes, named by their width."""
    screens, left = [], 0
    for width, height in sizes:
        dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        place = {"x": left, "y": 0, "width": width, "height": height}
        screens.append({"name": str(width), **place, **dots})
        left += width
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return f"offscreen:configfile={file}"
