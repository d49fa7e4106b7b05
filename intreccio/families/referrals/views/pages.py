"""Reading: what arrived, what was sent, one referral as each side sees it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.referrals import actions, policies
from intreccio.families.referrals.queries import lists
from intreccio.families.referrals.queries.finding import Sight, sight_of
from intreccio.families.referrals.queries.story import log_of, loop_of, readers_of, sent_words, thread_of
from intreccio.families.referrals.views.finding import find
from intreccio.families.referrals.vocabulary import ReferralState
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs

A = ReferralState
SENT_CHIPS = (
    A.ASKED,
    A.SEEN,
    A.WAITING,
    A.ACCEPTED,
    A.UNDER_WAY,
    A.ENDED,
    A.ANSWERED,
    A.DECLINED,
    A.WITHDRAWN,
)


@require_safe
def referral_inbox(request: HttpRequest) -> HttpResponse:
    """What was asked of the viewer's body. Who receives nothing is led to what their teams have asked."""
    viewer = viewer_of(request)
    if not policies.receives(viewer):
        return redirect("referral_outbox")
    chips = [
        (lists.WAITS, _("Da rispondere")),
        *((each.value, capfirst(each.label)) for each in SENT_CHIPS[2:]),
    ]
    state = _chosen(request, [code for code, _label in chips])
    page = lists.received(viewer, state=state, after=request.GET.get("after", ""))
    if page.rows:
        record_reading(viewer, "referral_inbox", count=len(page.rows))
    context = {"page": page, "chips": chips, "state": state, "sends": policies.create_referral(viewer)}
    return render(request, "families/referrals/pages/referral_inbox.html", context)


@require_safe
def referral_outbox(request: HttpRequest) -> HttpResponse:
    """What the viewer's teams have asked: first what has been answered and nobody has read."""
    viewer = viewer_of(request)
    chips = [("news", _("Ti hanno risposto")), *((each.value, capfirst(each.label)) for each in SENT_CHIPS)]
    state = _chosen(request, [code for code, _label in chips])
    page = lists.sent(viewer, state=state, after=request.GET.get("after", ""))
    if page.rows:
        record_reading(viewer, "referral_outbox", shown=[row.household_id for row in page.rows])
    context = {"page": page, "chips": chips, "state": state, "receives": policies.receives(viewer)}
    return render(request, "families/referrals/pages/referral_outbox.html", context)


def _chosen(request: HttpRequest, codes: list[str]) -> str:
    asked = request.GET.get("state", "")
    return asked if asked in codes else codes[0]


@require_safe
def referral_page(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """One address for both sides: each sees its own."""
    viewer, sight = find(request, referral_id)
    sight = _opened(viewer, sight)
    steps = log_of(sight.referral)
    context = {
        "sight": sight,
        "referral": sight.referral,
        "origin": sight.origin,
        "loop": loop_of(sight.referral, steps),
        "thread": thread_of(steps),
        "sent": sent_words(sight.referral.snapshot),
        "need": next(iter(words_of_needs([sight.referral.need_code]).values()), ""),
        "readers": readers_of(sight.referral) if sight.origin else [],
    }
    return render(request, "families/referrals/pages/referral_page.html", context)


def _opened(viewer: Viewer, sight: Sight) -> Sight:
    """The first opening by who may answer is a step; who asked has read the news."""
    if sight.origin is not None:
        actions.take_note(sight.origin, by=viewer)
    if sight.referral.state == A.ASKED and policies.answers(viewer, sight.referral.receiver_id):
        actions.see_referral(sight.referral, by=viewer)
        return sight_of(viewer, sight.referral.pk) or sight
    return sight
