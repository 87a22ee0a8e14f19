"""The options of the command line, and one sentence for each that cannot be.

A module of its own, because a click on an icon brings no options and need not wait for
argparse.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from . import __version__, resources

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

FASTEST = 200


class Wrong(Exception):
    """An option that cannot be; the text is for the person."""


class Options(argparse.Namespace):
    """What may be asked from outside."""

    data_dir: Path | None = None
    speed: int = 1
    language: str = "en"
    self_test: bool = False
    report: Path | None = None


class Told(Exception):
    """What --help and --version say, where there is no terminal to say it."""


class _Parser(argparse.ArgumentParser):
    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        if file is None:  # so is sys.stdout in a program of Windows that has no console
            raise Told(message.strip())
        super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        raise Wrong(f"{message[:1].upper()}{message[1:]}. backplan --help lists the options.")


def parsed(arguments: Sequence[str], data_dir: Path | None) -> Options:
    """The options asked for; `data_dir` is what the environment says. Wrong, or an exit
    after --help and --version; Told instead of it where nobody could read them.
    """
    options = _parser().parse_args(arguments, Options())
    options.data_dir = options.data_dir or data_dir
    if options.speed > 1 and options.data_dir is None:
        raise Wrong("--speed needs --data-dir, so that hurried sets stay out of your own record.")
    if options.report is not None and not options.self_test:
        raise Wrong("--report needs --self-test, whose lines it keeps.")
    known = sorted(folder.name for folder in resources.file("texts").iterdir() if folder.is_dir())
    if options.language not in known:
        raise Wrong(f"Backplan does not speak {options.language!r}; it speaks {', '.join(known)}.")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="backplan",
        description="Seven days of guided back exercise. Everything stays on this computer.",
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
    )
    parser.add_argument("--version", action="version", version=f"Backplan {__version__}")
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep everything in this folder (also BACKPLAN_DATA_DIR)",
    )
    parser.add_argument(
        "--speed",
        type=_speed,
        metavar="N",
        help=f"run the session clock N times faster, 1 to {FASTEST}; needs --data-dir",
    )
    parser.add_argument("--language", help="the language of all words: en")
    parser.add_argument(
        "--self-test", action="store_true", help="load and open everything once, then exit"
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write what the self-test says into this file, too",
    )
    return parser


def _speed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {FASTEST}")
    return int(text)
