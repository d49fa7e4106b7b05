"""A request leaves: first for whom, for what and to whom; then the words, the data and the family's yes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.referrals import actions, policies
from intreccio.families.referrals.forms.preview import preview_of
from intreccio.families.referrals.forms.sending import SendForm, kept_answers, said_before
from intreccio.families.referrals.models import Referral
from intreccio.families.referrals.queries.finding import Sight
from intreccio.families.referrals.queries.snapshot import family_of
from intreccio.families.referrals.queries.starting import (
    Ready,
    Start,
    families_i_work_with,
    isee_used,
    needs_of,
    offers_for,
    start_from,
)
from intreccio.families.referrals.views.finding import find
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import tree

SEND = "families/referrals/pages/create_referral.html"
CHOOSE = "families/referrals/pages/choose.html"


@second_tap_first
def create_referral(request: HttpRequest) -> HttpResponse:
    """`?household=`, `?need=`, `?action=`, `?service=`: what is still missing is chosen first."""
    viewer = viewer_of(request)
    start = _start(request, viewer)
    if (ready := start.ready) is None:
        return _choose(request, viewer, start)
    return _form(request, viewer, ready, {"person": str(ready.person_id or "")}, None)


@second_tap_first
def retry_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """After a no: the same words, another service."""
    viewer, sight = find(request, referral_id, "retry_referral")
    start = _start_again(request, viewer, sight)
    if (ready := start.ready) is None or sight.origin is None:
        return _choose(request, viewer, start, again=sight.referral)
    return _form(request, viewer, ready, said_before(sight.referral, sight.origin), sight.referral)


def _start(request: HttpRequest, viewer: Viewer, **fixed: Any) -> Start:
    sent = request.method == "POST" and "preview" not in request.POST
    # What is sent is judged on the family as nobody else can change it meanwhile: read once, and held.
    read = actions.hold_family if sent else family_of
    start = start_from(viewer, today=today(), is_sent=sent, read=read, **{**_asked_ids(request), **fixed})
    if start is None:
        raise Http404
    policies.create_referral.require(viewer)
    if start.family:
        require_in_charge(start.family.seen.household.team_id, by=viewer)
    return start


def _start_again(request: HttpRequest, viewer: Viewer, sight: Sight) -> Start:
    origin, need = sight.origin, sight.referral.need_code
    return _start(request, viewer, household=origin.household_id if origin else None, need=need, action=None)


def _asked_ids(request: HttpRequest) -> dict[str, Any]:
    try:
        ids = {name: UUID(request.GET[name]) if request.GET.get(name) else None
               for name in ("household", "action", "service")}  # fmt: skip
    except ValueError as failure:
        raise Http404 from failure
    return {**ids, "need": request.GET.get("need", "")}


def _choose(
    request: HttpRequest, viewer: Viewer, start: Start, *, again: Referral | None = None
) -> HttpResponse:
    family, need = start.family, start.need
    families = families_i_work_with(viewer) if family is None else []
    _read(viewer, *([family.seen.household.pk] if family else [each.pk for each in families]))
    refused = [again.service_id] if again else []
    isee = isee_used(family, today(), start.person_id) if family and need else None
    context = {
        "start": start,
        "again": again,
        "families": families,
        "needs": needs_of(family, today()) if family and need is None else [],
        "branches": tree(viewer).branches if family and need is None else [],
        "isee": isee,
        "offers": offers_for(family, need.code, today(), isee=isee, person_id=start.person_id, but=refused)
        if family and need
        else [],
    }
    return render(request, CHOOSE, context)


def _form(
    request: HttpRequest, viewer: Viewer, ready: Ready, initial: dict[str, Any], again: Referral | None
) -> HttpResponse:
    sent = None if "preview" in request.POST else request.POST or None
    form = SendForm(
        sent, family=ready.family, need=ready.need.code, initial={**initial, **kept_answers(request.POST)}
    )
    if form.is_valid():
        return _send(viewer, ready, form, again, request)
    _read(viewer, ready.family.seen.household.pk)
    words = preview_of(ready.family, form)
    context = {"ready": ready, "form": form, "family": ready.family, "again": again, "preview": words}
    return render(request, SEND, context, status=422 if form.is_bound else 200)


def _read(viewer: Viewer, *keys: UUID) -> None:
    """Whatever is drawn is read, also to who sends a form for its preview alone."""
    if keys:
        only = keys[0] if len(keys) == 1 else None
        record_reading(viewer, "create_referral", household_id=only, shown=keys)


def _send(
    viewer: Viewer, ready: Ready, form: SendForm, again: Referral | None, request: HttpRequest
) -> HttpResponse:
    family, asked, key = ready.family, form.asked(ready), new_key()
    address = reverse("referral_page", args=[key])

    def write() -> str:
        said: dict[str, Any] = {"asked": asked, "by": viewer, "today": today(), "family": family, "key": key}
        if again is None:
            actions.create_referral(family.seen.household, **said)
        else:
            actions.retry_referral(again, **said)
        return address

    address = once(form.cleaned_data["once"], write, leads_to=address)
    messages.success(request, _("Fatto: la richiesta è partita."))
    return redirect(address)
