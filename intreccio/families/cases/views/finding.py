"""What every page of a case begins and ends with."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import cases_in_sight, opened
from intreccio.families.cases.rules.stages import where_it_stands
from intreccio.ground.accounts.roles import Coordinator
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Refused, Words
from intreccio.ground.kernel.viewer import Viewer

STEPS: dict[str, Words] = {
    "take_charge": _("Prendere in carico"),
    "end_preliminary": _("Concludere l'analisi preliminare"),
    "hand_over_case": _("Affidare a un'altra équipe"),
    "begin_review": _("Preparare la verifica"),
    "end_review": _("Scrivere la verifica"),
    "close_case": _("Concludere il percorso"),
    "reopen_case": _("Riaprire il percorso"),
    "record_follow_up": _("Come va, dopo il percorso"),
    "move_follow_up": _("Spostare a un altro giorno"),
    "set_aside_prompt": _("Mettere da parte un richiamo"),
    "take_back_prompt": _("Far tornare un richiamo"),
    "void_case": _("Annullare il percorso"),
    "change_responsible": _("Scegliere il riferimento"),
    "weigh_case": _("Quanto lavoro chiede"),
    "name_deputy": _("Chi sostituisce chi è via"),
    "end_deputy": _("Chi era via è tornato"),
    "read_summary": _("Da dove cominciare"),
    "meet_family": _("Ci siamo sentiti"),
    "plan_conference": _("Preparare una riunione"),
    "edit_conference": _("Cambiare la riunione"),
    "call_off_conference": _("La riunione non si fa"),
    "answer_conference": _("Chi viene alla riunione"),
    "write_minutes": _("Il verbale"),
    "add_decision": _("Che cosa si è deciso"),
    "void_decision": _("Annullare una decisione"),
    "add_worker": _("Chi comincia a lavorare con loro"),
    "end_worker": _("Chi non lavora più con loro"),
}


def find_case(request: HttpRequest, case_id: UUID, verb: str = "case_page") -> tuple[Viewer, Case]:
    """The viewer and a case in sight; 404 for strangers, 403 where role or team may not."""
    viewer = viewer_of(request)
    if (case := opened(viewer, case_id)) is None:
        raise Http404
    if verb in policies.ABILITIES:
        policies.ABILITIES[verb].require(viewer)
        require_in_charge(case.team_id, by=viewer)
    if request.method != "POST":
        require_step(viewer, case, verb)
        record_reading(viewer, verb, household_id=case.household_id, shown=[case.household_id])
    return viewer, case


def steps_for(viewer: Viewer, case: Case) -> set[str]:
    """The verbs that this viewer may do with this case as it stands."""
    is_voided = case.voided_at is not None
    return policies.what_may(viewer, team_id=case.team_id, stage=case.stage, is_voided=is_voided)


def may_weigh(viewer: Viewer, case: Case) -> bool:
    """Who coordinates the team in charge, and who answers for the family (`rules/team.py`)."""
    says = viewer.role == Coordinator.code or case.responsible_id == viewer.membership_id
    return says and "weigh_case" in steps_for(viewer, case)


def require_step(viewer: Viewer, case: Case, verb: str) -> None:
    """Says that a stage has no such step before anybody writes."""
    if verb in policies.ABILITIES and verb not in steps_for(viewer, case):
        raise Refused(where_it_stands(case.stage, is_voided=case.voided_at is not None), code="stage")


def show(request: HttpRequest, case: Case, form: forms.BaseForm, template: str, **words: Any) -> HttpResponse:
    """A step's own small page; 422 where something is missing, 409 where somebody wrote first: then it is read too."""
    match = request.resolver_match
    if request.method == "POST":
        key = case.household_id
        record_reading(viewer_of(request), match.view_name if match else "", household_id=key, shown=[key])
    step = STEPS[match.view_name] if match and match.view_name else ""
    context = {"case": case, "family": case.household, "form": form, "step": step, **words}
    status = 409 if words.get("changed") else 422 if form.is_bound else 200
    return render(request, template, context, status=status)


def lead(request: HttpRequest, form: forms.BaseForm, write: Callable[[], str], said: Words) -> HttpResponse:
    """Writes once, says what was done, goes where it led."""
    address = once(form.cleaned_data["once"], write)
    messages.success(request, str(said))
    return redirect(address)


def page_or_farewell(viewer: Viewer, case: Case) -> str:
    """The page of the case while it is in sight; afterwards a page without anything of the family."""
    if cases_in_sight(viewer).filter(pk=case.pk).exists():
        return reverse("case_page", args=[case.pk])
    return reverse("handed_over")
