"""`intreccio set_district`: a real network says which municipalities it works for."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from intreccio.ground.territory.models import District

KEEPER = "keeper"

pytestmark = pytest.mark.django_db(databases=["default", KEEPER])


def said(*words: str) -> str:
    out = StringIO()
    call_command("set_district", *words, stdout=out)
    return out.getvalue().strip()


def towns(code: str) -> list[str]:
    district = District.objects.using(KEEPER).get(code=code)
    return sorted(district.municipalities.values_list("name", flat=True))


def test_towns_are_said_by_name_and_the_same_code_draws_the_district_anew() -> None:
    assert (
        said("prova", "Ambito di prova", "pavia", "Forlì", "San Teodoro (ME)") == "Ambito di prova: 3 comuni."
    )
    assert towns("prova") == ["Forlì", "Pavia", "San Teodoro"]
    said("prova", "Ambito di prova", "Pavia")
    assert towns("prova") == ["Pavia"]


@pytest.mark.parametrize("unknown", ["Paperopoli", "San Teodoro"])
def test_one_town_that_is_not_found_and_nothing_changes(unknown: str) -> None:
    with pytest.raises(CommandError, match=unknown):
        said("prova", "Ambito di prova", "Pavia", unknown)
    assert not District.objects.using(KEEPER).filter(code="prova").exists()
