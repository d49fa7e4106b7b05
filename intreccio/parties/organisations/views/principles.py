"""The six principles of a project."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from intreccio.ground.design.sheets import answer
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions import principles as actions
from intreccio.parties.organisations.forms.principles import PrinciplesForm
from intreccio.parties.organisations.queries import principles
from intreccio.parties.organisations.queries.network import projects

CHECKLIST = "sei-principi-progetto"


@second_tap_first
def check_project_principles(request: HttpRequest, project_id: UUID) -> HttpResponse:
    """How it was answered, for everybody; for who leads it, the way to answer anew."""
    viewer, project = viewer_of(request), get_object_or_404(projects(), pk=project_id)
    if request.method == "POST":
        policies.require_over(policies.edit_network, viewer, project.lead_id)
    looks = principles.looks_of(project.principles.all())
    people = principles.colleagues(viewer, today())
    form = PrinciplesForm(request.POST or None, checklist=CHECKLIST, looks=looks, people=people)
    back, may = reverse("project_page", args=[project.pk]), policies.is_over(viewer, project.lead_id)
    sheet = principles.sheet_of(looks, subject=project.name, back=back, may=may)

    def write() -> str:
        actions.check_project_principles(project, form.filled, by=viewer, today=today())
        return request.path

    return answer(request, sheet, form, write)
