"""A service in more than one place."""

from datetime import date

import pytest
from django.test import Client

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.actions.places import add_place, close_place
from intreccio.offer.directory.models import ServiceLocation
from intreccio.offer.directory.rules.editing import why_not_close_place
from intreccio.offer.directory.tests.places import ITALIANO, Acting, SignedIn, address, key_of, once, stored

pytestmark = pytest.mark.django_db
NEW = {"name": "Biblioteca", "address": "Via Prova 3", "postal_code": "20073", "municipality": "Opera"}


def places() -> list[ServiceLocation]:
    with acting(House("keeper")):
        return list(ServiceLocation.objects.filter(service=key_of(ITALIANO), closed_on=None))


def added(client: Client, **changes: str) -> int:
    return client.post(address(ITALIANO, "places/new"), once(**{**NEW, **changes})).status_code


def closed(client: Client, place: ServiceLocation) -> int:
    return client.post(address(ITALIANO, f"places/{place.pk}/close"), once()).status_code


def test_add_place_is_found_there_at_once_and_the_first_stays_the_first(signed_in: SignedIn) -> None:
    client, (first,) = signed_in("coordinatrice"), places()
    assert added(client) == 302
    assert places()[0] == first
    assert set(stored(ITALIANO).at_municipalities) == {first.municipality_code, "015159"}
    assert "biblioteca" in stored(ITALIANO).search_words
    assert "Via Prova 3" in client.get(address(ITALIANO)).content.decode()


def test_close_place_takes_it_away_from_today_with_its_hours(signed_in: SignedIn) -> None:
    client, (first,) = signed_in("coordinatrice"), places()
    added(client)
    assert closed(client, first) == 302
    (left,) = places()
    assert left.address == "Via Prova 3"
    assert stored(ITALIANO).at_municipalities == ["015159"]
    assert stored(ITALIANO).at_weekdays == []
    assert first.address not in client.get(address(ITALIANO)).content.decode()


def test_the_only_place_stays_and_the_page_says_why(signed_in: SignedIn) -> None:
    client, (only,) = signed_in("coordinatrice"), places()
    assert "non più qui" not in client.get(address(ITALIANO)).content.decode()
    text = client.get(address(ITALIANO, f"places/{only.pk}/close")).content.decode()
    assert "l&#x27;unico luogo" in text
    assert "Togli da oggi" not in text
    assert closed(client, only) == 409
    assert places() == [only]


def test_a_place_of_another_service_is_not_there(signed_in: SignedIn) -> None:
    with acting(House("keeper")):
        other = ServiceLocation.objects.exclude(service=key_of(ITALIANO)).first()
    assert other is not None
    assert closed(signed_in("coordinatrice"), other) == 404


def test_what_is_missing_is_said(signed_in: SignedIn) -> None:
    client = signed_in("coordinatrice")
    assert (
        added(client, municipality="") == added(client, address="") == added(client, postal_code="2") == 422
    )


@pytest.mark.parametrize("account", ["assistente", "educatrice", "scuola", "comune"])
def test_only_its_own_body_says_where_it_is(signed_in: SignedIn, account: str) -> None:
    assert added(signed_in(account)) == 403


def test_a_second_closing_of_the_same_is_said(acting_as: Acting, today: date) -> None:
    with acting_as("coordinatrice") as viewer:
        service, (first,) = stored(ITALIANO), places()
        row = {"name": "", "address": "Via Prova 3", "postal_code": "", "municipality_code": "015159"}
        add_place(service, by=viewer, today=today, place=row)
        close_place(service, first, by=viewer, today=today)
        with pytest.raises(Refused, match="place"):
            close_place(service, first, by=viewer, today=today)


@pytest.mark.parametrize(("is_open", "many", "may"), [(True, 2, True), (True, 1, False), (False, 2, False)])
def test_why_not_close_place(is_open: bool, many: int, may: bool) -> None:
    assert (why_not_close_place(is_open=is_open, open_places=many) is None) is may
