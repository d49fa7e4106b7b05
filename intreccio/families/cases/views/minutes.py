"""The minutes of a meeting on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases.queries.conferences import conferences_of
from intreccio.families.cases.queries.minutes import title_of, words_of
from intreccio.families.cases.views.finding import find_case
from intreccio.ground.kernel.clock import today
from intreccio.workshop.documents.files import download, pdf

PAPER = "families/cases/pages/print_conference.typ"


@require_safe
def print_conference(request: HttpRequest, case_id: UUID, conference_id: UUID) -> HttpResponse:
    """Of a meeting that was held: to read again, and to sign."""
    viewer, case = find_case(request, case_id, "print_conference")
    held = conferences_of(viewer, case).filter(held_on__isnull=False)
    conference = get_object_or_404(held, pk=conference_id)
    words = words_of(viewer, conference, today())
    return download(pdf(PAPER, words, title=title_of(conference)), _("verbale") + ".pdf")
