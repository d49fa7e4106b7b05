"""What was asked of services for one family, as the boxes of its pages show it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.referrals.models import ReferralOrigin
from intreccio.families.referrals.vocabulary import OVER, Helped, ReferralState

# Written out: composed by the ORM this costs ten times what it takes to answer, on three pages of every family.
OF_HOUSEHOLD = """
    SELECT o.referral_id, o.household_id, o.action_id, r.service_id, s.name, b.name, r.state, r.helped, r.state_since, o.sent_at, o.news
    FROM referrals_referralorigin o JOIN referrals_referral r ON r.id = o.referral_id
      JOIN directory_service s ON s.id = r.service_id JOIN organisations_organisation b ON b.id = r.receiver_id
    WHERE o.household_id = %(household)s AND NOT o.state = ANY (%(without)s)
    ORDER BY o.sent_at DESC, o.id DESC LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One request: of which service, and how far it is."""

    referral_id: UUID
    household_id: UUID
    action_id: UUID | None
    service_id: UUID
    service: str
    receiver: str
    state: str
    helped: str
    since: datetime
    sent_at: datetime
    news: bool
    family: str = ""  # in the lists of a team

    @property
    def said(self) -> str:
        """Where it stands; in the end, whether it helped."""
        return str(Helped(self.helped).label if self.helped else ReferralState(self.state).label)


def line_of(row: ReferralOrigin) -> Line:
    """The same, of a row read with its referral, service, receiver and household."""
    asked = row.referral
    return Line(
        asked.pk, row.household_id, row.action_id, asked.service_id, asked.service.name, asked.receiver.name, asked.state,
        asked.helped, asked.state_since, row.sent_at, row.news, row.household.name,
    )  # fmt: skip


def of_household(household_id: UUID, most: int = 10) -> list[Line]:
    """Newest first; nothing below the level *record*."""
    return _lines(household=household_id, without=[], most=most)


def still_open(household_id: UUID) -> list[Line]:
    """What holds the closing of a way back."""
    return _lines(household=household_id, without=[state.value for state in OVER], most=None)


def _lines(**asked: Any) -> list[Line]:
    with connection.cursor() as cursor:
        cursor.execute(OF_HOUSEHOLD, asked)
        return [Line(*row) for row in cursor.fetchall()]
