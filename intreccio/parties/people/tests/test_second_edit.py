"""Law 7 on the pages: a second edit shows both, a second tap writes nothing, also when the two come together."""

from uuid import uuid4

from intreccio.parties.people.models import ContactPoint, HomeAddress, Household, HouseholdMembership, Person
from intreccio.parties.people.tests.world import BAH, ELENA, LEO, MARCHETTI, address, hidden, send, text
from tests.drills.at_once import at_once

NAMED = {"municipality_code": "015189", "elsewhere": ""}


def test_a_second_edit_of_a_household_shows_both_and_keeps_the_form(signed_in, acting_as):
    client, other = signed_in("educatrice"), signed_in("assistente")
    path = address("edit_household", MARCHETTI)
    mine = hidden(client.get(path))
    assert send(other, path, name="Famiglia Marchetti", **NAMED).status_code == 302
    page = client.post(path, {**mine, "name": "Famiglia Haddad", **NAMED})
    assert page.status_code == 409
    said = text(page)
    assert "Nel frattempo qualcun altro ha scritto" in said
    assert "<td>Famiglia Marchetti</td><td>Famiglia Haddad</td>" in said
    assert 'value="Famiglia Haddad"' in said
    again = client.post(path, {**hidden(page), "name": "Famiglia Haddad", **NAMED})
    assert again.status_code == 302
    with acting_as("educatrice"):
        assert Household.objects.get(pk=MARCHETTI).name == "Famiglia Haddad"


def test_a_second_edit_of_a_person_shows_both(signed_in):
    client, other = signed_in("educatrice"), signed_in("awa")
    path = address("edit_person", MARCHETTI, LEO)
    mine = hidden(client.get(path))
    values = {"birth_precision": "exact", "birth_date": "2023-07-21", "birthplace_code": "", "died_on": ""}
    assert send(other, path, sex="F", citizenship="", **values).status_code == 302
    page = client.post(path, {**mine, "sex": "M", "citizenship": "MA", **values})
    assert page.status_code == 409
    assert "<td>femmina</td><td>maschio</td>" in text(page)
    assert "<td>non ancora scritta</td><td>Marocco</td>" in text(page)


def test_somebody_is_a_citizen_of_several_countries_each_written_once(signed_in, acting_as):
    client, path = signed_in("educatrice"), address("edit_person", MARCHETTI, LEO)
    same = {"sex": "M", "birth_precision": "exact", "birth_date": "2023-07-21", "birthplace_code": ""}
    assert "Una terza cittadinanza" not in text(client.get(path))
    send(client, path, **same, citizenship="IT", citizenship_2="MA")
    assert "Una terza cittadinanza" in text(client.get(path))
    assert "<dd>Italia, Marocco</dd>" in text(client.get(address("person_page", MARCHETTI, LEO)))
    send(client, path, **same, citizenship="IT", citizenship_2="MA", citizenship_3="IT")
    with acting_as("educatrice"):
        assert Person.objects.get(pk=LEO).citizenships == ["IT", "MA"]


def test_two_addresses_from_the_same_page_the_second_sees_both(signed_in, acting_as, today):
    client, other = signed_in("educatrice"), signed_in("assistente")
    path = address("write_address", MARCHETTI)
    mine, theirs = hidden(client.get(path)), hidden(other.get(path))
    place = {"municipality_code": "015189", "since": str(today), "postal_code": "", "elsewhere": ""}
    assert other.post(path, {**theirs, **place, "line": "Via Loro 1"}).status_code == 302
    page = client.post(path, {**mine, **place, "line": "Via Mia 2"})
    assert page.status_code == 409
    assert "<td>Via Loro 1</td><td>Via Mia 2</td>" in text(page)
    with acting_as("educatrice"):
        standing = HomeAddress.objects.filter(household=MARCHETTI, until=None)
        assert [row.line for row in standing] == ["Via Loro 1"]
    assert client.post(path, {**hidden(page), **place, "line": "Via Mia 2"}).status_code == 302
    with acting_as("educatrice"):
        assert [row.line for row in standing.all()] == ["Via Mia 2"]


def test_two_protected_addresses_from_the_same_page_the_second_sees_both(signed_in, today):
    client, other = signed_in("coordinatrice"), signed_in("assistente")
    path = address("protect_address", BAH)
    mine, theirs = hidden(client.get(path)), hidden(other.get(path))
    place = {
        "reason": "una minaccia",
        "municipality_code": "",
        "since": str(today),
        "postal_code": "",
        "elsewhere": "",
    }
    assert other.post(path, {**theirs, **place, "line": "Via Loro 1"}).status_code == 302
    page = client.post(path, {**mine, **place, "line": "Via Mia 2"})
    assert page.status_code == 409
    assert "<td>Via Loro 1</td><td>Via Mia 2</td>" in text(page)


def test_an_edit_without_its_version_overwrites_nothing(signed_in):
    client = signed_in("educatrice")
    page = client.post(
        address("edit_household", MARCHETTI), {"once": str(uuid4()), "name": "Senza versione", **NAMED}
    )
    assert page.status_code == 409


def test_a_second_tap_writes_nothing(signed_in, acting_as):
    client = signed_in("educatrice")
    path = address("add_contact_point", MARCHETTI, ELENA)
    sent = {**hidden(client.get(path)), "kind": "phone", "value": "333 444 5555", "note": ""}
    assert [client.post(path, sent).status_code for _ in range(2)] == [302, 302]
    with acting_as("educatrice"):
        assert ContactPoint.objects.filter(value="333 444 5555").count() == 1


def test_other_words_on_a_page_that_back_brought_again_are_written_too(signed_in, acting_as):
    client = signed_in("educatrice")
    path = address("add_contact_point", MARCHETTI, ELENA)
    sent = {**hidden(client.get(path)), "kind": "phone", "value": "333 444 5555", "note": ""}
    for said in (sent, {**sent, "value": "333 444 6666"}, sent):
        assert client.post(path, said).status_code == 302
    with acting_as("educatrice"):
        assert ContactPoint.objects.filter(value__startswith="333 444").count() == 2


def test_another_edit_on_a_page_that_back_brought_again_shows_both(signed_in):
    client, path = signed_in("educatrice"), address("edit_household", MARCHETTI)
    mine = hidden(client.get(path))
    assert client.post(path, {**mine, "name": "Famiglia Haddad", **NAMED}).status_code == 302
    page = client.post(path, {**mine, "name": "Famiglia Riva", **NAMED})
    assert page.status_code == 409
    assert "<td>Famiglia Haddad</td><td>Famiglia Riva</td>" in text(page)


def test_somebody_elses_key_leads_nowhere(signed_in):
    client, other = signed_in("educatrice"), signed_in("assistente")
    path = address("add_contact_point", MARCHETTI, ELENA)
    sent = {**hidden(client.get(path)), "kind": "phone", "value": "333 444 5555", "note": ""}
    client.post(path, sent)
    assert other.post(path, sent).status_code == 404


def test_two_taps_at_the_same_moment_write_one_person(committed, keeper):
    from django.test import Client

    from conftest import viewer_named
    from intreccio.ground.accounts.models import User
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.viewer import DOOR

    client = Client()
    with acting(DOOR):
        user = User.objects.get(email="educatrice@example.org")
        client.force_login(user, backend="intreccio.ground.accounts.backend.HouseBackend")
    path = address("add_person", MARCHETTI)
    sent = {
        **hidden(client.get(path)), "given": "Gemma", "family": "Unica", "role": "relative", "kind": "lives", "sex": "",
        "birth_precision": "exact", "birth_date": "", "fiscal_code": "", "phone": "", "since": "2026-01-01",
    }  # fmt: skip

    def tap():
        twin = Client()
        twin.cookies = client.cookies
        return twin.post(path, sent).status_code

    assert at_once(tap, tap) == [302, 302]
    with acting(viewer_named("educatrice")):
        assert Person.objects.filter(names__family="Unica").count() == 1
        assert HouseholdMembership.objects.filter(person__names__family="Unica").count() == 1
