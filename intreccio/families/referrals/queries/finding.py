"""One referral, as each side sees it."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from intreccio.families.referrals import policies
from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.families.referrals.vocabulary import ReferralState
from intreccio.ground.kernel.viewer import Viewer


def referrals_in_sight(viewer: Viewer) -> QuerySet[Referral]:
    """Every referral that the viewer received or whose family they may read."""
    return Referral.objects.select_related("service", "receiver", "sender", "asked_by__user")


@dataclass(frozen=True, slots=True)
class Sight:
    """A referral; where it came from, for who may know; and what the viewer may do with it."""

    referral: Referral
    origin: ReferralOrigin | None
    may: set[str]
    is_received: bool

    @property
    def is_sent(self) -> bool:
        """Seen from the family's side."""
        return self.origin is not None

    @property
    def is_to_answer(self) -> bool:
        """Nobody has said yes or no to it yet."""
        return self.referral.state in (ReferralState.ASKED, ReferralState.SEEN, ReferralState.WAITING)


def sight_of(viewer: Viewer, referral_id: UUID) -> Sight | None:
    """None for strangers. Two queries."""
    referral = referrals_in_sight(viewer).filter(pk=referral_id).first()
    if referral is None:
        return None
    origin = (
        ReferralOrigin.objects.filter(referral_id=referral_id)
        .select_related("household", "team", "case", "retry_of")
        .first()
    )
    may = policies.what_may(
        viewer, state=referral.state, receiver_id=referral.receiver_id, team_id=origin.team_id if origin else None
    )  # fmt: skip
    received = policies.receives(viewer) and referral.receiver_id == viewer.organisation_id
    return Sight(referral, origin, may, received)


def codes_of(referral: Referral) -> dict[str, object]:
    """What an act about a referral carries: the family's codes of the day it was sent, and its own. Shown on no page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT referral_codes(%s)::text", [referral.pk])
        (day,) = cursor.fetchone() or (None,)
    return {**json.loads(day or "{}"), **own_codes_of(referral)}


def own_codes_of(referral: Referral) -> dict[str, Any]:
    """Those of the referral alone. No query."""
    return {
        "need": referral.need_code,
        "service": str(referral.service_id),
        "receiver": str(referral.receiver_id),
        "sender": str(referral.sender_id),
        "sent_on": timezone.localtime(referral.sent_at).date().isoformat(),
        "referral": str(referral.pk),
    }
