"""«Segnala che qui manca qualcosa»: into the ledger, without anybody's name."""

from datetime import date

import pytest
from django.test import Client

from intreccio.offer.directory.tests.places import SignedIn, once

pytestmark = pytest.mark.django_db
PAGE = "/services/missing"


def test_the_form_knows_what_was_looked_for(signed_in: SignedIn) -> None:
    page = (
        signed_in("educatrice")
        .get(PAGE, {"need": "futuro.educative", "municipality": "015189"})
        .content.decode()
    )
    assert 'value="futuro.educative" selected' in page
    assert 'value="Rozzano (MI)"' in page


def test_it_is_written_once_with_need_place_week_and_reason(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, today: date
) -> None:
    from intreccio.offer.directory.actions import missing

    written: list[tuple[object, ...]] = []
    monkeypatch.setattr(
        missing,
        "could_not",
        lambda need, place, reason, *, by, day: written.append((need, place, reason, day)),
    )
    client, sent = (
        signed_in("educatrice"),
        once(need="futuro.educative", municipality="Rozzano", reason="no_room"),
    )
    for _ in range(2):
        assert client.post(PAGE, sent)["Location"] == "/services/"
    assert written == [("futuro.educative", "015189", "no_room", today)]


def test_the_ledger_takes_it(signed_in: SignedIn) -> None:
    assert (
        signed_in("scuola").post(PAGE, once(need="abitare", municipality="", reason="no_service")).status_code
        == 302
    )


@pytest.mark.parametrize(
    "said", [{"need": ""}, {"need": "non.esiste"}, {"reason": "boh"}, {"municipality": "Atlantide"}]
)
def test_what_is_missing_is_said(signed_in: SignedIn, said: dict[str, str]) -> None:
    sent = once(**{"need": "futuro.educative", "municipality": "Rozzano", "reason": "no_room", **said})
    assert signed_in("educatrice").post(PAGE, sent).status_code == 422


@pytest.mark.parametrize(
    ("account", "status"),
    [("assistente", 200), ("comune", 200), ("scuola", 200), ("admin", 403), ("elio", 403)],
)
def test_who_may_say_it(signed_in: SignedIn, account: str, status: int) -> None:
    assert signed_in(account).get(PAGE).status_code == status


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get(PAGE).status_code == 302
