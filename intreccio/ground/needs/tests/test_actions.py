"""Loading the list, and writing what found no answer."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connections, transaction

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.ground.needs.actions import RECIPE, could_not, load_taxonomy
from intreccio.ground.needs.models import Need, TaxonomyVersion, UnmetNeed
from intreccio.ground.needs.vocabulary import UnmetReason

KEEPER = "keeper"
VIEWER = Viewer(user_id=new_key(), membership_id=new_key(), organisation_id=new_key(), role="educator")


@pytest.fixture
def recipe() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(RECIPE.read_text(encoding="utf-8"))
    return made


@pytest.mark.django_db(databases=["default", KEEPER])
def test_load_taxonomy_twice_writes_nothing() -> None:
    load_taxonomy(KEEPER)
    assert load_taxonomy(KEEPER) == 0


@pytest.mark.django_db(databases=["default", KEEPER])
def test_a_changed_label_updates_its_row_and_tells_the_pages(recipe: dict[str, Any]) -> None:
    before = TaxonomyVersion.objects.using(KEEPER).get(valid_until=None).revised_at
    recipe["areas"][0]["lines"][0]["plain"] = "Cibo"
    recipe["areas"][0]["lines"][0]["sioss"] = "X1"
    assert load_taxonomy(KEEPER, recipe) == 1
    need = Need.objects.using(KEEPER).get(code="emergenze.alimentare")
    assert (need.plain, need.sioss) == ("Cibo", "X1")
    assert TaxonomyVersion.objects.using(KEEPER).get(valid_until=None).revised_at > before


@pytest.mark.django_db(databases=["default", KEEPER])
def test_a_new_edition_ends_the_old_one_and_keeps_what_it_no_longer_offers(recipe: dict[str, Any]) -> None:
    recipe |= {"version": "2099.1", "valid_from": "2099-01-01"}
    recipe["themes"] = recipe["themes"][:-1]
    load_taxonomy(KEEPER, recipe)
    assert TaxonomyVersion.objects.using(KEEPER).get(code="2026.1").valid_until == date(2098, 12, 31)
    assert Need.objects.using(KEEPER).get(code="tema.digitale").version_id == "2026.1"
    assert Need.objects.using(KEEPER).filter(version="2099.1").count() == 49


@pytest.mark.django_db(databases=["default", KEEPER])
def test_could_not_writes_what_where_which_week_and_why_but_nobody() -> None:
    with acting(VIEWER):
        could_not("futuro.educative", "015189", UnmetReason.NO_ROOM, by=VIEWER, day=date(2026, 11, 19))
        assert not UnmetNeed.objects.exists()
    columns = {field.name for field in UnmetNeed._meta.get_fields()}
    assert columns == {"id", "need", "municipality_code", "week", "reason"}


@pytest.mark.django_db
def test_could_not_lets_the_house_say_no_too() -> None:
    house = House("public_form")
    with acting(house):
        could_not("abitare", "", "no_service", by=house)


@pytest.mark.django_db
def test_a_reason_that_is_not_one_is_refused() -> None:
    with acting(VIEWER), pytest.raises(ValueError, match="because"):
        could_not("abitare", "", "because", by=VIEWER)


@pytest.mark.django_db
def test_nobody_at_work_rewrites_the_list() -> None:
    with acting(VIEWER):
        with pytest.raises(DatabaseError), transaction.atomic():
            Need.objects.update(label="Altro")
        assert not Need.objects.filter(label="Altro").exists()


@pytest.mark.django_db
def test_without_an_actor_nothing_is_shown() -> None:
    with connections["default"].cursor() as cursor, pytest.raises(DatabaseError, match="no actor"):
        cursor.execute("SELECT count(*) FROM needs_need")
