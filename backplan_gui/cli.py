"""The command `backplan`: the window, or the self-test, or the demo where no window can be.

Everything heavy is imported late: a wrong option is answered at once, and a click on the
icon is not kept waiting.
"""

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    named = os.environ.get("BACKPLAN_DATA_DIR")
    data_dir = Path(named) if named else None
    if not given:
        return _start(data_dir, 1, "en")
    if list(given) == ["--speak"]:  # asked by the app itself, services/voice.py
        return _speak()
    from .options import Told, Wrong, parsed

    try:
        options = parsed(given, data_dir)
    except Wrong as wrong:
        return refused(str(wrong))
    except Told as told:
        _show(str(told))
        return 0
    if options.self_test:
        return _test(options.language, options.report)
    return _start(options.data_dir, options.speed, options.language)


def refused(sentence: str) -> int:
    """Say why not, in the terminal or where there is none in a box; the exit status."""
    if sys.stderr is None:
        _show(sentence)
    else:
        print(sentence, file=sys.stderr, flush=True)
    return 2


def _show(text: str) -> None:
    from .ui.application import show_in_box

    show_in_box(text)


def _start(data_dir: Path | None, speed: int, language: str) -> int:
    if not has_display():
        from .demo import play

        return play(Path("demo"), language)
    gc.disable()  # nothing made at the start is thrown away; the window enables it again
    import_plainly()
    from .launch import run

    return run(data_dir, speed, language)


def import_plainly() -> None:
    """Take PySide's hook off the imports: it reads and keeps the source of every module, to see
    whether the `__feature__` of PySide is used in it (3 MB, 20 ms). Ours never use it.
    """
    import linecache

    import PySide6.QtCore  # noqa: F401  # this puts the hook there

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()  # what it has kept by now


def _speak() -> int:
    import_plainly()
    from .services.speaker import main as speak

    return speak()


def _test(language: str, report: Path | None) -> int:
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from .selftest import self_test

    try:
        return self_test(language, report)
    except OSError as error:
        return refused(f"{report} cannot be written: {error.strerror}.")


def has_display() -> bool:
    """A window can open somewhere; Qt would end the process if it could not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
