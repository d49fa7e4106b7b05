"""The list: by name, 25 at a time, as many queries for few as for many."""

from uuid import uuid4

import pytest

from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.tests.world import BAH, CONTI, NORD, TOSI, address, text

ASIDE = ("SAVEPOINT", "RELEASE", "SELECT set_config")


def queries_of(client, counted, path):
    with counted() as queries:
        page = client.get(path)
    assert page.status_code == 200
    return len([one for one in queries.captured_queries if not one["sql"].startswith(ASIDE)]), page


def many(acting_as, today, number):
    with acting_as("assistente") as viewer:
        for each in range(number):
            create_household(
                by=viewer,
                name=f"Famiglia Zanni {each:02}",
                municipality_code="015189",
                team_id=NORD,
                today=today,
            )


def test_own_and_shared_families_by_name(signed_in):
    page = text(signed_in("educatrice").get(address("household_list")))
    names = ["Famiglia Bah", "Famiglia Conti", "Famiglia Marchetti Haddad"]
    places = [page.index(name) for name in names]
    assert places == sorted(places)
    assert "condivisa con voi" in page
    assert "Famiglia Tosi" not in page
    assert "3 e 11 anni" in page


def test_the_next_page_begins_after_an_opaque_id(signed_in, acting_as, today):
    many(acting_as, today, 30)
    client = signed_in("assistente")
    first = text(client.get(address("household_list")))
    assert "Altre famiglie" in first
    after = first.split("?after=")[1].split('"')[0]
    assert "zanni" not in after.lower()
    second = text(client.get(f"{address('household_list')}?after={after}"))
    assert "Famiglia Bah" not in second
    assert "Famiglia Zanni 29" in second
    assert "Altre famiglie" not in second


def test_a_foreign_or_a_false_id_in_the_query_string_is_a_404(signed_in):
    client = signed_in("educatrice")
    for wrong in (str(uuid4()), str(TOSI), "x"):
        assert client.get(f"{address('household_list')}?after={wrong}").status_code == 404
    assert client.get(f"{address('household_list')}?team=x").status_code == 404


def test_filters_are_codes(signed_in):
    client = signed_in("educatrice")
    page = text(client.get(f"{address('household_list')}?municipality=015159"))
    assert "Famiglia Conti" in page
    assert "Famiglia Marchetti" not in page
    page = text(client.get(f"{address('household_list')}?team={NORD}"))
    assert "Famiglia Marchetti" in page
    assert "Famiglia Conti" not in page


def test_the_same_queries_for_few_and_for_many_and_one_reading(signed_in, acting_as, counted, today):
    client = signed_in("assistente")
    client.get(address("household_list"))
    few, _ = queries_of(client, counted, address("household_list"))
    many(acting_as, today, 40)
    more, _page = queries_of(client, counted, address("household_list"))
    assert few <= more <= few + 1 <= 15  # the reading of another list is written, that of the same one is not
    with acting_as("assistente") as viewer:
        reading = Reading.objects.filter(membership_id=viewer.membership_id, page="household_list").latest(
            "at"
        )
        assert reading.count == 25
        assert BAH in reading.shown
        assert CONTI in reading.shown


def test_nobody_chooses_among_hundreds_of_teams(signed_in, monkeypatch):
    assert "Tutte le équipe" in text(signed_in("awa").get(address("household_list")))
    monkeypatch.setattr("intreccio.parties.people.queries.listing.MOST_TEAMS", 1)
    page = text(signed_in("awa").get(address("household_list")))
    assert "Tutte le équipe" not in page
    assert "Tutti i comuni" in page


@pytest.mark.parametrize("code", ["%00", "999999", "x" * 300])
def test_a_municipality_that_is_none_of_ours_is_ignored(signed_in, code):
    client = signed_in("educatrice")
    found, whole = (
        text(client.get(f"{address('household_list')}{query}")) for query in (f"?municipality={code}", "")
    )
    assert found.count("Famiglia ") == whole.count("Famiglia ")
