"""Papers of a family."""

from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import FamilyDocument
from intreccio.parties.people.queries.households import Seen


def documents_of(viewer: Viewer, seen: Seen) -> list[FamilyDocument]:
    """All of a household's, the last first, mistakes too; nothing below the level *record*. One query."""
    if not seen.shows_record:
        return []
    rows = FamilyDocument.objects.filter(household_id=seen.household.pk).select_related("document")
    return list(rows.order_by("-day", "-id"))


def document_of(viewer: Viewer, household_id: UUID, row_id: UUID) -> FamilyDocument | None:
    """One of a household's, also one that was a mistake: it stays readable to those who could read it."""
    rows = FamilyDocument.objects.select_related("document", "household").filter(household_id=household_id)
    return rows.filter(pk=row_id).first()
