"""How hard a text is to read: the Flesch-Kincaid grade (content/safety.md 7.1).

The grade is 0.39 x words a sentence + 11.8 x syllables a word - 15.59. A sentence ends where
Flesch lets it end: at a full stop, a question mark, a colon, a semicolon or a line. Syllables
are counted by letters; what letters get wrong of our words is in `BY_EAR`. A formula cannot
see unclear order or a missing step: it catches only what is plainly too hard.
"""

import re
from collections.abc import Collection, Iterable
from statistics import fmean

_WORD = re.compile(r"[^\W_]+(?:[-’/][^\W_]+)*")
_END = re.compile(r"[.?!:;]+(?=[\s”)]|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouysxzcgl]es$|[aeiouy]les$|[^aeiouytd]ed$"
    r"|[^aeiouyl]e(?=(?:ment|thing|times?|where|ways|fully?|less|ness|head|ly)s?$)"
)
_APART = re.compile(
    r"(?<![tscgh])i[aou]|i(?=er|est$|ence|et)|u(?=al|ation|ous)|(?<!g)eo(?!u)|[eouy](?=ing)"
)
"""Vowels beside each other that are spoken as two syllables."""
BY_EAR = {
    "area": 3,
    "centimetre": 4,
    "diabetes": 4,
    "evening": 2,
    "every": 2,
    "everyday": 3,
    "everyone": 3,
    "everything": 3,
    "everywhere": 3,
    "idea": 3,
    "people": 2,
    "physiotherapist": 6,
    "physiotherapy": 6,
    "someone": 2,
    "typeface": 2,
}


def syllables(word: str) -> int:
    """How many syllables a word has; of a number, how many digits."""
    parts = re.split(r"[-’/]", word.lower().removesuffix("’s"))
    return sum(_syllables(part) for part in parts if part)


def _syllables(part: str) -> int:
    if part.isdigit():
        return len(part)
    for form in (part, part.removesuffix("s")):
        if form in BY_EAR:
            return BY_EAR[form]
    spoken = len(_VOWELS.findall(part)) + len(_APART.findall(part))
    return max(1, spoken - len(_SILENT.findall(part)))


def words(text: str) -> list[str]:
    """The words of a text; "well-being" is one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Its sentences, without what ends them."""
    return [part.strip(" ”)") for part in _END.split(text) if _WORD.search(part)]


def grade(lines: Iterable[str], names: Collection[str] = ()) -> float:
    """The grade of these lines read as one text, without words that have no plainer form."""
    parts = [words(sentence) for line in lines for sentence in sentences(line)]
    spoken = [w for part in parts for w in part if w.lower() not in names]
    a_word = fmean(map(syllables, spoken))
    return round(0.39 * len(spoken) / len(parts) + 11.8 * a_word - 15.59, 1)
