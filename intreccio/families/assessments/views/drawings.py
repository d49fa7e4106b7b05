"""Drawings of children: made here or photographed, opened, shown to whom the child agrees to, annulled."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.assessments import actions
from intreccio.families.assessments.forms import DrawingForm, ShareForm, VoidForm
from intreccio.families.assessments.models import ChildDrawing
from intreccio.families.assessments.queries.listening import drawings_in_sight, is_near_to
from intreccio.families.assessments.rules.listening import why_not_agree, why_not_go_on
from intreccio.families.assessments.views.finding import lead
from intreccio.families.assessments.views.listening import (
    find_listening,
    lead_or_both,
    require_open,
    require_verb,
    show,
    voice_page,
)
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.documents.files import show as show_file
from intreccio.workshop.documents.queries import content_of, neutral_name

ADD = "families/assessments/pages/add_child_drawing.html"
SHARE = "families/assessments/pages/share_child_drawing.html"
VOID = "families/assessments/pages/void_child_drawing.html"


@require_safe
def child_drawing(request: HttpRequest, drawing_id: UUID) -> HttpResponse:
    """The picture itself; each opening is written, with which one it was."""
    viewer = viewer_of(request)
    row = get_object_or_404(drawings_in_sight(viewer), pk=drawing_id)
    record_reading(viewer, "child_drawing", household_id=row.household_id, shown=[row.pk])
    return show_file(content_of(row.document), neutral_name(row.document))


@second_tap_first
def add_child_drawing(request: HttpRequest, listening_id: UUID) -> HttpResponse:
    """A drawing of a listening: on the screen, or photographed."""
    viewer, row = find_listening(request, listening_id, "add_child_drawing")
    form = DrawingForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return show(request, row, form, ADD)

    def write() -> str:
        actions.add_child_drawing(row, form.cleaned_data["drawing"], form.drawn, by=viewer)
        return voice_page(row)

    return lead(request, form, write, _("Fatto: il disegno è al sicuro."))


def _find(request: HttpRequest, drawing_id: UUID, verb: str) -> tuple[Viewer, ChildDrawing]:
    viewer = viewer_of(request)
    row = get_object_or_404(drawings_in_sight(viewer), pk=drawing_id)
    require_verb(viewer, verb, row.team_id)
    if request.method != "POST":
        refuse_if(why_not_go_on(is_voided=row.voided_at is not None), code="voided")
        record_reading(viewer, verb, household_id=row.household_id, shown=[row.listening.person_id])
    return viewer, row


@second_tap_first
def share_child_drawing(request: HttpRequest, drawing_id: UUID) -> HttpResponse:
    """Whether others than who listened may see it: asked again whenever the child wants, also of a closed assessment."""
    viewer, row = _find(request, drawing_id, "share_child_drawing")
    refuse_if(why_not_agree(is_near=is_near_to(row, viewer)), code="not_near")
    said = {"version": row.version, "shared": "yes" if row.shared else "no"}
    form = ShareForm(request.POST or None, initial=said)
    if not form.is_valid():
        return show(request, row.listening, form, SHARE, drawing=row)

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        actions.share_child_drawing(row, shared=form.is_shared, version=version, by=viewer)
        return voice_page(row.listening)

    return lead_or_both(request, row.listening, form, SHARE, write, drawing=row)


@second_tap_first
def void_child_drawing(request: HttpRequest, drawing_id: UUID) -> HttpResponse:
    """A drawing kept by mistake."""
    viewer, row = _find(request, drawing_id, "void_child_drawing")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        require_open(row.listening)
        return show(request, row.listening, form, VOID, drawing=row)

    def write() -> str:
        actions.void_child_drawing(row, reason=form.cleaned_data["reason"], by=viewer)
        return voice_page(row.listening)

    return lead(request, form, write, _("Fatto: è annullato, e resta leggibile a chi poteva vederlo."))
