"""What every page here begins with: the case or the outing, whoever may read or write it, the reading."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.around import policies
from intreccio.families.around.models import Outing
from intreccio.families.around.queries.outings import outings_in_sight, standing_of
from intreccio.families.around.rules.outings import why_not_step
from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import opened
from intreccio.ground.accounts.roles import Ability
from intreccio.ground.design.sheets import TEMPLATE, Now, Sheet
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.models import Bond


def find_case(request: HttpRequest, case_id: UUID, ability: Ability | None = None) -> tuple[Viewer, Case]:
    """The viewer and a case in sight, the reading recorded. Raises Http404 for strangers, NotAllowed for who may only read."""
    viewer = viewer_of(request)
    if (case := opened(viewer, case_id)) is None:
        raise Http404
    if ability is not None:
        require_charge(case.household, by=viewer, ability=ability)
    _was_read(request, viewer, case.household_id)
    return viewer, case


def find_outing(request: HttpRequest, outing_id: UUID, verb: str = "") -> tuple[Viewer, Outing]:
    """The same of an outing. Raises Refused too, where it stands elsewhere than the verb belongs."""
    viewer = viewer_of(request)
    outing = get_object_or_404(outings_in_sight(viewer), pk=outing_id)
    if verb:
        require_charge(outing.household, by=viewer, ability=policies.ABILITIES[verb])
        if request.method != "POST":
            refuse_if(why_not_step(verb, standing_of(outing)), code="state")
    outing.case.household = outing.household
    _was_read(request, viewer, outing.household_id)
    return viewer, outing


def _was_read(request: HttpRequest, viewer: Viewer, household_id: UUID) -> None:
    match = request.resolver_match
    page = match.view_name if match else ""
    record_reading(viewer, page, household_id=household_id, shown=[household_id])


def may_with(viewer: Viewer, outing: Outing) -> set[str]:
    """The verbs of buttons: as it stands, for who may."""
    if not is_in_charge(viewer, outing.team_id):
        return set()
    return {verb for verb in standing_of(outing).verbs if policies.ABILITIES[verb](viewer)}


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form carries; None where the page is only opened. An empty form that was sent is still a form."""
    return request.POST if request.method == "POST" else None


def network_of_case(case: Case) -> str:
    """Who is around the family."""
    return reverse("network_page", args=[case.pk])


def page_of(outing: Outing) -> str:
    """Its own page."""
    return reverse("outing_page", args=[outing.pk])


def sheet_of(
    case: Case,
    title: Words,
    button: Words,
    lead: Words = "",
    *,
    outing: Outing | None = None,
    template: str = TEMPLATE,
    more: Any = (),
) -> Sheet:
    """A page with one form, that leads back to its outing, or to who is around the family."""
    label = _("%(family)s: chi fa che cosa") % {"family": case.household.name}
    back = (outing.service.name, page_of(outing)) if outing else (label, network_of_case(case))
    return Sheet(title, button, *back, lead or case.household.name, template=template, more=dict(more))


def as_read(row: Bond | Outing, form: RowForm) -> Now:
    """The row as it stands when it is asked, as the form reads it: whom it is of by key."""

    def read() -> dict[str, Any]:
        row.refresh_from_db()
        return {**form.read(row), "version": row.version}

    return read
