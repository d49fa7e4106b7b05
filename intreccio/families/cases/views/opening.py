"""The preliminary analysis begins."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions, policies
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.forms import OpenCaseForm
from intreccio.families.cases.queries.cases import case_of
from intreccio.families.cases.queries.starting import Start, start_from
from intreccio.families.cases.views.finding import lead
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer

PLACES = ("household", "contact", "signal")


@second_tap_first
def open_case(request: HttpRequest) -> HttpResponse:
    """`?household=`, `?contact=` or `?signal=`: where it begins."""
    viewer = viewer_of(request)
    start = _find_start(request, viewer)
    form = OpenCaseForm(request.POST or None, viewer=viewer, start=start)
    if not form.is_valid():
        return _show(request, viewer, start, form)

    def write() -> str:
        case = actions.begin(start, reasons=form.reasons, new=form.new_family, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: l'analisi preliminare è aperta."))


def _find_start(request: HttpRequest, viewer: Viewer) -> Start:
    try:
        ids = {name: UUID(request.GET[name]) for name in PLACES if request.GET.get(name)}
    except ValueError as failure:
        raise Http404 from failure
    start = start_from(viewer, **ids)
    if start is None:
        raise Http404
    policies.open_case.require(viewer)
    if start.family:
        require_in_charge(start.family.team_id, by=viewer)
    return start


def _show(request: HttpRequest, viewer: Viewer, start: Start, form: OpenCaseForm) -> HttpResponse:
    """Whatever is drawn is read, also where something is missing."""
    family = start.family
    heard = [each.pk for each in (family, start.contact, start.triage) if each]
    record_reading(viewer, "open_case", household_id=family.pk if family else None, shown=heard)
    context = {
        "start": start,
        "family": family,
        "form": form,
        "before": case_of(viewer, family.pk) if family else None,
    }
    status = 422 if form.is_bound else 200
    return render(request, "families/cases/pages/open_case.html", context, status=status)
