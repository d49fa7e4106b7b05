"""Reading: a plan, its versions, the paper that the family takes home."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.policies import what_may as what_may_with_case
from intreccio.families.plans import policies
from intreccio.families.plans.forms import BeginForm
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.hearing import with_voice_age
from intreccio.families.plans.queries.mistakes import mistakes_of
from intreccio.families.plans.queries.paper import words_of
from intreccio.families.plans.queries.proposals import proposals_of
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight, versions_of
from intreccio.families.plans.vocabulary import PlanState
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.documents.files import download, pdf

PAPER = "families/plans/pages/print_plan.typ"


@require_safe
def plan_page(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One version: what children say, goals in pairs, who does what, who agrees and who does not."""
    viewer = viewer_of(request)
    plan = get_object_or_404(with_voice_age(plans_in_sight(viewer)), pk=plan_id)
    record_reading(viewer, "plan_page", household_id=plan.household_id, shown=[plan.household_id])
    case, sheet = plan.case, Sheet(viewer, plan)
    is_over = plan.voided_at is not None or case.ended_on is not None
    context = {
        "plan": plan,
        "case": case,
        "family": case.household,
        "sheet": sheet,
        "missing": sheet.missing(today()),
        "may": policies.what_may(viewer, team_id=plan.team_id, state=plan.state, is_over=is_over),
        "may_with_case": what_may_with_case(viewer, team_id=case.team_id, stage=case.stage),
        **_proposals(viewer, plan, sheet, is_over=is_over),
        "sign_form": BeginForm() if sheet.may_sign(viewer) else None,
        "panels": panels_for(request, "plan.page", plan=plan, actions=sheet.actions),
    }
    return render(request, "families/plans/pages/plan_page.html", context)


def _proposals(viewer: Viewer, plan: Plan, sheet: Sheet, *, is_over: bool) -> dict[str, object]:
    """What meetings proposed and nobody has looked at yet, on the version that can take it or that waits for the next one."""
    is_open = not is_over and plan.state in (PlanState.DRAFT, PlanState.IN_FORCE)
    if not (is_open and is_in_charge(viewer, plan.team_id)):
        return {"proposals": []}
    names = {key: member.name for key, member in sheet.family.items()}
    may = policies.leave_proposal(viewer)
    can_take_up = may and plan.state == PlanState.DRAFT and bool(sheet.lines)
    return {
        "proposals": proposals_of(plan.case, names, waiting=True),
        "may_settle": may,
        "can_take_up": can_take_up,
    }


@require_safe
def plan_versions(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Every version of a family's plan: from when to when each was what had been agreed."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    record_reading(viewer, "plan_versions", household_id=plan.household_id, shown=[plan.household_id])
    context = {
        "plan": plan,
        "family": plan.case.household,
        "versions": versions_of(viewer, plan.case_id),
        "mistakes": mistakes_of(viewer, plan.case_id),
    }
    return render(request, "families/plans/pages/plan_versions.html", context)


@require_safe
def print_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The paper that the family takes home, in its words, to read and to sign."""
    viewer = viewer_of(request)
    plan = get_object_or_404(with_voice_age(plans_in_sight(viewer)), pk=plan_id)
    record_reading(viewer, "print_plan", household_id=plan.household_id, shown=[plan.household_id])
    words = words_of(viewer, Sheet(viewer, plan), today())
    return download(pdf(PAPER, words, title=_("Il nostro progetto")), "progetto.pdf")
