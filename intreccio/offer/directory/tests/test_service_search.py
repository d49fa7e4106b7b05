"""The search page, as different people meet it."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from intreccio.offer.directory.models import Schedule, Service
from intreccio.offer.directory.tests.places import IL_CORTILE, ITALIANO, Acting, Counted, SignedIn, key_of

pytestmark = pytest.mark.django_db
EVERYBODY = ["coordinatrice", "assistente", "educatrice", "psicologa", "scuola", "comune", "admin", "elio"]
PAGE = "/services/"


@pytest.mark.parametrize("account", EVERYBODY)
def test_everybody_who_has_signed_in_searches(signed_in: SignedIn, account: str) -> None:
    page = signed_in(account).get(PAGE, {"need": "futuro.educative", "municipality": "015189", "age": "2"})
    assert page.status_code == 200
    assert IL_CORTILE in [card.name for card in page.context["cards"]]


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(PAGE).status_code == 302
    answer = client.post(PAGE, {"words": "compiti"})
    assert answer.status_code == 401
    assert reverse("account_login") in answer.content.decode()


def cards(page: Any) -> dict[str, Any]:
    return {card.name: card for card in page.context["cards"]}


def test_each_result_says_why_and_a_no_stands_last_with_its_reason(signed_in: SignedIn) -> None:
    page = signed_in("educatrice").get(
        PAGE, {"need": "futuro.educative", "municipality": "015189", "age": "3"}
    )
    found = list(cards(page).values())
    fits = [card.fits for card in found]
    assert fits == sorted(fits, reverse=True)
    assert False in fits
    assert all(any(reason.fits is False for reason in card.reasons) for card in found if not card.fits)
    melograno = cards(page)["Nido Il Melograno"]
    said = [reason.text for reason in melograno.reasons]
    assert "Età: da 3 a 36 mesi, non 3 anni" in said
    assert "Solo chi abita a Binasco" in said
    assert melograno.where.endswith("stessa provincia")


def test_what_nobody_knows_is_asked_and_never_dropped(signed_in: SignedIn) -> None:
    page = signed_in("educatrice").get(PAGE, {"need": "lavoro.inserimenti", "age": "30"})
    card = cards(page)["Nido e lavoro"]
    assert card.fits
    assert any(reason.fits is None and "le età" in reason.text for reason in card.reasons)


def test_only_with_room_leaves_the_full_ones_last(signed_in: SignedIn) -> None:
    page = signed_in("educatrice").get(PAGE, {"need": "futuro.educative", "room": "on"})
    arcobaleno = cards(page)["Scuola dell'infanzia Arcobaleno"]
    assert arcobaleno.tag.text == "Lista: 3 settimane"
    assert not arcobaleno.fits


def test_a_day_and_an_isee_are_reasons(signed_in: SignedIn) -> None:
    page = signed_in("assistente").get(
        PAGE, {"need": "emergenze.alimentare", "day": ["2", "5"], "isee": "6000", "municipality": "015189"}
    )
    said = [reason.text for reason in cards(page)["Emporio della spesa"].reasons]
    assert "Martedì, venerdì" in said
    assert "ISEE fino a 9.360 €" in said
    assert "Solo chi abita a Rozzano" in said


def test_words_come_by_post_and_never_stand_in_an_address(signed_in: SignedIn) -> None:
    client = signed_in("assistente")
    page = client.post(PAGE, {"words": "compiti", "place": "Rozzano"})
    assert page.status_code == 200
    names = list(cards(page))
    assert "Doposcuola Tigli" in names[:3]
    assert "Tutor dei quindici anni" in names, "found by the need that «compiti» names"
    assert not re.search(r'href="[^"]*compiti', page.content.decode())
    assert client.get(PAGE, {"words": "compiti"}).context["wish"].words == ()


def test_a_place_out_of_the_district_can_be_typed(signed_in: SignedIn) -> None:
    page = signed_in("assistente").post(PAGE, {"words": "", "place": "Palermo"})
    assert page.context["wish"].municipality == "082053"
    assert '<option value="082053" selected>Palermo</option>' in page.content.decode()


def test_words_that_are_operators_are_only_words(signed_in: SignedIn) -> None:
    page = signed_in("assistente").post(PAGE, {"words": "compiti & ! | :* ' ( \\"})
    assert page.status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        {"age": "grandi"},
        {"municipality": "999999"},
        {"need": "non.esiste"},
        {"day": "9"},
        {"isee": "tanti"},
        {"scope": "luna"},
    ],
)
def test_a_filter_that_is_none_is_said_and_the_rest_is_kept(
    signed_in: SignedIn, asked: dict[str, str]
) -> None:
    page = signed_in("assistente").get(PAGE, {"room": "on", **asked})
    assert page.status_code == 422
    assert 'name="room" checked' in page.content.decode()


def test_a_town_that_is_not_there_is_said(signed_in: SignedIn) -> None:
    page = signed_in("assistente").post(PAGE, {"words": "consultorio", "place": "Atlantide"})
    assert page.status_code == 422
    assert "Non troviamo questo comune" in page.content.decode()


def test_the_other_services_follow_and_none_comes_twice(signed_in: SignedIn) -> None:
    client = signed_in("assistente")
    seen: list[str] = []
    asked = {"age": "8"}
    page = client.get(PAGE, asked)
    while page.context["after"]:
        seen += cards(page)
        page = client.get(PAGE, {**asked, "after": str(page.context["after"])})
    seen += cards(page)
    assert len(seen) == len(set(seen)) >= 79


def test_without_a_wish_all_services_stand_by_name(signed_in: SignedIn) -> None:
    client = signed_in("assistente")
    first = client.get(PAGE)
    second = client.get(PAGE, {"after": str(first.context["after"])})
    names = [*cards(first), *cards(second)]
    assert len(names) == len(set(names)) == 50
    assert names[0].startswith("Affido")
    assert "Ludobus" not in names, "a suspended service is not found"


def test_the_map_has_the_numbers_of_the_list(signed_in: SignedIn) -> None:
    page = signed_in("assistente").get(PAGE, {"need": "futuro.educative", "municipality": "015189"})
    numbers = {card.number for card in page.context["cards"] if card.point}
    assert {pin.number for pin in page.context["pins"] if pin.number} == numbers
    assert "<style" not in page.content.decode()
    assert " style=" not in page.content.decode()


def test_the_page_costs_the_same_however_much_it_shows(signed_in: SignedIn, counted: Counted) -> None:
    client = signed_in("coordinatrice")
    asked = [
        {},
        {"need": "futuro.educative", "municipality": "015189", "age": "3", "day": "2", "room": "on"},
        {"municipality": "082053"},
    ]
    client.get(PAGE)
    counts = []
    for each in asked:
        with counted() as queries:
            client.get(PAGE, each)
        counts.append(
            sum(
                "set_config" not in query["sql"] and "SAVEPOINT" not in query["sql"]
                for query in queries.captured_queries
            )
        )
    assert max(counts) <= 15, counts


def test_hours_that_end_change_the_answer_on_their_day(
    signed_in: SignedIn, acting_as: Acting, today: date
) -> None:
    with acting_as("coordinatrice"):
        Schedule.objects.filter(service=key_of(ITALIANO)).update(valid_until=today)
        Service.objects.filter(pk=key_of(ITALIANO)).update(weekdays_until=today - timedelta(days=1))
    page = signed_in("coordinatrice").get(
        PAGE, {"need": "futuro.istruzione", "day": "2", "municipality": "015189"}
    )
    card = cards(page)[ITALIANO]
    assert card.fits
    assert any("i giorni" in reason.text for reason in card.reasons)
