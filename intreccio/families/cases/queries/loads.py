"""What each colleague of a team has in hand: how many families, and how much work. Of workers; no family is named or counted by itself."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection

from intreccio.families.cases.rules.team import Load, load_of
from intreccio.families.cases.vocabulary import Effort
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.organisations.models import Team

# As long as nobody has said otherwise.
UNSAID = Effort.ORDINARY
IN_HAND = """
    SELECT w.membership_id, coalesce(k.weight, %(unsaid)s), count(*)
    FROM cases_case c JOIN cases_caseworker w ON w.case_id = c.id AND w.until IS NULL
      LEFT JOIN LATERAL (SELECT l.weight FROM cases_caseweight l WHERE l.case_id = c.id ORDER BY l.since DESC, l.id DESC LIMIT 1) k ON true
    WHERE c.team_id = %(team)s AND c.ended_on IS NULL AND c.voided_at IS NULL GROUP BY 1, 2
"""


def counts_on(day: date) -> Mapping[str, Decimal]:
    """How much a way of each effort counts, as agreed in the network."""
    return {effort: Decimal(str(number)) for effort, number in value_at("case_efforts", day).items()}


def loads_in(team: Team, day: date) -> dict[UUID, Load]:
    """By hat. Two queries: the parameter, and all of it."""
    with connection.cursor() as cursor:
        cursor.execute(IN_HAND, {"team": team.pk, "unsaid": UNSAID.value})
        rows = cursor.fetchall()
    efforts: dict[UUID, dict[str, int]] = {}
    for membership_id, effort, number in rows:
        efforts.setdefault(membership_id, {})[effort] = number
    counts = counts_on(day)
    return {membership_id: load_of(each, counts) for membership_id, each in efforts.items()}
