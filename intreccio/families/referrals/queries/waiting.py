"""What waits for somebody today, on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.referrals import policies
from intreccio.ground.kernel.counts import Count
from intreccio.ground.kernel.viewer import Viewer

ENOUGH = 100
# Asked at every page: two short walks along an index, and no further than a hundred.
TO_ANSWER = """
    SELECT count(*) FROM (SELECT FROM referrals_referral WHERE receiver_id = %s AND state IN ('asked', 'seen') LIMIT %s) a
"""
NEWS = """
    SELECT count(*) FROM (SELECT FROM referrals_referralorigin WHERE team_id = ANY ((SELECT my_teams())::uuid[]) AND news LIMIT %s) b
"""


def answers(viewer: Viewer) -> bool:
    """Somebody whose role may answer what is asked of their body."""
    return viewer.role in policies.ANSWERS


def asks(viewer: Viewer) -> bool:
    """Somebody whose teams may have asked."""
    return bool(viewer.team_ids) and policies.create_referral(viewer)


def waiting_count(viewer: Viewer) -> Count | None:
    """What is to answer, and what has been answered and not yet read."""
    counts = [Count(TO_ANSWER, (viewer.organisation_id, ENOUGH))] if answers(viewer) else []
    counts += [Count(NEWS, (ENOUGH,))] if asks(viewer) else []
    values = tuple(value for count in counts for value in count.values)
    return Count(" + ".join(f"({count.sql})" for count in counts), values) if counts else None


# One question for Oggi: each kind walks its own index no further than it shows. What was received names no family.
RECEIVED = """
    SELECT 'to_answer', r.id, NULL::uuid, s.name, b.name, r.state, r.urgency, r.answer_by, r.sent_at
      FROM (SELECT * FROM referrals_referral WHERE receiver_id = %(body)s AND state IN ('asked', 'seen')
            ORDER BY answer_by, id LIMIT %(most)s) r
      JOIN directory_service s ON s.id = r.service_id JOIN organisations_organisation b ON b.id = r.sender_id
"""
SENT = """
    SELECT o.kind, r.id, o.household_id, s.name, h.name, r.state, r.urgency, r.answer_by, r.state_since
      FROM ((SELECT 'news' AS kind, referral_id, household_id FROM referrals_referralorigin
             WHERE team_id = ANY ((SELECT my_teams())::uuid[]) AND news AND state <> 'ended' ORDER BY sent_at DESC LIMIT %(most)s)
        UNION ALL (SELECT 'overdue', referral_id, household_id FROM referrals_referralorigin
             WHERE team_id = ANY ((SELECT my_teams())::uuid[]) AND state IN ('asked', 'seen') AND answer_by < %(day)s
             ORDER BY answer_by, id LIMIT %(most)s)
        UNION ALL (SELECT 'ended', referral_id, household_id FROM referrals_referralorigin
             WHERE team_id = ANY ((SELECT my_teams())::uuid[]) AND state = 'ended' ORDER BY sent_at DESC LIMIT %(most)s)) o
      JOIN referrals_referral r ON r.id = o.referral_id JOIN directory_service s ON s.id = r.service_id
      JOIN people_household h ON h.id = o.household_id
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Something that waits: of which kind, on which referral. `whose`: the body that asks, or the family of ours."""

    kind: str
    referral_id: UUID
    household_id: UUID | None
    service: str
    whose: str
    state: str
    urgency: str
    answer_by: date
    since: datetime


def waiting_lines(viewer: Viewer, most: int, *, today: date) -> Iterator[Line]:
    """What was asked of the viewer's body; of what their teams asked: answered since, overdue, ended without the family's word."""
    asked = [RECEIVED] if answers(viewer) else []
    asked += [SENT] if asks(viewer) else []
    if asked:
        with connection.cursor() as cursor:
            values: dict[str, Any] = {"body": viewer.organisation_id, "day": today, "most": most}
            cursor.execute(" UNION ALL ".join(asked), values)
            yield from (Line(*row) for row in cursor.fetchall())
