"""A language that nobody speaks: accented, 40 % longer, in brackets, from right to left.

With it every text is seen to be given to the translator, to have room in a longer language,
and to stand on the side on which one begins to read. Its letters are Latin, so that a text
that was forgotten is seen by its plain letters.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QWidget

from backplan_gui import launch
from backplan_gui.core import planfile
from backplan_gui.core.texts import ExerciseText, PlanText, SafetyText, Words
from tests.app import Person, somebody

LONGER = 0.4
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀçðéƒğĥîĵķļɱñôþǫŕšţûṽŵẋýžÁɃÇÐÉƑĞĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_PLACES = re.compile(r"(\{[^{}]*\}|%L?\d|%n)")
"""What is filled in afterwards."""
_DIRECTION = "QT_LAYOUT_DIRECTION"
"""With this Qt asks a language which way it is read."""
_NO_TEXTS = ("id", "codes", "only_with", "tip", "review", "aliases")
"""Fields of the content that are names for us, or are never seen."""
_TEXTS = (PlanText, SafetyText, ExerciseText, dict[str, str])

T = TypeVar("T")


def pseudo(text: str) -> str:
    """The text in that language; what has no letters is the same in every language."""
    said = "".join(
        part if _PLACES.fullmatch(part) else re.sub(r"[A-Za-z]+", _longer, part)
        for part in _PLACES.split(text)
    )
    return f"[{said}]" if said != text else text


def _longer(word: re.Match[str]) -> str:
    """Its vowels are drawn out: a word stays a word, and breaks where it did."""
    text, more = word[0], round(len(word[0]) * LONGER + 0.2)
    vowels = [n for n, letter in enumerate(text) if letter in "aeiouy"] or [len(text) - 1]
    times = [1] * len(text)
    for number in range(more):
        times[vowels[number % len(vowels)]] += 1
    return "".join(letter * n for letter, n in zip(text, times, strict=True)).translate(_LETTERS)


class PseudoTranslator(QTranslator):
    """Has an answer for everything, whoever asks."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return "RTL" if text == _DIRECTION else pseudo(text)

    def isEmpty(self) -> bool:
        return False


class PseudoPerson(Person):
    """Knows in English what to press, and presses what it is called in that language; what
    the system has named is called the same in both.
    """

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        try:
            return super().button(pseudo(text), inside)
        except AssertionError:
            return super().button(text, inside)


@contextmanager
def somebody_else(folder: Path) -> Iterator[PseudoPerson]:
    """Somebody who reads that language, with an app that speaks it."""
    with speaking(), somebody(folder, questions=True) as person:
        yield PseudoPerson(person.app, person.clock, person.folder)


@contextmanager
def speaking() -> Iterator[None]:
    """Everything is said in that language; days and months have the names they have in Hebrew,
    which is read the same way.
    """
    application = QCoreApplication.instance()
    assert application is not None
    translator, before = PseudoTranslator(), QLocale()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planfile, "decoded", _decoded)
        patch.setattr(launch, "install_words", str)  # English would be asked first
        application.installTranslator(translator)
        QLocale.setDefault(QLocale(QLocale.Language.Hebrew))
        yield
        QLocale.setDefault(before)
        application.removeTranslator(translator)


_as_written = planfile.decoded


def _decoded(toml: bytes, kind: type[T], where: str) -> T:
    value = _as_written(toml, kind, where)
    if isinstance(value, Words):  # a word that changes places stands in the middle of a line
        mirror = tuple((pseudo(a)[1:-1], pseudo(b)[1:-1]) for a, b in value.mirror)
        return replace(value, mirror=mirror, equipment=_said(value.equipment))
    return _said(value) if kind in _TEXTS else value


def _said(value: Any) -> Any:
    """A value of the content with its texts in that language."""
    match value:
        case str():
            return pseudo(value)
        case tuple():
            return tuple(map(_said, value))
        case dict():
            return {key: _said(each) for key, each in value.items()}
        case msgspec.Struct():
            names = [name for name in value.__struct_fields__ if name not in _NO_TEXTS]
            return replace(value, **{n: _said(getattr(value, n)) for n in names})
    return value
