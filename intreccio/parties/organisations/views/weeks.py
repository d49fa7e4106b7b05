"""The week of a team: whom it meets, when, who goes."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.parties.organisations.queries.weeks import people_of
from intreccio.parties.organisations.views.teams import find_team
from intreccio.workshop.calendar.forms import WeekForm
from intreccio.workshop.calendar.queries.weeks import week_of


@require_safe
def team_week(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """For who works in the team or answers for it, and for nobody else."""
    viewer, day = viewer_of(request), today()
    if team_id not in viewer.team_ids:
        raise Http404
    team, asked = find_team(team_id), WeekForm(request.GET).asked(day)
    week = week_of(viewer, asked, day, page="team_week", team_id=team.pk, people=people_of(team, day))
    context = {"team": team, "week": week, "here": reverse("team_week", args=[team.pk])}
    return render(request, "parties/organisations/pages/team_week.html", context)
