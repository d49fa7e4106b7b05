"""Reading what was seen of two goals that hold each other."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from intreccio.families.plans.queries.moves import knots_of
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading


@require_safe
def plan_moves(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """When one moved, what the other did: told, and drawn on one line of days."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    record_reading(viewer, "plan_moves", household_id=plan.household_id, shown=[plan.household_id])
    last = plan.ended_on or today()
    context = {
        "plan": plan,
        "family": plan.case.household,
        "knots": knots_of(plan, today=today()),
        "last": last,
    }
    return render(request, "families/plans/pages/plan_moves.html", context)
