"""The pages of what happens to a family: what they offer, to whom, and what they keep from others."""

from datetime import timedelta

import pytest

from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Household, LifeEvent, Person
from intreccio.parties.people.tests.world import BAH, CONTI, MARCHETTI, NADIA, address, send, text

BABY = key_for("person", "bah_baby")


def test_the_list_says_what_happened_and_what_can_be_written(signed_in):
    page = text(signed_in("educatrice").get(address("life_event_list", BAH)))
    assert "È attesa una nascita" in page
    assert address("record_birth", BAH, BABY) in page
    assert address("undo_life_event", BAH, NADIA) not in page


def test_who_only_reads_finds_no_way_to_write(signed_in):
    page = text(signed_in("educatrice").get(address("life_event_list", CONTI)))
    assert "È morta una persona" in page
    assert "Franco" not in page, "of whoever left a home that is only opened to us the name is not ours"
    assert address("expect_child", CONTI) not in page


@pytest.mark.parametrize("name", ["life_event_list", "household_on"])
def test_a_stranger_finds_nothing(signed_in, name):
    assert signed_in("sara").get(address(name, MARCHETTI)).status_code == 404


@pytest.mark.parametrize("name", ["life_event_list", "household_on"])
def test_below_the_record_nothing_is_told(signed_in, name):
    assert signed_in("scuola").get(address(name, CONTI)).status_code == 404


def test_a_birth_is_written_on_its_page(signed_in, acting_as, today):
    client = signed_in("educatrice")
    answer = send(
        client, address("record_birth", BAH, BABY), day=today, given="Mariama", family="Bah", sex="F"
    )
    assert answer.url == address("life_event_list", BAH)
    assert "È nata una persona: Mariama Bah" in text(client.get(answer.url))
    with acting_as("educatrice"):
        assert Person.objects.get(pk=BABY).birth_precision == "exact"


def test_a_form_that_comes_back_says_what_is_missing_and_keeps_the_rest(signed_in):
    page = send(signed_in("educatrice"), address("record_birth", BAH, BABY), given="Mariama")
    assert page.status_code == 422
    assert "Mariama" in text(page)


def test_part_home_asks_who_goes(signed_in, acting_as, today):
    client = signed_in("assistente")
    page = send(client, address("part_home", MARCHETTI), day=today)
    assert page.status_code == 422
    answer = send(client, address("part_home", MARCHETTI), day=today, going=str(NADIA), name="Casa di Nadia")
    assert answer.status_code == 302
    with acting_as("assistente"):
        assert Household.objects.filter(name="Casa di Nadia").count() == 1
        assert LifeEvent.objects.filter(household=MARCHETTI, kind="parted").count() == 1


def test_a_psychologist_writes_what_happened_but_no_second_home(signed_in):
    client = signed_in("psicologa")
    assert client.get(address("part_home", MARCHETTI)).status_code == 403
    assert address("part_home", MARCHETTI) not in text(client.get(address("life_event_list", MARCHETTI)))


def test_join_homes_knows_a_home_by_its_code_alone(signed_in):
    client = signed_in("assistente")
    page = send(client, address("join_homes", MARCHETTI), code="VSM-0000-0000", day="2026-01-01")
    assert page.status_code == 422
    assert "nessuna ha questo codice" in text(page)


def test_a_day_of_the_past_is_asked_by_its_date(signed_in, today):
    client = signed_in("assistente")
    before = today - timedelta(days=150)
    page = text(client.get(address("household_on", MARCHETTI), {"day": before}))
    assert "Karim" in page
    assert "Via dei Platani 12" in page
    assert client.get(address("household_on", MARCHETTI), {"day": "ieri"}).status_code == 422
    for day in (today + timedelta(days=1), "9999-12-31"):
        page = client.get(address("household_on", MARCHETTI), {"day": day})
        assert page.status_code == 422
        assert "Quel giorno deve ancora venire" in text(page)
    assert client.get(address("household_on", MARCHETTI), {"day": "0001-01-01"}).status_code == 200


def test_a_couple_ends_with_a_death_also_as_it_was_on_a_day(signed_in, today):
    page = text(signed_in("assistente").get(address("household_on", MARCHETTI), {"day": today}))
    assert "Sandro Marchetti e Luisa Galli erano sposati" in page
    assert "Elena Marchetti è la madre di Nadia Haddad e Leo Haddad" in page
    assert "madre o padre" not in page
