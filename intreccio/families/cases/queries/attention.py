"""What asks for attention, of a team or of one family: one query. No number is kept, and none says how a family is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.cases.models import Case, PromptSetAside
from intreccio.families.cases.queries.sources import kinds, sources
from intreccio.families.cases.rules.attention import Aside, AttentionLimits, due_on, is_aside, is_due
from intreccio.ground.parameters.queries import NoValue, value_at, value_in_sql

MOST_WAYS = 1000  # more than any team has open
CODE, ISOLATION = "attention_limits", "isolation_limits"
WAYS = f"""
    WITH agreed AS MATERIALIZED (SELECT a.value || i.value AS value FROM ({value_in_sql(CODE)}) a, ({value_in_sql(ISOLATION)}) i),
    ways AS MATERIALIZED (
      SELECT c.id, c.household_id, c.team_id, c.stage, c.stage_since, c.opened_on, c.in_charge_since, c.review_on, c.responsible_id,
        (SELECT h.name FROM people_household h WHERE h.id = c.household_id) AS family,
        (SELECT k.name FROM organisations_membership m JOIN accounts_colleague k ON k.id = m.user_id
          WHERE m.id = c.responsible_id) AS answers
      FROM cases_case c WHERE {{which}} AND c.ended_on IS NULL AND c.voided_at IS NULL ORDER BY c.opened_on, c.id LIMIT {MOST_WAYS})
"""  # noqa: S608  # fixed texts
OF_TEAM = "c.team_id = %(key)s AND c.team_id = ANY ((SELECT my_teams())::uuid[])"
OF_HOUSEHOLD = "c.household_id = %(key)s"
FOUND = """
    {ways}
    SELECT f.kind, w.id, f.subject_id, f.since, f.as_of, f.what, f.before, w.household_id, w.family, w.responsible_id, w.answers,
      (SELECT value FROM agreed), a.id, a.as_of, a.until, a.day, a.reason, a.words, a.who
    FROM ({prompts}) f (kind, household_id, subject_id, since, as_of, what, before)
      JOIN ways w ON w.household_id = f.household_id
      LEFT JOIN LATERAL (
        SELECT s.id, s.as_of, s.until, s.day, s.reason, s.words, (SELECT k.name FROM organisations_membership m
            JOIN accounts_colleague k ON k.id = m.user_id WHERE m.id = s.by_id) AS who
        FROM cases_promptsetaside s
        WHERE s.case_id = w.id AND s.kind = f.kind AND s.subject_id = f.subject_id AND s.voided_at IS NULL
        ORDER BY s.id DESC LIMIT 1) a ON true
"""
# Of the ways themselves. Here a review is one that was prepared and is not written yet; of one to prepare, the plan knows.
OURS = """
    SELECT 'no_contact', w.household_id, w.id, greatest(k.day, w.opened_on), greatest(k.day, w.opened_on), '', NULL::date
      FROM ways w CROSS JOIN LATERAL (SELECT max(day) AS day FROM ({contacts}) every (day) WHERE day <= %(day)s) k
    UNION ALL SELECT 'review_overdue', w.household_id, w.id, w.review_on, w.review_on, 'review', NULL
      FROM ways w WHERE w.review_on IS NOT NULL AND w.stage = 'review'
    UNION ALL SELECT 'long_in_charge', w.household_id, w.id, w.in_charge_since, w.stage_since, '', NULL
      FROM ways w WHERE w.in_charge_since IS NOT NULL
    UNION ALL SELECT 'reopened', w.household_id, w.id, r.day, w.stage_since, '', r.closed
      FROM ways w CROSS JOIN LATERAL (SELECT s.day, (SELECT max(c.day) FROM cases_casestep c
          WHERE c.case_id = w.id AND c.verb = 'close_case' AND c.day <= s.day) AS closed
        FROM cases_casestep s WHERE s.case_id = w.id AND s.verb = 'reopen_case' ORDER BY s.day DESC, s.id DESC LIMIT 1) r
"""
# Near a home: of whom a family tells, and of no service. Since the way began, or since the last of them went.
ALONE = """
    SELECT 'no_ties', w.household_id, w.id, greatest(w.opened_on, t.last), greatest(w.opened_on, t.last), '', NULL::date
      FROM ways w CROSS JOIN LATERAL (SELECT max(b.until) AS last, count(*) FILTER (
          WHERE (b.since IS NULL OR b.since <= %(day)s) AND (b.until IS NULL OR b.until > %(day)s)) AS near
        FROM people_bond b WHERE b.household_id = w.household_id AND b.voided_at IS NULL
          AND b.sphere NOT IN ('services', 'health', 'school', 'work') AND b.quality <> 'broken'
          AND (b.quality IN ('strong', 'ordinary') OR b.helps <> '')) t
      WHERE t.near = 0
    UNION ALL SELECT 'moved', w.household_id, w.id, a.since, a.since, '', NULL
      FROM ways w CROSS JOIN LATERAL (SELECT max(n.since) AS since FROM people_homeaddress n
        WHERE n.household_id = w.household_id AND n.voided_at IS NULL AND n.since <= %(day)s HAVING min(n.since) < max(n.since)) a
      WHERE NOT EXISTS (SELECT FROM people_household h WHERE h.id = w.household_id AND h.is_protected)
"""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Who set a prompt aside, when, why, until when."""

    id: UUID
    until: date | None
    day: date
    reason: str
    words: str
    who: str | None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One invitation to look: of which kind, about what, since when, and from which day it shows."""

    kind: str
    case_id: UUID
    subject_id: UUID
    household_id: UUID
    family: str
    since: date
    as_of: date
    due_on: date
    what: str
    before: date | None
    responsible_id: UUID | None
    answers: str | None
    limits: AttentionLimits
    aside: SetAside | None = None

    @property
    def key(self) -> str:
        """Where a list goes on after it; codes only."""
        return f"{self.kind}_{self.case_id}_{self.subject_id}"


def attention_limits_on(day: date) -> AttentionLimits:
    """What the network agreed on, as it holds on a day. Raises NoValue."""
    return AttentionLimits(**value_at(CODE, day), **value_at(ISOLATION, day))


def prompts_of_team(team_id: UUID, *, today: date) -> list[Prompt]:
    """Of every open way of a team of the viewer's: kind by kind, what shows since longest first. One query."""
    return _asked(OF_TEAM, team_id, today)


def prompts_of_household(household_id: UUID, *, today: date) -> list[Prompt]:
    """Of one family. One query."""
    return _asked(OF_HOUSEHOLD, household_id, today)


def prompt_of(case: Case, kind: str, subject_id: UUID, *, today: date) -> Prompt | None:
    """One of a case, as it stands now; None where it does not show."""
    found = prompts_of_household(case.household_id, today=today)
    return next(
        (one for one in found if (one.case_id, one.kind, one.subject_id) == (case.pk, kind, subject_id)), None
    )


def set_aside_of(case: Case, set_aside_id: UUID) -> PromptSetAside | None:
    """To take back."""
    return PromptSetAside.objects.filter(case=case, pk=set_aside_id).select_related("case__household").first()


def _asked(which: str, key: UUID, today: date) -> list[Prompt]:
    ours = OURS.format(contacts=" UNION ALL ".join(sources.contacts))
    prompts = " UNION ALL ".join([ours, ALONE, *sources.prompts])
    sql = FOUND.format(ways=WAYS.format(which=which), prompts=prompts)
    with connection.cursor() as cursor:
        cursor.execute(sql, {"key": key, "day": today})
        found = list(_due(cursor.fetchall(), today))
    order = {code: place for place, code in enumerate(kinds())}
    return sorted(found, key=lambda one: (order[one.kind], one.due_on, one.case_id, one.subject_id))


def _due(rows: list[Any], today: date) -> Iterator[Prompt]:
    limits: AttentionLimits | None = None
    for kind, case_id, subject_id, since, as_of, what, before, *rest in rows:
        household_id, family, responsible_id, answers, agreed, *aside = rest
        limits = limits or _limits(agreed, today)
        if not is_due(kind, since, today=today, limits=limits, before=before):
            continue
        due = due_on(kind, since, limits=limits, before=before) or since
        yield Prompt(
            kind, case_id, subject_id, household_id, family, since, as_of, due, what, before, responsible_id, answers,
            limits, _aside(aside, kind, as_of, today),
        )  # fmt: skip


def _limits(agreed: Any, today: date) -> AttentionLimits:
    if agreed is None:
        raise NoValue(f"no limits of attention agreed on {today.isoformat()}")
    return AttentionLimits(**json.loads(agreed))


def _aside(row: list[Any], kind: str, as_of: date, today: date) -> SetAside | None:
    key, known, until, *rest = row
    if key is None or not is_aside(Aside(known, until), kind=kind, as_of=as_of, today=today):
        return None
    return SetAside(key, until, *rest)
