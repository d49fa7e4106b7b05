"""A way with us ends, and may begin again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions
from intreccio.families.cases.forms import CloseCaseForm, ReopenCaseForm
from intreccio.families.cases.queries.closing import held_back
from intreccio.families.cases.views.finding import find_case, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first


@second_tap_first
def close_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The way ends; whatever holds it back is said before anybody writes."""
    viewer, case = find_case(request, case_id, "close_case")
    form = CloseCaseForm(request.POST or None, case=case)
    if not form.is_valid():
        page = "families/cases/pages/close_case.html"
        return show(request, case, form, page, held_back=list(held_back(case)))

    def write() -> str:
        actions.close_case(case, **form.said, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: il percorso è concluso. Resta leggibile, e può riaprirsi."))


@second_tap_first
def reopen_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A closed way goes on from where it was."""
    viewer, case = find_case(request, case_id, "reopen_case")
    form = ReopenCaseForm(request.POST or None, stage=case.stage)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/reopen_case.html")

    def write() -> str:
        said = form.cleaned_data
        actions.reopen_case(case, motive=said["motive"], words=said["words"], by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: il percorso è di nuovo aperto."))
