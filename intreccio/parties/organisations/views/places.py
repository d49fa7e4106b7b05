"""Where bodies work, and what they do together."""

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
from intreccio.parties.organisations.forms.network import ProjectForm, SiteForm
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.queries import network as queries
from intreccio.parties.organisations.views.network import page_of


@second_tap_first
def create_site(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """A place more."""
    viewer = viewer_of(request)
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    policies.require_over(policies.edit_network, viewer, organisation.pk)
    form = SiteForm(request.POST or None)
    sheet = Sheet(_("Una sede nuova"), _("Aggiungi la sede"), organisation.name, page_of(organisation.pk))

    def write() -> str:
        actions.create_site(organisation, by=viewer, **form.said())
        return page_of(organisation.pk)

    return answer(request, sheet, form, write)


@second_tap_first
def edit_site(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """A place that moved or changed its name."""
    viewer = viewer_of(request)
    site = get_object_or_404(queries.all_sites(), pk=site_id)
    policies.require_over(policies.edit_network, viewer, site.organisation_id)
    form = SiteForm(request.POST or None, initial=values_of(site, SiteForm.base_fields))
    sheet = Sheet(_("Aggiorna la sede"), _("Salva"), site.organisation.name, page_of(site.organisation_id))

    def write() -> str:
        actions.edit_site(site, version=form.cleaned_data["version"] or 0, by=viewer, **form.said())
        return page_of(site.organisation_id)

    return answer(request, sheet, form, write, now=standing(site, form))


@require_safe
def project_list(request: HttpRequest) -> HttpResponse:
    """What is done together."""
    viewer = viewer_of(request)
    context = {
        "projects": queries.projects(),
        "today": today(),
        "create_url": reverse("create_project", args=[viewer.organisation_id])
        if policies.edit_network(viewer)
        else "",
    }
    return render(request, "parties/organisations/pages/project_list.html", context)


@require_safe
def project_page(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """Who leads it, which teams work in it."""
    viewer = viewer_of(request)
    project = get_object_or_404(queries.projects(), pk=project_id)
    context = {
        "project": project,
        "teams": project.teams.select_related("organisation").order_by("name"),
        "is_over": policies.is_over(viewer, project.lead_id),
    }
    return render(request, "parties/organisations/pages/project_page.html", context)


@second_tap_first
def create_project(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """A project that this body leads."""
    viewer = viewer_of(request)
    lead = get_object_or_404(Organisation, pk=organisation_id)
    policies.require_over(policies.edit_network, viewer, lead.pk)
    form = ProjectForm(request.POST or None)
    guided = _("Ente guida: %(body)s.") % {"body": lead.name}
    sheet = Sheet(
        _("Un progetto nuovo"), _("Aggiungi il progetto"), _("Progetti"), reverse("project_list"), lead=guided
    )

    def write() -> str:
        made = actions.create_project(lead, by=viewer, **form.said())
        return reverse("project_page", args=[made.pk])

    return answer(request, sheet, form, write)


@second_tap_first
def edit_project(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """What a project says of itself."""
    viewer = viewer_of(request)
    project = get_object_or_404(queries.projects(), pk=project_id)
    policies.require_over(policies.edit_network, viewer, project.lead_id)
    form = ProjectForm(request.POST or None, initial=values_of(project, ProjectForm.base_fields))
    there = reverse("project_page", args=[project.pk])
    sheet = Sheet(_("Aggiorna il progetto"), _("Salva"), project.name, there)

    def write() -> str:
        actions.edit_project(project, version=form.cleaned_data["version"] or 0, by=viewer, **form.said())
        return there

    return answer(request, sheet, form, write, now=standing(project, form))
