"""What may be written of school: tables, no database."""

from datetime import date

import pytest

from intreccio.answers.school.rules.schooling import (
    school_year,
    why_not_beside,
    why_not_end,
    why_not_ending,
    why_not_reach,
    why_not_since,
    why_not_year,
)
from intreccio.answers.school.rules.sheets import areas_of, why_not_ask, why_not_observe, why_not_show

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("cycle", "year", "goes"),
    [("primary", 5, True), ("primary", 6, False), ("lower", 4, False), ("vocational", 4, True), ("adult", 1, False),
     ("adult", None, True), ("nursery", None, True)],
)  # fmt: skip
def test_a_school_has_so_many_years(cycle, year, goes):
    assert (why_not_year(cycle, year) is None) == goes


@pytest.mark.parametrize(
    ("since", "birth", "goes"),
    [
        (date(2027, 9, 12), None, True),
        (date(2027, 11, 1), None, False),
        (date(2019, 9, 1), date(2019, 9, 2), False),
    ],
)
def test_one_begins_on_a_day_that_can_be_true(since, birth, goes):
    assert (why_not_since(since, today=TODAY, birth=birth) is None) == goes


@pytest.mark.parametrize(
    ("since", "until", "goes"),
    [
        (date(2026, 9, 12), None, False),
        (date(2025, 9, 12), date(2026, 9, 1), True),
        (date(2025, 9, 12), date(2026, 9, 2), False),
    ],
)
def test_one_is_in_one_class_at_a_time(since, until, goes):
    assert (why_not_beside(since, until, [(date(2026, 9, 1), None)]) is None) == goes


@pytest.mark.parametrize(
    ("until", "ended", "goes"),
    [
        (TODAY, False, True),
        (date(2026, 12, 1), False, False),
        (date(2026, 9, 1), False, False),
        (TODAY, True, False),
    ],
)
def test_it_ends_once_on_a_day_that_has_come(until, ended, goes):
    assert (why_not_end(until, since=date(2026, 9, 12), ended=ended, today=TODAY) is None) == goes


@pytest.mark.parametrize(
    ("cycle", "ending", "goes"),
    [("upper", "diploma", True), ("lower", "diploma", False), ("vocational", "qualified", True), ("upper", "qualified", False),
     ("primary", "left", True)],
)  # fmt: skip
def test_a_diploma_is_taken_where_one_can_be(cycle, ending, goes):
    assert (why_not_ending(cycle, ending) is None) == goes


@pytest.mark.parametrize(
    ("name", "phone", "email", "goes"),
    [
        ("Ada", "02 555", "", True),
        ("Ada", "", "a@b.it", True),
        ("Ada", " ", "", False),
        (" ", "02 555", "", False),
    ],
)
def test_whoever_one_talks_with_can_be_reached(name, phone, email, goes):
    assert (why_not_reach(name, phone, email) is None) == goes


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 7), 2026)]
)
def test_a_school_year_begins_in_autumn(day, year):
    assert school_year(day) == year


DEFINITION = {
    "sections": [
        {"code": "strong", "items": [{"code": "able"}, {"code": "friend"}]},
        {"code": "hard", "items": [{"code": "sad"}]},
    ]
}


@pytest.mark.parametrize(
    ("changed", "goes"),
    [
        ({}, True),
        ({"is_over": True}, False),
        ({"until": TODAY}, False),
        ({"until": date(2027, 1, 15)}, False),
        ({"email": " "}, False),
    ],
)
def test_a_teacher_of_today_is_asked_for_some_days(changed, goes):
    said = {"is_over": False, "until": date(2026, 12, 14), "today": TODAY, "email": "a@example.org"} | changed
    assert (why_not_ask(**said) is None) == goes


@pytest.mark.parametrize(
    ("answers", "words", "goes"),
    [
        ({"able": 1}, {}, True),
        ({}, {"strong": "Ride"}, True),
        ({"sad": 3}, {"hard": "Piange"}, False),
        ({}, {"strong": " "}, False),
    ],
)
def test_something_that_goes_well_is_always_said(answers, words, goes):
    assert (why_not_observe(DEFINITION, answers, words) is None) == goes


def test_what_was_seen_often_enough_is_counted_as_codes():
    assert areas_of(DEFINITION, {"able": 3, "friend": 2, "sad": 3}, "strong", 3) == ["able"]


@pytest.mark.parametrize(
    ("changed", "goes"),
    [({}, True), ({"answered_on": None}, False), ({"shown_on": TODAY}, False), ({"day": date(2026, 12, 1)}, False),
     ({"day": date(2026, 11, 1)}, False)],
)  # fmt: skip
def test_what_has_come_is_read_together_once(changed, goes):
    said = {"answered_on": date(2026, 11, 20), "shown_on": None, "day": TODAY, "today": TODAY} | changed
    assert (why_not_show(**said) is None) == goes
