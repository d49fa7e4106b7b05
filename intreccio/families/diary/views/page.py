"""Reading: one page that holds a whole line; for its psychologist with the notes, for everybody else without a trace of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.diary import policies
from intreccio.families.diary.queries.candidates import psychologist_sees
from intreccio.families.diary.queries.whole import whole_of
from intreccio.families.diary.views.finding import find_line
from intreccio.ground.kernel.clock import today


@require_safe
def line_page(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """What was asked, for whom, where it stands, the dates, how it ended."""
    viewer, line = find_line(request, line_id)
    may, theirs = policies.what_may(viewer, line), policies.is_theirs(viewer, line)
    if (waiting := may & policies.only_if_nobody_follows(viewer, line)) and psychologist_sees(line, today()):
        may -= waiting
    context = {
        "line": line,
        "family": line.household,
        "whole": whole_of(viewer, line),
        "may": may,
        "is_theirs": theirs,
    }
    return render(request, "families/diary/pages/line_page.html", context)
