"""Pages of lines and hours."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.ground.design.sheets import Sheet, answer, standing, values_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.offer.funds import policies
from intreccio.offer.funds.actions import hours as hours_actions
from intreccio.offer.funds.actions import lines as line_actions
from intreccio.offer.funds.forms import AgreeHoursForm, FundingLineForm, HoursForm, ReasonForm, funder_id
from intreccio.offer.funds.models import AgreedHours
from intreccio.offer.funds.queries.hours import all_hours
from intreccio.offer.funds.queries.lines import all_lines, listed
from intreccio.parties.organisations.queries.teams import places_in_teams


@require_safe
def funding_line_list(request: HttpRequest) -> HttpResponse:
    """Every line, who gives it and what for, and the hours agreed on it."""
    viewer = viewer_of(request)
    policies.read_funds.require(viewer)
    context = {"lines": listed(viewer, today()), "may_write": policies.write_funding_line(viewer)}
    return render(request, "offer/funds/pages/funding_line_list.html", context)


@second_tap_first
def create_funding_line(request: HttpRequest) -> HttpResponse:
    """A line that one's own body answers for."""
    viewer = viewer_of(request)
    policies.write_funding_line.require(viewer)
    form = FundingLineForm(request.POST or None)

    def write() -> str:
        line_actions.create_funding_line(_said(form), by=viewer)
        return reverse("funding_line_list")

    return answer(request, _sheet(_("Una linea di finanziamento"), _("Aggiungi")), form, write)


@second_tap_first
def edit_funding_line(request: HttpRequest, funding_line_id: UUID) -> HttpResponse:
    """What a line says of itself; with a last day, it ends."""
    viewer, line = viewer_of(request), get_object_or_404(all_lines(), pk=funding_line_id)
    policies.require_keeps(viewer, line)
    form = FundingLineForm(
        request.POST or None, initial=values_of(line, [*FundingLineForm.base_fields, "version"])
    )

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        line_actions.edit_funding_line(line, _said(form), version=version, by=viewer)
        return reverse("funding_line_list")

    sheet = _sheet(_("Aggiorna la linea"), _("Salva"), lead=str(line))
    return answer(request, sheet, form, write, now=standing(line, form))


@second_tap_first
def void_funding_line(request: HttpRequest, funding_line_id: UUID) -> HttpResponse:
    """A line written by mistake."""
    viewer, line = viewer_of(request), get_object_or_404(all_lines(), pk=funding_line_id)
    policies.require_keeps(viewer, line)
    form = ReasonForm(request.POST or None)

    def write() -> str:
        line_actions.void_funding_line(line, reason=form.cleaned_data["reason"], by=viewer)
        return reverse("funding_line_list")

    return answer(request, _sheet(_("Annulla la linea"), _("Annulla"), lead=str(line)), form, write)


@second_tap_first
def agree_hours(request: HttpRequest, team_membership_id: UUID) -> HttpResponse:
    """Hours a week of somebody in a team, on a line."""
    viewer, place = viewer_of(request), get_object_or_404(places_in_teams(), pk=team_membership_id)
    policies.require_agrees(viewer, place)
    form = AgreeHoursForm(request.POST or None)

    def write() -> str:
        said = form.cleaned_data
        hours_actions.agree_hours(
            place, form.chosen(), hours=said["hours"], since=said["since"], until=said["until"], by=viewer
        )
        return reverse("team_page", args=[place.team_id])

    return answer(request, _sheet_of(place, _("Le ore di %s"), _("Scrivi le ore")), form, write)


@second_tap_first
def edit_agreed_hours(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    """Other hours, or other days."""
    viewer, row = _hours(request, hours_id)
    form = HoursForm(request.POST or None, initial=values_of(row, [*HoursForm.base_fields, "version"]))

    def write() -> str:
        said = form.cleaned_data
        hours_actions.edit_agreed_hours(
            row, hours=said["hours"], since=said["since"], until=said["until"],
            version=said["version"] or 0, by=viewer,
        )  # fmt: skip
        return reverse("team_page", args=[row.place.team_id])

    sheet = _sheet_of(row.place, _("Le ore di %s"), _("Salva"), lead=str(row.line))
    return answer(request, sheet, form, write, now=standing(row, form))


@second_tap_first
def void_agreed_hours(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    """Hours written by mistake."""
    viewer, row = _hours(request, hours_id)
    form = ReasonForm(request.POST or None)

    def write() -> str:
        hours_actions.void_agreed_hours(row, reason=form.cleaned_data["reason"], by=viewer)
        return reverse("team_page", args=[row.place.team_id])

    sheet = _sheet_of(row.place, _("Annulla le ore di %s"), _("Annulla"), lead=str(row.line))
    return answer(request, sheet, form, write)


def _hours(request: HttpRequest, hours_id: UUID) -> tuple[Any, AgreedHours]:
    viewer, row = viewer_of(request), get_object_or_404(all_hours(), pk=hours_id)
    policies.require_agrees(viewer, row.place)
    return viewer, row


def _sheet(title: str, button: str, lead: str = "") -> Sheet:
    return Sheet(title, button, _("Linee di finanziamento"), reverse("funding_line_list"), lead=lead)


def _sheet_of(place: Any, title: str, button: str, lead: str = "") -> Sheet:
    back = reverse("team_page", args=[place.team_id])
    said = lead or f"{place.membership.organisation.name} · {place.get_profession_display()}"
    return Sheet(title % place.membership.user.name, button, place.team.name, back, lead=said)


def _said(form: FundingLineForm) -> line_actions.Said:
    said = form.cleaned_data
    names = ("code", "name", "purpose", "since", "until", "funder_words")
    return line_actions.Said(**{name: said[name] for name in names}, funder_id=funder_id(said))
