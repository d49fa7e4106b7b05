"""A case written by mistake."""

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def void_case(case: Case, *, reason: str, by: Viewer) -> None:
    """Annuls a case opened by mistake or withdrawn; it stays readable, and another can be opened. Raises Refused, also with
    what the areas above object (`why_not_void_case`): what was asked of others for it would wait for nobody."""
    policies.void_case.require(by)
    held = lock_case(case, by=by)
    refuse_if(" ".join(map(str, objections("why_not_void_case", held))) or None, code="held_back")
    void(held, by=by, reason=reason.strip())
    record_family_deed("case.voided", held, held.household, by=by)
