"""What stands beside a case on its page: how much work it asks, who stands in for whom, its meetings, who is not to be told. One query."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Absence, ConferenceKind, Effort
from intreccio.parties.people.queries.untold import UNTOLD, names_untold

MEETINGS = 4


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody who stands in, or will."""

    id: UUID
    absent_id: UUID
    name: str
    since: date
    until: date
    why_code: str

    @property
    def why(self) -> str:
        """In plain words."""
        return str(Absence(self.why_code).label)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, as the page of a case names it."""

    id: UUID
    kind_code: str
    day: date
    held_on: date | None
    decisions: int

    @property
    def kind(self) -> str:
        """In plain words."""
        return str(ConferenceKind(self.kind_code).label)


@dataclass(frozen=True, slots=True)
class Beside:
    """All of it."""

    effort_code: str
    effort_since: date | None
    deputies: list[Deputy]
    meetings: list[Meeting]
    untold: dict[str, str]  # who is not to be told: key → name

    @property
    def effort(self) -> str:
        """In plain words; empty while nobody has said."""
        return str(Effort(self.effort_code).label) if self.effort_code else ""

    def for_absent(self, membership_id: UUID) -> list[Deputy]:
        """Who stands in for this one."""
        return [each for each in self.deputies if each.absent_id == membership_id]


# Written out: composed by the ORM this would cost more than to answer, at every opening of a case.
BESIDE = f"""
    SELECT
      (SELECT jsonb_build_array(k.weight, k.since) FROM cases_caseweight k WHERE k.case_id = %(case)s
        ORDER BY k.since DESC, k.id DESC LIMIT 1),
      (SELECT jsonb_agg(jsonb_build_array(d.id, d.absent_id, u.name, d.since, d.until, d.why) ORDER BY d.since, d.id)
        FROM cases_casedeputy d JOIN organisations_membership m ON m.id = d.deputy_id JOIN accounts_colleague u ON u.id = m.user_id
        WHERE d.case_id = %(case)s AND d.until > %(day)s),
      (SELECT jsonb_agg(jsonb_build_array(c.id, c.kind, c.day, c.held_on,
          (SELECT count(*) FROM cases_conferencedecision e WHERE e.conference_id = c.id AND e.voided_at IS NULL)) ORDER BY c.day DESC, c.id)
        FROM (SELECT * FROM cases_conference n WHERE n.case_id = %(case)s AND n.voided_at IS NULL
          ORDER BY n.day DESC, n.id LIMIT %(most)s) c),
      ({UNTOLD})
"""  # noqa: S608  # fixed texts


def beside(case: Case, day: date) -> Beside:
    """As it stands on a day."""
    with connection.cursor() as cursor:
        cursor.execute(
            BESIDE, {"case": case.pk, "household": case.household_id, "day": day, "most": MEETINGS}
        )
        effort, deputies, meetings, untold = (
            json.loads(each) if each else [] for each in cursor.fetchone() or ("",) * 4
        )
    code, since = effort or ("", None)
    return Beside(
        code,
        date.fromisoformat(since) if since else None,
        [_deputy(*each) for each in deputies],
        [_meeting(*each) for each in meetings],
        names_untold(untold),
    )


def _deputy(key: str, absent: str, name: str, since: str, until: str, why: str) -> Deputy:
    return Deputy(UUID(key), UUID(absent), name, date.fromisoformat(since), date.fromisoformat(until), why)


def _meeting(key: str, kind: str, day: str, held: str | None, decisions: int) -> Meeting:
    return Meeting(
        UUID(key), kind, date.fromisoformat(day), date.fromisoformat(held) if held else None, decisions
    )
