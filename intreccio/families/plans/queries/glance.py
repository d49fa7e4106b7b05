"""A plan at a glance, for the pages of others: one query each."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.plans.queries.reading import signed
from intreccio.families.plans.rules.attainment import Attained, Looked, attained
from intreccio.families.plans.rules.strands import strands_held
from intreccio.families.plans.vocabulary import PlanState, Strand


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A goal: where it began, where it is, and whether it was looked at since the review began."""

    id: UUID
    title: str
    start: int
    now: int
    looked_at: bool
    strand: str

    @property
    def path(self) -> str:
        """«−2 → −1»."""
        return f"{signed(self.start)} → {signed(self.now)}"


@dataclass(frozen=True, slots=True)
class Glance:
    """A version and its goals."""

    id: UUID
    number: int
    state: str
    review_on: date | None
    has_keeper: bool  # somebody answers for the family, and holds its services together
    goals: list[Glimpse]

    @property
    def is_draft(self) -> bool:
        """Still in preparation."""
        return self.state == PlanState.DRAFT

    @property
    def state_said(self) -> str:
        """«in corso»."""
        return str(PlanState(self.state).label)

    @property
    def empty_strands(self) -> list[str]:
        """Of a version in force, the strands that hold nothing: said, and no bar."""
        if self.state != PlanState.IN_FORCE:
            return []
        held = strands_held((goal.strand for goal in self.goals), has_keeper=self.has_keeper)
        return [str(strand.label) for strand in Strand if strand not in held]

    @property
    def attained(self) -> Attained | None:
        """The goals that were looked at in this review, taken together."""
        return attained(Looked(goal.start, goal.now, goal.looked_at) for goal in self.goals)

    @property
    def to_score(self) -> list[Glimpse]:
        """Goals that nobody has looked at since the review began."""
        return [goal for goal in self.goals if not goal.looked_at]


# A look counts from the day on which the review began; of a plan that never came to one, from its own first day.
AT_A_GLANCE = """
    SELECT v.id, v.number, v.state, v.review_on, c.responsible_id IS NOT NULL, g.id, g.title, g.start, coalesce(s.level, g.start),
      coalesce(s.looked_at, false), g.strand
    FROM plans_plan v JOIN cases_case c ON c.id = v.case_id LEFT JOIN plans_goal g ON g.plan_id = v.id AND g.voided_at IS NULL
      LEFT JOIN LATERAL (SELECT x.level, bool_or(x.at_review AND x.day >= CASE WHEN c.stage = 'review' THEN c.stage_since
          ELSE v.in_force_since END) OVER () AS looked_at
        FROM plans_goalscore x JOIN plans_goal o ON o.id = x.goal_id WHERE o.origin = g.origin AND x.voided_at IS NULL
        ORDER BY x.day DESC, x.id DESC LIMIT 1) s ON true
    WHERE v.case_id = %s AND v.voided_at IS NULL AND v.state <> 'replaced'
    ORDER BY v.number DESC, g."order", g.id
"""


def glances(case_id: UUID) -> list[Glance]:
    """The versions of a case that are still to be read first: in preparation, in force, or the one it ended with."""
    with connection.cursor() as cursor:
        cursor.execute(AT_A_GLANCE, [case_id])
        rows: list[Any] = cursor.fetchall()
    found: dict[UUID, Glance] = {}
    for *version, goal_id, title, start, now, looked_at, strand in rows:
        glance = found.setdefault(version[0], Glance(*[*version, []]))
        if goal_id:
            glance.goals.append(Glimpse(goal_id, title, start, now, looked_at, strand))
    return list(found.values())


def in_force(case_id: UUID) -> Glance | None:
    """The version that was agreed."""
    return next((one for one in glances(case_id) if one.state == PlanState.IN_FORCE), None)
