"""Whoever is heard: a point of view with its answers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.assessments import actions
from intreccio.families.assessments.forms import SpeakerForm, VoidForm
from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.assessments import points_on
from intreccio.families.assessments.queries.look import Point, look_of
from intreccio.families.assessments.views.finding import (
    find_assessment,
    lead,
    lead_or_both,
    page_of,
    show,
)
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.instruments.forms import DONE, ResponseForm

ADD = "families/assessments/pages/add_point_of_view.html"
ANSWER = "families/assessments/pages/answer_point_of_view.html"
VOID = "families/assessments/pages/void_point_of_view.html"
FINISHED = gettext_lazy("Fatto: è scritto.")
DRAFT = gettext_lazy("La bozza è salvata: si può continuare quando volete.")


@second_tap_first
def add_point_of_view(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Who is heard; the statements follow."""
    viewer, assessment = find_assessment(request, assessment_id, "add_point_of_view")
    form = SpeakerForm(request.POST or None, look=look_of(viewer, assessment))
    if not form.is_valid():
        return show(request, assessment, form, ADD)

    def write() -> str:
        day = form.cleaned_data["heard_on"]
        point = actions.add_point_of_view(
            assessment, speaker=form.speaker, heard_on=day, by=viewer, today=today()
        )
        return reverse("answer_point_of_view", args=[assessment.pk, point.pk])

    return lead(request, form, write, _("Ora le frasi, una per una."))


def _point(viewer: Viewer, assessment: Assessment, point_id: UUID) -> Point:
    row = get_object_or_404(points_on(assessment).select_related("response__instrument"), pk=point_id)
    row.assessment = assessment
    return look_of(viewer, assessment).point_of(row)


@second_tap_first
def answer_point_of_view(request: HttpRequest, assessment_id: UUID, point_id: UUID) -> HttpResponse:
    """The statements of one voice. A draft is kept as it is; finishing asks why a part was left empty."""
    viewer, assessment = find_assessment(request, assessment_id, "answer_point_of_view")
    point = _point(viewer, assessment, point_id)
    form = ResponseForm(request.POST or None, response=point.row.response)
    if not form.is_valid():
        return show(request, assessment, form, ANSWER, point=point)

    def write() -> str:
        version = form.cleaned_data["version"]
        actions.answer_point_of_view(point.row, form.told, version=version, by=viewer)
        return page_of(assessment)

    said = FINISHED if DONE in request.POST else DRAFT
    return lead_or_both(request, assessment, form, ANSWER, write, said, point=point)


@second_tap_first
def void_point_of_view(request: HttpRequest, assessment_id: UUID, point_id: UUID) -> HttpResponse:
    """A voice written by mistake."""
    viewer, assessment = find_assessment(request, assessment_id, "void_point_of_view")
    point = _point(viewer, assessment, point_id)
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        return show(request, assessment, form, VOID, point=point)

    def write() -> str:
        actions.void_point_of_view(point.row, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(assessment)

    return lead(request, form, write, _("Fatto: è annullato, e resta leggibile."))
