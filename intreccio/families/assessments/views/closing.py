"""Reading together, closing, annulling."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.families.assessments import actions
from intreccio.families.assessments.forms import CloseForm, ReadTogetherForm, VoidForm
from intreccio.families.assessments.queries.assessments import standing_of
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.rules.closing import why_not_close_assessment
from intreccio.families.assessments.rules.moments import why_not_void
from intreccio.families.assessments.views.finding import (
    find_assessment,
    lead,
    lead_or_both,
    page_of,
    show,
)
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if


@second_tap_first
def read_together(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """What family and team read in it."""
    viewer, assessment = find_assessment(request, assessment_id, "read_together")
    form = ReadTogetherForm(request.POST or None, row=assessment)
    if not form.is_valid():
        return show(request, assessment, form, "families/assessments/pages/read_together.html")

    def write() -> str:
        words = form.cleaned_data["read_together"]
        actions.read_together(assessment, words=words, version=form.read_at, by=viewer)
        return page_of(assessment)

    return lead_or_both(
        request,
        assessment,
        form,
        "families/assessments/pages/read_together.html",
        write,
        _("Fatto: è scritto."),
    )


@second_tap_first
def close_assessment(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Closed, it is read and no longer written."""
    viewer, assessment = find_assessment(request, assessment_id, "close_assessment")
    form = CloseForm(request.POST or None)
    if not form.is_valid():
        look = look_of(viewer, assessment)
        refuse_if(why_not_close_assessment(*look.standing), code="missing")
        return show(request, assessment, form, "families/assessments/pages/close_assessment.html", look=look)

    def write() -> str:
        actions.close_assessment(assessment, by=viewer, today=today())
        return page_of(assessment)

    return lead(request, form, write, _("Fatto: la valutazione è chiusa."))


@second_tap_first
def void_assessment(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """An assessment written by mistake."""
    viewer, assessment = find_assessment(request, assessment_id, "void_assessment")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        refuse_if(why_not_void(assessment.moment, standing_of(assessment.case_id)), code="later")
        return show(request, assessment, form, "families/assessments/pages/void_assessment.html")

    def write() -> str:
        actions.void_assessment(assessment, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(assessment)

    return lead(request, form, write, _("Fatto: è annullata, e resta leggibile."))
