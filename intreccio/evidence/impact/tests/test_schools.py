"""The trend of schools: large numbers of years that are over, school by school; nobody can work out a small one."""

from datetime import date, timedelta
from html import unescape
from itertools import product

import pytest
from django.db import connections, transaction
from django.urls import reverse

from intreccio.answers.school.rules.schooling import school_year
from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.queries.schools import schools_in, years_over
from intreccio.evidence.impact.rules.schools import Counted, told
from intreccio.ground.kernel.bulk import KEEPER
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for

TODAY = this_day()
LAST = school_year(TODAY) - 1
TIGLI, OPERA = key_for("organisation", "scuola_tigli"), key_for("organisation", "scuola_opera")
NORTH, DESK = key_for("team", "equipe_nord"), key_for("team", "sportello_rete")
ONE, OTHER = key_for("organisation", "telaio"), key_for("organisation", "arcobaleno")


def rows(looks: dict[int, int], seen: dict[int, int], *, of_one_body: bool = False) -> list[Counted]:
    """By team; each of a body of its own, or all of one."""
    told_of = {"": looks, "hard.sad": seen}
    return [
        Counted("s", what, 1 if of_one_body else team, team, n)
        for what, by_team in told_of.items()
        for team, n in by_team.items()
    ]


@pytest.mark.parametrize(
    ("looks", "seen", "shown"),
    [
        ({1: 4}, {}, None),
        ({1: 12}, {1: 6}, (12, 6)),
        ({1: 12}, {1: 4}, (12, None)),
        ({1: 12}, {1: 8}, (12, None)),  # in all but four
        ({1: 12}, {1: 12}, (12, None)),  # in every one
        ({1: 6, 2: 3}, {}, None),  # whoever leads the first knows that the others are three
        ({1: 10, 2: 10}, {1: 7, 2: 3}, (20, None)),
        ({1: 12, 2: 12}, {1: 6, 2: 6}, (24, 12)),
    ],
)
def test_only_what_is_large_for_everybody_is_told(looks, seen, shown):
    found = told(rows(looks, seen), ["hard.sad"])
    assert [(one.looks, one.seen["hard.sad"]) for one in found] == ([shown] if shown else [])


@pytest.mark.parametrize("of_one_body", [False, True])
def test_whatever_is_told_leaves_no_small_number_to_whoever_knows_their_own(of_one_body):
    """Every world of two teams and up to nine looks each: of what is told, no difference with what one knows is between 1 and 4."""
    for first, other, seen_first, seen_other in product(range(10), repeat=4):
        if seen_first > first or seen_other > other:
            continue
        world = rows({1: first, 2: other}, {1: seen_first, 2: seen_other}, of_one_body=of_one_body)
        for one in told(world, ["hard.sad"]):
            left = [one.looks, one.looks - first, one.looks - other]
            if (seen := one.seen["hard.sad"]) is not None:
                left += [seen, seen - seen_first, seen - seen_other]
                not_seen = (one.looks - seen, first - seen_first, other - seen_other)
                left += [not_seen[0], not_seen[0] - not_seen[1], not_seen[0] - not_seen[2]]
            assert not any(0 < number < 5 for number in left), (first, other, seen_first, seen_other)


def week(begun: int, number: int = 0) -> date:
    day = date(begun, 10, 12) + timedelta(weeks=number)
    return day - timedelta(days=day.weekday())


def facts(school: object, begun: int, looks: int, sad: int) -> list[Fact]:
    said = {"school_id": school, "organisation_id": ONE}
    sheets = [Fact(kind="school_sheet", week=week(begun, number), **said) for number in range(looks)]
    return sheets + [
        Fact(kind="school_seen", outcome="hard.sad", week=week(begun, n), **said) for n in range(sad)
    ]


@pytest.fixture
def some(acting_as, write) -> None:
    write(facts(TIGLI, LAST, 14, 6) + facts(TIGLI, LAST - 1, 11, 5) + facts(OPERA, LAST, 4, 4))


def test_of_a_year_that_is_over_each_school_is_told_beside_the_year_before(acting_as, some):
    with acting_as("coordinatrice"):
        (school,) = schools_in(LAST, TODAY)
        assert (school.name, school.looks, school.before) == ("Istituto comprensivo Via dei Tigli", 14, 11)
        hard = school.parts[1]
        assert ("Piange, o non ha voglia di niente.", 6, 5) in hard.in_time
        assert all(now is None for text, now, _before in hard.in_time if not text.startswith("Piange"))


def test_of_the_year_that_goes_on_nothing_is_told(acting_as, write):
    write(facts(TIGLI, school_year(TODAY), 30, 15))
    with acting_as("coordinatrice"):
        assert schools_in(school_year(TODAY), TODAY) == []
        assert school_year(TODAY) not in years_over(TODAY)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 8, 31), 2024),
        (
            date(2026, 9, 1),
            2024,
        ),  # a Tuesday: that week began in the old year, and a sheet of today is still counted in it
        (date(2026, 9, 6), 2024),
        (date(2026, 9, 7), 2025),
        (date(2025, 9, 1), 2024),  # a Monday
    ],
)
def test_a_year_is_told_when_nothing_in_it_changes_any_more(day, last):
    """Otherwise what a number grew by from one day to the next would be one child's sheet."""
    assert years_over(day) == list(range(last, last - 5, -1))


@pytest.mark.parametrize(("day", "told"), [(date(2026, 9, 6), 0), (date(2026, 9, 7), 1)])
def test_the_database_waits_for_the_same_day(keeper, day, told):
    """Whatever a page asks. The clock of the database is another one, and comes back with the transaction."""
    Fact.objects.using(KEEPER).create(kind="school_sheet", week=date(2026, 8, 31), school_id=TIGLI)
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT date '{day}' $$"
        )
        cursor.execute("SELECT set_config('intreccio.house', 'jobs', true)")
        cursor.execute("SELECT count(*) FROM impact_schools(2025)")
        assert cursor.fetchone()[0] == told
        transaction.set_rollback(True, using="owner")


def test_two_teams_of_one_body_do_not_learn_of_one_another(acting_as, write):
    ours = facts(TIGLI, LAST, 11, 6)
    for number, fact in enumerate(ours):
        fact.team_id = NORTH if number != 0 else DESK
    write(ours)
    with acting_as("coordinatrice"):
        assert schools_in(LAST, TODAY) == [], "eleven, of which a team knows ten"


def test_the_page_says_it_in_words_and_in_a_table(signed_in, some):
    words = unescape(signed_in("coordinatrice").get(reverse("school_trend")).content.decode())
    assert "14 sguardi arrivati" in words
    assert "Le Risaie" not in words
    assert "non si mostra" in words
    empty = unescape(
        signed_in("coordinatrice").get(reverse("school_trend") + f"?year={LAST - 3}").content.decode()
    )
    assert "Non ci sono ancora abbastanza sguardi" in empty
