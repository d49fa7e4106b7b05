"""Reading: a plan and its versions."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.policies import what_may as what_may_with_case
from intreccio.families.plans import policies
from intreccio.families.plans.forms.comparing import VersionsForm
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.children import children_of
from intreccio.families.plans.queries.comparing import beside
from intreccio.families.plans.queries.mistakes import mistakes_of
from intreccio.families.plans.queries.opening import opened
from intreccio.families.plans.queries.proposals import proposals_of
from intreccio.families.plans.queries.resources import brought_to
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight, versions_of
from intreccio.families.plans.rules.stages import way_out_of_a_yes, why_not_after_a_yes
from intreccio.families.plans.vocabulary import PlanState
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer


@require_safe
def plan_page(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One version: what children say, goals in pairs, who does what, who agrees and who does not."""
    viewer = viewer_of(request)
    if (plan := opened(viewer, plan_id, today())) is None:
        raise Http404
    record_reading(viewer, "plan_page", household_id=plan.household_id, shown=[plan.household_id])
    case, sheet = plan.case, Sheet(viewer, plan)
    is_over = plan.voided_at is not None or case.ended_on is not None
    context = {
        "plan": plan,
        "case": case,
        "family": case.household,
        **_read(viewer, sheet),
        "brings": brought_to(plan, sheet.family),
        "may": policies.what_may(viewer, plan, is_agreed=bool(sheet.yes)),
        "may_with_case": what_may_with_case(viewer, team_id=case.team_id, stage=case.stage),
        **_proposals(viewer, plan, sheet, is_over=is_over),
        "panels": panels_for(request, "plan.page", plan=plan, actions=sheet.actions),
    }
    return render(request, "families/plans/pages/plan_page.html", context)


def _read(viewer: Viewer, sheet: Sheet) -> dict[str, object]:
    """What stands on the version, what it still needs, and the button of who has not said yes yet."""
    return {
        "sheet": sheet,
        "missing": sheet.missing(today()),
        "children": children_of(sheet),
        "may_sign": sheet.may_sign(viewer),
        "agreed": why_not_after_a_yes("add_goal", accepted=True),
        "way_out": way_out_of_a_yes(),
    }


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
    versions = versions_of(viewer, plan.case_id)
    form = _side_by_side(request, plan, versions)
    if form and form.is_valid():
        return redirect("compare_plans", *(one.pk for one in form.chosen))
    record_reading(viewer, "plan_versions", household_id=plan.household_id, shown=[plan.household_id])
    context = {
        "plan": plan,
        "family": plan.case.household,
        "versions": versions,
        "form": form,
        "mistakes": mistakes_of(viewer, plan.case_id),
    }
    return render(request, "families/plans/pages/plan_versions.html", context)


def _side_by_side(request: HttpRequest, plan: Plan, versions: list[Plan]) -> VersionsForm | None:
    """Which two to lay side by side; this one and the one whose place it took, until somebody chooses."""
    former = beside(plan, versions)
    if former is None:
        return None
    return VersionsForm(
        request.GET or None, versions=versions, initial={"one": plan.number, "other": former.number}
    )
