"""Who sees a family and who has looked, in a few lines for the page of a case."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.parties.people.models import Grant, Household
from intreccio.parties.people.vocabulary import Level

LAST = 3


@dataclass(frozen=True, slots=True)
class Windows:
    """To whom a family is open, by what becomes of it when another body's team receives the family."""

    stay: list[str]
    close: list[str]


def windows_of(household: Household, day: date) -> Windows:
    """Every grant that is not over; those of the giving body close with a hand-over (`people.actions.grants`)."""
    grants = Grant.objects.not_over(day).filter(household=household)
    ours = set(grants.to_body(household.team.organisation_id).values_list("pk", flat=True))
    to = [
        (row.pk in ours, str(row.to_team or row.to_organisation))
        for row in grants.select_related("to_team", "to_organisation")
    ]
    return Windows(
        stay=sorted({name for closes, name in to if not closes}),
        close=sorted({name for closes, name in to if closes}),
    )


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened a page of the family."""

    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody else to whom the family is open today, how far, and until when."""

    name: str
    level_code: int
    until: date | None

    @property
    def level(self) -> str:
        """In plain words."""
        return str(Level(self.level_code).label)


# Written out: composed by the ORM these two would cost more than to answer, at every opening of a case.
SIGHT = """
    (SELECT 'grant', coalesce(t.name, o.name), g.level, g.until, NULL::timestamptz
      FROM people_grant g LEFT JOIN organisations_team t ON t.id = g.to_team_id
        LEFT JOIN organisations_organisation o ON o.id = g.to_organisation_id
      WHERE g.household_id = %(household)s AND g.withdrawn_at IS NULL
        AND g.since <= %(day)s AND (g.until IS NULL OR g.until > %(day)s)
      ORDER BY g.level DESC, g.since, g.id)
    UNION ALL (SELECT 'look', (SELECT u.name FROM accounts_colleague u WHERE u.id = r.user_id), NULL, NULL, r.at
      FROM kernel_reading r WHERE r.household_id = %(household)s AND r.user_id IS NOT NULL ORDER BY r.at DESC LIMIT %(most)s)
"""


def sight_of(household_id: UUID, day: date) -> dict[str, Any]:
    """`grants` and `looks`: to whom else a family is open today, and the last people who looked, each once. One query."""
    with connection.cursor() as cursor:
        cursor.execute(SIGHT, {"household": household_id, "day": day, "most": LAST * 5})
        rows = cursor.fetchall()
    grants = [Opening(name, level, until) for kind, name, level, until, _at in rows if kind == "grant"]
    seen: dict[str, Look] = {}
    for kind, name, _level, _until, at in rows:
        if kind == "look" and name:
            seen.setdefault(name, Look(at, name))
    return {"grants": grants, "looks": list(seen.values())[:LAST]}
