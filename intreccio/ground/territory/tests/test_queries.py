"""Finding towns, as somebody at a desk types them."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.ground.territory import demo, queries
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.vocabulary import citizenships, country_name

pytestmark = pytest.mark.django_db
DESK = House("public_form")


@pytest.mark.parametrize(
    ("name", "province", "code"),
    [
        ("Rozzano", None, "H623"),
        ("  zibido SAN giacomo ", None, "M176"),
        ("Forli'", None, "D704"),
        ("Bozen", None, "A952"),
        ("San Teodoro", "ME", "I328"),
        ("San Teodoro", "messina", "I328"),
    ],
)
def test_a_town_is_found_however_it_is_typed(name: str, province: str | None, code: str) -> None:
    with acting(DESK):
        found = queries.municipality_named(name, province)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "province"), [("San Teodoro", None), ("Atlantide", None), ("Rozzano", "RM"), ("", None)]
)
def test_nothing_is_guessed(name: str, province: str | None) -> None:
    with acting(DESK):
        assert queries.municipality_named(name, province) is None


def test_searching_puts_first_what_begins_so() -> None:
    with acting(DESK):
        names = [town.name for town in queries.search("oper")]
        assert names[0] == "Opera"
        assert [town.name for town in queries.search("giac zibi")] == ["Zibido San Giacomo"]
        assert queries.search("  ") == []
        saints = queries.search("san")
        assert len(saints) == queries.MOST
        assert all("san" in {town.search_name[:3], town.search_other[:3]} for town in saints)


def test_codes_of_the_statistics_office_lead_to_towns_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with acting(DESK), django_assert_num_queries(1):
        towns = queries.municipalities_by_istat(["015189", "015159", ""])
    assert {istat: town.name for istat, town in towns.items()} == {"015189": "Rozzano", "015159": "Opera"}
    with acting(DESK):
        assert queries.municipality_by_istat("999999") is None


def test_a_query_written_out_says_the_same_names_of_former_codes_too(committed: None, keeper: Any) -> None:
    keeper.execute("UPDATE territory_municipality SET former_istat = '{999998}' WHERE istat = '015189'")
    codes = ["015159", "999998", "999999", ""]
    with acting(DESK), connection.cursor() as cursor:
        sql = f"SELECT said, {queries.name_in_sql('asked.said')} FROM unnest(%s::text[]) AS asked (said)"  # noqa: S608  # a text of ours
        cursor.execute(sql, [codes])
        assert dict(cursor.fetchall()) == {"015159": "Opera", "999998": "Rozzano", "999999": None, "": None}
        named = {code: town.name for code, town in queries.municipalities_by_istat(codes).items()}
    assert named == {"015159": "Opera", "999998": "Rozzano"}


def test_neighbours_are_as_far_as_the_map_says_and_others_are_not_known() -> None:
    with acting(DESK):
        towns = queries.municipalities_by_istat(["015189", "015159"])
        assert queries.distance_km(towns["015189"], towns["015159"]) == pytest.approx(4.6, abs=0.1)
        assert queries.distance_km(towns["015189"], Municipality(code="X001")) is None


def test_the_demo_district_has_its_eleven_towns() -> None:
    (district,) = demo.recipe(queries.today())["districts"]
    assert len(district["municipalities"]) == 11
    with acting(DESK):
        towns = list(queries.district_municipalities())
        assert [town.code for town in towns] == [
            town.code for town in queries.district_municipalities([district["key"]])
        ]
        assert not queries.district_municipalities(["nowhere"]).exists()
    assert {town.code for town in towns} == set(district["municipalities"])
    assert all(town.point for town in towns)
    assert sum(town.population or 0 for town in towns) == 124_421


def test_nobody_at_work_moves_a_town() -> None:
    with acting(DESK), pytest.raises(DatabaseError), transaction.atomic():
        Municipality.objects.update(name="Altrove")


@pytest.mark.parametrize(
    ("code", "said"),
    [("H623", "Rozzano (MI)"), ("Z330", "Marocco"), ("Z118", "Jugoslavia"), ("Z999", "Z999"), ("", "")],
)
def test_a_birthplace_is_said_by_name(code: str, said: str) -> None:
    with acting(DESK):
        assert queries.birthplace_called(code) == said


def test_a_country_is_called_by_any_of_its_codes() -> None:
    assert {country_name(code) for code in ("PE", "PER", "Z611")} == {"Perù"}
    assert dict(citizenships())["IT"] == "Italia"
