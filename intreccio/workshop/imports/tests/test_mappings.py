"""A mapping is checked before anything is read."""

import pytest

from intreccio.workshop.imports.rules.entries import BadMapping
from intreccio.workshop.imports.tests.recipes import small_mapping


def test_the_columns_are_those_of_fields_and_key() -> None:
    assert small_mapping().columns == {"nome", "via", "età", "comune"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": []}, "mancano le voci: key"),
        ({"fields": {"name": {}}}, "vuole una colonna oppure un valore"),
        ({"fields": {"name": {"column": "a", "value": "b"}}}, "vuole una colonna oppure un valore"),
        ({"fields": {"name": {"column": "a", "transform": "upper"}}}, "una funzione che non c'è: upper"),
        ({"fields": {"name": {"column": "a", "colour": "red"}}}, "voci sconosciute: colour"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(changes: dict[str, object], said: str) -> None:
    with pytest.raises(BadMapping, match=said):
        small_mapping(**changes)
