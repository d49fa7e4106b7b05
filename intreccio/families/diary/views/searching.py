"""Words looked for in the diary of a family."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intreccio.families.diary.forms.diary import WordsForm
from intreccio.families.diary.queries.choosing import found_in, goals_touched
from intreccio.families.diary.queries.entries import Page, notes_by_key
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.views.diary import find_diary, show


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def search_diary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Words come by POST only, and are compared with what the viewer reads; a GET leads to the diary."""
    viewer, case = find_diary(request, case_id, "search_diary")
    if request.method != "POST":
        return redirect("diary_page", case_id)
    form, page, more = WordsForm(request.POST), Page([]), False
    if form.is_valid():
        keys, more = found_in(viewer, case, form.cleaned_data["words"])
        notes = notes_by_key(viewer, family_of(viewer, case.household), goals_touched(case).titles, keys)
        page = Page([notes[key] for key in keys if key in notes])
    context = {"page": page, "search": form, "more": more}
    return show(request, viewer, case, context, status=200 if form.is_valid() else 422)
