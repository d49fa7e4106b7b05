"""A plan as a child reads it, beside somebody."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from intreccio.families.plans import policies
from intreccio.families.plans.queries.children import ChildSheet
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading


@require_safe
def child_plan(request: HttpRequest, plan_id: UUID, person_id: UUID) -> HttpResponse:
    """One child's own version, opened by who works with them."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    shown = ChildSheet(viewer, Sheet(viewer, plan), person_id)
    record_reading(viewer, "child_plan", household_id=plan.household_id, shown=[plan.household_id, person_id])
    context = {
        "plan": plan,
        "shown": shown,
        "may": policies.what_may(viewer, plan),
    }
    return render(request, "families/plans/pages/child_plan.html", context)
