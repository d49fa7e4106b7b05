"""The log of a case, and what was agreed at its closing: one query."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import FollowUpMonths, HowItGoes


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the log, as pages read it."""

    day: date
    verb: str
    motive: str
    words: str
    by: str | None
    to_team: str | None
    id: UUID


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed at closing for a day: to come, heard, or left out (`void_reason`)."""

    id: UUID
    months: int
    due_on: date
    what: str
    who: str | None
    moved_why: str
    done_on: date | None
    outcome: str
    words: str
    is_voided: bool
    void_reason: str

    @property
    def when(self) -> str:
        """«a 6 mesi»."""
        return str(FollowUpMonths(self.months).label)

    @property
    def how_it_goes(self) -> str:
        """What was heard, in plain words."""
        return str(HowItGoes(self.outcome).label)


# Written out: composed by the ORM this would cost more than to answer, at every opening of a case. A case that was never
# closed is not asked what was agreed.
LOG = """
    SELECT s.day, s.verb, s.motive, s.words, u.name, t.name, s.id, CASE WHEN s.verb = 'close_case' THEN (
        SELECT jsonb_agg(jsonb_build_array(f.id, f.months, f.due_on, f.what, w.name, f.moved_why, f.done_on, f.outcome, f.words,
          f.voided_at IS NOT NULL, f.void_reason) ORDER BY f.due_on, f.id)
        FROM cases_casefollowup f LEFT JOIN organisations_membership o ON o.id = f.who_id LEFT JOIN accounts_colleague w ON w.id = o.user_id
        WHERE f.case_id = s.case_id) END
    FROM cases_casestep s LEFT JOIN organisations_membership m ON m.id = s.by_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
      LEFT JOIN organisations_team t ON t.id = s.to_team_id
    WHERE s.case_id = %s ORDER BY s.day, s.id
"""


def log_of(case: Case) -> tuple[list[Step], list[Agreed]]:
    """The steps in their order; what was agreed for after the closing in order of day."""
    with connection.cursor() as cursor:
        cursor.execute(LOG, [case.pk])
        rows = cursor.fetchall()
    found = next((row[-1] for row in reversed(rows) if row[-1]), "[]")
    return [Step(*row[:-1]) for row in rows], [_agreed(*each) for each in json.loads(found)]


def _agreed(key: str, months: int, due_on: str, *more: Any) -> Agreed:
    what, who, moved_why, done_on, *rest = more
    done = date.fromisoformat(done_on) if done_on else None
    return Agreed(UUID(key), months, date.fromisoformat(due_on), what, who, moved_why, done, *rest)


def summary_in(case: Case, steps: Iterable[Step]) -> Step | None:
    """What the team before has written for this one, until somebody has read it."""
    wanted = case.unread_summary
    return next((step for step in steps if step.id == wanted), None) if wanted else None


def last_step(steps: Iterable[Step], verb: str) -> Step | None:
    """The last time a case went this way."""
    return next((step for step in reversed(list(steps)) if step.verb == verb), None)
