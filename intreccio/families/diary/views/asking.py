"""The team asks, and takes back what was asked by mistake."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import cases_in_sight
from intreccio.families.cases.vocabulary import IN_CHARGE_STAGES
from intreccio.families.diary import actions, policies
from intreccio.families.diary.forms.asking import AskForm, VoidForm
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.rules.asking import why_not_in_charge
from intreccio.families.diary.views.finding import find_line, lead, page_of, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.responsibility import deciding_of

VOID_LINE = "families/diary/pages/void_line.html"


@second_tap_first
def ask_line(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Which of the three lines, for whom, and the question."""
    viewer = viewer_of(request)
    case = get_object_or_404(cases_in_sight(viewer), pk=case_id)
    policies.ask_line.require(viewer)
    require_in_charge(case.team_id, by=viewer)
    refuse_if(why_not_in_charge(case.stage in IN_CHARGE_STAGES), code="stage")
    family = family_of(viewer, case.household)
    deciding = deciding_of(case.household_id, family.members, today())
    form = AskForm(request.POST or None, family=family, deciding=deciding, limits=limits_on(today()))
    if form.is_valid():
        address = once(form.cleaned_data["once"], lambda: _ask(case, form, by=viewer))
        messages.success(request, _("Fatto: chi fa la psicologa lo trova in Oggi."))
        return redirect(address)
    record_reading(viewer, "ask_line", household_id=case.household_id, shown=[case.household_id])
    context = {"case": case, "family": case.household, "form": form, "deciding": deciding}
    return render(
        request, "families/diary/pages/ask_line.html", context, status=422 if form.is_bound else 200
    )


def _ask(case: Case, form: AskForm, *, by: Viewer) -> str:
    return page_of(actions.ask_line(case, form.asked, by=by, today=today()))


@second_tap_first
def void_line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """A request written by mistake."""
    viewer, line = find_line(request, line_id, "void_line")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        return show(request, line, form, VOID_LINE)
    reason = form.cleaned_data["reason"]
    done = _("Fatto: è annullata, e resta leggibile.")
    return lead(request, line, form, lambda: actions.void_line(line, reason=reason, by=viewer), done)
