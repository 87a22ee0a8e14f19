"""What the bench makes of what it measured."""

import pytest

from tests.bench.told import all_but_one_in_100


@pytest.mark.parametrize(
    ("measured", "late"),
    [
        ([], 0),
        ([7], 7),
        ([1] * 19 + [90], 90),
        ([90] + [1] * 98, 90),
        ([1] * 99 + [90], 1),
        ([1] * 98 + [90, 80], 80),
        ([1] * 198 + [90, 80], 1),
    ],
)
def test_of_fewer_than_a_hundred_seconds_the_latest_one_counts(
    measured: list[int], late: int
) -> None:
    assert all_but_one_in_100(measured) == late
