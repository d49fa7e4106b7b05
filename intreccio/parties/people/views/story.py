"""The whole story of a family."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.ground.kernel.panels import panels_for
from intreccio.parties.people.forms.story import StoryFilter
from intreccio.parties.people.queries.story import (
    PAGE,
    TO_PRINT,
    StoryPage,
    event_of,
    page_of_story,
    who_acted,
)
from intreccio.parties.people.views.asking import found, opening
from intreccio.parties.people.views.households import code_in


@require_safe
def household_story(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """The story by month, the last acts first: 25 at a time, or 200 for who prints. Filters are codes and days."""
    viewer, seen = opening(request, household_id)
    before = code_in(request, "after")
    start = found(event_of(viewer, household_id, before)) if before else None
    form = StoryFilter(request.GET, people=who_acted(household_id) if seen.shows_record else [])
    most = TO_PRINT if request.GET.get("lines") == "many" else PAGE
    valid = form.is_valid()
    story = (
        page_of_story(viewer, seen, most=most, before=start, wanted=form.wanted) if valid else StoryPage([])
    )
    context = {
        "seen": seen, "household": seen.household, "form": form, "months": story.months, "after": story.after,
        "begins": start is None, "for_print": most == TO_PRINT,
        "panels": panels_for(request, "household.story", household=seen.household) if seen.shows_record else [],
    }  # fmt: skip
    return render(request, "parties/people/pages/household_story.html", context, status=200 if valid else 422)
