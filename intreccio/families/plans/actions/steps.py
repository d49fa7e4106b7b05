"""What every step of a plan does: hold the family, its case and the version still, and ask whether it may."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import gone, lock_case
from intreccio.families.cases.models import Case
from intreccio.families.plans import policies
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.versions import is_agreed
from intreccio.families.plans.rules.stages import way_out_of_a_yes, why_not, why_not_after_a_yes
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


def lock_open_case(case: Case, *, by: Viewer) -> Case:
    """Holds the family first, then its case. Raises Refused where its way has ended."""
    held = lock_case(case, by=by)
    if held.ended_on is not None:
        raise Refused(_("Il percorso è concluso: il progetto resta da leggere."), code="ended")
    return held


def lock_plan(plan: Plan, verb: str, *, by: Viewer) -> Plan:
    """Holds the case, then the version, as it stands now. Raises Refused where `verb` no longer fits it."""
    policies.require_with(verb, by, plan.case.responsible_id)
    case = lock_open_case(plan.case, by=by)
    policies.require_with(verb, by, case.responsible_id)
    held = Plan.objects.select_for_update().filter(pk=plan.pk).first()
    if held is None:
        raise gone()
    refuse_if(why_not(verb, held.state, is_voided=held.voided_at is not None), code="state")
    refuse_if(
        why_not_after_a_yes(verb, accepted=is_agreed(held)),
        code="accepted",
        way_out=way_out_of_a_yes(),
    )
    held.case = case
    return held


def of_family(plan: Plan) -> dict[str, UUID]:
    """The columns that say whose row it is: those of its plan, as it is held."""
    return {"household_id": plan.household_id, "team_id": plan.team_id}


def told(kind: str, subject: Any, plan: Plan, *, by: Viewer, **codes: Any) -> Event:
    """Records an act on a plan or on a row of it."""
    return record_family_deed(kind, subject, plan.case.household, by=by, **codes)
