"""The version that a page opens, with everything that the page says of it beside its goals."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.hearing import AGE
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut
from intreccio.ground.parameters.queries import value_in_sql

OPENED = WrittenOut(
    Plan,
    "p",
    """
    SELECT {p}, {c}, {h}, {t}, {o}, {m}, {u}, (VOICE_AGE)::int AS voice_age,
      (SELECT jsonb_agg(jsonb_build_object('person', coalesce(w.merged_into_id, r.person_id), 'somebody', r.somebody,
          'kind', r.kind, 'what', r.what) ORDER BY r.since, r.id)
        FROM plans_familyresource r LEFT JOIN people_person w ON w.id = r.person_id
        WHERE r.household_id = p.household_id AND r.voided_at IS NULL AND r.since <= %(day)s::date
          AND (r.until IS NULL OR r.until > %(day)s::date)) AS brings
    FROM plans_plan p JOIN cases_case c ON c.id = p.case_id JOIN people_household h ON h.id = c.household_id
      JOIN organisations_team t ON t.id = c.team_id JOIN organisations_organisation o ON o.id = t.organisation_id
      LEFT JOIN organisations_membership m ON m.id = c.responsible_id
      LEFT JOIN accounts_colleague u ON u.id = m.user_id
    WHERE p.id = %(plan)s
    """.replace("VOICE_AGE", value_in_sql(AGE)),
    c="p.case",
    h="c.household",
    t="c.team",
    o="t.organisation",
    m="c.responsible",
    u="m.user",
)


def opened(viewer: Viewer, plan_id: UUID, day: date) -> Plan | None:
    """A version in sight; with it `voice_age`, from which age one is heard, and `brings`, what the family does. One query."""
    found: list[Any] = OPENED.rows(plan=plan_id, day=day) if sees_families(viewer) else []
    for plan in found:
        plan.brings = json.loads(plan.brings or "[]")
    return next(iter(found), None)
