"""The family and its team look together at how it goes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases import actions
from intreccio.families.cases.forms import BeginReviewForm, EndReviewForm
from intreccio.families.cases.queries.closing import held_back
from intreccio.families.cases.queries.log import last_step, log_of
from intreccio.families.cases.queries.story import stage_line
from intreccio.families.cases.rules.stages import where_it_stands
from intreccio.families.cases.views.finding import find_case, lead, show, steps_for
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import panels_for
from intreccio.ground.kernel.refused import refuse_if


@second_tap_first
def begin_review(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What will be looked at, who will be there, when."""
    viewer, case = find_case(request, case_id, "begin_review")
    form = BeginReviewForm(request.POST or None)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/begin_review.html")

    def write() -> str:
        day = form.cleaned_data["review_on"]
        actions.begin_review(case, words=form.words, review_on=day, by=viewer, today=today())
        return reverse("review_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: la verifica è preparata."))


@require_safe
def review_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What there is to look at, what is still missing, and where it can lead."""
    viewer, case = find_case(request, case_id, "review_page")
    is_voided = case.voided_at is not None
    stands = where_it_stands(case.stage, is_voided=is_voided)
    refuse_if(None if case.stage == Stage.REVIEW and not is_voided else stands, code="stage")
    context = {
        "case": case,
        "family": case.household,
        "stages": stage_line(case),
        "prepared": last_step(log_of(case)[0], "begin_review"),
        "may": steps_for(viewer, case),
        "panels": panels_for(request, "review.page", case=case),
        "missing": list(held_back(case)),
    }
    return render(request, "families/cases/pages/review_page.html", context)


@second_tap_first
def end_review(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What was read together; the plan goes on."""
    viewer, case = find_case(request, case_id, "end_review")
    form = EndReviewForm(request.POST or None)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/end_review.html")

    def write() -> str:
        actions.end_review(case, words=form.cleaned_data["words"], by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: la verifica è scritta, il progetto va avanti."))
