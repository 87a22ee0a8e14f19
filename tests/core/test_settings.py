"""Choices that are kept one by one: a bad one falls back alone."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan_gui.core.plan import Side
from backplan_gui.core.settings import (
    GET_READY_EXTRAS,
    REST_EXTRAS,
    TEXT_SIZES,
    Pace,
    Settings,
    Theme,
    settings_from,
)
from tests import strategies

NAMES = {field.name for field in msgspec.structs.fields(Settings)}


def stored(settings: Settings) -> dict[str, Any]:
    """As JSON brings it back."""
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(settings))
    return values


def test_without_anything_stored_all_is_as_written() -> None:
    assert settings_from({}) == (Settings(), ())
    assert Settings() == Settings(
        theme=Theme.SYSTEM,
        text_size=100,
        reduce_motion=False,
        high_contrast=False,
        get_ready_extra=0,
        rest_extra=0,
        pace=Pace.WRITTEN,
        first_side=Side.LEFT,
        fewer_changes=False,
        emergency_number="",
    )


@given(strategies.settings)
def test_what_was_stored_comes_back(settings: Settings) -> None:
    assert settings_from(stored(settings)) == (settings, ())


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("text_size", TEXT_SIZES),
        ("get_ready_extra", GET_READY_EXTRAS),
        ("rest_extra", REST_EXTRAS),
        ("theme", tuple(Theme)),
        ("pace", tuple(Pace)),
        ("first_side", tuple(Side)),
    ],
)
def test_every_choice_that_is_offered_can_be_stored(name: str, values: tuple[Any, ...]) -> None:
    for value in values:
        settings, bad = settings_from({name: value})
        assert (getattr(settings, name), bad) == (value, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("text_size", 80),
        ("text_size", 210),
        ("text_size", 105),
        ("text_size", "100"),
        ("text_size", None),
        ("reduce_motion", 1),
        ("high_contrast", "yes"),
        ("get_ready_extra", 30),
        ("get_ready_extra", 5),
        ("get_ready_extra", -10),
        ("rest_extra", 45),
        ("rest_extra", 10),
        ("pace", "fast"),
        ("first_side", ""),
        ("fewer_changes", "no"),
        ("emergency_number", "1" * 21),
        ("emergency_number", 112),
    ],
)
def test_one_bad_value_falls_back_alone_and_is_named(name: str, value: object) -> None:
    good = stored(Settings(theme=Theme.DARK, emergency_number="112", pace=Pace.SLOWER))
    settings, bad = settings_from({**good, name: value})
    assert bad == (name,)
    wanted = {**good, name: stored(Settings())[name]}
    assert stored(settings) == wanted


def test_names_of_another_version_are_left_alone() -> None:
    assert settings_from({"colour": "red", "theme": "dark"}) == (Settings(theme=Theme.DARK), ())


@given(
    st.dictionaries(
        st.sampled_from(sorted(NAMES)) | st.text(max_size=5),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers()),
    )
)
def test_any_stored_values_give_usable_settings(values: dict[str, Any]) -> None:
    settings, bad = settings_from(values)
    assert set(bad) <= NAMES & set(values)
    assert settings_from(stored(settings)) == (settings, ())


@pytest.mark.parametrize(
    ("pace", "permille"),
    [(Pace.WRITTEN, 1000), (Pace.SLOWER, 1250), (Pace.SLOWEST, 1500), (Pace.OWN, 1000)],
)
def test_paces_are_as_written_a_quarter_slower_or_half_slower(pace: Pace, permille: int) -> None:
    assert pace.permille == permille
