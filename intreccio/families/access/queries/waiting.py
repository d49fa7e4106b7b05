"""What waits today for somebody at a desk: one query for all of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from intreccio.families.access import policies
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Line:
    """A signal to read, to decide about or to act on, or a conversation that an accompaniment was proposed in.

    words: the facts of a signal, or who came. until: the day that holds, agreed with the step or else that of the reading.
    """

    kind: str
    id: UUID
    words: str
    at: datetime
    until: date | None = None
    due_on: date | None = None
    state: str = ""
    step: str = ""
    has_news: bool = False
    danger_now: bool = False


# Each kind along its own index, no further than it shows; a signal that is of two kinds stands once.
TO_DO = """
    (SELECT CASE WHEN t.assigned_to_id = %(me)s THEN 'mine' ELSE 'unread' END, t.signal_id, s.facts, s.received_at,
        coalesce(t.assigned_until, t.due_on), t.due_on, t.state, t.step, t.has_news, s.danger_now
      FROM access_triage t JOIN access_signal s ON s.id = t.signal_id
      WHERE t.id = ANY (ARRAY(
          SELECT t.id FROM access_triage t
          WHERE t.desk_id = ANY ((SELECT my_teams())::uuid[]) AND (t.state IN ('received', 'read') OR t.has_news)
          ORDER BY t.due_on, t.id LIMIT %(most)s) || ARRAY(
          SELECT t.id FROM access_triage t WHERE t.assigned_to_id = %(me)s AND t.state = 'assessment'
          ORDER BY t.due_on, t.id LIMIT %(most)s))
      ORDER BY t.due_on, t.id LIMIT %(most)s)
"""
INTAKE = """
    UNION ALL (SELECT 'intake', c.id, trim(c.given || ' ' || c.surname), c.at, NULL, NULL, '', '', false, false
      FROM access_contact c WHERE c.desk_id = ANY ((SELECT my_teams())::uuid[]) AND c.settled_at IS NULL
      ORDER BY c.at LIMIT %(most)s)
"""


def waiting_for(viewer: Viewer, most: int) -> list[Line]:
    """Signals, least time left first; then proposals to accompany that nobody has taken up yet, the oldest first."""
    if not viewer.team_ids or not policies.open_signal(viewer):
        return []
    asked = TO_DO + INTAKE if policies.create_contact(viewer) else TO_DO
    with connection.cursor() as cursor:
        cursor.execute(asked, {"me": viewer.membership_id, "most": most})
        return [Line(*row) for row in cursor.fetchall()]
