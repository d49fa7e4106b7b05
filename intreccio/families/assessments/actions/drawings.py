"""What a child draws while somebody listens: kept, shown to whom the child agrees to, annulled."""

from dataclasses import dataclass

from django.db import transaction

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.listening import lock_listening
from intreccio.families.assessments.models import ChildDrawing, Listening
from intreccio.families.assessments.queries.listening import is_near_to, reference_asked, reference_of
from intreccio.families.assessments.rules.listening import why_not_agree, why_not_draw, why_not_go_on
from intreccio.families.cases.actions.steps import lock_household
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.workshop.documents.actions import store
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.vocabulary import MediaType


@dataclass(frozen=True, slots=True)
class Drawn:
    """The child's own title and words, and whether others than who listened may see it."""

    title: str
    words: str
    shared: bool


@transaction.atomic
def add_child_drawing(listening: Listening, content: Content, said: Drawn, *, by: Viewer) -> ChildDrawing:
    """Keeps a drawing of a listening, closed with the key, for who makes it with the child. Raises Refused."""
    policies.add_child_drawing.require(by)
    held = lock_listening(listening, by=by)
    refuse_if(why_not_draw(is_picture=MediaType(content.media_type).is_picture), code="drawing")
    row = ChildDrawing(
        household=held.household, team_id=held.team_id, listening=held, document=store(content, by=by),
        title=said.title.strip(), words=said.words.strip(), shared=said.shared, heard_by_id=by.membership_id,
        reference_id=reference_of(held.household_id),
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed("drawing.added", row, held.household, by=by, shared=said.shared)
    return row


@transaction.atomic
def share_child_drawing(row: ChildDrawing, *, shared: bool, version: int, by: Viewer) -> None:
    """Writes that the child now agrees that others see it, or no longer; at any time, also of a closed assessment.

    Raises Refused, Changed.
    """
    policies.share_child_drawing.require(by)
    home = lock_household(row.household, by=by)
    refuse_if(why_not_go_on(is_voided=row.voided_at is not None), code="voided")
    refuse_if(why_not_agree(is_near=is_near_to(row, by)), code="not_near")
    if write_over(row, version=version, shared=shared, reference_id=reference_asked(row, by)):
        record_family_deed("drawing.shared", row, home, by=by, shared=shared)


@transaction.atomic
def void_child_drawing(row: ChildDrawing, *, reason: str, by: Viewer) -> None:
    """Annuls one kept by mistake; it stays readable to those who could see it. Raises Refused."""
    policies.void_child_drawing.require(by)
    held = lock_listening(row.listening, by=by)
    refuse_if(why_not_go_on(is_voided=row.voided_at is not None), code="voided")
    void(row, by=by, reason=reason.strip())
    record_family_deed("drawing.voided", row, held.household, by=by)
