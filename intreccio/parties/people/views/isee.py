"""ISEE of a household: which one may be used today, and those of before."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.parties.people import policies
from intreccio.parties.people.actions import isee as actions
from intreccio.parties.people.forms.isee import IseeForm
from intreccio.parties.people.queries.isee import attestations_of, children_of, isee_row
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing


@require_safe
def isee_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """All of them, the last first; expired ones and mistakes too."""
    viewer, seen = opening(request, household_id)
    if not seen.shows_record:
        raise Http404
    context = {
        "household": seen.household,
        "attestations": attestations_of(viewer, seen, today()),
        "writes": seen.is_written and policies.edit_household(viewer),
    }
    return render(request, "parties/people/pages/isee_list.html", context)


@require_http_methods(["GET", "POST"])
def write_isee(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A new one."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = IseeForm(sent(request), children=children_of(viewer, seen))
    back = reverse("isee_list", args=[household_id])
    asked = Asked(seen, _("Scrivi un ISEE"), _("Salva l'ISEE"), _("Fatto: l'ISEE è scritto."), back=back)
    return answer(
        request,
        form,
        asked,
        lambda: actions.write_isee(seen.household, actions.Paper(**form.values()), by=viewer),
    )


@require_http_methods(["GET", "POST"])
def edit_isee(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """One, corrected."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(isee_row(viewer, household_id, row_id))
    form = IseeForm(sent(request), row=row, children=children_of(viewer, seen, row))
    back = reverse("isee_list", args=[household_id])
    asked = Asked(seen, _("Correggi l'ISEE"), _("Salva l'ISEE"), _("Fatto: l'ISEE è corretto."), back=back)
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_isee(row, actions.Paper(**form.values()), by=viewer, version=form.read_at),
    )
