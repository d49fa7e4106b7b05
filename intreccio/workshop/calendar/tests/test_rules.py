"""Weeks, clashes, reminders, addresses: functions of values, held against slower ones that are plainly right."""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.calendar.rules.clashes import clashes_among, clashes_of
from intreccio.workshop.calendar.rules.entries import Entry, Who
from intreccio.workshop.calendar.rules.feeds import days_shown, digest_of, new_token, uid_of
from intreccio.workshop.calendar.rules.reminding import is_ahead, last_day, said_of
from intreccio.workshop.calendar.rules.weeks import days_of, holiday_on, monday_of, shown_days
from intreccio.workshop.calendar.vocabulary import EntryKind

MONDAY = date(2027, 3, 1)
PEOPLE = [Who(key_for("membership", name), name) for name in ("Ada", "Bea", "Cleo")]


def entry(number, day=MONDAY, hour=time(9), minutes=60, who=tuple(PEOPLE[:1]), kind=EntryKind.MEETING):
    return Entry(kind, UUID(int=number), day, f"Voce {number}", "/", hour, minutes, who=who)


@st.composite
def some_entries(draw):
    """Few hours, few people, few days: they meet often; some go over midnight, some have no hour."""
    count = draw(st.integers(0, 8))
    return [
        entry(
            number,
            MONDAY + timedelta(days=draw(st.integers(0, 2))),
            draw(st.none() | st.builds(time, st.sampled_from([0, 8, 9, 22, 23]), st.sampled_from([0, 30]))),
            draw(st.sampled_from([15, 60, 90, 600])),
            tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=4))),
            draw(st.sampled_from([EntryKind.MEETING, EntryKind.VISIT])),
        )
        for number in range(count)
    ]


def minutes_of(one):
    """Every minute of an entry, one by one."""
    begins = (one.day - MONDAY).days * 24 * 60 + one.hour.hour * 60 + one.hour.minute
    return set(range(begins, begins + one.minutes))


@given(some_entries())
def test_a_clash_is_a_minute_that_two_entries_of_one_person_share(entries):
    """The oracle lays minutes on one another, pair after pair."""
    expected = {
        (who.key, frozenset({one.name, other.name}))
        for number, one in enumerate(entries)
        for other in entries[:number]
        if one.hour is not None and other.hour is not None and minutes_of(one) & minutes_of(other)
        for who in set(one.who) & set(other.who)
    }
    found = clashes_among(entries)
    assert {(clash.who.key, frozenset({clash.first.name, clash.second.name})) for clash in found} == expected
    assert len(found) == len(expected), "each said once"
    assert all(clash.first.starts <= clash.second.starts for clash in found)


@given(some_entries())
def test_the_clashes_of_one_entry_are_those_of_all_in_which_it_stands(entries):
    if entries:
        mine = entries[0]
        among = [clash for clash in clashes_among(entries) if mine in (clash.first, clash.second)]
        assert sorted(map(str, clashes_of(mine, entries))) == sorted(map(str, among))


def test_what_ends_as_another_begins_does_not_clash():
    assert clashes_among([entry(1), entry(2, hour=time(10))]) == []


def test_an_entry_that_moves_does_not_clash_with_where_it_was():
    assert clashes_of(entry(1, hour=time(9, 30)), [entry(1)]) == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_week_begins_on_monday_and_holds_its_day(day):
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert day in days_of(monday)
    assert len(days_of(monday)) == 7


def test_a_week_shows_working_days_and_the_others_where_they_hold_something():
    assert [day.isoweekday() for day in shown_days(MONDAY, full=[])] == [1, 2, 3, 4, 5]
    assert [day.isoweekday() for day in shown_days(MONDAY, full=[date(2027, 3, 7)])] == [1, 2, 3, 4, 5, 7]


@pytest.mark.parametrize(
    ("day", "italian"),
    [
        (date(2027, 4, 25), "Anniversario della Liberazione"),
        (date(2027, 3, 29), "Lunedì dell'Angelo"),
        (date(2027, 3, 30), ""),
        # A holiday again by law from 2026 on.
        (date(2025, 10, 4), ""),
    ],
)
def test_holidays_are_those_of_the_law_of_that_year(day, italian):
    assert holiday_on(day, "it") == italian
    assert bool(holiday_on(day, "en")) == bool(italian)
    assert holiday_on(day, "en") != italian or not italian


def test_saint_francis_is_a_holiday_again():
    assert holiday_on(date(2026, 10, 4), "it")


@pytest.mark.parametrize(
    ("hour", "expected"), [(time(13, 59), MONDAY), (time(14), MONDAY + timedelta(days=1))]
)
def test_from_the_afternoon_on_one_is_reminded_of_tomorrow(hour, expected):
    assert last_day(datetime.combine(MONDAY, hour)) == expected


@pytest.mark.parametrize(
    ("day", "hour", "ahead"),
    [
        (MONDAY, time(9), False),
        (MONDAY, time(10), False),
        (MONDAY, time(10, 1), True),
        (MONDAY, None, True),
        (MONDAY - timedelta(days=1), None, False),
        (MONDAY + timedelta(days=1), time(0), True),
    ],
)
def test_what_has_begun_is_not_reminded(day, hour, ahead):
    assert is_ahead(day, hour, datetime.combine(MONDAY, time(10))) is ahead


def test_a_reminder_says_what_and_which_day_and_nothing_else():
    tomorrow = MONDAY + timedelta(days=1)
    assert said_of(EntryKind.VISIT, tomorrow, MONDAY) == "Domani hai una visita."
    assert said_of(EntryKind.TALK, MONDAY, MONDAY) == "Oggi hai un incontro."
    assert said_of(EntryKind.STEP, tomorrow, MONDAY) == "Domani hai un impegno."


def test_tokens_cannot_be_guessed_and_only_their_digest_says_the_same():
    made = {new_token() for _turn in range(50)}
    assert len(made) == 50
    assert all(len(token) >= 43 for token in made)
    assert digest_of("a") == digest_of("a") != digest_of("b")
    assert len(digest_of("a")) == 64


def test_the_same_entry_is_known_by_another_word_to_each_and_leads_nowhere():
    key, mine, yours = uuid4(), uuid4(), uuid4()
    said = uid_of("visit", key, mine, "secret")
    assert said == uid_of("visit", key, mine, "secret")
    others = {
        uid_of("visit", key, yours, "secret"),
        uid_of("talk", key, mine, "secret"),
        uid_of("visit", key, mine, "other"),
    }
    assert len(others | {said}) == 4
    assert key.hex not in said
    assert str(key) not in said


def test_a_telephone_shows_a_month_back_and_half_a_year_ahead():
    since, until = days_shown(MONDAY)
    assert (MONDAY - since).days == 30
    assert (until - MONDAY).days == 180


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31), MONDAY])
@pytest.mark.parametrize("hour", [time(1, 30), time(2, 30), time(15)])
def test_on_a_telephone_everything_ends_after_it_began_also_in_the_night_in_which_clocks_change(day, hour):
    """Somebody who wrote 2:30 for 14:30 on the last Sunday of March would have a calendar that no telephone opens."""
    rome = ZoneInfo("Europe/Rome")
    starts, ends = entry(1, day, hour, minutes=30).moments(rome)
    assert ends - starts == timedelta(minutes=30)
    if (day, hour) != (date(2027, 3, 28), time(2, 30)):  # an hour that this day has not
        assert starts.astimezone(rome).replace(tzinfo=None) == datetime.combine(day, hour)
