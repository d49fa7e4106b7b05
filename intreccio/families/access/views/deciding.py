"""What the desk decides about a signal: every form of its page is sent, written and drawn again in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from intreccio.families.access import policies
from intreccio.families.access.actions import links
from intreccio.families.access.actions import triage as acts
from intreccio.families.access.actions.words import reply_to_sender as reply
from intreccio.families.access.forms.links import KnownForm, LinkForm
from intreccio.families.access.forms.triage import ReplyForm, StepForm, UrgencyForm, step_form
from intreccio.families.access.models import Triage
from intreccio.families.access.queries.desks import workers_of
from intreccio.families.access.views.finding import find_signal
from intreccio.families.access.views.page import draw_signal
from intreccio.ground.accounts.roles import Ability
from intreccio.ground.design.forms import EditForm, OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.known import known_already


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form of the page: its name there, who may send it, what it writes, what is said afterwards."""

    name: str
    ability: Ability
    form: Callable[[QueryDict, Triage, Viewer], Any]
    write: Callable[[Triage, Any, Viewer], object]
    told: str


def send(request: HttpRequest, signal_id: UUID, sheet: Sheet) -> HttpResponse:
    """Writes once. What is missing, or what somebody wrote first, is drawn on the page with the form as it was filled."""
    viewer = viewer_of(request)
    triage = find_signal(viewer, signal_id)
    sheet.ability.require(viewer)
    form = sheet.form(request.POST, triage, viewer)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, **{sheet.name: form})
    address = reverse("signal_page", args=[triage.signal_id])

    def write() -> str:
        sheet.write(triage, form, viewer)
        messages.success(request, sheet.told)
        return address

    try:
        return redirect(once(form.cleaned_data["once"], write, leads_to=address))
    except (Changed, Triage.DoesNotExist):
        return _both(request, viewer, signal_id, {sheet.name: form})


def _both(request: HttpRequest, viewer: Viewer, signal_id: UUID, sent: dict[str, OnceForm]) -> HttpResponse:
    """The page as it stands now, with what was being written; or where the signal has gone."""
    fresh = find_signal(viewer, signal_id)
    for form in sent.values():
        form.add_error(
            None,
            _("Nel frattempo qualcuno ha scritto su questa segnalazione: guarda che cosa, poi conferma."),
        )
        if isinstance(form, EditForm) and isinstance(form.data, QueryDict):
            form.data = {**form.data.dict(), form.add_prefix("version"): str(fresh.version)}
    return draw_signal(request, viewer, fresh, status=409, **sent)


@require_POST
def set_urgency(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """A person chooses how soon."""

    def write(triage: Triage, form: UrgencyForm, by: Viewer) -> None:
        acts.set_urgency(
            triage, form.cleaned_data["urgency"], by=by, version=form.cleaned_data["version"] or 0
        )

    told = _("Fatto: l'urgenza è scelta.")
    sheet = Sheet(
        "urgency_form", policies.choose_first_step, lambda data, *_who: UrgencyForm(data), write, told
    )
    return send(request, signal_id, sheet)


@require_POST
def choose_first_step(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """One of the six choices."""

    def write(triage: Triage, form: StepForm, by: Viewer) -> None:
        version = form.cleaned_data["version"] or 0
        acts.choose_first_step(triage, form.choice(), by=by, version=version, today=today())

    told = _("Fatto: il primo passo è scritto.")
    return send(request, signal_id, Sheet("step_form", policies.choose_first_step, _step_form, write, told))


def _step_form(data: QueryDict, triage: Triage, viewer: Viewer) -> StepForm:
    workers = workers_of([team for team in (triage.desk_id, triage.team_id) if team], today())
    return step_form(data, triage, workers, viewer.membership_id)


@require_POST
def reply_to_sender(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """A word back to who signalled."""

    def write(triage: Triage, form: ReplyForm, by: Viewer) -> None:
        reply(triage, form.cleaned_data["words"], by=by, closes=form.cleaned_data["closes"])

    told = _("Fatto: la parola a chi ha segnalato è scritta.")
    sheet = Sheet("reply_form", policies.choose_first_step, lambda data, *_who: ReplyForm(data), write, told)
    return send(request, signal_id, sheet)


@require_POST
def link_signal(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Which family it is about."""

    def write(triage: Triage, form: LinkForm, by: Viewer) -> None:
        links.link_signal(triage, form.household, by=by, version=form.cleaned_data["version"] or 0)

    told = _("Fatto: la segnalazione è collegata alla famiglia.")
    sheet = Sheet("link_form", policies.link_household, lambda data, *_who: LinkForm(data), write, told)
    return send(request, signal_id, sheet)


@require_POST
def find_known(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Is the family known already? A POST: names never stand in an address. Recorded, and limited an hour."""
    viewer = viewer_of(request)
    triage, form = find_signal(viewer, signal_id), KnownForm(request.POST)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, known_form=form)
    data = form.cleaned_data
    try:
        hint = known_already(viewer, data["surname"], data["birth_date"], data["fiscal_code"])
    except Refused as refusal:
        form.add_error(None, str(refusal.reason))
        return draw_signal(request, viewer, triage, status=409, known_form=form)
    return draw_signal(request, viewer, triage, known_form=form, hint=hint, asked=True)
