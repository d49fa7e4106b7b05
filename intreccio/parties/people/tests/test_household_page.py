"""One family, as far as its viewer sees it."""

import re

import pytest

from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.actions.persons import Draft, add_person
from intreccio.parties.people.models import Household
from intreccio.parties.people.tests.test_household_list import queries_of
from intreccio.parties.people.tests.world import BAH, CONTI, HADDAD, MARCHETTI, address, text


def test_the_team_reads_who_they_are_what_helps_and_the_story(signed_in):
    client = signed_in("educatrice")
    page = text(client.get(address("household_page", MARCHETTI)))
    assert "Elena, Nadia (11) e Leo (3)" in page
    assert "36 anni" in page
    assert "La nonna c&#x27;è" in page
    assert "Viale Lombardia 40" in page
    assert "Chi viveva qui" in page
    assert "vive anche in un'altra casa" in page
    assert "Casa di Karim" not in page


def test_in_english_needs_are_said_in_english_and_months_have_their_capital(signed_in):
    client = signed_in("educatrice")
    client.cookies["intreccio_language"] = "en"
    page = text(client.get(address("household_page", MARCHETTI)))
    assert "Opportunità educative" not in page
    assert "Accompaniment plans" in page
    (month,) = re.findall(r"known since (\w+)", page)
    assert month == month.capitalize()


def test_who_sees_both_homes_reads_the_name_of_the_other(signed_in):
    assert "Casa di Karim Haddad" in text(signed_in("awa").get(address("household_page", MARCHETTI)))


def test_the_fathers_team_reads_its_own_home_only(signed_in):
    client = signed_in("davide")
    page = text(client.get(address("household_page", HADDAD)))
    assert "circa 39 anni" in page
    assert "Leo Haddad" in page
    assert "Elena" not in page
    assert client.get(address("household_page", MARCHETTI)).status_code == 404


def test_a_contact_reads_persons_and_no_story(signed_in):
    page = text(signed_in("scuola").get(address("household_page", CONTI)))
    assert "Mattia Conti" in page
    assert "02 555 0101" in page
    assert "La nonna accompagna" not in page
    assert "Storia" not in page
    assert "Aggiorna la famiglia" not in page


def test_a_birth_awaited_and_an_estimated_one_are_said(signed_in):
    page = text(signed_in("educatrice").get(address("household_page", BAH)))
    assert "nascita attesa" in page
    assert "circa 30 anni" in page
    assert "indirizzo protetto" in page


def test_opening_it_twice_is_one_reading_that_others_can_read(signed_in, acting_as):
    client = signed_in("consultorio")
    client.get(address("household_page", MARCHETTI))
    client.get(address("household_page", MARCHETTI))
    with acting_as("educatrice"):
        assert Reading.objects.filter(household_id=MARCHETTI, page="household_page").count() == 1
    sight = text(signed_in("educatrice").get(address("household_sight", MARCHETTI)))
    assert "Bianca Orsi · Consultorio Il Cortile" in sight


@pytest.mark.parametrize("more", [0, 6])
def test_at_most_fifteen_queries_with_nine_persons(signed_in, acting_as, counted, today, more):
    with acting_as("educatrice") as viewer:
        for each in range(more):
            draft = Draft(given=f"Zio {each}", family="Haddad", role="relative", phone=f"333 900 000{each}")
            add_person(Household.objects.get(pk=MARCHETTI), draft, by=viewer, since=today)
    client = signed_in("educatrice")
    client.get("/healthz")
    number, _page = queries_of(client, counted, address("household_page", MARCHETTI))
    assert number <= 15


def test_the_story_tells_who_did_what_ten_at_a_time(signed_in, acting_as, today):
    with acting_as("educatrice") as viewer:
        for each in range(30):
            add_person(
                Household.objects.get(pk=MARCHETTI),
                Draft(given=f"Zia {each}", family="Haddad"),
                by=viewer,
                since=today,
            )
    client = signed_in("educatrice")
    page = text(client.get(address("household_page", MARCHETTI)))
    assert "Aggiunta una persona, 10 volte" in page
    assert "Chiara Fontana" in page
    whole = text(client.get(address("household_story", MARCHETTI)))
    assert "Aggiunta una persona, 25 volte" in whole
    after = whole.split("?after=")[1].split('"')[0]
    rest = text(client.get(f"{address('household_story', MARCHETTI)}?after={after}"))
    assert "Aggiunta una persona, 5 volte" in rest
    assert client.get(f"{address('household_story', CONTI)}?after={after}").status_code == 404
