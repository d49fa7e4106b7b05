"""Reading: who does what for a family, who has not been heard, what each may see."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.around.policies import plan_outing
from intreccio.families.around.queries.dimensions import sides_of
from intreccio.families.around.queries.drawing import drawing_of
from intreccio.families.around.queries.network import network_of
from intreccio.families.around.queries.outings import outings_of
from intreccio.families.around.views.finding import find_case
from intreccio.families.cases.policies import is_in_charge
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.policies import edit_household


@require_safe
def network_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Everybody around a family, drawn and in words."""
    viewer, case = find_case(request, case_id)
    network = network_of(viewer, case, today())
    ours = is_in_charge(viewer, case.team_id) and case.voided_at is None
    context = {
        "case": case,
        "family": case.household,
        "network": network,
        "limits": network.limits,
        "sides": sides_of(case.household_id, network.near, today()),
        "drawn": drawing_of(network, today()),
        "outings": outings_of(case.household_id),
        "may_go": ours and plan_outing(viewer) and case.ended_on is None,
        "is_ours": ours,
        "is_at_work": ours and case.ended_on is None,
        "may_write": ours and edit_household(viewer),
    }
    return render(request, "families/around/pages/network_page.html", context)
