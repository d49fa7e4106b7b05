"""Who sees what, and who has looked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.parties.people import policies
from intreccio.parties.people.actions import grants as actions
from intreccio.parties.people.forms.sight import GrantForm, WithdrawForm
from intreccio.parties.people.queries.looks import looked_days
from intreccio.parties.people.queries.sight import (
    bodies_to_share_with,
    grant_of,
    grants_of,
    teams_to_share_with,
    workers_of,
)
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing


@require_safe
def household_sight(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """The team in charge, the grants, and who opened this family's pages in the last ninety days."""
    viewer, seen = opening(request, household_id)
    context = {
        "seen": seen,
        "household": seen.household,
        "workers": workers_of(viewer, seen),
        "grants": grants_of(viewer, seen),
        "days": looked_days(viewer, seen),
        "shares": seen.in_charge and policies.share_household(viewer),
    }
    return render(request, "parties/people/pages/household_sight.html", context)


@require_http_methods(["GET", "POST"])
def grant(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Opens the family to a team or a body."""
    viewer, seen = writing(request, household_id, policies.share_household)
    form = GrantForm(
        sent(request),
        teams=list(teams_to_share_with(viewer, seen).values_list("pk", "name")),
        bodies=list(bodies_to_share_with(viewer).values_list("pk", "name")),
    )
    back = reverse("household_sight", args=[household_id])
    asked = Asked(
        seen, _("Apri questa famiglia a qualcuno"), _("Apri"), _("Fatto: da adesso può vedere."), back=back
    )
    return answer(request, form, asked, lambda: actions.grant(seen.household, by=viewer, **form.values()))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, household_id: UUID, grant_id: UUID) -> HttpResponse:
    """Closes the family to whom a grant had opened it."""
    viewer, seen = writing(request, household_id, policies.share_household)
    given = found(grant_of(viewer, household_id, grant_id))
    form = WithdrawForm(sent(request))
    asked = Asked(
        seen,
        _("Ritira l'apertura"),
        _("Ritira"),
        _("Fatto: non vede più."),
        lead=_("Da adesso non vede più: %(who)s.") % {"who": given.to_team or given.to_organisation},
        back=reverse("household_sight", args=[household_id]),
    )
    return answer(
        request, form, asked, lambda: actions.withdraw(given, by=viewer, reason=form.cleaned_data["reason"])
    )
