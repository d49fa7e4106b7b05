"""The diary on paper: for the family, or for who goes on with it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.diary.forms.diary import DaysForm
from intreccio.families.diary.queries.choosing import goals_touched
from intreccio.families.diary.queries.entries import page_of
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.paper import MOST, words_of
from intreccio.families.diary.views.diary import OF_THE_PAPER, find_diary, page_with
from intreccio.ground.kernel.clock import today
from intreccio.workshop.documents.files import download, pdf

PAPER = "families/diary/pages/print_diary.typ"


@require_safe
def print_diary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Only what everybody reads who has the record open; the paper says so. Days that make no sense are said on the page."""
    viewer, case = find_diary(request, case_id, "print_diary")
    form = DaysForm(request.GET, auto_id=OF_THE_PAPER)
    if not form.is_valid():
        return page_with(request, viewer, case, form)
    family, goals = family_of(viewer, case.household), goals_touched(case)
    page = page_of(viewer, case, family, goals.titles, form.wanted, most=MOST)
    drawn = pdf(PAPER, words_of(viewer, case, page, form.wanted, today()), title=_("Il diario"))
    return download(drawn, "diario.pdf")
