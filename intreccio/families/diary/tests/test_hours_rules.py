"""Hours put together, on values: what is summed one way is summed every way."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.diary.rules.hours import (
    Named,
    Promised,
    Worked,
    agreed_by,
    agreed_in,
    in_all,
    totals,
    weeks,
)
from intreccio.families.diary.rules.periods import STAYS, Period, digits, iso_week, spoken, week_of

MONDAY = date(2026, 11, 23)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
SOMEBODY = [Named(UUID(int=number), name) for number, name in enumerate(("Bea", "Anna", "Bea"), 1)]
LINES = [Named(UUID(int=9), "Piano di zona"), Named(None, "nessuna linea")]

worked = st.builds(
    Worked,
    day=st.dates(MONDAY, MONDAY + timedelta(days=30)),
    worker=st.sampled_from(SOMEBODY),
    employer=st.sampled_from(SOMEBODY),
    line=st.sampled_from(LINES),
    case=st.sampled_from(SOMEBODY),
    direct=st.integers(0, 500),
    indirect=st.integers(0, 500),
)


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (65, "1 h 05"), (3000, "50 h")]
)
def test_minutes_are_said_as_hours(minutes, said):
    assert spoken(minutes).replace(STAYS, " ") == said


@pytest.mark.parametrize(("minutes", "said"), [(0, "0:00"), (45, "0:45"), (7385, "123:05")])
def test_minutes_stand_in_a_column_as_hours(minutes, said):
    assert digits(minutes) == said


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2026, 11, 29), "2026-W48"), (date(2026, 12, 31), "2026-W53"), (date(2027, 1, 3), "2026-W53"), (date(2027, 1, 4), "2027-W01")],
)  # fmt: skip
def test_a_week_is_the_iso_one_also_around_the_new_year(day, code):
    assert iso_week(day) == code
    assert week_of(day).first.isoweekday() == 1
    assert week_of(day).first <= day <= week_of(day).last


def test_days_before_and_after_are_as_many():
    assert WEEK.moved(-1) == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert Period(MONDAY, MONDAY + timedelta(days=2)).moved(1) == Period(date(2026, 11, 26), date(2026, 11, 28))  # fmt: skip


@given(st.lists(worked, max_size=30))
def test_every_way_of_putting_them_together_adds_up_to_the_same(rows):
    whole = in_all(rows)
    for sums in (
        totals(rows, lambda row: row.worker),
        totals(rows, lambda row: row.line),
        totals(rows, lambda row: row.case),
        weeks(rows),
    ):
        assert sum(total.direct for total in sums) == whole.direct
        assert sum(total.indirect for total in sums) == whole.indirect
        assert len({total.named for total in sums}) == len(sums)


def test_two_people_of_the_same_name_are_two_lines_in_order_and_nobodys_line_is_last():
    rows = [Worked(MONDAY, who, who, LINES[1], who, 10, 5) for who in SOMEBODY]
    rows.append(Worked(MONDAY, SOMEBODY[0], SOMEBODY[0], LINES[0], SOMEBODY[0], 1, 1))
    assert [(each.named.name, each.direct) for each in totals(rows, lambda row: row.worker)] == [
        ("Anna", 10), ("Bea", 11), ("Bea", 10),
    ]  # fmt: skip
    assert [each.named.name for each in totals(rows, lambda row: row.line)] == [
        "Piano di zona",
        "nessuna linea",
    ]


@pytest.mark.parametrize(
    ("since", "until", "minutes"),
    [
        (date(2026, 1, 1), None, 14 * 60),  # the whole week
        (date(2026, 11, 25), None, 10 * 60),  # five days of seven
        (date(2026, 1, 1), date(2026, 11, 24), 2 * 60),  # Monday alone
        (date(2026, 1, 1), MONDAY, 0),
        (date(2026, 12, 1), None, 0),
    ],
)
def test_what_was_agreed_counts_for_the_days_on_which_it_held(since, until, minutes):
    promised = Promised(SOMEBODY[0], SOMEBODY[0], LINES[0], Decimal(14), since, until)
    assert agreed_in(WEEK, promised) == minutes


def test_what_was_agreed_adds_up_however_it_is_put_together():
    promised = [
        Promised(who, SOMEBODY[0], line, Decimal("7.25"), MONDAY, MONDAY + timedelta(days=1))
        for who in SOMEBODY
        for line in LINES
    ]
    ways = [agreed_by(WEEK, promised, of) for of in (lambda one: one.worker, lambda one: one.line)]
    assert len({sum(way.values()) for way in ways}) == 1


def test_who_has_agreed_hours_and_has_written_none_stands_there_with_nothing():
    (only,) = totals([], lambda row: row.worker, {SOMEBODY[1]: 600})
    assert (only.named.name, only.all, only.agreed_said) == ("Anna", 0, "10:00")
