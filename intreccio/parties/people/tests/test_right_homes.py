"""In which of the three senses somebody is of a home, and since when: one more, corrected, and what cannot be."""

import re
from datetime import date, timedelta

import pytest

from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.addresses import write_address
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person, bring_person, edit_home
from intreccio.parties.people.models import Household, HouseholdMembership
from intreccio.parties.people.rules.homes import why_not_begin
from intreccio.parties.people.tests.world import CONTI, ELENA, LEO, MARCHETTI, address, send, text

TODAY = date(2026, 11, 29)


def stay(person=LEO, household=MARCHETTI, kind="lives"):
    return HouseholdMembership.objects.kept().get(household=household, person=person, kind=kind)


@pytest.mark.parametrize(
    ("since", "birth", "precision", "until", "refused"),
    [
        (TODAY, None, "exact", None, False),
        (TODAY + timedelta(days=1), None, "exact", None, True),
        (date(2001, 1, 1), date(2019, 5, 4), "exact", None, True),
        (date(2019, 5, 4), date(2019, 5, 4), "exact", None, False),
        (date(2019, 1, 1), date(2019, 7, 1), "year", None, False),
        (date(2018, 12, 31), date(2019, 7, 1), "year", None, True),
        (date(2001, 1, 1), date(2019, 7, 1), "estimated", None, False),
        (TODAY, TODAY + timedelta(days=90), "expected", None, False),
        (TODAY, None, "exact", TODAY - timedelta(days=1), True),
    ],
)
def test_nobody_comes_tomorrow_before_being_born_or_after_having_left(
    since, birth, precision, until, refused
):
    reason = why_not_begin(since=since, birth=birth, precision=precision, until=until, today=TODAY)
    assert bool(reason) == refused


def test_who_lives_here_is_written_as_registered_here_too(signed_in, acting_as, today):
    """Elena lives here; at the registry office she is of this address too: no second Elena is written."""
    with acting_as("assistente"):
        kinds = set(
            HouseholdMembership.objects.kept()
            .filter(household=MARCHETTI, person=ELENA, until=None)
            .values_list("kind", flat=True)
        )
    left = next(kind for kind in ("registered", "isee") if kind not in kinds)
    client = signed_in("assistente")
    page = text(client.get(address("person_page", MARCHETTI, ELENA)))
    assert f"{address('add_home', MARCHETTI, ELENA)}?kind={left}&amp;role=parent" in page
    asked = text(client.get(f"{address('add_home', MARCHETTI, ELENA)}?kind={left}&role=parent"))
    assert re.search(rf'<input[^>]*value="{left}"[^>]*checked', asked)
    done = send(client, address("add_home", MARCHETTI, ELENA), role="parent", kind=left, since=today)
    assert done.status_code == 302
    with acting_as("assistente"):
        assert stay(ELENA, kind=left).since == today
    page = text(client.get(address("person_page", MARCHETTI, ELENA)))
    assert f"kind={left}&amp;role" not in page
    again = send(client, address("add_home", MARCHETTI, ELENA), role="parent", kind=left, since=today)
    assert again.status_code == 409


def test_the_day_somebody_came_is_corrected_and_the_old_one_kept(signed_in, acting_as, today):
    with acting_as("assistente"):
        home = stay()
    client, url = signed_in("assistente"), address("edit_home", MARCHETTI, home.pk)
    assert url in text(client.get(address("person_page", MARCHETTI, LEO)))
    day = today - timedelta(days=20)
    assert send(client, url, role="child", since=day).status_code == 302
    with acting_as("assistente") as viewer:
        assert stay().since == day
        with pytest.raises(Changed):
            edit_home(stay(), by=viewer, version=home.version, role="child", since=today)
    wrong = send(client, url, role="child", since=today + timedelta(days=1))
    assert wrong.status_code == 409
    assert "La data è nel futuro" in text(wrong)
    with acting_as("assistente"):
        assert stay().since == day


def test_edit_home_of_another_team_is_refused(acting_as, today):
    with acting_as("educatrice") as viewer:
        home = HouseholdMembership.objects.kept().filter(household=CONTI).first()
        with pytest.raises(NotAllowed):
            edit_home(home, by=viewer, version=home.version, role=home.role, since=today)


def test_a_stay_or_an_address_since_2030_is_refused(acting_as, today):
    with acting_as("assistente") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        later = date(today.year + 4, 1, 1)
        with pytest.raises(Refused):
            add_person(home, Draft(given="Ugo", family="Riva"), by=viewer, since=later)
        with pytest.raises(Refused):
            add_person(
                home,
                Draft(given="Ugo", family="Riva", birth_date=date(2019, 5, 4)),
                by=viewer,
                since=date(2001, 1, 1),
            )
        with pytest.raises(Refused):
            bring_person(stay().person, home, by=viewer, role="child", kind="isee", since=later)
        with pytest.raises(Refused):
            write_address(home, by=viewer, since=later, line="Via Nuova 1")


def test_what_ends_a_stay_is_said_in_its_own_sense(signed_in, acting_as, today):
    """Who only counts for the ISEE never lived here: nobody says that they no longer do."""
    with acting_as("assistente") as viewer:
        draft = Draft(given="Gino", family="Riva", kind="isee")
        person = add_person(Household.objects.get(pk=MARCHETTI), draft, by=viewer, since=today)
    client = signed_in("assistente")
    for page in (address("household_page", MARCHETTI), address("person_page", MARCHETTI, person.pk)):
        assert "Non è più nel nucleo ISEE" in text(client.get(page))
    assert "Non vive più qui" not in text(client.get(address("person_page", MARCHETTI, person.pk)))


def test_two_of_the_same_name_are_told_apart_before_they_are_brought_here_or_made_one(
    signed_in, acting_as, today
):
    with acting_as("assistente") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        for year in (1961, 1988):
            born = {"birth_date": date(year, 3, 2)}
            add_person(home, Draft(given="Ines", family="Doppia", **born), by=viewer, since=today)
    client = signed_in("assistente")
    page = text(client.post(address("merge_persons", MARCHETTI, ELENA), {"words": "Doppia"}))
    assert "Ines Doppia · 2 marzo 1961" in page
    assert "Ines Doppia · 2 marzo 1988" in page
