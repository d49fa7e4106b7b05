"""A list that was undone: no page of the house, no search, no count and no hint says any more that its families were there."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.organisations.queries import find_viewer
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.tests.sheets import brought, undone
from tests.house.matrix.ids import address, our_patterns

WHO = ("co", "as", "ed", "ps", "le", "gr")
NAMES = re.compile("zorzanello|quaranta|oderisio|tiberio", re.IGNORECASE)
TEAM = key_for("team", "mx_team")


@pytest.fixture
def of_the_list(db: None, as_profile: Any) -> Any:
    """Brings a list in as the coordinator of the matrix; answers its families, its persons, and how it is undone."""
    user = key_for("user", "mx_own_coordinator")
    with acting(user):
        viewer = find_viewer(user, None)
    with acting(viewer):
        sheet = brought(viewer, team_id=TEAM)
        families = list(Household.objects.filter(imported_in=sheet.pk).values_list("pk", flat=True))
        persons = dict(
            Person.objects.filter(homes__household__in=families).values_list("pk", "homes__household")
        )

    def undo() -> None:
        with acting(viewer):
            assert undone(sheet, viewer).counts["undone"] == 2

    return families, persons, undo


def own_pages(families: list[UUID], persons: dict[UUID, UUID]) -> list[str]:
    """Every address that leads to one of these families or persons."""
    found = []
    for pattern in our_patterns():
        wanted = set(pattern.pattern.converters)
        if wanted == {"household_id"}:
            found += [reverse(pattern.name, args=[family]) for family in families]
        elif wanted == {"household_id", "person_id"}:
            found += [
                reverse(pattern.name, kwargs={"household_id": family, "person_id": person})
                for person, family in persons.items()
            ]
    return found


def searches(client: Client) -> list[bytes]:
    """What may be asked with a name, without knowing where it leads; last of all somebody writes them anew."""
    words = {"words": "zorzanello"}
    new = {
        "once": str(new_key()), "team_id": str(TEAM), "name": "", "municipality_code": "015189",
        "persons-TOTAL_FORMS": "1", "persons-INITIAL_FORMS": "0", "persons-0-given": "B", "persons-0-family": "Zorzanello",
        "persons-0-role": "parent", "persons-0-birth_date": "1988-03-04", "persons-0-birth_precision": "exact",
    }  # fmt: skip
    hint = {"surname": "Zorzanello", "birth_date": "1988-03-04"}
    asked = ((reverse("search"), words), (reverse("known_already"), hint), (reverse("create_household"), new))
    return [client.post(path, said).content for path, said in asked]


def without_what_was_typed(page: bytes) -> str:
    """The words that were sent come back in the fields of their form."""
    return re.sub(r'value="[^"]*"', "", page.decode())


def test_before_it_is_undone_all_this_finds_it(as_profile: Any, of_the_list: Any) -> None:
    families, persons, _undo = of_the_list
    client = as_profile("co")
    statuses = {path: client.get(path).status_code for path in own_pages(families, persons)}
    assert {200} <= set(statuses.values())
    assert NAMES.search(client.get(reverse("household_list")).content.decode())
    found = [NAMES.search(without_what_was_typed(page)) for page in searches(client)[:1]]
    assert all(found)


@pytest.mark.parametrize("who", WHO)
def test_no_page_shows_it_any_more(as_profile: Any, of_the_list: Any, who: str) -> None:
    families, persons, undo = of_the_list
    undo()
    client = as_profile(who)
    shown = []
    for pattern in our_patterns():
        path = address(pattern.name)
        if NAMES.search(client.get(path).content.decode(errors="replace")):
            shown.append(path)
    assert shown == []
    open_still = {
        path: answer
        for path in own_pages(families, persons)
        if (answer := client.get(path).status_code) not in {404, 405}
    }
    assert open_still == {}


@pytest.mark.parametrize("who", ["co", "as", "ed"])
def test_no_search_and_no_hint_leads_there(as_profile: Any, of_the_list: Any, who: str) -> None:
    families, _persons, undo = of_the_list
    undo()
    for page in searches(as_profile(who)):
        assert not NAMES.search(without_what_was_typed(page))
        assert not [family for family in families if str(family) in page.decode()]
        assert "Forse la conosc" not in page.decode()
