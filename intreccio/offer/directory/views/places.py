"""Where a service is, beyond its first place."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions import places
from intreccio.offer.directory.actions.own import require_own
from intreccio.offer.directory.forms.places import PlaceForm
from intreccio.offer.directory.models import Service, ServiceLocation
from intreccio.offer.directory.queries.facts import places_of
from intreccio.offer.directory.rules.editing import why_not_close_place
from intreccio.offer.directory.views.pages import page_of, sent, service_or_404

FORM = "offer/directory/pages/write_place.html"


@second_tap_first
def add_place(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """The service is also here."""
    viewer, service = _own(request, service_id)
    form = PlaceForm(sent(request))

    def write() -> str:
        places.add_place(service, by=viewer, today=today(), place=form.place)
        return page_of(service)

    return _answer(request, service, form, write, title=_("Un altro luogo"), button=_("Aggiungi il luogo"))


@second_tap_first
def close_place(request: HttpRequest, service_id: UUID, place_id: UUID) -> HttpResponse:
    """The service is no longer here."""
    viewer, service = _own(request, service_id)
    there = places_of(service)
    place = next((place for place in there if place.pk == place_id), None)
    if place is None:
        raise Http404

    def write() -> str:
        places.close_place(service, place, by=viewer, today=today())
        return page_of(service)

    return _answer(
        request, service, OnceForm(sent(request)), write, title=_("Qui non più: %s") % place, place=place,
        button=_("Togli da oggi"), reason=why_not_close_place(is_open=True, open_places=len(there)),
    )  # fmt: skip


def _own(request: HttpRequest, service_id: UUID) -> tuple[Viewer, Service]:
    """Who looks, and a service of theirs."""
    viewer = viewer_of(request)
    service = service_or_404(service_id)
    policies.edit_services.require(viewer)
    require_own(viewer, service)
    return viewer, service


def _answer(
    request: HttpRequest,
    service: Service,
    form: OnceForm,
    write: Callable[[], str],
    *,
    reason: Words | None = None,
    **words: str | ServiceLocation,
) -> HttpResponse:
    """The form, or the reason why there is none; written once, back to the service."""
    if request.method != "POST" or not form.is_valid():
        context = {"service": service, "form": form, "reason": reason, **words}
        return render(request, FORM, context, status=422 if form.is_bound else 200)
    address = once(form.cleaned_data["once"], write)
    messages.success(request, _("Fatto: i luoghi del servizio sono aggiornati."))
    return redirect(address)
