"""Means, middles, intervals: by hand, and against the density itself."""

from math import gamma, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.evidence.impact.rules.numbers import T_975, mean_of, median_of, out_of_ten, t_975, within


def between(reach, degrees, steps=4000):
    """How likely Student's t falls within ± reach: Simpson on its density."""
    scale = gamma((degrees + 1) / 2) / (sqrt(degrees * pi) * gamma(degrees / 2))
    width = reach / steps
    heights = [
        scale * (1 + (place * width) ** 2 / degrees) ** (-(degrees + 1) / 2) for place in range(steps + 1)
    ]
    return 2 * width / 3 * (heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2]))


@pytest.mark.parametrize(("degrees", "quantile"), T_975)
def test_each_quantile_leaves_five_in_a_hundred_outside(degrees, quantile):
    assert between(quantile, degrees) == pytest.approx(0.95, abs=2e-4)


def test_between_two_rows_the_wider_holds():
    assert t_975(35) == t_975(30) > t_975(40)
    assert t_975(5000) == t_975(100)


def test_an_interval_by_hand():
    """2, 4, 4, 5, 5, 7, 9, 12: mean 6, s² = (16+4+4+1+1+1+9+36)/7, t with 7 degrees 2,365."""
    numbers = [2, 4, 4, 5, 5, 7, 9, 12]
    told = mean_of(8, sum(numbers), sum(number**2 for number in numbers))
    assert told.mean == 6
    reach = 2.365 * sqrt(72 / 7 / 8)
    assert (told.low, told.high) == (pytest.approx(6 - reach), pytest.approx(6 + reach))
    assert told.moved


def test_of_one_there_is_no_interval():
    told = mean_of(1, 3.0, 9.0)
    assert (told.mean, told.low, told.high, told.moved) == (3, None, None, False)


def test_an_interval_that_holds_zero_has_not_moved():
    assert not mean_of(4, 0.4, 30).moved


@pytest.mark.parametrize(
    ("days", "middle"),
    [({}, None), ({3: 1}, 3), ({1: 1, 9: 1}, 5), ({0: 5, 4: 1, 30: 4}, 2), ({2: 3, 8: 1}, 2)],
)
def test_half_wait_less(days, middle):
    assert median_of(days) == middle


@given(st.lists(st.integers(0, 60), min_size=1))
def test_the_median_of_a_tally_is_the_median_of_its_list(values):
    days = {value: values.count(value) for value in values}
    ordered = sorted(values)
    middle = (ordered[(len(values) - 1) // 2] + ordered[len(values) // 2]) / 2
    assert median_of(days) == middle
    assert within(days, 5) == sum(1 for value in values if value <= 5)


@pytest.mark.parametrize(
    ("part", "whole", "tens"), [(0, 9, 0), (9, 9, 10), (1, 400, 1), (399, 400, 9), (7, 10, 7), (58, 100, 6)]
)
def test_none_and_all_are_said_only_of_none_and_all(part, whole, tens):
    assert out_of_ten(part, whole) == tens
