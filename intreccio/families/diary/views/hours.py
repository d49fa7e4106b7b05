"""Hours: of a team, for who answers for it; one's own, for everybody at work. Read, and taken away as a table."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.teams import my_teams
from intreccio.families.diary import policies
from intreccio.families.diary.forms.hours import PeriodForm
from intreccio.families.diary.queries.exported_hours import book_of
from intreccio.families.diary.queries.hour_parts import parts_shown
from intreccio.families.diary.queries.hours import Hours, hours_of_mine, hours_of_team
from intreccio.families.diary.rules.periods import week_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.parties.organisations.queries.teams import all_teams
from intreccio.workshop.documents.files import download

OF_TEAM, MINE = "families/diary/pages/hours_page.html", "families/diary/pages/my_hours.html"


@require_safe
def hours_page(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """By person, family, line, employer, week; beside, what was agreed."""
    viewer, team = find_team(request, team_id)
    form = PeriodForm(request.GET)
    hours = hours_of_team(viewer, team.pk, form.period(today())) if form.is_valid() else None
    return _show(request, OF_TEAM, form, hours, {"team": team})


@require_safe
def export_hours(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """The same as a table, where the days make sense; else the page says what does not."""
    viewer, team = find_team(request, team_id)
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return _show(request, OF_TEAM, form, None, {"team": team})
    return _export(viewer, "export_hours", hours_of_team(viewer, team.pk, form.period(today())))


@require_safe
def my_hours(request: HttpRequest) -> HttpResponse:
    """One's own, of all families; and the way to the hours of one's teams."""
    viewer = viewer_of(request)
    policies.my_hours.require(viewer)
    form = PeriodForm(request.GET)
    hours = hours_of_mine(viewer, form.period(today())) if form.is_valid() else None
    teams = my_teams(viewer) if policies.hours_page(viewer) else []
    return _show(request, MINE, form, hours, {"teams": teams})


@require_safe
def export_my_hours(request: HttpRequest) -> HttpResponse:
    """The same as a table."""
    viewer = viewer_of(request)
    policies.my_hours.require(viewer)
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return _show(request, MINE, form, None, {})
    return _export(viewer, "export_my_hours", hours_of_mine(viewer, form.period(today())))


def find_team(request: HttpRequest, team_id: UUID) -> tuple[Viewer, Team]:
    """The viewer and a team of theirs; 404 where there is none, 403 where role or team may not."""
    viewer = viewer_of(request)
    team = get_object_or_404(all_teams(), pk=team_id)
    policies.hours_page.require(viewer)
    if not is_in_charge(viewer, team.pk):
        raise NotAllowed(
            _("Le ore di un'équipe le legge chi ci lavora, e chi guida l'ente che la tiene."),
            code="other_team",
        )
    return viewer, team


def _show(
    request: HttpRequest, page: str, form: PeriodForm, hours: Hours | None, words: dict[str, Any]
) -> HttpResponse:
    if hours and hours.rows:
        match = request.resolver_match
        record_reading(viewer_of(request), match.view_name if match else "", shown=hours.households)
    context = {
        "form": form,
        "hours": hours,
        **(_around(hours, mine=page == MINE) if hours else {}),
        **words,
    }
    return render(request, page, context, status=200 if hours else 422)


def _around(hours: Hours, *, mine: bool) -> dict[str, Any]:
    period = hours.period
    return {
        "parts": parts_shown(hours, mine=mine),
        "before": period.moved(-1),
        "after": period.moved(1),
        "is_week": period == week_of(period.first),
    }


def _export(viewer: Viewer, page: str, hours: Hours) -> HttpResponse:
    record_reading(viewer, page, shown=hours.households)
    return download(book_of(hours), f"ore-{hours.period.first}-{hours.period.last}.xlsx")
