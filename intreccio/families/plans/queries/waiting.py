"""What of a plan waits for somebody today: one query for all of it, the days agreed in the network too."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.deputies import mine
from intreccio.families.plans.models import PlanAction
from intreccio.families.plans.vocabulary import ActionState, PlanState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_in_sql


@dataclass(frozen=True, slots=True)
class Line:
    """One line: of what kind, of which family, since or until when."""

    kind: str
    plan_id: UUID
    household_id: UUID
    family: str
    day: date
    what: str
    row_id: UUID
    other: str


# Mine to do by a day near; a review near, a draft that has waited, a goal that holds one that has moved: of whom I answer for.
WAITING = f"""
    WITH agreed AS MATERIALIZED ({value_in_sql("plan_waiting_days")}),
    mine AS MATERIALIZED (SELECT v.id, v.household_id, v.state, v.begun_on, v.review_on, h.name
      FROM cases_case c JOIN plans_plan v ON v.case_id = c.id AND v.voided_at IS NULL AND v.state IN ('draft', 'in_force')
        JOIN people_household h ON h.id = v.household_id
      WHERE {mine("c.id", "c.responsible_id")} AND c.ended_on IS NULL AND c.voided_at IS NULL)
    (SELECT 'action', v.id, a.household_id, h.name, a.by_when, a.what, a.id, ''
      FROM plans_planaction a JOIN plans_goal g ON g.id = a.goal_id AND g.voided_at IS NULL
        JOIN plans_plan v ON v.id = g.plan_id AND v.state = 'in_force' AND v.voided_at IS NULL
        JOIN people_household h ON h.id = a.household_id
      WHERE {mine("v.case_id", "a.worker_id")} AND a.state = 'to_do' AND a.voided_at IS NULL
        AND a.by_when <= %(day)s::date + (SELECT (value ->> 'action')::int FROM agreed)
      ORDER BY a.by_when, a.id LIMIT %(most)s)
    UNION ALL (SELECT 'review', id, household_id, name, review_on, '', id, '' FROM mine
      WHERE state = 'in_force' AND review_on <= %(day)s::date + (SELECT (value ->> 'review')::int FROM agreed)
      ORDER BY review_on, id LIMIT %(most)s)
    UNION ALL (SELECT 'draft', id, household_id, name, begun_on, '', id, '' FROM mine
      WHERE state = 'draft' AND begun_on < %(day)s::date - (SELECT (value ->> 'draft')::int FROM agreed)
      ORDER BY begun_on, id LIMIT %(most)s)
    UNION ALL (SELECT 'linked', m.id, m.household_id, m.name, moved.day, g.title, g.id, o.title
      FROM mine m JOIN plans_goallink l ON l.plan_id = m.id AND l.voided_at IS NULL
        CROSS JOIN LATERAL (VALUES (l.child_goal_id, l.parent_goal_id), (l.parent_goal_id, l.child_goal_id)) ends (one, other)
        JOIN plans_goal o ON o.id = ends.one JOIN plans_goal g ON g.id = ends.other
        CROSS JOIN LATERAL (SELECT max(s.day) AS day FROM plans_goalscore s WHERE s.goal_id = o.id AND s.voided_at IS NULL) moved
      WHERE m.state = 'in_force' AND moved.day >= %(day)s::date - (SELECT (value ->> 'linked')::int FROM agreed)
        AND NOT EXISTS (SELECT FROM plans_goalscore s
        WHERE s.goal_id = g.id AND s.voided_at IS NULL AND s.day >= moved.day)
      ORDER BY moved.day, g.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts


def waiting_for(viewer: Viewer, most: int, *, today: date) -> list[Line]:
    """Everything of plans that waits for this viewer."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"me": viewer.membership_id, "day": today, "most": most})
        return [Line(*row) for row in cursor.fetchall()]


def open_actions(case: Case) -> list[PlanAction]:
    """What is still to be done of the version in force, what has a day first."""
    rows = PlanAction.objects.filter(
        goal__plan__case=case, goal__plan__state=PlanState.IN_FORCE, goal__plan__voided_at__isnull=True,
        goal__voided_at__isnull=True, voided_at__isnull=True, state=ActionState.TO_DO,
    )  # fmt: skip
    return list(rows.order_by("by_when", "pk"))
