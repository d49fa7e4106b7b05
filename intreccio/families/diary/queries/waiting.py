"""What of visits and of lines of support waits for somebody today: one query for all of it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import connection

from intreccio.families.diary import policies
from intreccio.families.diary.queries.following import FOLLOWED
from intreccio.families.diary.queries.to_tell import TO_TELL
from intreccio.ground.kernel.viewer import Viewer

NEWS_FOR = 21


@dataclass(frozen=True, slots=True)
class Line:
    """One line: of what kind, of which family, on which day; `row_id` is a meeting's. Of a visit, `line_id` is its case,
    `support` what for and `state` where."""

    kind: str
    line_id: UUID
    household_id: UUID | None
    family: str
    support: str
    state: str
    day: date
    hour: time | None
    row_id: UUID


NAMED = "(SELECT h.name FROM people_household h WHERE h.id = l.household_id)"
STANDS = "l.voided_at IS NULL"
FOR_A_PSYCHOLOGIST = f"""
    (SELECT 'to_answer', l.id, l.household_id, {NAMED}, l.kind, l.state, l.asked_on, NULL::time, l.id
      FROM diary_supportline l WHERE l.state = 'asked' AND {STANDS} ORDER BY l.asked_on, l.id LIMIT %(most)s)
    UNION ALL (SELECT 'meeting', l.id, l.household_id, {NAMED}, l.kind, l.state, m.day, m.hour, m.id
      FROM diary_supportline l JOIN diary_supportcycle c ON c.line_id = l.id AND c.ended_on IS NULL
        JOIN diary_supportmeeting m ON m.cycle_id = c.id AND m.state = 'planned' AND m.day <= %(day)s
      WHERE l.psychologist_id = %(me)s AND l.state = 'accepted' AND {STANDS} ORDER BY m.day, m.hour, m.id LIMIT %(most)s)
    UNION ALL (SELECT CASE WHEN c.id IS NULL THEN 'to_plan' ELSE 'to_end' END, l.id, l.household_id, {NAMED}, l.kind, l.state,
        coalesce((SELECT max(m.day) FROM diary_supportmeeting m WHERE m.cycle_id = c.id), l.answered_on), NULL, l.id
      FROM diary_supportline l LEFT JOIN diary_supportcycle c ON c.line_id = l.id AND c.ended_on IS NULL
      WHERE l.psychologist_id = %(me)s AND l.state = 'accepted' AND {STANDS}
        AND NOT EXISTS (SELECT FROM diary_supportmeeting m WHERE m.cycle_id = c.id AND m.state = 'planned')
      ORDER BY l.answered_on, l.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts
# It went to somebody else: in sight, until I open it; out of sight, until I open my notes, and then nothing says of whom it was.
GONE = f"""
    (SELECT CASE WHEN l.id IS NULL THEN 'gone' ELSE 'passed' END, w.line, l.household_id, coalesce({NAMED}, ''), w.kind,
        'accepted', w.left_at::date, NULL::time, w.line
      FROM lines_i_followed(%(day)s::date - interval '{NEWS_FOR} days') w LEFT JOIN diary_supportline l ON l.id = w.line
      WHERE l.psychologist_id IS DISTINCT FROM %(me)s
        AND NOT EXISTS (SELECT FROM kernel_reading r WHERE r.membership_id = %(me)s AND r.at > w.left_at AND (
          (l.id IS NULL AND r.page = 'my_notes') OR (r.household_id = l.household_id AND r.page = 'line_page')))
      ORDER BY w.left_at, w.line LIMIT %(most)s)
"""  # noqa: S608  # fixed texts
# Told since I last opened the line.
FOR_WHO_ASKED = f"""
    (SELECT 'news', l.id, l.household_id, {NAMED}, l.kind, l.state, l.told_at::date, NULL::time, l.id
      FROM diary_supportline l WHERE l.asked_by_id = %(me)s AND {STANDS} AND l.told_at > %(day)s::date - {NEWS_FOR}
        AND NOT EXISTS (SELECT FROM kernel_reading r WHERE r.membership_id = %(me)s AND r.household_id = l.household_id
          AND r.page = 'line_page' AND r.at > l.told_at)
      ORDER BY l.told_at, l.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts

# Left by whoever followed it, who is neither of the team in charge any more nor of whom the record is open to.
UNFOLLOWED = f"""
    (SELECT 'unfollowed', l.id, l.household_id, {NAMED}, l.kind, l.state,
        greatest(l.answered_on, (SELECT c.team_since FROM cases_case c WHERE c.id = l.case_id)), NULL::time, l.id
      FROM diary_supportline l WHERE l.team_id = ANY ((SELECT my_teams())::uuid[]) AND l.state = 'accepted' AND {STANDS}
        AND NOT {FOLLOWED}
      ORDER BY l.answered_on, l.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts

VISITS = f"""
    (SELECT 'visit', v.case_id, v.household_id, h.name, v.what, v.place, v.day, v.hour, v.id
      FROM {TO_TELL} ORDER BY v.day DESC, v.hour, v.id LIMIT %(most)s)
"""  # noqa: S608  # fixed texts


def waiting_for(viewer: Viewer, most: int, *, today: date) -> list[Line]:
    """Everything of the diary that waits for this viewer."""
    asked = f"{FOR_A_PSYCHOLOGIST} UNION ALL {GONE}" if policies.accept_line(viewer) else FOR_WHO_ASKED
    if policies.hand_over_line(viewer):
        asked = f"{asked} UNION ALL {UNFOLLOWED}"
    if policies.write_visit_note(viewer):
        asked = f"{VISITS} UNION ALL {asked}"
    with connection.cursor() as cursor:
        cursor.execute(asked, {"me": viewer.membership_id, "day": today, "most": most})
        return [Line(*row) for row in cursor.fetchall()]
