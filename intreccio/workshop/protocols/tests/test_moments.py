"""Moments: a table, and the way there and back in both languages."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some

from intreccio.workshop.protocols.rules.counting import counter_on, ends_of
from intreccio.workshop.protocols.rules.moments import (
    day_of,
    in_words,
    is_moment,
    span_of,
    typed,
    why_not_span,
)

BIRTH = date(2026, 11, 30)
DAYS = some.dates(date(2000, 1, 1), date(2060, 12, 31))
MOMENTS = some.builds(lambda n, unit: f"{n}{unit}", some.integers(-400, 400), some.sampled_from("dwm"))
THOUSAND = {"before": 270, "after": 730}


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("0d", BIRTH),
        ("-12w", BIRTH - timedelta(days=84)),
        ("3d", date(2026, 12, 3)),
        ("3m", date(2027, 2, 28)),
        ("-1m", date(2026, 10, 30)),
        ("12m", date(2027, 11, 30)),
        ("24m", date(2028, 11, 30)),
    ],
)
def test_a_moment_is_a_day(moment, day):
    assert day_of(moment, BIRTH) == day


def test_months_end_where_the_month_does():
    assert day_of("1m", date(2028, 1, 31)) == date(2028, 2, 29)
    assert day_of("12m", date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("12 settimane prima", "-12w"),
        (" 1 Settimana  prima ", "-1w"),
        ("3 mesi dopo", "3m"),
        ("1 giorno dopo", "1d"),
        ("il giorno stesso", "0d"),
        ("Lo stesso giorno", "0d"),
        ("2 weeks before", "-2w"),
        ("the same day", "0d"),
        ("tre mesi dopo", None),
        ("3 mesi", None),
        ("3 anni dopo", None),
        ("3 mesi fa", None),
        ("9999 mesi dopo", None),
        ("", None),
    ],
)
def test_a_moment_is_written_in_words(written, moment):
    assert typed(written) == moment


@given(MOMENTS)
def test_what_is_said_is_understood_in_both_languages(moment):
    for language in ("it", "en"):
        with override(language):
            assert day_of(typed(in_words(moment)), BIRTH) == day_of(moment, BIRTH)


@pytest.mark.parametrize(
    ("first", "last", "fine"),
    [
        ("", "", True),
        ("1d", "", True),
        ("1d", "1d", True),
        ("-3m", "2w", True),
        ("", "1d", False),
        ("2w", "1d", False),
    ],
)
def test_an_end_has_a_beginning_and_comes_after_it(first, last, fine):
    assert (why_not_span(first, last) is None) == fine


@given(MOMENTS, MOMENTS, DAYS)
def test_a_span_never_ends_before_it_begins(first, last, zero):
    begins, ends = span_of([first, last], zero)
    assert begins <= ends
    assert begins == day_of(first, zero)


@pytest.mark.parametrize("wrong", ["", "3", "w", "3y", "3.5w", "−3w", "12345d", None, 3, "14641d", "481m"])
def test_what_is_no_moment(wrong):
    assert not is_moment(wrong)


@pytest.mark.parametrize(("after", "number"), [(-270, 0), (-269, 1), (0, 270), (1, 271), (730, 1000)])
def test_a_thousand_days_are_counted_from_the_expected_birth(after, number):
    assert counter_on(BIRTH + timedelta(days=after), BIRTH, THOUSAND).number == number


@pytest.mark.parametrize("after", [-271, 731])
def test_before_and_after_nothing_is_counted(after):
    assert counter_on(BIRTH + timedelta(days=after), BIRTH, THOUSAND) is None


@given(DAYS, some.integers(0, 1000))
def test_every_day_of_the_thousand_has_its_number(zero, number):
    first, last = ends_of(zero, THOUSAND)
    counter = counter_on(first + timedelta(days=number), zero, THOUSAND)
    assert (counter.number, counter.left) == (number, 1000 - number)
    assert counter_on(last, zero, THOUSAND).left == 0
    assert (last - first).days == 1000
