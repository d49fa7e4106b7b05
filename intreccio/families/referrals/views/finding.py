"""What every page of a referral begins and ends with."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.referrals import policies
from intreccio.families.referrals.queries.finding import Sight, sight_of
from intreccio.families.referrals.rules.states import why_not_step
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import NotAllowed, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer

STEP = "families/referrals/pages/step.html"


def find(request: HttpRequest, referral_id: UUID, verb: str = "referral_page") -> tuple[Viewer, Sight]:
    """The viewer and a referral in sight; 404 for strangers, 403 where role or side may not, 409 where the state may not."""
    viewer = viewer_of(request)
    sight = sight_of(viewer, referral_id)
    if sight is None:
        raise Http404
    if verb in policies.ABILITIES:
        policies.ABILITIES[verb].require(viewer)
        require_side(viewer, sight, verb)
    if request.method != "POST":
        read(viewer, sight, verb)
    return viewer, sight


def require_side(viewer: Viewer, sight: Sight, verb: str) -> None:
    """Says that a step is the other side's, or that the state has no such step, before anybody writes."""
    if verb in sight.may:
        return
    refuse_if(why_not_step(verb, _reached(viewer, sight)), code="state")
    raise NotAllowed(_("Questo passo lo fa l'altra parte."), code="other_side")


def _reached(viewer: Viewer, sight: Sight) -> str:
    state = sight.referral.state
    answers = policies.answers(viewer, sight.referral.receiver_id)
    return "seen" if answers and state == "asked" else state


def read(viewer: Viewer, sight: Sight, page: str) -> None:
    """Opening is recorded on both sides; who received it knows no family."""
    household = sight.origin.household_id if sight.origin else None
    record_reading(viewer, page, household_id=household, shown=[sight.referral.pk])


def show(request: HttpRequest, sight: Sight, form: forms.BaseForm, verb: Words, **words: Any) -> HttpResponse:
    """A step's own small page; 422 where something is missing, and then it is read too."""
    if request.method == "POST" and request.resolver_match:
        read(viewer_of(request), sight, request.resolver_match.view_name)
    context = {"sight": sight, "referral": sight.referral, "form": form, "verb": verb, **words}
    return render(request, STEP, context, status=422 if form.is_bound else 200)


def lead(
    request: HttpRequest, form: forms.BaseForm, sight: Sight, write: Callable[[], object], said: Words
) -> HttpResponse:
    """Writes once, says what was done, goes back to the referral."""
    page = reverse("referral_page", args=[sight.referral.pk])

    def written() -> str:
        write()
        return page

    address = once(form.cleaned_data["once"], written)
    messages.success(request, str(said))
    return redirect(address)
