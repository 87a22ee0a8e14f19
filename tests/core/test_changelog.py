import re
from datetime import date

import pytest

from backplan_gui import __version__, resources
from backplan_gui.core.changelog import Release, releases
from tests.test_wording import EVERYWHERE, MARKS, Said, found

SHIPPED = releases(resources.file("changelog.md").read_text("utf-8"))


def test_each_version_has_its_changes() -> None:
    text = "# What’s new\n\n## 0.2.0 · 2027-01-02\n\n* One.\n* Two.\n\n## 0.1.0 · 2026-11-26\n"
    assert releases(text) == (
        Release("0.2.0", "2027-01-02", ("One.", "Two.")),
        Release("0.1.0", "2026-11-26", ()),
    )


def test_a_version_without_its_day_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"## 0\.2\.0"):
        releases("# What’s new\n\n## 0.2.0\n")


def test_the_newest_version_is_this_one() -> None:
    assert SHIPPED[0].version == __version__
    assert [r.date for r in SHIPPED] == sorted((r.date for r in SHIPPED), reverse=True)


def test_every_version_says_in_sentences_what_is_new() -> None:
    for release in SHIPPED:
        assert date.fromisoformat(release.date).isoformat() == release.date
        assert release.changes
        for change in release.changes:
            assert re.fullmatch(r"[A-Z].*\.", change), change


@pytest.mark.parametrize(("pattern", "example"), [*EVERYWHERE, *MARKS])
def test_what_is_new_is_told_in_the_words_of_the_house(pattern: str, example: str) -> None:
    changes = [Said(release.version, line) for release in SHIPPED for line in release.changes]
    assert not found(pattern, changes), f"as in “{example}”"
