"""Reading the micro-plan of each of the seventeen looks."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.plans import policies
from intreccio.families.plans.queries import paper_looks
from intreccio.families.plans.queries.looks import micro_plans_of
from intreccio.families.plans.queries.versions import is_agreed, plans_in_sight
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.workshop.documents.files import download, pdf


@require_safe
def micro_plans(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The seventeen in their order: what was seen, and what the plan wants to change there."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    record_reading(viewer, "micro_plans", household_id=plan.household_id, shown=[plan.household_id])
    context = {
        "plan": plan,
        "family": plan.case.household,
        "all": micro_plans_of(viewer, plan, today=today(), who=request.GET.get("who", "")),
        "may": policies.what_may(viewer, plan, is_agreed=is_agreed(plan)),
    }
    return render(request, "families/plans/pages/micro_plans.html", context)


@require_safe
def print_micro_plans(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The same on paper, in the order of the national guidelines; of one child too."""
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    record_reading(viewer, "print_micro_plans", household_id=plan.household_id, shown=[plan.household_id])
    found = micro_plans_of(viewer, plan, today=today(), who=request.GET.get("who", ""), on_paper=True)
    words = paper_looks.words_of(viewer, plan, found, today())
    drawn = pdf(
        "families/plans/pages/print_micro_plans.typ", words, title=_("Il progetto, sguardo per sguardo")
    )
    return download(drawn, "sguardo-per-sguardo.pdf")
