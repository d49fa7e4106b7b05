"""A small mapping for the tests of this area: it knows nothing of what the rows are."""

from intreccio.workshop.imports.rules.entries import BadCell
from intreccio.workshop.imports.rules.mappings import FileMapping, mapping_of


def number(text: str) -> int:
    """A whole number."""
    if not text.isdigit():
        raise BadCell("non è un numero")
    return int(text)


def small_mapping(**changes: object) -> FileMapping:
    """Two columns and a key."""
    recipe = {
        "source": "prova",
        "key": ["nome", "via"],
        "empty": ["-"],
        "repairs": [["¶", "°"]],
        "fields": {
            "name": {"column": "nome", "required": True, "longest": 20},
            "street": {"column": "via"},
            "age": {"column": "età", "transform": "number"},
            "town": {"column": "comune", "table": {"ROMÇ": "Roma"}},
            "kind": {"value": "health"},
        },
        **changes,
    }
    return mapping_of(recipe, {"number": number})
