"""What waits for somebody today among the families they answer for: one query for all of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from intreccio.families.cases import policies
from intreccio.families.cases.queries.deputies import mine
from intreccio.families.cases.rules.waiting import MEETING_DAYS, NEW_FOR, Limits
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import NoValue, value_in_sql

# A network that wrote its own days before there were reviews goes by the days it knows.
AGREED = f"""
    SELECT (value ->> 'preliminary')::int AS preliminary, (value ->> 'quiet')::int AS quiet,
      coalesce(value ->> 'review', value ->> 'quiet')::int AS review,
      coalesce(value ->> 'follow_up', value ->> 'preliminary')::int AS follow_up
    FROM ({value_in_sql("case_waiting_days")}) written
"""  # noqa: S608  # fixed texts


def limits_on(day: date) -> Limits:
    """The days agreed in the network, as they hold on a day. Raises NoValue."""
    with connection.cursor() as cursor:
        cursor.execute(AGREED, {"day": day})
        row = cursor.fetchone()
    if row is None:
        raise NoValue(f"no days agreed for the waiting of cases on {day.isoformat()}")
    return Limits(*row)


@dataclass(frozen=True, slots=True)
class Line:
    """A case that waits for the viewer: as what, since which day.

    days: those agreed in the network, the months after the closing, how long I still stand in.
    is_named: somebody answers for it by name; of what is
    new, the viewer does. key: the case, or what was agreed at its closing. last: when something was last written.
    """

    kind: str
    key: UUID
    case_id: UUID
    household_id: UUID
    family: str
    team: str
    day: date
    stage: str
    days: int
    is_named: bool
    what: str
    last: datetime | None


OF_MY_TEAMS = "ANY ((SELECT my_teams())::uuid[])"
OPEN = "c.ended_on IS NULL AND c.voided_at IS NULL"
# Whom nobody answers for: not yet, or no longer, because who did has left. What has been left begins from the few who have
# left a team: from the many cases it would cost more at every opening of Oggi.
NOBODYS = f"""
    (SELECT 'nobodys' AS kind, c.id AS key, c.id AS case_id, c.household_id, c.team_id, c.team_since AS day, c.stage,
        0 AS days, c.responsible_id IS NOT NULL AS is_named, '' AS what, NULL::timestamptz AS last
      FROM cases_case c WHERE c.id = ANY (ARRAY(
          SELECT c.id FROM cases_case c WHERE c.team_id = {OF_MY_TEAMS} AND c.responsible_id IS NULL AND {OPEN}
          ORDER BY c.team_since, c.id LIMIT %(most)s) || ARRAY(
          SELECT c.id FROM organisations_teammembership t JOIN organisations_membership m ON m.id = t.membership_id
            JOIN cases_case c ON c.responsible_id = t.membership_id AND c.team_id = t.team_id
          WHERE t.team_id = {OF_MY_TEAMS} AND (t.until <= %(day)s OR m.until <= %(day)s) AND {OPEN} AND NOT EXISTS (
              SELECT FROM organisations_teammembership n WHERE n.membership_id = t.membership_id AND n.team_id = t.team_id
                AND (n.until IS NULL OR n.until > %(day)s) AND (m.until IS NULL OR m.until > %(day)s))
          ORDER BY c.team_since, c.id LIMIT %(most)s))
      ORDER BY c.team_since, c.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts


def _long_at(stage: str, agreed: str) -> str:
    return f"""
    (SELECT 'long', c.id, c.id, c.household_id, c.team_id, c.stage_since, c.stage, (SELECT {agreed} FROM agreed), true, '', NULL
      FROM cases_case c WHERE c.team_id = {OF_MY_TEAMS} AND c.stage = '{stage}' AND c.voided_at IS NULL
        AND c.stage_since < %(day)s::date - (SELECT {agreed} FROM agreed) AND c.responsible_id IS NOT NULL
      ORDER BY c.stage_since, c.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts


# Where somebody else has lately put me to work, and I have not opened the family since. Keys are in the order of time (law 1):
# a reading of mine with a later key came later.
NEW_TO_ME = f"""
    (SELECT 'new' AS kind, w.id AS key, c.id AS case_id, c.household_id, c.team_id, w.since AS day, c.stage, 0 AS days,
        coalesce(c.responsible_id = w.membership_id, false) AS is_named, '' AS what, NULL::timestamptz AS last
      FROM cases_caseworker w JOIN cases_case c ON c.id = w.case_id
      WHERE w.membership_id = %(me)s AND w.until IS NULL AND w.since > %(day)s::date - {NEW_FOR} AND {OPEN} AND NOT EXISTS (
        SELECT FROM kernel_reading r WHERE r.membership_id = %(me)s AND r.household_id = w.household_id
          AND r.page IN ('case_page', 'household_page') AND r.id > w.id)
      ORDER BY w.since, w.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts
# What was agreed for these days: mine, nobody's; once the day has passed, the whole team's.
FOLLOW_UPS = f"""
    (SELECT 'follow_up', f.id, c.id, c.household_id, c.team_id, f.due_on, c.stage, f.months, true, f.what, NULL
      FROM cases_casefollowup f JOIN cases_case c ON c.id = f.case_id AND c.voided_at IS NULL
      WHERE f.team_id = {OF_MY_TEAMS} AND f.done_on IS NULL AND f.voided_at IS NULL
        AND f.due_on <= %(day)s::date + (SELECT follow_up FROM agreed)
        AND ({mine("c.id", "f.who_id")} OR f.who_id IS NULL OR f.due_on < %(day)s)
      ORDER BY f.due_on, f.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts
# Where I stand in for somebody, until I open the family.
STANDS_IN = f"""
    (SELECT 'deputy', d.id, c.id, c.household_id, c.team_id, d.since, c.stage, (d.until - %(day)s::date), true,
        coalesce((SELECT u.name FROM organisations_membership m JOIN accounts_colleague u ON u.id = m.user_id
          WHERE m.id = d.absent_id), ''), NULL
      FROM cases_casedeputy d JOIN cases_case c ON c.id = d.case_id
      WHERE d.deputy_id = %(me)s AND d.since <= %(day)s AND %(day)s < d.until AND {OPEN} AND NOT EXISTS (
        SELECT FROM kernel_reading r WHERE r.membership_id = %(me)s AND r.household_id = d.household_id
          AND r.page IN ('case_page', 'household_page') AND r.id > d.id AND r.at >= d.since)
      ORDER BY d.since, d.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts
# Meetings of these days to which I am asked, or that I answer for; whose day has passed, to be written.
MEETINGS = f"""
    (SELECT 'meeting', n.id, c.id, c.household_id, c.team_id, n.day, c.stage, 0, true, coalesce(n.place, ''), NULL
      FROM cases_conference n JOIN cases_case c ON c.id = n.case_id AND {OPEN}
      WHERE n.team_id = {OF_MY_TEAMS} AND n.held_on IS NULL AND n.voided_at IS NULL AND n.day <= %(day)s::date + {MEETING_DAYS}
        AND ({mine("c.id", "c.responsible_id")} OR EXISTS (
          SELECT FROM cases_conferenceseat s WHERE s.conference_id = n.id AND s.is_asked AND {mine("c.id", "s.membership_id")}))
      ORDER BY n.day, n.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts
# Of whom nothing has been written for long; the look-up keeps to the key, as a function's answer is thought long.
QUIET = """
    (SELECT 'quiet', one.id, one.id, one.household_id, one.team_id, one.stage_since, one.stage, 0, true, '', quiet.last
      FROM quiet_cases(%(day)s::date - (SELECT quiet FROM agreed), %(most)s) quiet
        CROSS JOIN LATERAL (SELECT c.* FROM cases_case c WHERE c.id = quiet.case_id LIMIT 1) one)
"""
# Names are looked up for the few lines that are left: a join would have the planner read every family.
LINES = """
    WITH agreed AS MATERIALIZED ({agreed})
    SELECT kind, key, case_id, household_id, (SELECT h.name FROM people_household h WHERE h.id = household_id),
      (SELECT t.name FROM organisations_team t WHERE t.id = team_id), day, stage, days, is_named, what, last
    FROM ({kinds}) waiting
"""
DECIDES = (NOBODYS, _long_at("preliminary_analysis", "preliminary"), _long_at("review", "review"))
KINDS = ("nobodys", "long", "new", "deputy", "meeting", "follow_up", "quiet")


def waiting_for(viewer: Viewer, most: int, *, today: date) -> list[Line]:
    """Everything of cases that waits for this viewer, kind by kind, the first day first."""
    with connection.cursor() as cursor:
        cursor.execute(_asked(viewer), {"me": viewer.membership_id, "day": today, "most": most})
        lines = sorted((Line(*row) for row in cursor.fetchall()), key=_order)
    long = [line for line in lines if line.kind == "long"]
    left_out = {line.key for line in lines if line.kind == "nobodys"} | {line.key for line in long[most:]}
    return [line for line in lines if line.kind != "long" or line.key not in left_out]


def _asked(viewer: Viewer) -> str:
    kinds = [*DECIDES] if policies.change_responsible(viewer) else []
    kinds += [NEW_TO_ME]
    if policies.record_follow_up(viewer):
        kinds += [STANDS_IN, MEETINGS, FOLLOW_UPS]
    return LINES.format(agreed=AGREED, kinds="UNION ALL".join([*kinds, QUIET]))


def _order(line: Line) -> tuple[int, date, UUID]:
    return KINDS.index(line.kind), line.day, line.key
