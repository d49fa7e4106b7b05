"""How many places are free today."""

from datetime import date

import pytest

from intreccio.ground.kernel.refused import Refused
from intreccio.offer.directory.actions.checks import update_room
from intreccio.offer.directory.rules.room import why_not_update_room
from intreccio.offer.directory.tests.places import (
    AFFITTO,
    IL_CORTILE,
    ITALIANO,
    Acting,
    SignedIn,
    address,
    once,
    stored,
)

pytestmark = pytest.mark.django_db


def sent(**said: object) -> dict[str, object]:
    return once(**{"version": 1, "places_free": 2, "places_total": 18, "waiting": "", **said})


def test_the_places_are_those_of_today(signed_in: SignedIn, today: date) -> None:
    answer = signed_in("coordinatrice").post(address(ITALIANO, "room"), sent())
    assert answer.status_code == 302
    service = stored(ITALIANO)
    assert (service.places_free, service.room_as_of, service.version) == (2, today, 2)
    assert service.verified_on != today, (
        "saying how much room there is does not say that the rest is still so"
    )


def test_nobody_knows_is_an_answer_too(signed_in: SignedIn) -> None:
    signed_in("coordinatrice").post(address(ITALIANO, "room"), sent(places_free=""))
    assert (stored(ITALIANO).places_free, stored(ITALIANO).room_as_of) == (None, None)


def test_more_free_places_than_places_are_refused(
    signed_in: SignedIn, acting_as: Acting, today: date
) -> None:
    answer = signed_in("coordinatrice").post(address(ITALIANO, "room"), sent(places_free=30))
    assert answer.status_code == 422
    assert "non possono essere più" in answer.content.decode()
    assert why_not_update_room(free=3, total=None) is None
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused):
        update_room(stored(ITALIANO), version=1, by=viewer, free=9, total=3, waiting="", today=today)


def test_who_wrote_first_is_shown_beside(signed_in: SignedIn) -> None:
    client = signed_in("coordinatrice")
    client.post(address(ITALIANO, "room"), sent(places_free=5))
    answer = client.post(address(ITALIANO, "room"), sent(places_free=1))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "liberi 5" in page
    assert 'value="1"' in page
    assert stored(ITALIANO).places_free == 5


@pytest.mark.parametrize(
    ("account", "name", "status"),
    [("coordinatrice", ITALIANO, 200), ("admin", ITALIANO, 200), ("comune", AFFITTO, 200), ("assistente", ITALIANO, 403),
      ("educatrice", ITALIANO, 403), ("scuola", ITALIANO, 403)],
)  # fmt: skip
def test_the_form_opens_for_whom_it_belongs_to(
    signed_in: SignedIn, account: str, name: str, status: int
) -> None:
    assert signed_in(account).get(address(name, "room")).status_code == status


def test_another_bodys_places_are_not_ones_own(signed_in: SignedIn) -> None:
    assert signed_in("coordinatrice").post(address(IL_CORTILE, "room"), sent()).status_code == 403
    assert stored(IL_CORTILE).places_free == 4
