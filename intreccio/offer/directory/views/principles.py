"""The six principles of a service."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from intreccio.ground.design.sheets import answer
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions import principles as actions
from intreccio.offer.directory.actions.own import require_own
from intreccio.offer.directory.views.pages import page_of, sent, service_or_404
from intreccio.parties.organisations.forms.principles import PrinciplesForm
from intreccio.parties.organisations.queries.principles import colleagues, looks_of, sheet_of

CHECKLIST = "sei-principi-servizio"


@second_tap_first
def check_service_principles(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """How it was answered, for everybody; for who writes the service, the way to answer anew."""
    viewer, service = viewer_of(request), service_or_404(service_id)
    if request.method == "POST":
        require_own(viewer, service)
    looks = looks_of(service.principles.all())
    people = colleagues(viewer, today())
    form = PrinciplesForm(sent(request), checklist=CHECKLIST, looks=looks, people=people)
    may = policies.may_edit(viewer, service)

    def write() -> str:
        actions.check_service_principles(service, form.filled, by=viewer, today=today())
        return request.path

    return answer(request, sheet_of(looks, subject=service.name, back=page_of(service), may=may), form, write)
