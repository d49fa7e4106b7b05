"""Names, codes and telephones of a person: each a row of its own, through time."""

from typing import Any, TypeVar

from django.db import transaction

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_answers, require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.search import index_person
from intreccio.parties.people.models import ContactPoint, Household, Identifier, Person, PersonName
from intreccio.parties.people.rules.codice_fiscale import compact

Row = TypeVar("Row", PersonName, Identifier, ContactPoint)


def add_name(person: Person, household: Household, *, by: Viewer, **values: Any) -> PersonName:
    """One more name: on the papers, as they are called, transliterated."""
    return _add("name", PersonName(person=person, **values), household, by=by)


def edit_name(name: PersonName, household: Household, *, by: Viewer, version: int, **values: Any) -> None:
    """Corrects a name as read at `version`."""
    _edit("name", name, household, by=by, version=version, values=values)


def add_identifier(
    person: Person, household: Household, *, by: Viewer, value: str, **values: Any
) -> Identifier:
    """One more code. A strange one is kept: it is evidence, not a key."""
    return _add("identifier", Identifier(person=person, value=compact(value), **values), household, by=by)


def edit_identifier(
    identifier: Identifier, household: Household, *, by: Viewer, version: int, value: str, **values: Any
) -> None:
    """Corrects a code as read at `version`."""
    _edit(
        "identifier",
        identifier,
        household,
        by=by,
        version=version,
        values={"value": compact(value), **values},
    )


def add_contact_point(person: Person, household: Household, *, by: Viewer, **values: Any) -> ContactPoint:
    """One more telephone or address of mail."""
    return _add("contact_point", ContactPoint(person=person, **values), household, by=by)


def edit_contact_point(
    point: ContactPoint, household: Household, *, by: Viewer, version: int, **values: Any
) -> None:
    """Corrects a telephone or an address of mail as read at `version`."""
    _edit("contact_point", point, household, by=by, version=version, values=values)


def _require(row: Row, household: Household, *, by: Viewer) -> None:
    # The home first, as whoever hands it over or undoes it: the other way round two would wait for each other.
    as_written(household.pk)
    require_charge(household, by=by, ability=policies.edit_household)
    require_answers(row.person, household)


@transaction.atomic
def _add(noun: str, row: Row, household: Household, *, by: Viewer) -> Row:
    _require(row, household, by=by)
    row.save(force_insert=True)
    index_person(row.person)
    record_family_deed(f"{noun}.added", row, household, by=by, kind_of_row=str(row.kind))
    return row


@transaction.atomic
def _edit(
    noun: str, row: Row, household: Household, *, by: Viewer, version: int, values: dict[str, Any]
) -> None:
    _require(row, household, by=by)
    changed = write_over(row, version=version, **values)
    if changed:
        index_person(row.person)
        record_family_deed(f"{noun}.edited", row, household, by=by, fields=changed)
