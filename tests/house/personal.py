"""Which tables hold rows of families: found from the models, so that a new table cannot be forgotten."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

FAMILY_COLUMNS = {"household", "household_id", "person", "person_id"}
FAMILY_ROOTS = {"people.Household", "people.Person"}
# Tables with such a column that the oracle does not recount, each with its reason.
OUTSIDE_THE_ORACLE: dict[str, str] = {
    "kernel.History": "old values, whose readers are those of the row today: tests/house/test_old_values.py",
    "people.SearchWord": "its keys are new at every run: test_need_to_know.py asks whose they are, test_foreign_ids.py where they lead",
}


def family_models() -> Iterator[type[models.Model]]:
    """Models of ours that point at a household or a person, those two, and all of the floor `families`."""
    for model in apps.get_models():
        if not model.__module__.startswith("intreccio."):
            continue
        columns = {field.name for field in model._meta.concrete_fields}
        on_the_floor = model.__module__.startswith("intreccio.families.")
        if columns & FAMILY_COLUMNS or model._meta.label in FAMILY_ROOTS or on_the_floor:
            yield model
