"""The desk's inbox and the page of a signal."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from intreccio.families.access import policies
from intreccio.families.access.actions import links
from intreccio.families.access.actions import triage as acts
from intreccio.families.access.actions.words import reply_to_sender as reply
from intreccio.families.access.forms.links import KnownForm, LinkForm
from intreccio.families.access.forms.triage import ReplyForm, UrgencyForm, step_form
from intreccio.families.access.models import Triage
from intreccio.families.access.queries.desks import district_choices, workers_of
from intreccio.families.access.queries.inbox import OF_CHIP, counts_by_chip, inbox
from intreccio.families.access.queries.signals import signals_at_hand
from intreccio.families.access.views.page import draw_signal, key_in
from intreccio.families.access.vocabulary import SignalState
from intreccio.ground.design.forms import EditForm, OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.known import known_already

CHIPS = {
    "received": gettext_lazy("Da leggere"),
    "assessment": gettext_lazy("In valutazione"),
    "answered": gettext_lazy("Da restituire"),
    "closed": gettext_lazy("Chiuse"),
}
Write = Callable[[], object]


@require_safe
def signal_inbox(request: HttpRequest) -> HttpResponse:
    """What arrived at the viewer's desks."""
    viewer = viewer_of(request)
    policies.open_signal.require(viewer)
    chip, place = request.GET.get("state", SignalState.RECEIVED.value), request.GET.get("municipality", "")
    if chip not in OF_CHIP:
        raise Http404
    found = inbox(viewer, chip=chip, municipality_code=place, after=key_in(request, "after"), today=today())
    record_reading(viewer, "signal_inbox", count=len(found.lines) + len(found.preview))
    counts = counts_by_chip(viewer)
    context = {
        "chips": [(code, label, counts.get(code)) for code, label in CHIPS.items()],
        "places": district_choices(),
        "to_return": counts[SignalState.ANSWERED.value],
    }
    context |= {"chip": chip, "place": place, "found": found}
    return render(request, "families/access/pages/signal_inbox.html", context)


def _triage(viewer: Viewer, signal_id: UUID) -> Triage:
    return get_object_or_404(signals_at_hand(viewer), signal_id=signal_id)


@require_safe
def signal_page(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """One signal. Opened at the desk for the first time, it is read."""
    viewer = viewer_of(request)
    triage = _triage(viewer, signal_id)
    acts.mark_read(triage, by=viewer)
    return draw_signal(request, viewer, triage)


def _done(request: HttpRequest, triage: Triage, write: Write, told: str) -> str:
    write()
    messages.success(request, told)
    return reverse("signal_page", args=[triage.signal_id])


def _attempt(
    request: HttpRequest, viewer: Viewer, name: str, form: OnceForm, triage: Triage, write: Write, told: str
) -> HttpResponse:
    """Writes once; where somebody wrote first, draws the page as it stands now, with the form as it was filled."""
    try:
        return redirect(once(form.cleaned_data["once"], lambda: _done(request, triage, write, told)))
    except Changed:
        fresh = _triage(viewer, triage.signal_id)
        form.add_error(
            None,
            _("Nel frattempo qualcuno ha scritto su questa segnalazione: guarda che cosa, poi conferma."),
        )
        if isinstance(form, EditForm) and isinstance(form.data, QueryDict):
            form.data = {**form.data.dict(), form.add_prefix("version"): str(fresh.version)}
        return draw_signal(request, viewer, fresh, status=409, **{name: form})


@require_POST
def set_urgency(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """A person chooses how soon."""
    viewer = viewer_of(request)
    triage, form = _triage(viewer, signal_id), UrgencyForm(request.POST)
    policies.choose_first_step.require(viewer)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, urgency_form=form)
    data = form.cleaned_data
    return _attempt(
        request, viewer, "urgency_form", form, triage,
        lambda: acts.set_urgency(triage, data["urgency"], by=viewer, version=data["version"] or 0),
        _("Fatto: l'urgenza è scelta."),
    )  # fmt: skip


@require_POST
def choose_first_step(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """One of the six choices."""
    viewer = viewer_of(request)
    triage = _triage(viewer, signal_id)
    policies.choose_first_step.require(viewer)
    workers = workers_of([team for team in (triage.desk_id, triage.team_id) if team], today())
    form = step_form(request.POST, triage, workers, viewer.membership_id)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, step_form=form)
    choice, version = form.choice(), form.cleaned_data["version"] or 0
    return _attempt(
        request, viewer, "step_form", form, triage,
        lambda: acts.choose_first_step(triage, choice, by=viewer, version=version, today=today()),
        _("Fatto: il primo passo è scritto."),
    )  # fmt: skip


@require_POST
def reply_to_sender(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """A word back to who signalled."""
    viewer = viewer_of(request)
    triage, form = _triage(viewer, signal_id), ReplyForm(request.POST)
    policies.choose_first_step.require(viewer)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, reply_form=form)
    data = form.cleaned_data
    return _attempt(
        request, viewer, "reply_form", form, triage,
        lambda: reply(triage, data["words"], by=viewer, closes=data["closes"]),
        _("Fatto: la parola a chi ha segnalato è scritta."),
    )  # fmt: skip


@require_POST
def link_signal(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Which family it is about."""
    viewer = viewer_of(request)
    triage, form = _triage(viewer, signal_id), LinkForm(request.POST)
    policies.link_household.require(viewer)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, link_form=form)
    return _attempt(
        request, viewer, "link_form", form, triage,
        lambda: links.link_signal(triage, form.household, by=viewer, version=form.cleaned_data["version"] or 0),
        _("Fatto: la segnalazione è collegata alla famiglia."),
    )  # fmt: skip


@require_POST
def find_known(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """Is the family known already? A POST: names never stand in an address. Recorded, and limited an hour."""
    viewer = viewer_of(request)
    triage, form = _triage(viewer, signal_id), KnownForm(request.POST)
    if not form.is_valid():
        return draw_signal(request, viewer, triage, status=422, known_form=form)
    data = form.cleaned_data
    try:
        hint = known_already(viewer, data["surname"], data["birth_date"], data["fiscal_code"])
    except Refused as refusal:
        form.add_error(None, str(refusal.reason))
        return draw_signal(request, viewer, triage, status=409, known_form=form)
    return draw_signal(request, viewer, triage, known_form=form, hint=hint, asked=True)
