"""Reading: the diary of a family, its words searched, and the page from which a note begins."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import opened
from intreccio.families.diary import policies
from intreccio.families.diary.forms.diary import DaysForm, DiaryFilter, WordsForm
from intreccio.families.diary.queries.choosing import authors_of, goals_touched, people_of
from intreccio.families.diary.queries.diary import visits_to_come
from intreccio.families.diary.queries.entries import Page, page_of
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.mine import mine_of, shown
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.devices import owner_of
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer

# Two forms of the page ask for days.
OF_THE_PAPER = "paper_%s"


@require_safe
def diary_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What happened with a family, in the words of all professions; and what is agreed. Filters are codes and days."""
    viewer, case = find_diary(request, case_id, "diary_page")
    return page_with(request, viewer, case, DaysForm(auto_id=OF_THE_PAPER))


def page_with(request: HttpRequest, viewer: Viewer, case: Case, days: DaysForm) -> HttpResponse:
    """The page; 422 where a filter, or a day of what is to be printed, makes no sense."""
    family, goals = family_of(viewer, case.household), goals_touched(case)
    data = {} if days.is_bound else request.GET
    form = DiaryFilter(data, authors=authors_of(case), people=people_of(family), goals=goals.choices)
    page, after = Page([]), data.get("after", "")
    if form.is_valid():
        try:
            page = page_of(viewer, case, family, goals.titles, form.wanted, after=after)
        except ValueError:
            raise Http404 from None
    context = {
        "form": form,
        "page": page,
        "begins": not after,
        "visits": visits_to_come(viewer, case),
        "search": WordsForm(),
    }
    status = 200 if form.is_valid() and not days.errors else 422
    return show(request, viewer, case, {**context, "days": days}, status=status)


@require_safe
def start_visit_note(request: HttpRequest) -> HttpResponse:
    """Today's visits, and my families: one touch from the form."""
    viewer = viewer_of(request)
    policies.write_visit_note.require(viewer)
    mine = mine_of(viewer, today())
    record_reading(viewer, "start_visit_note", shown=shown(mine))
    return render(
        request, "families/diary/pages/start_visit_note.html", {"mine": mine, "owner": owner_of(viewer)}
    )


def find_diary(request: HttpRequest, case_id: UUID, page: str) -> tuple[Viewer, Case]:
    """The viewer and a case in sight, and that it was opened; 404 for strangers, 403 where the role may not."""
    viewer = viewer_of(request)
    if (case := opened(viewer, case_id)) is None:
        raise Http404
    policies.diary_page.require(viewer)
    if page != "search_diary" or request.method == "POST":
        record_reading(viewer, page, household_id=case.household_id, shown=[case.household_id])
    return viewer, case


def show(
    request: HttpRequest, viewer: Viewer, case: Case, words: dict[str, Any], *, status: int
) -> HttpResponse:
    """Draws the page."""
    context = {
        "case": case,
        "family": case.household,
        "ours": is_in_charge(viewer, case.team_id),
        "today": today(),
        **words,
    }
    return render(request, "families/diary/pages/diary_page.html", context, status=status)
