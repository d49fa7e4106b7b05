"""A new service, and the edit of one."""

from datetime import date, time
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.tests.places import (
    AFFITTO,
    IL_CORTILE,
    ITALIANO,
    Acting,
    SignedIn,
    address,
    key_of,
    once,
    stored,
)

pytestmark = pytest.mark.django_db
NEW = "/services/new"
TELAIO, OPERA = key_for("organisation", "telaio"), key_for("organisation", "comune_opera")


def said(**changes: object) -> dict[str, object]:
    """A form filled in as a coordinator would."""
    return once(**{
        "organisation": str(TELAIO), "name": "Scacchi in piazza", "description": "Si gioca e si impara.",
        "need_codes": ["futuro.educative"],
        "age_from": "6", "age_to": "10", "status": "active", "residence": "anyone", "isee": "none", "cost": "free",
        "place_address": "Piazza Foglia 1", "place_municipality": "Rozzano", "hours_2": "16:30-18", **changes,
    })  # fmt: skip


def made(name: str = "Scacchi in piazza") -> Service:
    with acting(House("keeper")):
        return Service.objects.prefetch_related("locations", "schedules").get(name=name)


def test_a_new_service_is_found_at_once(signed_in: SignedIn) -> None:
    client = signed_in("coordinatrice")
    answer = client.post(NEW, said())
    assert answer["Location"] == f"/services/{made().pk}"
    service = made()
    assert (service.age_from_months, service.age_to_months) == (72, 132)
    assert (service.at_municipalities, service.at_provinces, service.at_weekdays) == (["015189"], ["MI"], [2])
    assert service.verified_on is None
    found = client.get(
        "/services/", {"need": "futuro.educative", "age": "7", "day": "2", "municipality": "015189"}
    )
    assert "Scacchi in piazza" in [card.name for card in found.context["cards"]]
    assert "Scacchi in piazza" in [
        card.name for card in client.post("/services/", {"words": "scacc"}).context["cards"]
    ]


def test_a_second_tap_makes_one_service(signed_in: SignedIn) -> None:
    client, sent = signed_in("coordinatrice"), said()
    assert client.post(NEW, sent)["Location"] == client.post(NEW, sent)["Location"]
    made()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "manca ancora"),
        ({"residence": "only", "residence_codes": []}, "manca ancora"),
        ({"isee": "limit", "isee_limit": ""}, "manca ancora"),
        ({"age_from": "grandi"}, "un&#x27;età si scrive"),
        ({"age_from": "10", "age_to": "6"}, "viene prima"),
        ({"hours_2": "mattina"}, "non è un orario"),
        ({"place_municipality": "Atlantide"}, "Non troviamo questo comune"),
        ({"place_postal_code": "2008"}, "CAP"),
        ({"website": "javascript:alert(1)"}, "Sito"),
        ({"organisation": str(OPERA)}, "Ente"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(
    signed_in: SignedIn, changes: dict[str, object], words: str
) -> None:
    answer = signed_in("coordinatrice").post(NEW, said(**changes))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert "Si gioca e si impara." in page


@pytest.mark.parametrize(
    ("account", "status"),
    [("coordinatrice", 200), ("comune", 200), ("admin", 200), ("assistente", 403), ("educatrice", 403), ("psicologa", 403),
     ("scuola", 403), ("elio", 403)],
)  # fmt: skip
def test_who_may_add_a_service(signed_in: SignedIn, account: str, status: int) -> None:
    assert signed_in(account).get(NEW).status_code == status


def edited(client: Client, service: str, /, **changes: object) -> Any:
    form = client.get(address(service, "edit")).context["form"]
    kept = {field.name: field.value() for field in form if field.value() not in (None, "", [])}
    return client.post(
        address(service, "edit"), {**kept, **once(), "version": kept.get("version", 1), **changes}
    )


def test_saving_without_change_changes_and_verifies_nothing(signed_in: SignedIn) -> None:
    before = stored(ITALIANO)
    answer = edited(signed_in("coordinatrice"), ITALIANO)
    assert answer.status_code == 302
    after = stored(ITALIANO)
    kept = {field.name for field in Service._meta.fields} - {"version", "search_words"}
    assert set(before.search_words.split()) == set(after.search_words.split())
    assert {name for name in kept if getattr(before, name) != getattr(after, name)} == set()
    with acting(House("keeper")):
        assert after.schedules.filter(valid_until=None).count() == 2


def test_an_edit_moves_place_words_and_hours(signed_in: SignedIn, today: date) -> None:
    answer = edited(
        signed_in("coordinatrice"),
        ITALIANO,
        name="Italiano e tè",
        place_municipality="Opera",
        hours_2="9-11",
        hours_5="",
        hours_6="sì",
    )
    assert answer.status_code == 302
    service = stored(ITALIANO)
    assert (service.search_name, service.at_municipalities, service.at_weekdays) == (
        "italiano e te",
        ["015159"],
        [2, 6],
    )
    with acting(House("keeper")):
        ended = service.schedules.filter(valid_until=today)
        assert {row.weekday for row in ended} == {2, 5}, "what was true stays readable"
        assert set(service.schedules.filter(valid_until=None).values_list("weekday", "opens")) == {
            (2, time(9)),
            (6, None),
        }


def test_who_wrote_first_is_shown_and_nothing_is_lost(signed_in: SignedIn) -> None:
    client = signed_in("coordinatrice")
    edited(client, ITALIANO, description="Prima mano")
    answer = edited(client, ITALIANO, version=1, description="Seconda mano")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Intanto qualcuno ha scritto" in page
    assert "Prima mano" in page
    assert "Seconda mano" in page
    assert stored(ITALIANO).description == "Prima mano"


@pytest.mark.parametrize("account", ["coordinatrice", "comune", "assistente", "scuola", "elio"])
def test_another_bodys_service_is_not_ones_own_to_write(signed_in: SignedIn, account: str) -> None:
    client = signed_in(account)
    assert client.get(address(IL_CORTILE, "edit")).status_code == 403
    assert client.post(address(IL_CORTILE, "edit"), said(version=1)).status_code == 403
    assert stored(IL_CORTILE).version == 1


def test_who_administers_writes_for_bodies_where_nobody_works(signed_in: SignedIn) -> None:
    assert edited(signed_in("admin"), "Scuola dell'infanzia Arcobaleno", phone="02 1").status_code == 302
    assert signed_in("admin").get(address(AFFITTO, "edit")).status_code == 403


@pytest.mark.parametrize(
    ("account", "name", "may"),
    [("coordinatrice", ITALIANO, True), ("coordinatrice", IL_CORTILE, False), ("assistente", ITALIANO, False), ("comune", AFFITTO, True),
     ("educatrice", ITALIANO, False), ("scuola", ITALIANO, False), ("admin", "Scuola dell'infanzia Arcobaleno", True),
     ("admin", AFFITTO, False),
     ("elio", ITALIANO, False)],
)  # fmt: skip
def test_the_database_says_the_same_as_the_policy(
    acting_as: Acting, account: str, name: str, may: bool
) -> None:
    from intreccio.offer.directory.policies import may_edit

    service = stored(name)
    with acting_as(account) as viewer:
        assert may_edit(viewer, service) is may
        assert bool(Service.objects.filter(pk=service.pk).update(phone="02 1")) is may
        assert bool(service.locations.update(name="Qui")) is may


def test_nobody_gives_a_service_to_another_body(acting_as: Acting) -> None:
    with pytest.raises(DatabaseError), acting_as("coordinatrice"):
        Service.objects.filter(pk=key_of(ITALIANO)).update(organisation=OPERA)


def test_nobody_deletes_a_service(acting_as: Acting) -> None:
    with pytest.raises(DatabaseError), acting_as("coordinatrice"):
        Service.objects.filter(pk=key_of(ITALIANO))._raw_delete("default")
