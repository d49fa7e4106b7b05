"""Days as people write them in spreadsheets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.workshop.imports.rules.cells import EXCEL_BEGINS, day_of
from intreccio.workshop.imports.rules.entries import BadCell

TODAY = date(2026, 11, 29)
DAYS = st.integers(date(1900, 3, 1).toordinal(), TODAY.toordinal()).map(date.fromordinal)
ITALIAN_MONTHS = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
]


@pytest.mark.parametrize(
    ("text", "day", "whole"),
    [
        ("04/03/1988", date(1988, 3, 4), True),
        ("4-3-1988", date(1988, 3, 4), True),
        ("4.3.88", date(1988, 3, 4), True),
        ("4/3/26", date(2026, 3, 4), True),
        ("4/3/27", date(1927, 3, 4), True),
        ("1988-03-04 00:00", date(1988, 3, 4), True),
        ("4 Marzo 1988", date(1988, 3, 4), True),
        ("1° gennaio 2019", date(2019, 1, 1), True),
        ("1979", date(1979, 1, 1), False),
        ("32206", date(1988, 3, 4), True),
    ],
)
def test_a_day_is_read_however_it_is_written(text, day, whole):
    assert day_of(text, today=TODAY) == (day, whole)


@pytest.mark.parametrize(
    "text", ["31/02/2019", "boh", "13/13/2013", "1988/3/4", "nel 1988", "4 brumaio 1988", "0000"]
)
def test_what_is_no_day_is_said(text):
    with pytest.raises(BadCell):
        day_of(text, today=TODAY)


@given(DAYS)
def test_every_day_comes_back_from_every_way_of_writing_it(day):
    spoken = f"{day.day} {ITALIAN_MONTHS[day.month - 1]} {day.year}"
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", spoken):
        assert day_of(text, today=TODAY) == (day, True)
    serial = (day - EXCEL_BEGINS).days
    if serial >= 10000:
        assert day_of(str(serial), today=TODAY) == (day, True)


@given(st.text(max_size=30))
def test_nothing_that_is_written_breaks_the_reading(text):
    try:
        day, _whole = day_of(text, today=TODAY)
    except BadCell:
        return
    assert isinstance(day, date)


@given(st.integers(TODAY.toordinal() - 36000, TODAY.toordinal()).map(date.fromordinal))
def test_two_digits_are_never_a_year_to_come(day):
    read, _whole = day_of(f"{day.day}/{day.month}/{day.year % 100:02}", today=TODAY)
    assert read.year <= TODAY.year
    assert read.year % 100 == day.year % 100
