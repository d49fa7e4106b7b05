"""The page of a service, and the gestures that keep it alive."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.refused import Changed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions import checks
from intreccio.offer.directory.forms.checks import RoomForm, VerifyForm
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.queries.pages import service_in_full, sheet_of
from intreccio.offer.directory.vocabulary import VerificationMethod

ROOM = "offer/directory/pages/update_room.html"


def service_or_404(service_id: UUID) -> Service:
    """A service with its parts."""
    service = service_in_full(service_id, today())
    if service is None:
        raise Http404
    return service


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent; None where it is being opened."""
    return request.POST if request.method == "POST" else None


def page_of(service: Service) -> str:
    """Its address."""
    return reverse("service_page", args=[service.pk])


@require_safe
def service_page(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """What it is, who for, where and when, how to get in, and whether it is still so."""
    viewer = viewer_of(request)
    service = service_or_404(service_id)
    may_edit = policies.may_edit(viewer, service)
    context = {
        "sheet": sheet_of(service, today()),
        "service": service,
        "may_edit": may_edit,
        "verify": VerifyForm() if policies.may_verify(viewer, service) else None,
        "room": room_form(service) if policies.may_count(viewer, service) else None,
        "panels": panels_for(request, "service", service=service),
    }
    return render(request, "offer/directory/pages/service_page.html", context)


@require_POST
def verify_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """«Confermo: è ancora così»."""
    viewer = viewer_of(request)
    service = service_or_404(service_id)
    checks.require_verifier(viewer, service)
    form = VerifyForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "service": service}
        return render(request, "offer/directory/pages/verify_service.html", context, status=422)
    address = once(form.cleaned_data["once"], lambda: _verified(service, viewer, form.cleaned_data["method"]))
    messages.success(request, _("Fatto: da oggi si legge che è ancora così. Grazie."))
    return redirect(address)


def _verified(service: Service, viewer: Viewer, method: str) -> str:
    checks.verify_service(service, by=viewer, method=VerificationMethod(method), today=today())
    return page_of(service)


@require_http_methods(["GET", "HEAD", "POST"])
def update_room(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """How many places are free today."""
    viewer = viewer_of(request)
    service = service_or_404(service_id)
    checks.require_counter(viewer, service)
    form = room_form(service, sent(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, ROOM, {"form": form, "service": service}, status=422 if form.is_bound else 200)
    try:
        address = once(form.cleaned_data["once"], lambda: _room(service, viewer, form))
    except Changed as changed:
        return render(
            request, ROOM, {"form": form, "service": service, "current": changed.current}, status=409
        )
    messages.success(request, _("Fatto: i posti sono aggiornati a oggi."))
    return redirect(address)


def room_form(service: Service, sent: object = None) -> RoomForm:
    """The form of the places, as they stand."""
    names = ("version", "places_free", "places_total", "waiting")
    return RoomForm(sent, initial={name: getattr(service, name) for name in names})


def _room(service: Service, viewer: Viewer, form: RoomForm) -> str:
    said = form.cleaned_data
    checks.update_room(
        service,
        version=said["version"] or 0,
        by=viewer,
        free=said["places_free"],
        total=said["places_total"],
        waiting=said["waiting"],
        today=today(),
    )
    return page_of(service)
