"""The lines of a case for a box on its page: one query, and never a note."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.diary.queries.following import FOLLOWED
from intreccio.families.diary.vocabulary import LineState, MeetingState, Outcome, SupportKind
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Date:
    """One date of a cycle, as the team sees it."""

    day: date
    hour: time | None
    state: str

    @property
    def label(self) -> str:
        """In plain words."""
        return str(MeetingState(self.state).label)


@dataclass(frozen=True, slots=True)
class Brief:
    """A line: which, where it stands, who follows it, the dates of its last cycle, how that one ended."""

    id: UUID
    kind: str
    state: str
    asked_on: date
    psychologist: str
    outcome: str
    dates: list[Date]
    is_open: bool = False  # under way, and followed by nobody

    @property
    def label(self) -> str:
        """In plain words."""
        return str(SupportKind(self.kind).label)

    @property
    def standing(self) -> str:
        """Where it stands."""
        return str(LineState(self.state).label)

    @property
    def ended_how(self) -> str:
        """The outcome of the last cycle, or empty."""
        return str(Outcome(self.outcome).label) if self.outcome else ""


# Written out: composed by the ORM this would cost more than to answer, at every opening of a case.
OF_CASE = f"""
    SELECT l.id, l.kind, l.state, l.asked_on, coalesce(u.name, ''), coalesce(c.outcome, ''), coalesce((
      SELECT array_agg(ARRAY[m.day::text, m.hour::text, m.state] ORDER BY m.day, m.id) FROM diary_supportmeeting m
        WHERE m.cycle_id = c.id AND m.state <> 'called_off'), '{{}}'), l.state = 'accepted' AND NOT {FOLLOWED}
    FROM diary_supportline l
      LEFT JOIN LATERAL (SELECT id, outcome FROM diary_supportcycle WHERE line_id = l.id ORDER BY number DESC LIMIT 1) c ON true
      LEFT JOIN organisations_membership h ON h.id = l.psychologist_id LEFT JOIN accounts_colleague u ON u.id = h.user_id
    WHERE l.case_id = %(case)s AND l.voided_at IS NULL ORDER BY l.asked_on DESC, l.id DESC
"""  # noqa: S608  # fixed texts


def briefs_of(viewer: Viewer, case_id: UUID) -> list[Brief]:
    """Every line of a case, mistakes left out, the last asked first."""
    if not sees_families(viewer):
        return []
    with connection.cursor() as cursor:
        cursor.execute(OF_CASE, {"case": case_id, "day": today()})
        return [_brief(*row) for row in cursor.fetchall()]


def _brief(
    key: UUID,
    kind: str,
    state: str,
    asked: date,
    who: str,
    outcome: str,
    dates: list[list[str]],
    is_open: bool,
) -> Brief:
    return Brief(key, kind, state, asked, who, outcome, [_date(*one) for one in dates], is_open)


def _date(day: str, hour: Any, state: str) -> Date:
    return Date(date.fromisoformat(day), time.fromisoformat(hour) if hour else None, state)
