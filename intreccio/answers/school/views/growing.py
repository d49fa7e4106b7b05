"""«Non uno di meno»: who has no school today, in the families that one accompanies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.answers.school import policies
from intreccio.answers.school.queries.growing import missing_from_school
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading


@require_safe
def out_of_school(request: HttpRequest) -> HttpResponse:
    """Since when, and which duty holds; the way to write where they study."""
    viewer = viewer_of(request)
    policies.see_out_of_school.require(viewer)
    missing = missing_from_school(viewer, today())
    record_reading(viewer, "out_of_school", shown={one.household_id for one in missing})
    return render(request, "answers/school/pages/out_of_school.html", {"missing": missing})
