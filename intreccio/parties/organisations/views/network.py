"""The list of bodies, and the page of one."""

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
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions import network as actions
from intreccio.parties.organisations.forms.network import OrganisationForm
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.queries import network as queries
from intreccio.parties.organisations.queries import people
from intreccio.parties.organisations.rules.network import why_not_stand
from intreccio.parties.organisations.vocabulary import OrganisationKind, Standing
from intreccio.workshop.protocols.policies import read_protocols


def key_in(text: str | None) -> UUID | None:
    """A key out of an address; None for anything else."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def page_of(organisation_id: UUID) -> str:
    """The address of a body's page."""
    return reverse("organisation_page", args=[organisation_id])


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Bodies by name; filters are codes."""
    viewer = viewer_of(request)
    standing, kind = request.GET.get("standing", ""), request.GET.get("kind", "")
    standing = standing if standing in Standing.values else ""
    kind = kind if kind in OrganisationKind.values else ""
    listed, more = queries.organisations(standing=standing, kind=kind, after=key_in(request.GET.get("after")))
    context = {
        "listed": listed,
        "more": more,
        "standing": standing,
        "kind": kind,
        "standings": Standing.choices,
        "kinds": OrganisationKind.choices,
        "may_create": policies.create_organisation(viewer),
        "reads_protocols": read_protocols(viewer),
    }
    return render(request, "parties/organisations/pages/organisation_list.html", context)


@require_safe
def organisation_page(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """What it is, where it works, its teams, its people by role."""
    viewer = viewer_of(request)
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    members, more = people.members(viewer, organisation, day=today())
    context = {
        "organisation": organisation,
        "place": queries.places([organisation.municipality_code]).get(organisation.municipality_code, ""),
        "sites": queries.sites_of(organisation),
        "teams": queries.teams_of(organisation),
        "projects": organisation.projects.order_by("-starts"),
        "members": members,
        "more": more,
        "is_over": policies.is_over(viewer, organisation.pk),
    }
    return render(request, "parties/organisations/pages/organisation_page.html", context)


@second_tap_first
def create_organisation(request: HttpRequest) -> HttpResponse:
    """A body that is not there yet."""
    viewer = viewer_of(request)
    policies.create_organisation.require(viewer)
    fixed = why_not_stand(role=viewer.role, standing=Standing.MEMBER, was=Standing.LISTED) is not None
    form = OrganisationForm(request.POST or None, fixed_standing=fixed)
    lead = (
        _("Entra «solo in elenco»: se collabora o fa parte della rete lo dice chi amministra.")
        if fixed
        else ""
    )
    sheet = Sheet(
        _("Un ente nuovo"), _("Aggiungi all'elenco"), _("Rete"), reverse("organisation_list"), lead=lead
    )

    def write() -> str:
        made = actions.create_organisation(by=viewer, **{"standing": Standing.LISTED, **form.said()})
        return page_of(made.pk)

    return answer(request, sheet, form, write, said=_("Fatto: l'ente è nell'elenco."))


@second_tap_first
def edit_organisation(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """What a body says of itself."""
    viewer = viewer_of(request)
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    policies.require_over(policies.edit_network, viewer, organisation.pk)
    fixed = why_not_stand(role=viewer.role, standing="", was=organisation.standing) is not None
    form = OrganisationForm(
        request.POST or None,
        initial=values_of(organisation, OrganisationForm.base_fields),
        fixed_standing=fixed,
    )
    sheet = Sheet(_("Aggiorna l'ente"), _("Salva"), organisation.name, page_of(organisation.pk))

    def write() -> str:
        actions.edit_organisation(
            organisation, version=form.cleaned_data["version"] or 0, by=viewer, **form.said()
        )
        return page_of(organisation.pk)

    return answer(request, sheet, form, write, now=standing(organisation, form))
