"""The six principles of a version of a plan."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.plans import actions, policies
from intreccio.families.plans.models import Plan, PlanPrinciples
from intreccio.families.plans.queries.choices import workers_for
from intreccio.families.plans.queries.versions import looks_in_sight, plans_in_sight
from intreccio.families.plans.views.asking import find, sent
from intreccio.ground.design.sheets import Sheet, answer
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.forms.principles import PrinciplesForm
from intreccio.parties.organisations.queries.principles import Look, looks_of, sheet_of

CHECKLIST = "sei-principi-famiglia"
NAME = "check_plan_principles"


@second_tap_first
def check_plan_principles(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """How it was answered, for who reads the plan; for the team in charge, the way to answer anew."""
    if request.method == "POST":
        find(request, plans_in_sight, plan_id, NAME)
    viewer = viewer_of(request)
    plan = get_object_or_404(plans_in_sight(viewer), pk=plan_id)
    record_reading(viewer, NAME, household_id=plan.household_id, shown=[plan.household_id])
    may, looks = _may(viewer, plan), looks_of(looks_in_sight(viewer, plan.case_id), _version)
    people = workers_for(plan.case, today()) if may else []
    form = PrinciplesForm(sent(request), checklist=CHECKLIST, looks=looks, people=people)

    def write() -> str:
        actions.check_plan_principles(plan, form.filled, by=viewer, today=today())
        return request.path

    return answer(request, _sheet(plan, looks, may=may), form, write)


def _sheet(plan: Plan, looks: list[Look], *, may: bool) -> Sheet:
    back = reverse("plan_page", args=[plan.pk])
    return sheet_of(looks, subject=plan.case.household.name, back=back, may=may)


def _may(viewer: Viewer, plan: Plan) -> bool:
    return NAME in policies.what_may(viewer, plan)


def _version(look: PlanPrinciples) -> str:
    return _("Versione %s") % look.plan.number
