"""Persons written for the first time: all their rows, kind by kind."""

from intreccio.parties.people.actions.newcomers import Draft, home_of, newcomer, write_newcomers
from intreccio.parties.people.actions.search import rows_of, rows_of_household
from intreccio.parties.people.models import Household, HouseholdMembership, SearchWord
from intreccio.parties.people.tests.world import MARCHETTI
from intreccio.parties.people.vocabulary import Level

ZIA = Draft(" Zia ", "Haddad", role="relative", phone=" 333 77 ", fiscal_code="hdd zia90c41f205z")


def test_a_newcomer_has_every_row_that_a_draft_says(acting_as, today):
    with acting_as("educatrice"):
        home = Household.objects.get(pk=MARCHETTI)
        new = newcomer(ZIA, home, since=today)
        assert (new.name.given, new.points[0].value, new.identifiers[0].value) == (
            "Zia",
            "333 77",
            "HDDZIA90C41F205Z",
        )
        blank = newcomer(Draft("Leo", ""), home, since=today)
        assert (blank.points, blank.identifiers) == ([], [])
        stay = home_of(new.person, home, role="other", kind="isee", since=today)
        assert (stay.team_id, stay.kind) == (home.team_id, "isee")


def test_two_newcomers_are_written_with_as_many_statements_as_one(
    acting_as, today, django_assert_num_queries
):
    with acting_as("educatrice"):
        home = Household.objects.get(pk=MARCHETTI)
        for many in (1, 2):
            new = [newcomer(ZIA, home, since=today) for _ in range(many)]
            with django_assert_num_queries(6):
                write_newcomers(home, new)
        assert HouseholdMembership.objects.filter(household=home, person=new[1].person).exists()
        words = SearchWord.objects.filter(person=new[1].person).values_list("word", "demand")
        assert set(words) == {("zia", 2), ("haddad", 2), ("33377", 2), ("hddzia90c41f205z", 3)}


def test_words_are_of_the_home_they_lead_to():
    home = Household(code="VSM-2026-0142", name="Famiglia Riva")
    assert {row.word for row in rows_of_household(home)} == {"riva", "vsm20260142"}
    (row,) = rows_of(home, None, [("riva", Level.KNOWN)])
    assert (row.household_id, row.demand) == (home.pk, Level.KNOWN)
