"""A new service, and the edit of one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import Changed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import tree
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions import writing
from intreccio.offer.directory.actions.own import require_own
from intreccio.offer.directory.forms.writing import OWN, ServiceForm
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.queries.bodies import bodies_of
from intreccio.offer.directory.queries.facts import hours_of_service, places_of
from intreccio.offer.directory.rules.editing import age_text, week_texts
from intreccio.offer.directory.views.pages import page_of, sent, service_or_404

FORM = "offer/directory/pages/write_service.html"


@second_tap_first
def create_service(request: HttpRequest) -> HttpResponse:
    """A service that is not there yet."""
    viewer = viewer_of(request)
    policies.edit_services.require(viewer)
    form = ServiceForm(
        sent(request),
        tree=tree(viewer),
        bodies=bodies_of(viewer),
        initial={"organisation": viewer.organisation_id},
    )
    context = {
        "title": _("Un servizio nuovo"),
        "button": _("Aggiungi il servizio"),
        "back": reverse("service_search"),
    }
    return _answer(request, form, context, lambda: _created(form, viewer))


def _created(form: ServiceForm, viewer: Viewer) -> str:
    said = form.cleaned_data
    made = writing.create_service(
        said["organisation"],
        by=viewer,
        today=today(),
        fields=form.values,
        place=form.place,
        hours=said["hours"],
    )
    return page_of(made)


@second_tap_first
def edit_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """What has changed of a service. It does not say that the rest is still so."""
    viewer = viewer_of(request)
    service = service_or_404(service_id)
    policies.edit_services.require(viewer)
    require_own(viewer, service)
    form = ServiceForm(
        sent(request), tree=tree(viewer), bodies=[], held=service, initial=_as_written(service)
    )
    context = {
        "title": service.name,
        "button": _("Salva i cambiamenti"),
        "back": page_of(service),
        "service": service,
    }
    return _answer(request, form, context, lambda: _edited(form, viewer, service))


def _edited(form: ServiceForm, viewer: Viewer, service: Service) -> str:
    said = form.cleaned_data
    writing.edit_service(
        service,
        version=said["version"] or 0,
        by=viewer,
        today=today(),
        fields=form.values,
        place=form.place,
        hours=said["hours"],
    )
    return page_of(service)


def _as_written(service: Service) -> dict[str, Any]:
    place = next(iter(places_of(service)), None)
    names = ("name", "address", "postal_code")
    return {
        **{name: getattr(service, name) for name in OWN},
        "version": service.version,
        "age_from": age_text(service.age_from_months),
        "age_to": age_text(service.age_to_months, last=True),
        **({f"place_{name}": getattr(place, name) for name in names} if place else {}),
        "place_municipality": place.municipality_code if place else "",
        **week_texts(hours_of_service(service)),
    }


def _answer(
    request: HttpRequest, form: ServiceForm, context: dict[str, Any], write: Callable[[], str]
) -> HttpResponse:
    """Shows the form, keeps it with what is missing (422) or with what somebody else wrote (409), or writes once."""
    if request.method != "POST" or not form.is_valid():
        return render(request, FORM, {**context, "form": form}, status=422 if form.is_bound else 200)
    try:
        address = once(form.cleaned_data["once"], write)
    except Changed as changed:
        return render(request, FORM, {**context, "form": form, "current": changed.current}, status=409)
    messages.success(request, _("Fatto: il servizio è scritto."))
    return redirect(address)
