"""A child in foster care is heard, assessed and written of as before; whoever has died is asked nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.assessments.queries.look import look_of, who_could_speak
from intreccio.families.assessments.queries.sheets import home_of
from intreccio.families.assessments.tests.conftest import page
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.life import record_death
from intreccio.parties.people.models import Household, HouseholdMembership, Person
from intreccio.parties.people.tests.world import LEO, MARCHETTI, NADIA, fostered, text

CHILD = key_for("person", "pellegrini_3")


@pytest.fixture
def child_in_care(acting_as, look_at, today):
    """Of the Pellegrini, whose first look is open."""
    with acting_as("assistente") as viewer:
        household = look_at("pellegrini_t0").household_id
        fostered(viewer, CHILD, household, today - timedelta(days=10))
        stays = HouseholdMembership.objects.kept().filter(household=household, person=CHILD, until=None)
        assert [stay.kind for stay in stays] == ["kin"]


def test_their_words_are_owed_and_a_sheet_can_be_about_them(child_in_care, acting_as, look_at):
    with acting_as("assistente") as viewer:
        look = look_of(viewer, look_at("pellegrini_t0"))
        assert CHILD in {child.person_id for child in look.children}
        assert CHILD in {each.id for each in home_of(look)}
        assert "Ines" not in " ".join(words for _key, words in who_could_speak(look))


def test_their_page_opens_and_takes_their_words(child_in_care, signed_in, today):
    client, address = signed_in("educatrice"), page("write_child_words", "pellegrini_t0", CHILD)
    assert client.get(address).status_code == 200
    said = {"once": uuid4(), "heard": "said", "heard_on": today, "words": "Sto dalla zia.", "agreed": "near"}
    assert client.post(address, said).status_code == 302


def test_of_a_child_in_care_a_factor_is_written(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        fostered(viewer, NADIA, MARCHETTI, today - timedelta(days=10))
    form = signed_in("assistente").get(reverse("add_factor", args=[key_for("case", "marchetti")]))
    assert str(NADIA) in text(form)


def test_whoever_has_died_is_asked_nothing_in_any_home(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        leo = Person.objects.get(pk=LEO)
        record_death(leo, Household.objects.get(pk=MARCHETTI), by=viewer, version=leo.version, day=today)
    for account, case in (("assistente", "marchetti"), ("lucia", "haddad")):
        form = signed_in(account).get(reverse("add_factor", args=[key_for("case", case)]))
        assert form.status_code == 200
        assert str(LEO) not in text(form)
