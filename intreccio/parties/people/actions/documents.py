"""Papers of a household: added, described anew. A mistake is voided like any other row (`voiding`)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import FamilyDocument, Household, Person
from intreccio.parties.people.rules.documents import why_not_day, why_not_edit_document
from intreccio.workshop.documents.actions import store
from intreccio.workshop.documents.files.content import Content


@dataclass(frozen=True, slots=True)
class Described:
    """What is written on the folder: never in a file's name."""

    kind: str
    day: date
    title: str = ""
    note: str = ""


@transaction.atomic
def add_document(
    household: Household, content: Content, said: Described, *, person: Person | None = None, by: Viewer
) -> FamilyDocument:
    """Keeps a file of a family, closed with the key. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    refuse_if(why_not_day(said.day, today()), code="document")
    if person is not None:
        require_member(person, household)
    row = FamilyDocument(
        household=household, team_id=household.team_id, document=store(content, by=by), person=person, **_tidy(said)
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed("document.added", row, household, by=by, document=row.kind)
    return row


@transaction.atomic
def edit_document(
    row: FamilyDocument, said: Described, *, person: Person | None = None, by: Viewer, version: int
) -> None:
    """Describes one anew, as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    refuse_if(why_not_edit_document(row.kind) or why_not_day(said.day, today()), code="document")
    if person is not None:
        require_member(person, row.household)
    changed = write_over(
        row, version=version, person_id=person.pk if person else None, **_tidy(said)
    )  # fmt: skip
    if changed:
        record_family_deed(
            "document.edited", row, row.household, by=by, fields=changed, document=row.kind
        )  # fmt: skip


def _tidy(said: Described) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in asdict(said).items()}
