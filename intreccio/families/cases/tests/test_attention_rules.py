"""What a team is invited to look at: tables and random days, no database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.families.cases.rules import attention
from intreccio.families.cases.rules.attention import Aside, AttentionLimits
from intreccio.families.cases.rules.way import LEFT, RIGHT, Scale, fits, height_of, spans_of
from intreccio.families.cases.vocabulary import PromptKind

TODAY = date(2026, 11, 26)
LIMITS = AttentionLimits(30, 0, 60, 3, 14, 24, 12, 90, 90, 60, 60)
DAYS = some.dates(date(2015, 1, 1), date(2035, 12, 31))
SOME_LIMITS = some.builds(
    AttentionLimits,
    *[some.integers(0, 400)] * 5,
    some.integers(1, 60),
    some.integers(1, 36),
    some.integers(0, 400),
    some.integers(1, 400),
    some.integers(0, 400),
    some.integers(0, 400),
)
STANDING = tuple(kind for kind in PromptKind.values if kind not in attention.PASSING)


@pytest.mark.parametrize(
    ("kind", "since", "shows"),
    [
        ("no_contact", date(2026, 10, 27), False),  # 30 days: as agreed
        ("no_contact", date(2026, 10, 26), True),
        ("review_overdue", TODAY, False),  # it is today
        ("review_overdue", date(2026, 11, 25), True),
        ("goal_stalled", date(2026, 9, 27), False),
        ("goal_stalled", date(2026, 9, 26), True),
        ("referral_unanswered", date(2026, 11, 23), False),
        ("referral_unanswered", date(2026, 11, 22), True),
        ("referral_unheard", date(2026, 11, 12), False),
        ("referral_unheard", date(2026, 11, 11), True),
        ("long_in_charge", date(2024, 11, 27), False),
        ("long_in_charge", date(2024, 11, 26), True),
        ("no_ties", date(2026, 9, 27), False),  # sixty days: as agreed
        ("no_ties", date(2026, 9, 26), True),
        ("moved", TODAY, True),
        ("moved", date(2026, 9, 27), True),
        ("moved", date(2026, 9, 26), False),  # no longer a new home
        ("school-lost", TODAY, True),  # of an area above: it has worked out its own day
    ],
)
def test_each_kind_shows_the_day_after_what_was_agreed(kind, since, shows):
    assert attention.is_due(kind, since, today=TODAY, limits=LIMITS) is shows


@pytest.mark.parametrize(
    ("before", "since", "shows"),
    [
        (date(2026, 9, 1), TODAY, True),
        (date(2025, 11, 26), TODAY, True),  # twelve months to the day
        (date(2025, 11, 25), TODAY, False),  # a new chapter, not the old one again
        (date(2026, 5, 1), date(2026, 8, 28), True),  # ninety days ago
        (date(2026, 5, 1), date(2026, 8, 27), False),  # no longer news: it does not follow a family for good
        (None, TODAY, False),
    ],
)
def test_what_began_again_is_news_for_a_time(before, since, shows):
    assert attention.is_due("reopened", since, today=TODAY, limits=LIMITS, before=before) is shows


@given(some.sampled_from(STANDING), DAYS, DAYS, some.integers(0, 400), SOME_LIMITS)
def test_once_it_shows_it_shows_until_something_happens(kind, since, today, later, limits):
    if attention.is_due(kind, since, today=today, limits=limits):
        assert attention.is_due(kind, since, today=today + timedelta(days=later), limits=limits)


@given(some.sampled_from(STANDING), DAYS, DAYS, some.integers(0, 400), SOME_LIMITS)
def test_what_is_newer_is_never_due_before_what_is_older(kind, since, today, newer, limits):
    if not attention.is_due(kind, since, today=today, limits=limits):
        later = since + timedelta(days=newer)
        assert not attention.is_due(kind, later, today=today, limits=limits)


@given(DAYS, SOME_LIMITS)
def test_a_contact_today_silences(today, limits):
    assert not attention.is_due(PromptKind.NO_CONTACT, today, today=today, limits=limits)


@given(DAYS, some.integers(0, 500), SOME_LIMITS)
def test_what_began_again_always_stops_being_news(since, after, limits):
    today = since + timedelta(days=limits.reopened_for + 1 + after)
    before = since - timedelta(days=1)
    assert not attention.is_due(PromptKind.REOPENED, since, today=today, limits=limits, before=before)


@given(some.sampled_from(PromptKind.values), DAYS, DAYS, DAYS, SOME_LIMITS)
def test_nothing_shows_before_its_day(kind, since, before, today, limits):
    if attention.is_due(kind, since, today=today, limits=limits, before=before):
        due = attention.due_on(kind, since, limits=limits, before=before)
        assert due is not None
        assert since <= due <= today


@pytest.mark.parametrize(
    ("aside", "as_of", "stays"),
    [
        (None, TODAY, False),
        (Aside(date(2026, 10, 1)), date(2026, 10, 1), True),  # nothing new
        (Aside(date(2026, 10, 1)), date(2026, 10, 2), False),  # something new
        (Aside(date(2026, 10, 1), date(2026, 11, 27)), date(2026, 10, 1), True),
        (Aside(date(2026, 10, 1), TODAY), date(2026, 10, 1), False),  # its day has come
    ],
)
def test_it_stays_aside_until_its_day_or_something_new(aside, as_of, stays):
    assert attention.is_aside(aside, kind="goal_stalled", as_of=as_of, today=TODAY) is stays


@pytest.mark.parametrize(
    ("until", "refused"),
    [
        (None, False),
        (TODAY, True),
        (TODAY + timedelta(days=1), False),
        (TODAY + timedelta(days=90), False),
        (TODAY + timedelta(days=91), True),
    ],
)
def test_why_not_until(until, refused):
    assert (
        bool(attention.why_not_until(kind="goal_stalled", until=until, today=TODAY, limits=LIMITS)) is refused
    )


def test_a_no_says_what_happened():
    assert "qualcosa di nuovo" in str(attention.why_not_show(is_there=False))
    assert "ha scritto perché" in str(attention.why_not_show(is_there=True))
    assert attention.why_not_take_back(is_back=True)
    assert attention.why_not_take_back(is_back=False) is None


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        (date(2024, 11, 26), TODAY, 24),
        (date(2024, 11, 27), TODAY, 23),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (TODAY, TODAY, 0),
    ],
)
def test_whole_months(since, day, months):
    assert attention.whole_months(since, day) == months


@given(some.lists(DAYS, min_size=2, max_size=12), DAYS)
def test_the_line_of_the_way_keeps_to_its_paper_and_to_the_order(days, day):
    first, *_, last = sorted(days)
    scale = Scale(first, last)
    assert LEFT <= scale.x(day) <= RIGHT
    places = [scale.x(each) for each in sorted(days)]
    assert places == sorted(places)
    assert all(LEFT <= x <= RIGHT for x, _year in scale.years())
    bars = spans_of(sorted(days), last, scale)
    assert len(bars) == len(days)
    assert all(wide >= 2 for _x, wide in bars)


def test_height_of_grows_with_its_lanes():
    assert height_of(3) > height_of(2)


def test_a_name_stands_under_its_bar_only_where_it_fits():
    assert fits("in carico", 60)
    assert not fits("progetto in corso", 60)


@pytest.mark.parametrize("years", [0, 1, 10])
def test_a_silence_that_was_set_aside_without_a_day_comes_back(years):
    day = TODAY + timedelta(days=365 * years)
    aside = attention.Aside(as_of=TODAY)
    assert not attention.is_aside(aside, kind="no_contact", as_of=TODAY, today=day)
    assert attention.is_aside(aside, kind="goal_stalled", as_of=TODAY, today=day)


def test_a_silence_is_set_aside_until_a_day_and_no_longer_than_a_silence():
    def why_not(days):
        until = None if days is None else TODAY + timedelta(days=days)
        return attention.why_not_until(kind="no_contact", until=until, today=TODAY, limits=LIMITS)

    assert "Scegliete quando torna" in str(why_not(None))
    assert why_not(LIMITS.no_contact) is None
    assert str(LIMITS.no_contact) in str(why_not(LIMITS.no_contact + 1))
    assert why_not(0)
