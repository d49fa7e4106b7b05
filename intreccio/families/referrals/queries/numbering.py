"""What a request takes from the day on which it leaves: its number, the family's open case, the codes of the day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from intreccio.parties.people.models import Household
from intreccio.parties.people.queries.codes import TODAY, codes_from

# One, because nothing leaves without all three.
LEAVES = f"""
    SELECT nextval('referrals_referral_number'),
      (SELECT c.id FROM cases_case c WHERE c.household_id = %(household)s AND c.voided_at IS NULL AND c.ended_on IS NULL
        ORDER BY c.opened_on DESC, c.id DESC LIMIT 1),
      births, needs
    FROM ({TODAY}) AS day (births, needs)
"""  # noqa: S608  # joined from what is written here and there


@dataclass(frozen=True, slots=True)
class AskedOn:
    """A number that nobody has, the open case if there is one, municipality, team, age bands and open needs."""

    number: int
    case_id: UUID | None
    codes: dict[str, Any]

    def code(self, day: date) -> str:
        """As VSM-IN-2026-0007. Gaps are possible and mean nothing."""
        return f"{settings.CODE_PREFIX}-IN-{day.year}-{self.number:04d}"


def day_of_asking(household: Household, day: date) -> AskedOn:
    """With the family held. One query."""
    with connection.cursor() as cursor:
        cursor.execute(LEAVES, {"household": household.pk, "day": day})
        number, case_id, births, needs = cursor.fetchone() or (0, None, [], [])
    return AskedOn(number, case_id, codes_from(household, births, needs, day))
