"""What is due on a day, for whom; the guide by age and loss; letters that stop."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.workshop.protocols.rules.calendar import due_on, timeline
from intreccio.workshop.protocols.rules.guidance import age_of, guidance_for
from intreccio.workshop.protocols.rules.letters import is_quiet, sendings, why_not_send
from intreccio.workshop.protocols.tests.small import SMALL
from intreccio.workshop.protocols.vocabulary import Age, Turn

ZERO = date(2026, 11, 30)
LONG_AGO = ZERO - timedelta(days=300)
DAYS = some.dates(date(2020, 1, 1), date(2035, 12, 31))
QUIET = SMALL["quiet"]


def codes(lines) -> list[str]:
    return [line.step["code"] for line in lines]


def due(after: int, *, since: date = LONG_AGO, **more) -> list[str]:
    return codes(due_on(ZERO + timedelta(days=after), SMALL, ZERO, since=since, **more))


@pytest.mark.parametrize(
    ("after", "loss", "there"),
    [
        (-15, "", []),
        (-14, "", ["before"]),
        (0, "", ["before", "call"]),
        (7, "job", ["before", "call", "job"]),
        (7, "death", ["before", "call"]),
        (365, "death", ["before", "call", "year"]),
    ],
)
def test_what_is_due_on_a_day(after, loss, there):
    assert due(after, loss=loss) == there


def test_what_was_done_asks_no_more():
    assert due(0, done={"before"}) == ["call"]


def test_who_arrives_late_is_not_asked_what_was_for_before():
    assert due(10, since=ZERO + timedelta(days=9), loss="job") == ["job"]


def test_a_step_of_a_family_is_not_asked_of_a_colleague():
    assert due(0, about="worker") == ["call"]


def test_a_step_stays_until_it_is_done_and_says_that_its_days_are_over():
    (line,) = (
        each
        for each in due_on(ZERO + timedelta(days=9), SMALL, ZERO, since=LONG_AGO)
        if each.step["code"] == "call"
    )
    assert line.turn_on(ZERO + timedelta(days=9)) == Turn.PAST
    assert line.turn_on(ZERO) == line.turn_on(ZERO + timedelta(days=3)) == Turn.NOW
    assert line.turn_on(ZERO - timedelta(days=1)) == Turn.COMING


@given(DAYS, DAYS, DAYS, some.sets(some.sampled_from(["call", "before", "job", "year"])))
def test_nothing_is_due_that_has_not_begun_was_done_or_was_over(zero, day, since, done):
    lines = due_on(day, SMALL, zero, since=since, done=done)
    assert all(line.first <= day and line.last >= since for line in lines)
    assert not {*codes(lines)} & done
    left = [line for line in timeline(SMALL, zero, about="family") if line not in lines]
    assert all(line.first > day or line.last < since or line.step["code"] in done for line in left)


@given(DAYS, some.integers(0, 400))
def test_what_is_due_stays_due_until_it_is_done(zero, later):
    before, after = (
        codes(due_on(zero + timedelta(days=days), SMALL, zero, since=LONG_AGO)) for days in (0, later)
    )
    assert {*before} <= {*after}


@pytest.mark.parametrize(
    ("months", "age"),
    [
        (-10, None), (-9, Age.PREGNANCY), (-1, Age.PREGNANCY), (0, Age.BABY), (23, Age.BABY), (24, Age.SMALL), (71, Age.SMALL),
        (72, Age.CHILD), (131, Age.CHILD), (132, Age.PRETEEN), (167, Age.PRETEEN), (168, Age.TEEN), (215, Age.TEEN), (216, None),
    ],
)  # fmt: skip
def test_ages_begin_with_a_birthday(months, age):
    assert age_of(months) == age


@pytest.mark.parametrize(
    ("age", "loss", "pages"),
    [
        ("small", "death", ["all", "small"]),
        ("small", "job", ["all"]),
        ("teen", "death", ["all"]),
        (None, "death", ["all"]),
        ("", "", ["all", "small"]),
    ],
)
def test_the_guide_is_for_an_age_and_a_loss(age, loss, pages):
    assert [page["code"] for page in guidance_for(SMALL, age=age, loss=loss)] == pages


NEAR, YEAR = SMALL["letters"]


def test_a_letter_and_its_reminders_are_few():
    assert sendings(NEAR, ZERO, [], QUIET) == [ZERO + timedelta(days=days) for days in (5, 19, 33)]


def test_a_reminder_waits_until_the_anniversary_is_over():
    """Somebody else of that home died on the 18th of December, years ago."""
    days = sendings(NEAR, ZERO, [date(2020, 12, 18)], QUIET)
    assert days == [date(2026, 12, 5), date(2026, 12, 26), date(2027, 1, 9)]


def test_a_word_for_the_anniversary_leaves_on_its_day():
    assert sendings(YEAR, ZERO, [ZERO], QUIET) == [date(2027, 11, 30)]


def test_the_day_itself_is_no_return_and_a_year_ends_in_another():
    assert not is_quiet(ZERO, [ZERO], QUIET)
    assert is_quiet(date(2027, 1, 3), [date(2020, 12, 31)], QUIET)
    assert is_quiet(date(2026, 12, 27), [date(2020, 1, 1)], QUIET)
    assert is_quiet(date(2027, 2, 28), [date(2024, 2, 29)], {"before": 0, "after": 0})


@given(DAYS, some.lists(DAYS, max_size=4))
def test_nothing_leaves_by_itself_on_a_day_to_be_respected(zero, dates):
    days = sendings(NEAR, zero, dates, QUIET)
    assert not [day for day in days if is_quiet(day, dates, QUIET)]
    assert len(days) == 3
    assert all((later - former).days >= 14 for former, later in itertools.pairwise(days))


def test_where_every_day_is_to_be_respected_nothing_leaves():
    every = [date(2020, month, day) for month in range(1, 13) for day in (1, 15)]
    assert sendings(NEAR, ZERO, every, {"before": 10, "after": 10}) == []


@pytest.mark.parametrize(
    ("reminder", "silent", "ended", "answered", "stops"),
    [
        (False, False, False, False, False),
        (True, False, False, False, False),
        (True, False, False, True, True),
        (False, False, False, True, False),
        (False, True, False, False, True),
        (False, False, True, False, True),
        (True, True, True, True, True),
    ],
)
def test_what_stops_a_letter(reminder, silent, ended, answered, stops):
    said = why_not_send(reminder=reminder, silent=silent, ended=ended, answered=answered)
    assert (said is not None) == stops
