"""«Confermo: è ancora così»: the only gesture that makes a service fresh."""

from datetime import date

import pytest
from django.db import DatabaseError
from django.test import Client

from intreccio.ground.kernel.clock import today as rome
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.offer.directory.actions.checks import verify_service
from intreccio.offer.directory.models import Verification
from intreccio.offer.directory.tests.places import (
    CONSULTORIO,
    IL_CORTILE,
    Acting,
    SignedIn,
    address,
    key_of,
    once,
    stored,
)
from intreccio.offer.directory.vocabulary import VerificationMethod

pytestmark = pytest.mark.django_db


def test_who_telephones_says_that_it_is_still_so(signed_in: SignedIn, today: date) -> None:
    client = signed_in("assistente")
    answer = client.post(address(IL_CORTILE, "verify"), once(method="visit"), follow=True)
    assert "da oggi si legge che è ancora così" in answer.content.decode()
    service = stored(IL_CORTILE)
    assert (service.verified_on, service.verification_method, service.version) == (today, "visit", 1)


def test_a_second_tap_writes_nothing(signed_in: SignedIn) -> None:
    client, sent = signed_in("assistente"), once(method="phone")
    addresses = {client.post(address(IL_CORTILE, "verify"), sent)["Location"] for _ in range(2)}
    assert addresses == {address(IL_CORTILE)}
    with_rows = stored(IL_CORTILE).verifications
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.viewer import House

    with acting(House("keeper")):
        assert with_rows.filter(day=rome()).count() == 1


@pytest.mark.parametrize(
    ("account", "name", "status"),
    [("coordinatrice", IL_CORTILE, 302), ("comune", IL_CORTILE, 302), ("admin", IL_CORTILE, 302), ("consultorio", CONSULTORIO, 302),
     ("consultorio", IL_CORTILE, 403), ("scuola", IL_CORTILE, 403), ("educatrice", IL_CORTILE, 403), ("psicologa", IL_CORTILE, 403),
     ("elio", IL_CORTILE, 403)],
)  # fmt: skip
def test_others_are_told_who_may(signed_in: SignedIn, account: str, name: str, status: int) -> None:
    assert signed_in(account).post(address(name, "verify"), once(method="phone")).status_code == status


@pytest.mark.parametrize("method", ["source", "", "fantasia"])
def test_one_says_how_one_knows(signed_in: SignedIn, method: str) -> None:
    answer = signed_in("assistente").post(address(IL_CORTILE, "verify"), once(method=method))
    assert answer.status_code == 422


def test_it_is_asked_by_post_and_by_who_has_signed_in(signed_in: SignedIn, client: Client) -> None:
    assert signed_in("assistente").get(address(IL_CORTILE, "verify")).status_code == 405
    assert client.post(address(IL_CORTILE, "verify"), once(method="phone")).status_code == 302
    assert client.post(address(IL_CORTILE, "verify"), once(method="phone"))["Location"].startswith(
        "/accounts/login"
    )


def test_the_database_refuses_what_the_rule_refuses(acting_as: Acting) -> None:
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        verify_service(stored(IL_CORTILE), by=viewer, method=VerificationMethod.PHONE, today=rome())
    with pytest.raises(DatabaseError), acting_as("educatrice") as viewer:
        Verification(
            service_id=key_of(IL_CORTILE), day=rome(), checked_by=viewer.membership_id, method="phone"
        ).save(force_insert=True)


def test_nobody_checks_in_another_name(acting_as: Acting) -> None:
    from intreccio.ground.kernel.keys import key_for

    somebody = key_for("membership", "coordinatrice")
    row = Verification(service_id=key_of(IL_CORTILE), day=rome(), checked_by=somebody, method="phone")
    with pytest.raises(DatabaseError), acting_as("assistente"):
        row.save(force_insert=True)
