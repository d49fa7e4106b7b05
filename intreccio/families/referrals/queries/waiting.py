"""What waits for somebody today, on both sides."""

from datetime import date

from django.db import connection

from intreccio.families.referrals import policies
from intreccio.families.referrals.models import TO_ANSWER, Referral, ReferralOrigin
from intreccio.families.referrals.vocabulary import ReferralState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.mine import of_my_teams

ENOUGH = 100
# Asked at every page: two short walks along an index, and no further than a hundred.
COUNT = """
    SELECT (SELECT count(*) FROM (SELECT FROM referrals_referral WHERE %(answers)s AND receiver_id = %(body)s
        AND state IN ('asked', 'seen') LIMIT %(most)s) a)
      + (SELECT count(*) FROM (SELECT FROM referrals_referralorigin WHERE team_id = ANY (%(teams)s::uuid[]) AND news LIMIT %(most)s) b)
"""


def waiting_count(viewer: Viewer) -> int:
    """What is to answer, and what has been answered and not yet read."""
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT,
            {
                "answers": viewer.role in policies.ANSWERS,
                "body": viewer.organisation_id,
                "teams": list(viewer.team_ids) if policies.create_referral(viewer) else [],
                "most": ENOUGH,
            },
        )
        (number,) = cursor.fetchone() or (0,)
    return int(number)


def to_answer(viewer: Viewer, most: int) -> list[Referral]:
    """What was asked of the viewer's body, by its day."""
    if viewer.role not in policies.ANSWERS:
        return []
    rows = Referral.objects.filter(TO_ANSWER, receiver_id=viewer.organisation_id)
    return list(rows.select_related("service", "sender").order_by("answer_by", "id")[:most])


def of_ours(viewer: Viewer, most: int, *, today: date) -> dict[str, list[ReferralOrigin]]:
    """What the viewer's teams asked: answered since, overdue, ended and waiting for the family's word."""
    if not viewer.team_ids or not policies.create_referral(viewer):
        return {}
    rows = ReferralOrigin.objects.filter(of_my_teams("referrals_referralorigin.team_id"))
    rows = rows.select_related("referral__service", "household")
    return {
        "news": list(
            rows.filter(news=True).exclude(state=ReferralState.ENDED).order_by("-sent_at", "-id")[:most]
        ),
        "overdue": list(rows.filter(TO_ANSWER, answer_by__lt=today).order_by("answer_by", "id")[:most]),
        "ended": list(rows.filter(state=ReferralState.ENDED).order_by("-sent_at", "-id")[:most]),
    }
