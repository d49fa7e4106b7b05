"""Reading: the diary of a family, and the page from which a note begins."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import opened
from intreccio.families.diary import policies
from intreccio.families.diary.queries.diary import visits_to_come
from intreccio.families.diary.queries.entries import entries_of
from intreccio.families.diary.queries.mine import mine_of, shown
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.devices import owner_of
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading


@require_safe
def diary_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What happened with a family, in the words of all professions; and what is agreed."""
    viewer = viewer_of(request)
    if (case := opened(viewer, case_id)) is None:
        raise Http404
    policies.diary_page.require(viewer)
    record_reading(viewer, "diary_page", household_id=case.household_id, shown=[case.household_id])
    context = {
        "case": case, "family": case.household, "visits": visits_to_come(viewer, case), "entries": entries_of(viewer, case),
        "ours": is_in_charge(viewer, case.team_id), "today": today(),
    }  # fmt: skip
    return render(request, "families/diary/pages/diary_page.html", context)


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
