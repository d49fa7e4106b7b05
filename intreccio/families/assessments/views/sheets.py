"""Sheets of the library: choosing one, answering it, reading it, on paper too."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.assessments import actions
from intreccio.families.assessments.forms import SheetForm, VoidForm
from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.ladders import read_sheet
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.queries.on_paper import table_of, words_of
from intreccio.families.assessments.queries.sheets import (
    Filled,
    before,
    edition_for,
    offered,
    sheets_on,
)
from intreccio.families.assessments.views.finding import (
    find_assessment,
    lead,
    lead_or_both,
    may_of,
    page_of,
    require_open,
    require_verb,
    show,
)
from intreccio.families.assessments.views.voices import DRAFT, FINISHED
from intreccio.families.cases.policies import is_in_charge
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import panels_for
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.documents.files import csv, download, pdf
from intreccio.workshop.instruments.forms import DONE, ResponseForm
from intreccio.workshop.instruments.models import Instrument

PAPER = "families/assessments/pages/print_sheet.typ"
ANSWER = "families/assessments/pages/answer_sheet.html"


@require_safe
def choose_sheet(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """The library, as far as it suits who lives here: the team decides which ones, if any."""
    viewer, assessment = find_assessment(request, assessment_id, "choose_sheet")
    require_verb(viewer, "add_sheet", assessment.team_id)
    require_open(assessment, "add_sheet")
    words = {"library": list(offered(look_of(viewer, assessment), today()))}
    context = {"assessment": assessment, "family": assessment.household, **words}
    return render(request, "families/assessments/pages/choose_sheet.html", context)


@second_tap_first
def add_sheet(request: HttpRequest, assessment_id: UUID, instrument: str) -> HttpResponse:
    """About whom, who answers; the statements follow."""
    viewer, assessment = find_assessment(request, assessment_id, "add_sheet")
    said = _edition(assessment, instrument)
    look = look_of(viewer, assessment)
    form = SheetForm(request.POST or None, look=look, definition=said, code=instrument)
    if not form.is_valid():
        return show(request, assessment, form, "families/assessments/pages/add_sheet.html", said=said)

    def write() -> str:
        sheet = actions.add_sheet(assessment, form.chosen, by=viewer, today=today())
        return reverse("answer_sheet", args=[assessment.pk, sheet.pk])

    return lead(request, form, write, _("Ora la scheda, una parte per volta."))


def _edition(assessment: Assessment, code: str) -> dict[str, Any]:
    try:
        said = edition_for(assessment.case_id, code, today()).said
    except Instrument.DoesNotExist:
        raise Http404 from None
    if "answered_by" not in said or said.get("dated"):
        raise Http404
    return said


def _sheet(viewer: Viewer, assessment: Assessment, sheet_id: UUID) -> Filled:
    row = get_object_or_404(
        sheets_on(assessment).select_related("response__instrument", "about"), pk=sheet_id
    )
    row.assessment = assessment
    return Filled(row, look_of(viewer, assessment).name_of(row.about_id))


@require_safe
def sheet_page(request: HttpRequest, assessment_id: UUID, sheet_id: UUID) -> HttpResponse:
    """One sheet: each part on its steps, in words and as a picture, with where it stood before."""
    viewer, assessment = find_assessment(request, assessment_id, "sheet_page")
    sheet = _sheet(viewer, assessment, sheet_id)
    may = may_of(viewer, assessment)
    read = read_sheet(sheet, before(sheet.row), child_too=is_in_charge(viewer, assessment.team_id))
    context = {
        "assessment": assessment,
        "family": assessment.household,
        "sheet": sheet,
        "read": read,
        "may": may,
        "panels": panels_for(request, "sheet.page", sheet=sheet.row),
    }
    return render(request, "families/assessments/pages/sheet_page.html", context)


@second_tap_first
def answer_sheet(request: HttpRequest, assessment_id: UUID, sheet_id: UUID) -> HttpResponse:
    """Part by part. A draft is kept as it is; finishing asks why a part was left empty."""
    viewer, assessment = find_assessment(request, assessment_id, "answer_sheet")
    sheet = _sheet(viewer, assessment, sheet_id)
    form = ResponseForm(request.POST or None, response=sheet.row.response)
    if not form.is_valid():
        return show(request, assessment, form, ANSWER, sheet=sheet)

    def write() -> str:
        actions.answer_sheet(sheet.row, form.told, version=form.cleaned_data["version"], by=viewer)
        return reverse("sheet_page", args=[assessment.pk, sheet.row.pk])

    said = FINISHED if DONE in request.POST else DRAFT
    return lead_or_both(request, assessment, form, ANSWER, write, said, sheet=sheet)


@second_tap_first
def void_sheet(request: HttpRequest, assessment_id: UUID, sheet_id: UUID) -> HttpResponse:
    """A sheet written by mistake."""
    viewer, assessment = find_assessment(request, assessment_id, "void_sheet")
    sheet = _sheet(viewer, assessment, sheet_id)
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        return show(request, assessment, form, "families/assessments/pages/void_sheet.html", sheet=sheet)

    def write() -> str:
        actions.void_sheet(sheet.row, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(assessment)

    return lead(request, form, write, _("Fatto: è annullata, e resta leggibile."))


@require_safe
def print_sheet(request: HttpRequest, assessment_id: UUID, sheet_id: UUID) -> HttpResponse:
    """The same on paper, in the order of the guidelines."""
    viewer, assessment = find_assessment(request, assessment_id, "print_sheet")
    sheet = _sheet(viewer, assessment, sheet_id)
    words = words_of(viewer, assessment, read_sheet(sheet, before(sheet.row), child_too=False), today())
    return download(pdf(PAPER, words, title=sheet.title), "scheda.pdf")


@require_safe
def export_sheet(request: HttpRequest, assessment_id: UUID, sheet_id: UUID) -> HttpResponse:
    """The same as a table, in the same order, for whoever must copy it elsewhere."""
    viewer, assessment = find_assessment(request, assessment_id, "export_sheet")
    sheet = _sheet(viewer, assessment, sheet_id)
    return download(csv(*table_of(read_sheet(sheet, before(sheet.row), child_too=False))), "scheda.csv")
