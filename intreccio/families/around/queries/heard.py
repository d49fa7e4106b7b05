"""When each of those around a family last said something: one statement, as the viewer sees it.

A new place where people say something (a visit note, a lesson) adds a SELECT to `HEARD`.
"""

import json
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.around.queries.limits import CODE
from intreccio.families.around.rules.hearing import AroundLimits
from intreccio.ground.parameters.queries import NoValue, value_in_sql

# Whose word it is: somebody at work, a body, who answers a request, somebody by name.
HAT, BODY, REQUEST, SOMEBODY = "hat", "body", "request", "somebody"
_HELD = """
    FROM cases_conferenceseat s JOIN cases_conference c ON c.id = s.conference_id
    WHERE c.household_id = %(household)s AND c.held_on IS NOT NULL AND c.voided_at IS NULL AND s.came
"""
_ACT = "FROM kernel_event e WHERE e.household_id = %(household)s"
HEARD = (
    # Whatever somebody writes of a family is an act: a note, a goal, a telephone call.
    f"SELECT 'hat', e.membership_id::text, (e.at AT TIME ZONE 'Europe/Rome')::date {_ACT} AND e.membership_id IS NOT NULL",
    f"SELECT 'body', e.organisation_id::text, (e.at AT TIME ZONE 'Europe/Rome')::date {_ACT} AND e.organisation_id IS NOT NULL",
    f"SELECT 'hat', s.membership_id::text, c.held_on {_HELD} AND s.membership_id IS NOT NULL",
    "SELECT 'body', m.organisation_id::text, c.held_on"
    + _HELD.replace("WHERE", "JOIN organisations_membership m ON m.id = s.membership_id WHERE", 1),
    f"SELECT 'somebody', lower(s.somebody), c.held_on {_HELD} AND s.somebody <> ''",
    "SELECT 'hat', s.membership_id::text, s.answered_on FROM cases_conferenceseat s"
    " WHERE s.household_id = %(household)s AND s.answered_on IS NOT NULL AND s.answered_by_id = s.membership_id",
    "SELECT 'request', t.referral_id::text, (t.at AT TIME ZONE 'Europe/Rome')::date FROM referrals_referralstep t"
    " JOIN referrals_referralorigin o ON o.referral_id = t.referral_id WHERE o.household_id = %(household)s AND t.by_receiver",
)

ASKED = f"""
    SELECT w.whose, w.key, max(w.day) FROM ({" UNION ALL ".join(HEARD)}) w (whose, key, day) WHERE w.day <= %(day)s GROUP BY w.whose, w.key
    UNION ALL SELECT 'agreed', (agreed.value)::text, NULL FROM ({value_in_sql(CODE)}) agreed (value)
"""  # noqa: S608  # fixed texts
Heard = dict[tuple[str, str], date]


def heard_of(household_id: UUID, day: date) -> tuple[Heard, AroundLimits]:
    """Whose word and key → the last day, not after `day`; and what the network agreed on. One query. Raises NoValue."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, {"household": household_id, "day": day})
        rows = cursor.fetchall()
    agreed = next((key for whose, key, _day in rows if whose == "agreed"), None)
    if agreed is None:
        raise NoValue(f"no limits agreed on {day.isoformat()}")
    heard = {(whose, key): last for whose, key, last in rows if whose != "agreed"}
    return heard, AroundLimits(**json.loads(agreed))
