"""One's own week."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.workshop.calendar.forms import WeekForm
from intreccio.workshop.calendar.queries.weeks import week_of
from intreccio.workshop.calendar.rules.entries import Who


@require_safe
def my_calendar(request: HttpRequest) -> HttpResponse:
    """The week of whoever asks, across their teams."""
    viewer = viewer_of(request)
    me = Who(viewer.membership_id, viewer.name)
    week = week_of(viewer, WeekForm(request.GET).asked(today()), today(), page="my_calendar", people=[me])
    context = {"week": week, "panels": panels_for(request, "calendar.page")}
    return render(request, "workshop/calendar/pages/my_calendar.html", context)
