"""The options of the command line, and one sentence for each that cannot be.

A module of its own, because a click on an icon brings no options and need not wait for
argparse.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from . import __version__, resources

FASTEST = 200


class Wrong(Exception):
    """An option that cannot be; the text is for the person."""


class Options(argparse.Namespace):
    """What may be asked from outside."""

    data_dir: Path | None = None
    speed: int = 1
    language: str = "en"
    self_test: bool = False


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Wrong(f"{message[:1].upper()}{message[1:]}. backplan --help lists the options.")


def parsed(arguments: Sequence[str], data_dir: Path | None) -> Options:
    """The options asked for; `data_dir` is what the environment says. Wrong, or an exit
    after --help and --version.
    """
    options = _parser().parse_args(arguments, Options())
    options.data_dir = options.data_dir or data_dir
    if options.speed > 1 and options.data_dir is None:
        raise Wrong("--speed needs --data-dir, so that hurried sets stay out of your own record.")
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
    return parser


def _speed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {FASTEST}")
    return int(text)
