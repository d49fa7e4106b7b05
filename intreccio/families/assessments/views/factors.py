"""What protects a family and what weighs on it: in words and as a trajectory, with its dates."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.assessments import actions, policies
from intreccio.families.assessments.forms import FactorForm, VoidForm
from intreccio.families.assessments.models import Factor
from intreccio.families.assessments.queries.factors import factors_in_sight, kinds_of, trajectory
from intreccio.families.assessments.queries.look import members_at_home
from intreccio.families.assessments.views.finding import lead
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import cases_in_sight
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.members import Member

ADD = "families/assessments/pages/add_factor.html"
EDIT = "families/assessments/pages/edit_factor.html"
VOID = "families/assessments/pages/void_factor.html"


@require_safe
def factor_list(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """All of a family's way in time, protective ones first."""
    viewer = viewer_of(request)
    case = get_object_or_404(cases_in_sight(viewer), pk=case_id)
    record_reading(viewer, "factor_list", household_id=case.household_id, shown=[case.household_id])
    members = members_at_home(viewer, case.household_id)
    names = {row: each.short for each in members for row in each.rows}
    rows = factors_in_sight(viewer).filter(case=case)
    may = policies.may_with_factors(viewer, team_id=case.team_id, has_ended=case.ended_on is not None)
    path = trajectory(rows, names, today=today())
    context = {"case": case, "family": case.household, "path": path, "may": may}
    return render(request, "families/assessments/pages/factor_list.html", context)


@second_tap_first
def add_factor(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Something that protects or weighs, since a day."""
    viewer = viewer_of(request)
    case = get_object_or_404(cases_in_sight(viewer), pk=case_id)
    _require(viewer, "add_factor", case)
    form = FactorForm(request.POST or None, members=_members(viewer, case))
    if not form.is_valid():
        return _show(request, viewer, case, form, ADD)

    def write() -> str:
        actions.add_factor(case, form.noted, by=viewer, today=today())
        return _list_of(case)

    return lead(request, form, write, _("Fatto: è scritto."))


@second_tap_first
def edit_factor(request: HttpRequest, factor_id: UUID) -> HttpResponse:
    """Corrects it, or says until when it was so."""
    viewer, factor = _factor(request, factor_id, "edit_factor")
    form = FactorForm(request.POST or None, row=factor, members=_members(viewer, factor.case))
    if not form.is_valid():
        return _show(request, viewer, factor.case, form, EDIT, factor=factor)

    def write() -> str:
        actions.edit_factor(factor, form.noted, version=form.read_at, by=viewer, today=today())
        return _list_of(factor.case)

    try:
        return lead(request, form, write, _("Fatto: è aggiornato."))
    except Changed as changed:
        words = {"factor": factor, "changed": True, "both": form.show_both(changed.current)}
        return _show(request, viewer, factor.case, form, EDIT, **words)


@second_tap_first
def void_factor(request: HttpRequest, factor_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, factor = _factor(request, factor_id, "void_factor")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        return _show(request, viewer, factor.case, form, VOID, factor=factor)

    def write() -> str:
        actions.void_factor(factor, reason=form.cleaned_data["reason"], by=viewer)
        return _list_of(factor.case)

    return lead(request, form, write, _("Fatto: è annullato, e resta leggibile."))


def _factor(request: HttpRequest, factor_id: UUID, verb: str) -> tuple[Viewer, Factor]:
    viewer = viewer_of(request)
    factor = get_object_or_404(factors_in_sight(viewer), pk=factor_id)
    factor.case.household = factor.household
    _require(viewer, verb, factor.case)
    if request.method != "POST":
        refuse_if(_("È già stato annullato.") if factor.voided_at else None, code="voided")
    return viewer, factor


def _require(viewer: Viewer, verb: str, case: Case) -> None:
    policies.OF_FACTORS[verb].require(viewer)
    require_in_charge(case.team_id, by=viewer)
    refuse_if(_("Questo percorso è concluso: resta da leggere.") if case.ended_on else None, code="ended")


def _members(viewer: Viewer, case: Case) -> list[Member]:
    return [each for each in members_at_home(viewer, case.household_id) if each.is_written_of]


def _list_of(case: Case) -> str:
    return reverse("factor_list", args=[case.pk])


def _show(
    request: HttpRequest, viewer: Viewer, case: Case, form: FactorForm | VoidForm, page: str, **words: object
) -> HttpResponse:
    match = request.resolver_match
    name = match.view_name if match else ""
    record_reading(viewer, name, household_id=case.household_id, shown=[case.household_id])
    factor = words.get("factor")
    texts = {kind.code: kind.text for kind in kinds_of(today())}
    if isinstance(factor, Factor):
        words["called"] = texts.get(factor.code, factor.code)
    status = 409 if words.get("changed") else 422 if form.is_bound else 200
    context = {"case": case, "family": case.household, "form": form, **words}
    return render(request, page, context, status=status)
