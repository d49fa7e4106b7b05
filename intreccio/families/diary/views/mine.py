"""The notes that stay with their author when a family goes elsewhere."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.diary import policies
from intreccio.families.diary.queries.notes import notes_left
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading

A_PAGE = 30


@require_safe
def my_notes(request: HttpRequest) -> HttpResponse:
    """What I wrote on lines that are out of my sight by now."""
    viewer = viewer_of(request)
    policies.my_notes.require(viewer)
    notes = Paginator(notes_left(viewer), A_PAGE).get_page(request.GET.get("page"))
    record_reading(viewer, "my_notes", shown=[note.pk for note in notes])
    return render(request, "families/diary/pages/my_notes.html", {"notes": notes})
