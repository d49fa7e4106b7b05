"""What of a plan waits for somebody today: one query for all of it, the days agreed in the network too."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.deputies import mine
from intreccio.families.plans.models import PlanAction
from intreccio.families.plans.policies import mark_path_step
from intreccio.families.plans.queries.letters import at_peace
from intreccio.families.plans.queries.reading import LEFT
from intreccio.families.plans.queries.touch import TOUCH, names_of
from intreccio.families.plans.vocabulary import ActionState, PlanState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_in_sql

LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: of what kind, of which family, since or until when.

    instead: in whose place, where who was to do it no longer works with the family.
    """

    kind: str
    plan_id: UUID
    household_id: UUID
    family: str
    day: date
    what: str
    row_id: UUID
    other: str
    before: int | None = None
    level: int | None = None
    instead: UUID | str | None = None


# Of what is still to be done, those who can: whose work with the family has ended answers for nothing any more.
HELD = f"""a.state = 'to_do' AND a.voided_at IS NULL AND NOT ({LEFT})"""
# Of the family's yeses `x` to a version `v` in force, one that was taken back since it counts: nobody's yes stands in its place, and
# of who took it back twice the last is told.
TAKEN_BACK = """x.worker_id IS NULL AND x.gone <> 'mistake' AND (x.voided_at AT TIME ZONE 'Europe/Rome')::date >= v.in_force_since
        AND NOT EXISTS (SELECT FROM plans_acceptance y WHERE y.plan_id = v.id AND y.worker_id IS NULL AND y.somebody = x.somebody
          AND (y.person_id IS NOT DISTINCT FROM x.person_id OR EXISTS (SELECT FROM people_person p
            WHERE p.id IN (x.person_id, y.person_id) AND p.merged_into_id IN (x.person_id, y.person_id)))
          AND (y.voided_at IS NULL OR (y.gone <> 'mistake' AND (y.voided_at, y.id) > (x.voided_at, x.id))))"""
# Of letters that wait the last whose day has come: an anniversary is not hidden by what nobody has taken for months.
# Mine to do by a day near; a review near, a draft that has waited: of whom I answer for. A goal that holds one that was looked
# at: of whoever has something to do for it, of who answers for the family where nobody has. Who has looked at both is not asked;
# a look that found a goal where it was asks nothing of one that was looked at a short time before.
WAITING = f"""
    WITH agreed AS MATERIALIZED ({value_in_sql("plan_waiting_days")}),
    mine AS MATERIALIZED (SELECT v.id, v.household_id, v.state, v.begun_on, v.review_on, h.name
      FROM cases_case c JOIN plans_plan v ON v.case_id = c.id AND v.voided_at IS NULL AND v.state IN ('draft', 'in_force')
        JOIN people_household h ON h.id = v.household_id
      WHERE {mine("c.id", "c.responsible_id")} AND c.ended_on IS NULL AND c.voided_at IS NULL),
    touch AS MATERIALIZED ({TOUCH}),
    owned AS MATERIALIZED (SELECT a.goal_id AS id
      FROM plans_planaction a JOIN plans_goal g ON g.id = a.goal_id JOIN plans_plan v ON v.id = g.plan_id
        LEFT JOIN organisations_membership m ON m.id = a.worker_id
      WHERE {mine("v.case_id", "a.worker_id")} AND {HELD}
      UNION SELECT g.id FROM mine JOIN plans_goal g ON g.plan_id = mine.id AND mine.state = 'in_force'
        AND NOT EXISTS (SELECT FROM plans_planaction a JOIN organisations_membership m ON m.id = a.worker_id
        WHERE a.goal_id = g.id AND {HELD}))
    (SELECT 'action', v.id, a.household_id, h.name, a.by_when, a.what, a.id, '', NULL::int, NULL::int, NULL::uuid
      FROM plans_planaction a JOIN plans_goal g ON g.id = a.goal_id AND g.voided_at IS NULL
        JOIN plans_plan v ON v.id = g.plan_id AND v.state = 'in_force' AND v.voided_at IS NULL
        JOIN people_household h ON h.id = a.household_id
      WHERE {mine("v.case_id", "a.worker_id")} AND a.state = 'to_do' AND a.voided_at IS NULL
        AND a.by_when <= %(day)s::date + (SELECT (value ->> 'action')::int FROM agreed)
      ORDER BY a.by_when, a.id LIMIT %(most)s)
    UNION ALL (SELECT 'review', id, household_id, name, review_on, '', id, '', NULL, NULL, NULL FROM mine
      WHERE state = 'in_force' AND review_on <= %(day)s::date + (SELECT (value ->> 'review')::int FROM agreed)
      ORDER BY review_on, id LIMIT %(most)s)
    UNION ALL (SELECT 'draft', id, household_id, name, begun_on, '', id, '', NULL, NULL, NULL FROM mine
      WHERE state = 'draft' AND begun_on < %(day)s::date - (SELECT (value ->> 'draft')::int FROM agreed)
      ORDER BY begun_on, id LIMIT %(most)s)
    UNION ALL (SELECT 'linked', v.id, v.household_id, h.name, moved.day, g.title, g.id, o.title, moved.before, moved.level, NULL
      FROM owned JOIN plans_goal g ON g.id = owned.id AND g.voided_at IS NULL
        JOIN plans_plan v ON v.id = g.plan_id AND v.state = 'in_force' AND v.voided_at IS NULL
        JOIN people_household h ON h.id = v.household_id
        JOIN plans_goallink l ON (l.child_goal_id = g.id OR l.parent_goal_id = g.id) AND l.voided_at IS NULL
        JOIN plans_goal o ON o.id = CASE WHEN l.child_goal_id = g.id THEN l.parent_goal_id ELSE l.child_goal_id END
        CROSS JOIN LATERAL (SELECT s.day, s.level, coalesce(lead(s.level) OVER (ORDER BY s.day DESC, s.id DESC), o.start) AS before
          FROM plans_goal e JOIN plans_goalscore s ON s.goal_id = e.id AND s.voided_at IS NULL WHERE e.origin = o.origin
          ORDER BY s.day DESC, s.id DESC LIMIT 1) moved
      WHERE moved.day >= %(day)s::date - (SELECT (value ->> 'linked')::int FROM agreed)
        AND NOT EXISTS (SELECT FROM plans_goal e JOIN plans_goalscore s ON s.goal_id = e.id AND s.voided_at IS NULL
        WHERE e.origin = g.origin AND (s.day >= moved.day
          OR (moved.level = moved.before AND s.day >= moved.day - (SELECT (value ->> 'linked')::int FROM agreed))))
      ORDER BY moved.day, g.id LIMIT %(most)s)
    UNION ALL (SELECT 'withdrawn', v.id, v.household_id, mine.name, (x.voided_at AT TIME ZONE 'Europe/Rome')::date, x.void_reason, x.id,
        '', NULL, NULL, NULL
      FROM mine JOIN plans_plan v ON v.id = mine.id AND v.state = 'in_force' JOIN plans_acceptance x ON x.plan_id = v.id
      WHERE {TAKEN_BACK} AND NOT EXISTS (SELECT FROM cases_promptsetaside s WHERE s.case_id = v.case_id AND s.kind = 'yes_withdrawn'
        AND s.subject_id = v.id AND s.voided_at IS NULL AND s.as_of >= (x.voided_at AT TIME ZONE 'Europe/Rome')::date
        AND (s.until IS NULL OR s.until > %(day)s))
      ORDER BY x.voided_at, x.id LIMIT %(most)s)
    UNION ALL (SELECT 'principles', v.id, c.household_id, h.name, p.again_on, '', v.id, '', NULL, NULL, NULL
      FROM plans_planprinciples p JOIN plans_plan o ON o.id = p.plan_id
        JOIN cases_case c ON c.id = o.case_id AND c.ended_on IS NULL AND c.voided_at IS NULL
        JOIN people_household h ON h.id = c.household_id
        CROSS JOIN LATERAL (SELECT v.id FROM plans_plan v WHERE v.case_id = c.id AND v.state IN ('draft', 'in_force')
          AND v.voided_at IS NULL ORDER BY v.number DESC LIMIT 1) v
      WHERE p.again_on <= %(day)s AND {mine("c.id", "coalesce(p.again_by_id, c.responsible_id)")}
        AND NOT EXISTS (SELECT FROM plans_planprinciples x JOIN plans_plan y ON y.id = x.plan_id
          WHERE y.case_id = c.id AND (x.day, x.id) > (p.day, p.id))
        AND NOT EXISTS (SELECT FROM cases_promptsetaside s WHERE s.case_id = c.id AND s.kind = 'principles_again'
          AND s.subject_id = v.id AND s.voided_at IS NULL AND s.as_of >= p.again_on AND (s.until IS NULL OR s.until > %(day)s))
      ORDER BY p.again_on, p.id LIMIT %(most)s)
    UNION ALL (SELECT 'path', p.id, p.household_id, h.name, p.next_on, s.step ->> 'title', p.id, v.definition ->> 'title', NULL, NULL,
        p.instead
      FROM touch p JOIN people_household h ON h.id = p.household_id
        JOIN protocols_protocolversion v ON v.id = p.protocol_version_id
        JOIN LATERAL jsonb_array_elements(v.definition -> 'steps') s(step) ON s.step ->> 'code' = p.next_step
      WHERE p.next_on <= %(day)s
      ORDER BY p.next_on, p.id LIMIT %(most)s)
    UNION ALL (SELECT 'stilled', p.id, p.household_id, h.name, p.stilled_on, '', p.id, v.definition ->> 'title', NULL, NULL, p.instead
      FROM touch p JOIN people_household h ON h.id = p.household_id JOIN protocols_protocolversion v ON v.id = p.protocol_version_id
      WHERE p.stilled_on IS NOT NULL
      ORDER BY p.stilled_on, p.id LIMIT %(most)s)
    UNION ALL (SELECT 'letter', p.id, p.household_id, h.name, due.day, l.letter ->> 'title', p.id, due.letter, NULL,
        (l.letter ->> 'remembers')::boolean::int, p.instead
      FROM touch p JOIN people_household h ON h.id = p.household_id
        CROSS JOIN LATERAL (SELECT w.letter, w.day FROM jsonb_to_recordset(p.waiting_letters) w(letter text, day date)
          WHERE w.day <= %(day)s ORDER BY w.day DESC LIMIT 1) due
        JOIN protocols_protocolversion v ON v.id = p.protocol_version_id
        JOIN LATERAL jsonb_array_elements(v.definition -> 'letters') l(letter) ON l.letter ->> 'code' = due.letter
      WHERE p.letter_on <= %(day)s AND p.silent_since IS NULL
        AND NOT EXISTS (SELECT FROM plans_familypath s WHERE s.household_id = p.household_id AND s.silent_since IS NOT NULL
          AND s.voided_at IS NULL)
      ORDER BY due.day, p.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts


def waiting_for(viewer: Viewer, most: int, *, today: date) -> list[Line]:
    """Everything of plans that waits for this viewer."""
    with connection.cursor() as cursor:
        cursor.execute(
            WAITING, {"me": viewer.membership_id, "day": today, "most": most, "walks": mark_path_step(viewer)}
        )
        lines = [Line(*row) for row in cursor.fetchall()]
    names = names_of({line.instead for line in lines if isinstance(line.instead, UUID)})
    lines = [
        replace(line, instead=names.get(line.instead, "")) if isinstance(line.instead, UUID) else line
        for line in lines
    ]
    resting = at_peace({line.plan_id for line in lines if line.kind == LETTER and not line.level}, today)
    return [line for line in lines if line.kind != LETTER or line.level or line.plan_id not in resting]


def open_actions(case: Case) -> list[PlanAction]:
    """What is still to be done of the version in force, what has a day first."""
    rows = PlanAction.objects.filter(
        goal__plan__case=case, goal__plan__state=PlanState.IN_FORCE, goal__plan__voided_at__isnull=True,
        goal__voided_at__isnull=True, voided_at__isnull=True, state=ActionState.TO_DO,
    )  # fmt: skip
    return list(rows.order_by("by_when", "pk"))
