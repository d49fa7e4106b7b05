"""Where a household lives; and, on a page of its own whose every opening is recorded, where it must not be found."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.parties.people import policies
from intreccio.parties.people.actions import addresses as actions
from intreccio.parties.people.forms.places import AddressForm, NextAddressForm, ProtectedAddressForm
from intreccio.parties.people.queries.addresses import (
    address_row,
    addresses_of,
    place_of,
    protected_addresses,
    standing_address,
    standing_protected,
)
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing


@require_safe
def address_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Where they live and have lived; mistakes too."""
    viewer, seen = opening(request, household_id)
    if not seen.shows_contact:
        raise Http404
    writes = seen.is_written and policies.edit_household(viewer)
    context = {
        "seen": seen,
        "household": seen.household,
        "addresses": addresses_of(viewer, seen),
        "writes": writes,
    }
    return render(request, "parties/people/pages/address_list.html", context)


@require_http_methods(["GET", "POST"])
def write_address(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A new address; the one before it ends."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    here = {"municipality_code": seen.household.municipality_code}
    form = NextAddressForm(sent(request), ends=standing_address(household_id), initial=here)
    asked = Asked(seen, _("Dove abita"), _("Salva l'indirizzo"), _("Fatto: l'indirizzo è scritto."))
    return answer(
        request, form, asked, lambda: actions.write_address(seen.household, by=viewer, **form.values())
    )


@require_http_methods(["GET", "POST"])
def edit_address(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """An address, corrected."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(address_row(viewer, household_id, row_id))
    form = AddressForm(sent(request), row=row)
    asked = Asked(
        seen, _("Correggi l'indirizzo"), _("Salva l'indirizzo"), _("Fatto: l'indirizzo è corretto.")
    )
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_address(row, by=viewer, version=form.read_at, **form.values()),
    )


@require_safe
def protected_address(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Read only by who works in the team in charge, each time recorded."""
    viewer, seen = opening(request, household_id)
    rows = protected_addresses(viewer, household_id)
    if not rows:
        raise Http404
    context = {
        "seen": seen,
        "household": seen.household,
        "addresses": [(row, place_of(row.municipality_code)) for row in rows],
        "protects": policies.protect_address(viewer),
    }
    return render(request, "parties/people/pages/protected_address.html", context)


@require_http_methods(["GET", "POST"])
def protect_address(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Writes an address that only the team in charge may open."""
    viewer, seen = writing(request, household_id, policies.protect_address)
    form = ProtectedAddressForm(sent(request), ends=standing_protected(household_id))
    asked = Asked(
        seen,
        _("Scrivi un indirizzo protetto"),
        _("Proteggi l'indirizzo"),
        _("Fatto: l'indirizzo è protetto."),
        lead=_(
            "Da oggi nessun'altra pagina mostra dove abita questa famiglia. L'indirizzo di prima finisce qui."
        ),
        back=reverse("household_page", args=[household_id]),
    )
    return answer(
        request, form, asked, lambda: actions.protect_address(seen.household, by=viewer, **form.values())
    )
