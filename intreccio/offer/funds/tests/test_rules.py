"""How many hours may be agreed: tables, and weeks counted day by day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.offer.funds.rules import (
    Agreed,
    Span,
    most_at_once,
    why_not_agree,
    why_not_last,
    why_not_overlap,
    why_not_shorten,
    why_not_void_line,
)

D = date(2026, 1, 1)


def span(first: int, last: int | None = None) -> Span:
    return Span(D + timedelta(first), None if last is None else D + timedelta(last))


def agree(hours: str, when: Span, others: tuple[Agreed, ...] = (), **more):
    limits = {"line": span(0, 100), "place": span(0), "most": Decimal(48)} | more
    return why_not_agree(Agreed(Decimal(hours), when), others=others, **limits)


@pytest.mark.parametrize(
    ("hours", "when", "more", "word"),
    [
        ("20", span(0, 100), {}, ""),
        ("48", span(10, 20), {}, ""),
        ("0", span(0, 10), {}, "zero"),
        ("-3", span(0, 10), {}, "zero"),
        ("20", span(10, 10), {}, "prima"),
        ("20", span(0, 101), {}, "linea"),
        ("20", span(0), {}, "linea"),
        ("20", span(0), {"line": span(0)}, ""),
        ("20", span(0, 10), {"place": span(1)}, "équipe"),
        ("20", span(20, 30), {"place": span(0, 20)}, "équipe"),
        ("48.25", span(0, 10), {}, "48,25"),
    ],
)
def test_what_may_be_agreed(hours, when, more, word):
    reason = agree(hours, when, **more)
    assert (reason is None) == (word == "")
    assert word in str(reason or "")


def test_a_week_is_counted_over_all_lines():
    others = (Agreed(Decimal(30), span(0, 10)), Agreed(Decimal(20), span(10, 20)))
    assert agree("18", span(0, 10), others) is None
    assert agree("18", span(0, 20), others) is None  # the two never meet
    assert "alla settimana" in str(agree("19", span(5, 15), others))
    assert agree("28", span(10, 15), others) is None


@given(
    st.lists(
        st.tuples(st.integers(1, 20), st.integers(0, 15), st.one_of(st.none(), st.integers(1, 10))),
        max_size=6,
    ),
    st.integers(0, 15),
    st.integers(1, 10),
)
def test_the_fullest_week_is_the_fullest_day(rows, first, length):
    agreed = [
        Agreed(Decimal(hours), span(begin, None if days is None else begin + days))
        for hours, begin, days in rows
    ]
    day_by_day = [
        sum(
            (
                each.hours
                for each in agreed
                if each.span.since <= (day := D + timedelta(number))
                and (each.span.until is None or day < each.span.until)
            ),
            Decimal(0),
        )
        for number in range(first, first + length)
    ]
    assert most_at_once(agreed, span(first, first + length)) == max(day_by_day)


def test_a_line_does_not_leave_hours_outside():
    assert why_not_shorten(span(0, 50), [span(0, 50), span(10, 20)]) is None
    assert why_not_shorten(span(0, 50), [span(0)])
    assert why_not_shorten(span(5, 50), [span(0, 10)])
    assert why_not_shorten(span(5, 5), [])
    assert why_not_last(span(0)) is None


def test_hours_hold_a_line_and_stand_once_on_it():
    assert why_not_void_line(hours=1)
    assert why_not_void_line(hours=0) is None
    assert why_not_overlap(already=True)
    assert why_not_overlap(already=False) is None
