"""Quarters that are over."""

from datetime import date

import pytest
from django.utils.translation import override

from intreccio.evidence.impact.queries.words import period_words
from intreccio.evidence.impact.rules.periods import Period, Quarter, over, period_of, periods


@pytest.mark.parametrize(
    ("today", "quarters"),
    [
        (date(2026, 3, 31), []),
        # 1 April 2026 is a Wednesday: the week that began on 30 March belongs to the first quarter, and goes on.
        (date(2026, 4, 5), []),
        (date(2026, 4, 6), [1]),
        (date(2026, 11, 29), [1, 2, 3]),
        (date(2027, 1, 3), [1, 2, 3]),
        (date(2027, 1, 4), [1, 2, 3, 4]),
    ],
)
def test_a_quarter_is_over_with_its_last_week(today, quarters):
    assert [each.number for each in over(2026, today)] == quarters


def test_the_newest_year_comes_first_and_years_without_a_quarter_do_not_come():
    codes = [each.code for each in periods(date(2026, 8, 1))]
    assert codes[:4] == ["2026", "2026-2", "2026-1", "2025"]
    assert periods(date(2026, 2, 1))[0].code == "2025"


def test_another_word_is_the_newest_year():
    assert period_of("2026-4", date(2026, 8, 1)).code == "2026"
    assert period_of("2026-2", date(2026, 8, 1)).only == Quarter(2026, 2)


def test_a_quarter_knows_its_months_and_its_end():
    assert Quarter(2026, 4).months == (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1))
    assert Quarter(2026, 4).end == date(2027, 1, 1)
    assert Quarter(2026, 3).end == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("language", "said"), [("it", "Gennaio–settembre 2026"), ("en", "January–September 2026")]
)
def test_a_span_of_months_is_written_as_each_language_does(language, said):
    with override(language):
        assert period_words(Period(2026, tuple(Quarter(2026, each) for each in (1, 2, 3)))) == said
