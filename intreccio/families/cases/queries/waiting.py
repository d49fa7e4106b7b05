"""What waits for somebody today among the families they answer for."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from intreccio.families.cases.models import OPEN, Case, CaseFollowUp
from intreccio.families.cases.queries.follow_ups import TO_COME
from intreccio.families.cases.rules.waiting import Limits
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.organisations.queries.mine import of_my_teams


def limits_on(day: date) -> Limits:
    """The days agreed in the network, as they hold on a day."""
    value = value_at("case_waiting_days", day)
    preliminary, quiet = int(value["preliminary"]), int(value["quiet"])
    # A network that wrote its own days before there were reviews goes by the days it knows.
    review, follow_up = int(value.get("review", quiet)), int(value.get("follow_up", preliminary))
    return Limits(preliminary=preliminary, quiet=quiet, review=review, follow_up=follow_up)


def _of_my_teams(viewer: Viewer) -> QuerySet[Case]:
    return Case.objects.filter(OPEN, of_my_teams("cases_case.team_id")).select_related("household", "team")


# Begins from the few who have left a team: from the many cases it would cost more at every opening of Oggi.
LEFT = """
    SELECT c.id FROM organisations_teammembership t JOIN organisations_membership m ON m.id = t.membership_id
      JOIN cases_case c ON c.responsible_id = t.membership_id AND c.team_id = t.team_id
    WHERE t.team_id = ANY ((SELECT my_teams())::uuid[]) AND (t.until <= %(day)s OR m.until <= %(day)s)
      AND c.ended_on IS NULL AND c.voided_at IS NULL AND NOT EXISTS (
        SELECT FROM organisations_teammembership n WHERE n.membership_id = t.membership_id AND n.team_id = t.team_id
          AND (n.until IS NULL OR n.until > %(day)s) AND (m.until IS NULL OR m.until > %(day)s))
    ORDER BY c.team_since, c.id LIMIT %(most)s
"""


AT_WORK = """
    SELECT EXISTS (SELECT FROM organisations_teammembership t JOIN organisations_membership m ON m.id = t.membership_id
      WHERE t.team_id = %(team)s AND t.membership_id = %(who)s AND t.since <= %(day)s
        AND (t.until IS NULL OR t.until > %(day)s) AND (m.until IS NULL OR m.until > %(day)s))
"""


def without_responsible(viewer: Viewer, most: int, *, today: date) -> list[Case]:
    """Families of my teams that nobody answers for by name: not yet, or no longer, because who did has left."""
    with connection.cursor() as cursor:
        cursor.execute(LEFT, {"day": today, "most": most})
        left = [row[0] for row in cursor.fetchall()]
    rows = _of_my_teams(viewer)
    found = list(rows.filter(responsible__isnull=True).order_by("team_since", "id")[:most])
    if left:
        found += rows.filter(pk__in=left)
    return sorted(found, key=lambda case: (case.team_since, case.pk))[:most]


def still_answers(case: Case, day: date) -> bool:
    """False where nobody is the reference of a family, or who was has left its team."""
    if case.responsible_id is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute(AT_WORK, {"team": case.team_id, "who": case.responsible_id, "day": day})
        (found,) = cursor.fetchone() or (False,)
    return bool(found)


def long_at_their_stage(viewer: Viewer, most: int, *, limits: Limits, today: date) -> list[Case]:
    """Preliminary analyses and reviews of my teams that have lasted longer than agreed, and have a reference."""
    late = Q(stage=Stage.PRELIMINARY, stage_since__lt=today - timedelta(days=limits.preliminary))
    late |= Q(stage=Stage.REVIEW, stage_since__lt=today - timedelta(days=limits.review))
    rows = _of_my_teams(viewer).filter(late, responsible__isnull=False)
    return list(rows.order_by("stage_since", "id")[:most])


def follow_ups_due(viewer: Viewer, most: int, *, limits: Limits, today: date) -> list[CaseFollowUp]:
    """What was agreed for these days: mine, nobody's; once the day has passed, the whole team's."""
    mine = Q(who_id=viewer.membership_id) | Q(who__isnull=True) | Q(due_on__lt=today)
    rows = CaseFollowUp.objects.filter(
        mine, of_my_teams("cases_casefollowup.team_id"), case__voided_at__isnull=True,
        due_on__lte=today + timedelta(days=limits.follow_up), **TO_COME,
    )  # fmt: skip
    return list(rows.select_related("case__household").order_by("due_on", "id")[:most])


def quiet_for(
    viewer: Viewer, most: int, *, limits: Limits, today: date
) -> list[tuple[Case, datetime | None]]:
    """Families I am the reference of, of whom nothing has been written for long; with when something last was."""
    if not viewer.team_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, last FROM quiet_cases(%s, %s)", [today - timedelta(days=limits.quiet), most]
        )
        last: dict[UUID, datetime | None] = dict(cursor.fetchall())
    rows = (
        Case.objects.filter(pk__in=list(last)).select_related("household").order_by("stage_since", "id")
        if last
        else []
    )
    return [(case, last[case.pk]) for case in rows]
