"""Who works with the family."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions
from intreccio.families.cases.forms import AddWorkerForm, EndWorkerForm, ResponsibleForm
from intreccio.families.cases.queries.cases import read_again
from intreccio.families.cases.queries.workers import workers_on
from intreccio.families.cases.views.finding import find_case, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Changed


@second_tap_first
def add_worker(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Somebody begins to work with the family."""
    viewer, case = find_case(request, case_id, "add_worker")
    form = AddWorkerForm(request.POST or None, case=case)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/add_worker.html")

    def write() -> str:
        said = form.cleaned_data
        actions.add_worker(case, membership_id=UUID(said["who"]), why=said["why"], by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: da oggi lavora con la famiglia."))


@second_tap_first
def end_worker(request: HttpRequest, case_id: UUID, worker_id: UUID) -> HttpResponse:
    """Somebody no longer works with the family."""
    viewer, case = find_case(request, case_id, "end_worker")
    worker = get_object_or_404(workers_on(case), pk=worker_id)
    form = EndWorkerForm(request.POST or None)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/end_worker.html", worker=worker)

    def write() -> str:
        actions.end_worker(worker, reason=form.cleaned_data["reason"], by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: non lavora più con la famiglia."))


@second_tap_first
def change_responsible(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Another person answers for the family; where somebody has just chosen, both choices are shown."""
    viewer, case = find_case(request, case_id, "change_responsible")
    form = ResponsibleForm(request.POST or None, case=case)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/change_responsible.html")

    def write() -> str:
        said = form.cleaned_data
        who = UUID(said["who"])
        actions.change_responsible(case, membership_id=who, version=said["version"], by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    try:
        return lead(request, form, write, _("Fatto: la famiglia ha un nuovo riferimento."))
    except Changed:
        now = read_again(case)
        return show(
            request, now, form.over(now), "families/cases/pages/change_responsible.html", changed=True
        )
