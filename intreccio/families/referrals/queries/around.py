"""Which services are beside a family by our hand: what it shows around its home."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.timezone import localtime

from intreccio.families.referrals.models import ReferralOrigin
from intreccio.families.referrals.vocabulary import ReferralState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.ecomap import Nearby

BEGUN = (ReferralState.ACCEPTED, ReferralState.UNDER_WAY, ReferralState.ENDED, ReferralState.ANSWERED)


def beside(viewer: Viewer, household_id: UUID, day: date) -> Iterator[Nearby]:
    """Services that had accepted by a day and had not ended, each once a person. One query."""
    rows = ReferralOrigin.objects.filter(household_id=household_id, state__in=BEGUN)
    found = {}
    for row in rows.select_related("referral__service").order_by("sent_at", "id"):
        asked = row.referral
        begun = asked.decided_at is not None and localtime(asked.decided_at).date() <= day
        over = asked.ended_at is not None and localtime(asked.ended_at).date() <= day
        if begun and not over:
            found[asked.service_id, row.person_id] = Nearby(asked.service.name, person_id=row.person_id)
    yield from found.values()
