"""The page of a team, and everything that changes it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.ground.design.forms import OnceForm
from intreccio.ground.design.sheets import Sheet, answer, page, standing, values_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions import teams as actions
from intreccio.parties.organisations.forms.teams import PostsForm, TeamForm, TeamMemberForm
from intreccio.parties.organisations.models import Organisation, Team
from intreccio.parties.organisations.queries import agenda, network, strategy
from intreccio.parties.organisations.queries import teams as queries
from intreccio.parties.organisations.views.network import page_of
from intreccio.parties.organisations.vocabulary import Profession


def find_team(team_id: UUID) -> Team:
    """The team of an address, or 404."""
    return get_object_or_404(queries.all_teams(), pk=team_id)


def page_of_team(team: Team) -> str:
    """Its address."""
    return reverse("team_page", args=[team.pk])


@require_safe
def team_page(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """Whom it serves, who should be in it, who is."""
    viewer = viewer_of(request)
    team, day = find_team(team_id), today()
    is_open = not team.is_closed_on(day)
    members = queries.members_of(team, day)
    composition = queries.composition_of(team, members)
    context = {
        "team": team,
        "places": sorted(network.places(team.municipality_codes).values()),
        "members": members,
        "composition": composition,
        "lines": [(line, Profession(line.profession).label) for line in composition.lines],
        "former": queries.former_members_of(team, day),
        "is_open": is_open,
        **_what_is_ahead(team, day, reads=policies.read_strategy(viewer)),
        **_may(viewer, team, is_open=is_open),
        "panels": panels_for(request, "team.page", team=team, members=members) if is_open else [],
    }
    return render(request, "parties/organisations/pages/team_page.html", context)


def _what_is_ahead(team: Team, day: date, *, reads: bool) -> dict[str, Any]:
    return {
        "reads": reads,
        "goals": strategy.open_goals_of(team, day) if reads else [],
        "agenda": agenda.agenda_of(team, day) if reads else None,
    }


def _may(viewer: Viewer, team: Team, *, is_open: bool) -> dict[str, bool]:
    return {
        "is_over": is_open and policies.is_over(viewer, team.organisation_id),
        "writes": is_open and policies.writes_strategy(viewer, team),
        "composes": is_open and policies.composes(viewer, team),
    }


@second_tap_first
def create_team(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """A desk or team that this body leads."""
    viewer = viewer_of(request)
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    policies.require_over(policies.edit_network, viewer, organisation.pk)
    form = TeamForm(request.POST or None)
    sheet = Sheet(_("Uno sportello o un'équipe"), _("Aggiungi"), organisation.name, page_of(organisation.pk))

    def write() -> str:
        return page_of_team(actions.create_team(organisation, by=viewer, **form.said()))

    return answer(request, sheet, form, write, said=_("Fatto: ora di' chi serve e chi ci lavora."))


@second_tap_first
def edit_team(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """What a team says of itself."""
    viewer = viewer_of(request)
    team = find_team(team_id)
    policies.require_over(policies.edit_network, viewer, team.organisation_id)
    form = TeamForm(request.POST or None, initial=values_of(team, TeamForm.base_fields))
    sheet = Sheet(_("Aggiorna l'équipe"), _("Salva"), team.name, page_of_team(team))

    def write() -> str:
        actions.edit_team(team, version=form.cleaned_data["version"] or 0, by=viewer, **form.said())
        return page_of_team(team)

    return answer(request, sheet, form, write, now=standing(team, form))


@second_tap_first
def close_team(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """From today nobody works there; what keeps it open is said before anybody tries."""
    viewer = viewer_of(request)
    team, day = find_team(team_id), today()
    policies.require_over(policies.close_team, viewer, team.organisation_id)
    title, warning = (
        _("Chiudi: %(team)s") % {"team": team.name},
        _("Da oggi nessuno lavora più qui. Chi c'è stato resta scritto."),
    )
    sheet = Sheet(title, _("Chiudi da oggi"), team.name, page_of_team(team), warning=warning)
    form = OnceForm(request.POST or None)

    def write() -> str:
        actions.close_team(team, by=viewer, today=day)
        return page_of_team(team)

    if request.method != "POST" and (reasons := queries.why_not_close(team, day)):
        return page(request, sheet, form, status=200, reasons=reasons)
    return answer(request, sheet, form, write, said=_("Fatto: da oggi è chiusa."))


@second_tap_first
def edit_posts(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """How many of each profession there should be."""
    viewer = viewer_of(request)
    team = find_team(team_id)
    policies.require_composes(viewer, team)
    form = PostsForm(request.POST or None, initial=queries.posts_as_written(team))
    sheet = Sheet(_("Chi serve in questa équipe"), _("Salva"), team.name, page_of_team(team))

    def write() -> str:
        actions.edit_posts(team, version=form.cleaned_data["version"] or 0, by=viewer, planned=form.planned())
        return page_of_team(team)

    return answer(request, sheet, form, write, now=lambda: queries.posts_as_written(team))


@second_tap_first
def add_team_member(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """Somebody more at work."""
    viewer = viewer_of(request)
    team, day = find_team(team_id), today()
    people = queries.candidates(viewer, team, day, also_there=request.method == "POST")
    form = TeamMemberForm(request.POST or None, candidates=people)
    sheet = Sheet(_("Chi comincia a lavorare qui"), _("Aggiungi all'équipe"), team.name, page_of_team(team))

    def write() -> str:
        actions.add_team_member(
            team, form.hat(), profession=form.cleaned_data["profession"], by=viewer, today=day
        )
        return page_of_team(team)

    return answer(request, sheet, form, write, said=_("Fatto: da oggi lavora in questa équipe."))


@second_tap_first
def end_team_member(request: HttpRequest, team_membership_id: UUID) -> HttpResponse:
    """Somebody who no longer works here."""
    viewer = viewer_of(request)
    place = get_object_or_404(queries.places_in_teams(), pk=team_membership_id)
    policies.require_composes(viewer, place.team)
    person = place.membership.user.name
    warning = _("Da oggi %(person)s non vede più le famiglie di questa équipe.") % {"person": person}
    title = _("%(person)s non lavora più qui") % {"person": person}
    sheet = Sheet(title, _("Concludi da oggi"), place.team.name, page_of_team(place.team), warning=warning)

    def write() -> str:
        actions.end_team_member(place, by=viewer, today=today())
        return page_of_team(place.team)

    return answer(
        request, sheet, OnceForm(request.POST or None), write, said=_("Fatto: da oggi non lavora più qui.")
    )
