"""Which tables hold rows of families: found from the models, so that a new table cannot be forgotten."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

FAMILY_COLUMNS = {"household", "household_id", "person", "person_id"}
# Tables with such a column that the oracle does not recount, each with its reason.
OUTSIDE_THE_ORACLE: dict[str, str] = {
    "kernel.History": "read through the household of today: tests/house/test_histories.py",
    "people.SearchWord": "readable only by who writes it; what it leads to is tried in the URL matrix",
}


def family_models() -> Iterator[type[models.Model]]:
    """Models of ours that point at a household or a person, and those two themselves."""
    for model in apps.get_models():
        if not model.__module__.startswith("intreccio."):
            continue
        columns = {field.name for field in model._meta.concrete_fields}
        if columns & FAMILY_COLUMNS or model._meta.label in {"people.Household", "people.Person"}:
            yield model
