"""The preliminary analysis begins."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions, policies
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.forms import OpenCaseForm
from intreccio.families.cases.queries.cases import case_of, households_in_sight
from intreccio.families.cases.views.finding import lead, step_page
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household


@step_page
def open_case(request: HttpRequest) -> HttpResponse:
    """`?household=`: of which family."""
    viewer = viewer_of(request)
    family = _find_household(request, viewer)
    form = OpenCaseForm(request.POST or None, viewer=viewer)
    if not form.is_valid():
        context = {"family": family, "form": form, "before": case_of(viewer, family.pk)}
        return render(request, "families/cases/pages/open_case.html", context, status=422 if form.is_bound else 200)

    def write() -> str:
        said = form.cleaned_data
        reasons = actions.Reasons(said["motive"], said["why"], said["needs"])
        case = actions.open_case(family, reasons=reasons, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: l'analisi preliminare è aperta."))


def _find_household(request: HttpRequest, viewer: Viewer) -> Household:
    try:
        household_id = UUID(request.GET.get("household", ""))
    except ValueError as failure:
        raise Http404 from failure
    family = get_object_or_404(households_in_sight(viewer), pk=household_id)
    policies.open_case.require(viewer)
    require_in_charge(family.team_id, by=viewer)
    if request.method != "POST":
        record_reading(viewer, "open_case", household_id=family.pk, shown=[family.pk])
    return family
