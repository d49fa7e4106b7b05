"""Rows that can be voided as mistakes, found by noun and id within one household."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import (
    Aspect,
    Bond,
    ContactPoint,
    FamilyDocument,
    HomeAddress,
    HouseholdMembership,
    Identifier,
    Isee,
    Kinship,
    Language,
    PersonName,
    ProtectedAddress,
    Responsibility,
)
from intreccio.parties.people.queries.languages import words_of_one
from intreccio.parties.people.queries.persons import name_of

OF_FAMILY: dict[str, type[Any]] = {
    "aspect": Aspect,
    "address": HomeAddress,
    "bond": Bond,
    "document": FamilyDocument,
    "home": HouseholdMembership,
    "isee": Isee,
    "kinship": Kinship,
    "language": Language,
    "protected_address": ProtectedAddress,
    "responsibility": Responsibility,
}
OF_PERSON: dict[str, type[Any]] = {
    "name": PersonName,
    "identifier": Identifier,
    "contact_point": ContactPoint,
}


def words_of(viewer: Viewer, row: Any) -> str:
    """What a row says, so that nobody voids another one."""
    if isinstance(row, HouseholdMembership):
        return name_of(viewer, row.person)
    if isinstance(row, ProtectedAddress):  # read on its own page only, where the opening is written
        return gettext("L'indirizzo protetto")
    if isinstance(row, Isee):
        return f"{row.get_kind_display()}: {row.value} €"
    if isinstance(row, Responsibility):
        who = name_of(viewer, row.holder) if row.holder else row.holder_words
        return f"{who}: {row.get_kind_display()}"
    if isinstance(row, Kinship):
        return f"{name_of(viewer, row.one)}, {name_of(viewer, row.other)}: {row.get_kind_display()}"
    if isinstance(row, Language):
        who = name_of(viewer, row.person) if row.person else gettext("La famiglia")
        return f"{who}: {words_of_one(row.use, row.code)}"
    said = (getattr(row, column, "") for column in ("words", "line", "to", "value"))
    return next(filter(None, said), str(row))


def row_to_void(viewer: Viewer, household_id: UUID, noun: str, row_id: UUID) -> Any:
    """The row, or None where there is none in sight, none of this household, or no such noun."""
    if noun in OF_FAMILY:
        return OF_FAMILY[noun].objects.filter(household_id=household_id, pk=row_id).first()
    if noun in OF_PERSON:
        there = {"person__homes__household_id": household_id, "person__homes__voided_at__isnull": True}
        return OF_PERSON[noun].objects.filter(pk=row_id, **there).select_related("person").first()
    return None
