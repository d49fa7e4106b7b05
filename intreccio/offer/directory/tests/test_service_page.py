"""The page of a service."""

import pytest
from django.test import Client

from intreccio.ground.kernel.keys import new_key
from intreccio.offer.directory.tests.places import (
    AFFITTO,
    CONSULTORIO,
    IL_CORTILE,
    ITALIANO,
    Counted,
    SignedIn,
    address,
)

pytestmark = pytest.mark.django_db


def test_it_says_who_for_where_when_how_and_how_much(signed_in: SignedIn) -> None:
    page = signed_in("scuola").get(address(IL_CORTILE)).content.decode()
    for words in (
        "da 12 a 36 mesi", "non serve", "Nido, gioco, sport", "Una mattina di prova", "Martedì", "9:30–11:30 con mediatrice araba",
        "Via dei Salici 3, Rozzano (MI)", "Gratuito", "4 posti liberi",
        "su 16", "italiano, arabo", "Giulia Serra, Comune di Rozzano", "per telefono",
    ):  # fmt: skip
        assert words in page, words


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get(address(IL_CORTILE)).status_code == 302


def test_an_id_that_is_none_is_not_found(signed_in: SignedIn) -> None:
    for verb in ("", "/edit", "/room"):
        assert signed_in("coordinatrice").get(f"/services/{new_key()}{verb}").status_code == 404


@pytest.mark.parametrize(
    ("account", "name", "edits", "verifies"),
    [
        ("coordinatrice", ITALIANO, True, True),
        ("coordinatrice", IL_CORTILE, False, True),
        ("admin", ITALIANO, True, True),
        ("admin", "Scuola dell'infanzia Arcobaleno", True, True),  # only listed: nobody works there
        ("admin", AFFITTO, False, True),
        ("comune", AFFITTO, True, True),
        ("assistente", IL_CORTILE, False, True),
        ("educatrice", ITALIANO, False, False),
        ("consultorio", CONSULTORIO, False, True),
        ("consultorio", IL_CORTILE, False, False),
        ("elio", "Emporio della spesa", False, False),
    ],
)
def test_gestures_are_offered_to_whom_they_belong(
    signed_in: SignedIn, account: str, name: str, edits: bool, verifies: bool
) -> None:
    page = signed_in(account).get(address(name))
    assert page.context["may_edit"] is edits
    assert (page.context["verify"] is not None) is verifies
    # Who receives people in a service of its own body counts its places, and edits nothing else.
    counts = edits or (account, name) == ("consultorio", CONSULTORIO)
    assert ("Aggiorna i posti" in page.content.decode()) is counts


def test_the_page_costs_at_most_fifteen_queries(signed_in: SignedIn, counted: Counted) -> None:
    client = signed_in("coordinatrice")
    client.get(address(ITALIANO))
    with counted() as queries:
        client.get(address(ITALIANO))
    asked = [
        query
        for query in queries.captured_queries
        if "set_config" not in query["sql"] and "SAVEPOINT" not in query["sql"]
    ]
    assert len(asked) <= 15
