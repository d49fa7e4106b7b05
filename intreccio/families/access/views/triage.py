"""The desk's inbox, and the page of a signal."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from intreccio.families.access import policies
from intreccio.families.access.actions import triage as acts
from intreccio.families.access.queries.desks import district_choices
from intreccio.families.access.queries.inbox import OF_CHIP, counts_by_chip, inbox
from intreccio.families.access.views.finding import key_in, signal_in_sight
from intreccio.families.access.views.page import draw_signal
from intreccio.families.access.views.passing import draw_passed
from intreccio.families.access.vocabulary import SignalState
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading

CHIPS = {
    "received": gettext_lazy("Da leggere"),
    "assessment": gettext_lazy("In valutazione"),
    "answered": gettext_lazy("Da restituire"),
    "closed": gettext_lazy("Chiuse"),
}


@require_safe
def signal_inbox(request: HttpRequest) -> HttpResponse:
    """What arrived at the viewer's desks."""
    viewer = viewer_of(request)
    policies.open_signal.require(viewer)
    chip, places = request.GET.get("state", SignalState.RECEIVED.value), district_choices()
    if chip not in OF_CHIP:
        raise Http404
    asked = request.GET.get("municipality", "")
    place = asked if asked in dict(places) else ""
    found = inbox(viewer, chip=chip, municipality_code=place, after=key_in(request, "after"), today=today())
    shown = [line.triage.pk for line in (*found.lines, *found.preview)]
    record_reading(viewer, "signal_inbox", shown=shown, count=len(shown))
    counts = counts_by_chip(viewer)
    context = {
        "chips": [(code, label, counts.get(code)) for code, label in CHIPS.items()],
        "places": places,
        "to_return": counts[SignalState.ANSWERED.value],
    }
    context |= {"chip": chip, "place": place, "found": found}
    return render(request, "families/access/pages/signal_inbox.html", context)


@require_safe
def signal_page(request: HttpRequest, signal_id: UUID) -> HttpResponse:
    """One signal. Opened at the desk for the first time, it is read; passed on from here, it only says where it went."""
    viewer = viewer_of(request)
    triage = signal_in_sight(viewer, signal_id)
    if triage is None:
        return draw_passed(request, viewer, signal_id)
    acts.mark_read(triage, by=viewer)
    return draw_signal(request, viewer, triage)
