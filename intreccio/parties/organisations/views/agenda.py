"""The institutional agenda of a team."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.ground.design.forms import OnceForm
from intreccio.ground.design.sheets import Sheet, answer, standing, values_of
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions import agenda as actions
from intreccio.parties.organisations.forms.agenda import AppointmentForm, ConcludeForm
from intreccio.parties.organisations.forms.strategy import ReasonForm
from intreccio.parties.organisations.models import Appointment, Team
from intreccio.parties.organisations.queries import agenda as queries
from intreccio.parties.organisations.views.teams import find_team


@require_safe
def team_agenda(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """What comes, what asks to be told, what was agreed with whom."""
    viewer, team = viewer_of(request), find_team(team_id)
    policies.read_strategy.require(viewer)
    context = {
        "team": team,
        "agenda": queries.agenda_of(team, today()),
        "writes": policies.writes_strategy(viewer, team),
        "begins": policies.writes_strategy(viewer, team) and not team.is_closed_on(today()),
        "day": today(),
    }
    return render(request, "parties/organisations/pages/team_agenda.html", context)


@second_tap_first
def add_appointment(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """When, with whom, about what."""
    viewer, team = viewer_of(request), find_team(team_id)
    policies.require_writes_strategy(viewer, team)
    form = AppointmentForm(request.POST or None)

    def write() -> str:
        actions.add_appointment(team, actions.Arranged(**form.said()), by=viewer, today=today())
        return _page_of(team)

    return answer(request, _sheet(team, _("Un appuntamento"), _("Aggiungi l'appuntamento")), form, write)


@second_tap_first
def edit_appointment(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    """Another day, another place, other words."""
    viewer, row = _appointment(request, appointment_id)
    written = values_of(row, [*AppointmentForm.base_fields, "version"])
    form = AppointmentForm(request.POST or None, row=row, initial=written)

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        actions.edit_appointment(
            row, actions.Arranged(**form.said()), version=version, by=viewer, today=today()
        )
        return _page_of(row.team)

    sheet = _sheet(row.team, _("Correggi o sposta l'appuntamento"), _("Salva"))
    return answer(request, sheet, form, write, now=standing(row, form))


@second_tap_first
def conclude_appointment(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    """What was agreed, and the next step with its day."""
    viewer, row = _appointment(request, appointment_id)
    written = values_of(row, [*ConcludeForm.base_fields, "version"])
    form = ConcludeForm(request.POST or None, day=row.day, initial=written)

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        actions.conclude_appointment(
            row, actions.Told(**form.said()), version=version, by=viewer, today=today()
        )
        return _page_of(row.team)

    sheet = _sheet(row.team, _("Com'è andata"), _("Salva"), lead=_line(row))
    return answer(request, sheet, form, write, now=standing(row, form))


@second_tap_first
def finish_next_step(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    """What was to follow is done."""
    viewer, row = _appointment(request, appointment_id)

    def write() -> str:
        actions.finish_next_step(row, by=viewer, today=today())
        return _page_of(row.team)

    sheet = _sheet(row.team, _("Il passo che segue è fatto"), _("Segna come fatto"), lead=row.next_step)
    return answer(request, sheet, OnceForm(request.POST or None), write)


@second_tap_first
def void_appointment(request: HttpRequest, appointment_id: UUID) -> HttpResponse:
    """Called off, or written by mistake."""
    viewer, row = _appointment(request, appointment_id)
    form = ReasonForm(request.POST or None)

    def write() -> str:
        actions.void_appointment(row, reason=form.cleaned_data["reason"], by=viewer)
        return _page_of(row.team)

    sheet = _sheet(row.team, _("Annulla l'appuntamento"), _("Annulla l'appuntamento"), lead=_line(row))
    return answer(request, sheet, form, write)


def _appointment(request: HttpRequest, key: UUID) -> tuple[Viewer, Appointment]:
    viewer, row = viewer_of(request), get_object_or_404(queries.all_appointments(), pk=key)
    policies.require_writes_strategy(viewer, row.team)
    return viewer, row


def _line(row: Appointment) -> str:
    return f"{row.with_whom}, {spoken(row.day)}: {row.about}"


def _page_of(team: Team) -> str:
    return reverse("team_agenda", args=[team.pk])


def _sheet(team: Team, title: str, button: str, lead: str = "") -> Sheet:
    return Sheet(title, button, _("Agenda di %s") % team.name, _page_of(team), lead=lead)
