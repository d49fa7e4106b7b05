"""Taking charge, not taking charge, handing over, annulling."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases import actions
from intreccio.families.cases.forms import EndPreliminaryForm, HandOverForm, TakeChargeForm, VoidForm
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.beside import beside
from intreccio.families.cases.queries.conferences import open_decisions
from intreccio.families.cases.queries.sight import windows_of
from intreccio.families.cases.views.finding import find_case, lead, page_or_farewell, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import objections, panels_for, viewer_of


@second_tap_first
def take_charge(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The family is taken in charge, by this team or by another."""
    viewer, case = find_case(request, case_id, "take_charge")
    form = TakeChargeForm(request.POST or None, case=case, viewer=viewer)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/take_charge.html")

    def write() -> str:
        said = form.cleaned_data
        actions.take_charge(
            case, choice=actions.Choice(*said["who"]), motive=said["motive"], words=said["words"],
            keep=actions.Keep(*form.window) if form.window else None, by=viewer, today=today(),
        )  # fmt: skip
        return page_or_farewell(viewer, case)

    return lead(request, form, write, _("Fatto: la famiglia è in carico."))


@second_tap_first
def hand_over_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The family goes to another team."""
    viewer, case = find_case(request, case_id, "hand_over_case")
    form = HandOverForm(request.POST or None, case=case, draft=_draft(request, case))
    if not form.is_valid():
        windows = windows_of(case.household, today())
        passing = panels_for(request, "case.passing", case=case)
        return show(
            request, case, form, "families/cases/pages/hand_over_case.html", windows=windows, passing=passing
        )

    def write() -> str:
        said = form.cleaned_data
        actions.hand_over_case(
            case, to_team_id=UUID(said["to_team"]), motive=said["motive"], summary=said["summary"],
            keep=actions.Keep(*form.window) if form.window else None, by=viewer, today=today(),
        )  # fmt: skip
        return page_or_farewell(viewer, case)

    return lead(request, form, write, _("Fatto: la famiglia è affidata all'altra équipe."))


def _draft(request: HttpRequest, case: Case) -> str:
    """What is known already, for who passes the family on to correct and complete."""
    if request.method == "POST":
        return ""
    words = {
        "under_way": [each.strip() for each in panels_for(request, "case.under_way", case=case)],
        "promised": [each.strip() for each in panels_for(request, "case.promised", case=case)],
        "meetings": [each for each in beside(case, today()).meetings if each.held_on is None],
        "decisions": open_decisions(case, today()),
    }
    return render_to_string("families/cases/pages/summary.txt", words).strip() + "\n"


@require_safe
def handed_over(request: HttpRequest) -> HttpResponse:
    """What happened, without anything of the family: it is no longer in sight."""
    viewer_of(request)
    return render(request, "families/cases/pages/handed_over.html")


@second_tap_first
def end_preliminary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The preliminary analysis ends without taking charge."""
    viewer, case = find_case(request, case_id, "end_preliminary")
    form = EndPreliminaryForm(request.POST or None, stage=case.stage)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/end_preliminary.html")

    def write() -> str:
        said = form.cleaned_data
        actions.end_preliminary(case, motive=said["motive"], words=said["words"], by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: l'analisi preliminare è conclusa."))


@second_tap_first
def void_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A case written by mistake is annulled, and stays readable."""
    viewer, case = find_case(request, case_id, "void_case")
    form = VoidForm(request.POST or None)
    if not form.is_valid():
        reasons = objections("why_not_void_case", case)
        return show(request, case, form, "families/cases/pages/void_case.html", reasons=reasons)

    def write() -> str:
        actions.void_case(case, reason=form.cleaned_data["reason"], by=viewer)
        return reverse("case_page", args=[case.pk])

    return lead(request, form, write, _("Fatto: è annullata, e resta leggibile."))
