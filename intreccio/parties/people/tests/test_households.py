"""What people do with households: writing one, editing it, handing it over, opening and closing it to others."""

import pytest

from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.grants import grant, withdraw
from intreccio.parties.people.actions.households import (
    begin_household,
    create_household,
    edit_household,
    hand_over,
)
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.models import Grant, Household, SearchWord
from intreccio.parties.people.tests.world import BAH, MARCHETTI, NORD, SUD, TOSI
from intreccio.parties.people.vocabulary import GrantPurpose, Level


def written(viewer, today, **values):
    return create_household(
        by=viewer, name="Famiglia D'Amìco", municipality_code="015189", team_id=NORD, today=today, **values
    )


def test_create_household_by_one_of_its_team(acting_as, today):
    with acting_as("assistente") as viewer:
        household = written(viewer, today, languages=["ar"], needs_mediator=True)
        assert household.code.startswith(f"VSM-{today.year}-")
        assert household.sort_name == "d amico"
        event = Event.objects.get(household_id=household.pk)
        assert event.kind == "household.created"
        assert "Amìco" not in str(event.codes)
        assert set(SearchWord.objects.filter(household=household).values_list("word", flat=True)) >= {
            "d",
            "amico",
        }


@pytest.mark.parametrize("account", ["psicologa", "scuola", "comune", "admin"])
def test_create_household_is_not_for_every_role(acting_as, today, account):
    with acting_as(account) as viewer, pytest.raises(Refused):
        written(viewer, today)


def test_begin_household_takes_its_name_from_the_first_surname(acting_as, today):
    persons = [
        Draft(given="", family="", birth_date=today, birth_precision="expected"),
        Draft(given="Ada", family="riva"),
    ]
    with acting_as("assistente") as viewer:
        household = begin_household(
            by=viewer, today=today, name="", persons=persons, municipality_code="", team_id=NORD
        )
        assert household.name == "Famiglia Riva"
        assert Event.objects.filter(household_id=household.pk, kind="person.added").count() == 2


def test_edit_household_writes_what_changed_and_finds_it_again(acting_as):
    with acting_as("educatrice") as viewer:
        household = Household.objects.get(pk=MARCHETTI)
        changed = edit_household(
            household, by=viewer, version=1, name="Famiglia Marchetti", municipality_code="015159"
        )
        assert changed == {"name", "sort_name", "municipality_code"}
        event = Event.objects.get(household_id=MARCHETTI, kind="household.edited")
        assert event.fields == ["municipality_code", "name"]
        words = SearchWord.objects.filter(household=MARCHETTI, person=None).values_list("word", flat=True)
        assert "haddad" not in words


def test_a_second_edit_of_a_household_raises_changed(acting_as):
    values = {"municipality_code": ""}
    with acting_as("educatrice") as viewer:
        household = Household.objects.get(pk=MARCHETTI)
        edit_household(household, by=viewer, version=1, name="Una", **values)
        with pytest.raises(Changed) as both:
            edit_household(household, by=viewer, version=1, name="Due", **values)
        assert getattr(both.value.current, "name", "") == "Una"


def test_hand_over_leaves_the_giver_with_nothing_of_a_protected_family_either(acting_as):
    with acting_as("coordinatrice") as viewer:
        hand_over(Household.objects.get(pk=BAH), to_team_id=SUD, by=viewer, reason_code="moved")
    with acting_as("educatrice"):
        assert not Household.objects.filter(pk=BAH).exists()
        assert not SearchWord.objects.filter(household=BAH).exists()


def test_grant_opens_and_withdraw_closes(acting_as, today):
    with acting_as("tommaso") as viewer:
        household = Household.objects.get(pk=TOSI)
        given = grant(
            household, by=viewer, level=Level.CONTACT, purpose=GrantPurpose.COLLABORATION,
            reason="seguono insieme Davide", since=today, until=None, to_team_id=NORD,
        )  # fmt: skip
        kinds = Event.objects.filter(household_id=TOSI).values_list("kind", flat=True)
        assert "household.shared" in kinds
    with acting_as("educatrice"):
        assert Household.objects.filter(pk=TOSI).exists()
    with acting_as("tommaso") as viewer:
        withdraw(Grant.objects.get(pk=given.pk), by=viewer, reason="non serve più")
    with acting_as("educatrice"):
        assert not Household.objects.filter(pk=TOSI).exists()


def test_an_educator_does_not_open_a_family_to_others(acting_as, today):
    with acting_as("sara") as viewer, pytest.raises((Refused, NotAllowed)):
        grant(
            Household.objects.get(pk=TOSI), by=viewer, level=Level.KNOWN, purpose=GrantPurpose.SIGNAL,
            reason="così", since=today, until=None, to_team_id=NORD,
        )  # fmt: skip
