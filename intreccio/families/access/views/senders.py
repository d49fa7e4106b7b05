"""For who signals with an account: writing, and reading back what was written and answered."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intreccio.families.access import policies
from intreccio.families.access.actions import words as acts
from intreccio.families.access.actions.receive import create_signal as create
from intreccio.families.access.actions.receive import receipt_for
from intreccio.families.access.forms.signals import SignalForm, WordForm
from intreccio.families.access.models import SignalSender
from intreccio.families.access.queries.desks import body_kind, place_names
from intreccio.families.access.queries.signals import exchanged, sent_by, unread_answers
from intreccio.families.access.rules.sources import source_of_body
from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.views.finding import key_in
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer

PAGE = 25


@never_cache
@require_http_methods(["GET", "POST"])
def create_signal(request: HttpRequest) -> HttpResponse:
    """A worry, written by who has signed in. At the desk it is somebody else's, who is given the receipt."""
    viewer = viewer_of(request)
    policies.create_signal.require(viewer)
    on_behalf = policies.choose_first_step(viewer)
    source = None if on_behalf else source_of_body(body_kind(viewer))
    form = SignalForm(request.POST or None, on_behalf=on_behalf, initial={"source": source})
    if not form.is_valid():
        context, status = {"form": form, "on_behalf": on_behalf}, 422 if form.is_bound else 200
        return render(request, "families/access/pages/create_signal.html", context, status=status)
    key = form.cleaned_data["once"]
    address = once(key, lambda: _create(request, form, viewer))
    if not on_behalf:
        return redirect(address)
    # Not a redirect: the code is drawn here and travels in no address and no cookie. Twice, it is drawn and not written.
    context = {"code": receipt_for(key), "address": address, "here": address != reverse("signal_inbox")}
    return render(request, "families/access/pages/signal_taken.html", context)


def _create(request: HttpRequest, form: SignalForm, viewer: Viewer) -> str:
    code = receipt_for(form.cleaned_data["once"])
    said, sender = form.said(form.cleaned_data["source"]), form.sender_for(viewer)
    signal = create(said, sender, by=viewer, on_behalf=form.on_behalf, receipt=code, today=today())
    if form.on_behalf:
        at_my_desk = signal.desk_id in viewer.team_ids
        return reverse("signal_page", args=[signal.pk]) if at_my_desk else reverse("signal_inbox")
    messages.success(
        request, _("Fatto: la segnalazione è arrivata allo sportello. Qui vedi quando viene letta.")
    )
    return reverse("my_signal", args=[signal.pk])


@require_safe
def my_signals(request: HttpRequest) -> HttpResponse:
    """What the viewer has signalled, last first."""
    viewer = viewer_of(request)
    policies.create_signal.require(viewer)
    rows = sent_by(viewer)
    if after := key_in(request, "after"):
        rows = rows.filter(signal_id__lt=after)
    found = list(rows[: PAGE + 1])
    places = place_names(row.signal.municipality_code for row in found)
    lines = [
        (row, title_of(row.signal.facts), places.get(row.signal.municipality_code, ""))
        for row in found[:PAGE]
    ]
    record_reading(viewer, "my_signals", shown=[row.signal_id for row, *_rest in lines], count=len(lines))
    context = {
        "lines": lines,
        "answered": set(unread_answers(viewer).values_list("signal_id", flat=True)),
        "more": found[PAGE - 1].signal_id if len(found) > PAGE else None,
    }
    return render(request, "families/access/pages/my_signals.html", context)


def _mine(viewer: Viewer, signal_id: UUID) -> SignalSender:
    found = sent_by(viewer).filter(signal_id=signal_id).first()
    if found is None:
        raise Http404
    return found


@require_safe
def my_signal(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """One of them: when it was received and read, and the words exchanged."""
    viewer = viewer_of(request)
    return _my_signal(request, viewer, _mine(viewer, signal_id), WordForm())


def _my_signal(
    request: HttpRequest, viewer: Viewer, sent: SignalSender, form: WordForm, *, status: int = 200
) -> HttpResponse:
    signal = sent.signal
    acts.mark_answers_read(signal, by=viewer)
    record_reading(viewer, "my_signal", shown=[signal.pk])
    context = {
        "signal": signal,
        "sent": sent,
        "title": title_of(signal.facts),
        "place": place_names([signal.municipality_code]).get(signal.municipality_code, ""),
        "words": exchanged(viewer, signal, desk=sent.desk.name),
        "form": form,
    }
    return render(request, "families/access/pages/my_signal.html", context, status=status)


@require_POST
def add_my_word(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """A further word of who signalled."""
    viewer = viewer_of(request)
    sent, form = _mine(viewer, signal_id), WordForm(request.POST)
    if not form.is_valid():
        return _my_signal(request, viewer, sent, form, status=422)
    address = reverse("my_signal", args=[signal_id])

    def write() -> str:
        acts.add_my_word(sent.signal, form.cleaned_data["words"], by=viewer)
        messages.success(request, _("Fatto: la tua parola è arrivata allo sportello."))
        return address

    return redirect(once(form.cleaned_data["once"], write, leads_to=address))
