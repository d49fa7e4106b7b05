"""Two versions of a plan side by side."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from intreccio.families.plans.queries.comparing import Comparison
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading


@require_safe
def compare_plans(request: HttpRequest, plan_id: UUID, version_id: UUID) -> HttpResponse:
    """Two versions of the same family's way, the older one first: goal by goal what stayed, changed, came, was left."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    other = get_object_or_404(plans_in_sight(viewer), pk=version_id, case_id=plan.case_id)
    record_reading(viewer, "compare_plans", household_id=plan.household_id, shown=[plan.household_id])
    both = Comparison(viewer, plan, other)
    context = {"plan": plan, "family": plan.case.household, "both": both, "versions": both.versions}
    return render(request, "families/plans/pages/compare_plans.html", context)
