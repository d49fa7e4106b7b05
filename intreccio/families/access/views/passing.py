"""A signal goes on to another desk; what has gone on from here."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.access import policies
from intreccio.families.access.actions import passing as acts
from intreccio.families.access.actions.triage import at_the_desk
from intreccio.families.access.forms.passing import PassOnForm
from intreccio.families.access.models import Triage
from intreccio.families.access.queries.passing import last_pass, likely_desk, other_desks, passed_page
from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.views.finding import find_signal, key_in
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed
from intreccio.ground.kernel.viewer import Viewer


@second_tap_first
def pass_on_signal(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """To which desk, and why. What cannot be passed on any more is said before anybody writes."""
    viewer = viewer_of(request)
    triage = find_signal(viewer, signal_id)
    policies.pass_on_signal.require(viewer)
    at_the_desk(triage, viewer)
    acts.require_passable(triage)
    form = _form(request, triage)
    if not form.is_valid():
        return _draw(request, viewer, triage, form, status=422 if form.is_bound else 200)
    try:
        return redirect(_pass_on(request, form, triage, viewer))
    except Changed:
        fresh = find_signal(viewer, signal_id)
        form.add_error(
            None, _("Nel frattempo qualcuno ha scritto su questa segnalazione: guardala, poi riprova.")
        )
        return _draw(request, viewer, fresh, form, status=409)


def _form(request: HttpRequest, triage: Triage) -> PassOnForm:
    desks = other_desks(triage, today())
    initial = {"version": triage.version, "desk": str(likely_desk(triage, desks) or "")}
    return PassOnForm(request.POST or None, desks=desks, initial=initial)


def _draw(
    request: HttpRequest, viewer: Viewer, triage: Triage, form: PassOnForm, *, status: int
) -> HttpResponse:
    record_reading(viewer, "pass_on_signal", shown=[triage.signal_id])
    context = {
        "triage": triage,
        "signal": triage.signal,
        "title": title_of(triage.signal.facts),
        "form": form,
    }
    return render(request, "families/access/pages/pass_on_signal.html", context, status=status)


def _pass_on(request: HttpRequest, form: PassOnForm, triage: Triage, viewer: Viewer) -> str:
    address, data = reverse("signal_page", args=[triage.signal_id]), form.cleaned_data

    def write() -> str:
        acts.pass_on_signal(triage, form.onward(), by=viewer, version=data["version"] or 0, today=today())
        messages.success(request, _("Fatto: la segnalazione è passata."))
        return address

    return once(data["once"], write, leads_to=address)


def draw_passed(request: HttpRequest, viewer: Viewer, signal_id: UUID) -> HttpResponse:
    """What the desk that has passed a signal on still reads of it: where, when and why. 404 for everybody else."""
    gone = last_pass(viewer, signal_id)
    if gone is None:
        raise Http404
    return render(request, "families/access/pages/signal_passed.html", {"gone": gone})


@require_safe
def passed_signals(request: HttpRequest) -> HttpResponse:
    """What the viewer's desks have passed on, last first."""
    viewer = viewer_of(request)
    policies.open_signal.require(viewer)
    lines, more = passed_page(viewer, after=key_in(request, "after"))
    return render(request, "families/access/pages/passed_signals.html", {"lines": lines, "more": more})
