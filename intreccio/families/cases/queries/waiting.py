"""What waits for somebody today among the families they answer for."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from intreccio.families.cases.models import OPEN, Case, CaseFollowUp, CaseWorker
from intreccio.families.cases.queries.follow_ups import TO_COME
from intreccio.families.cases.rules.waiting import NEW_FOR, Limits
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.models import Reading
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
    WHERE t.team_id = ANY ((SELECT my_teams())::uuid[]) AND (t.until <= %s OR m.until <= %s)
      AND c.ended_on IS NULL AND c.voided_at IS NULL AND NOT EXISTS (
        SELECT FROM organisations_teammembership n WHERE n.membership_id = t.membership_id AND n.team_id = t.team_id
          AND (n.until IS NULL OR n.until > %s) AND (m.until IS NULL OR m.until > %s))
    ORDER BY c.team_since, c.id LIMIT %s
"""
# One statement, whether somebody is quiet or nobody; the look-up keeps to the key, as a function's answer is thought long.
QUIET = """
    SELECT one.id, one.household_id, one.name, one.stage_since, quiet.last FROM quiet_cases(%s, %s) quiet CROSS JOIN LATERAL (
      SELECT c.id, c.household_id, h.name, c.stage_since FROM cases_case c JOIN people_household h ON h.id = c.household_id
      WHERE c.id = quiet.case_id LIMIT 1) one
    ORDER BY one.stage_since, one.id
"""


class Quiet(NamedTuple):
    """A case of whom nothing has been written for long; `last`: when something was, if ever."""

    case_id: UUID
    household_id: UUID
    name: str
    stage_since: date
    last: datetime | None


AT_WORK = """
    SELECT EXISTS (SELECT FROM organisations_teammembership t JOIN organisations_membership m ON m.id = t.membership_id
      WHERE t.team_id = %(team)s AND t.membership_id = %(who)s AND t.since <= %(day)s
        AND (t.until IS NULL OR t.until > %(day)s) AND (m.until IS NULL OR m.until > %(day)s))
"""


def without_responsible(viewer: Viewer, most: int, *, today: date) -> list[Case]:
    """Families of my teams that nobody answers for by name: not yet, or no longer, because who did has left."""
    rows = _of_my_teams(viewer)
    left = RawSQL(LEFT, [*[today] * 4, most])  # noqa: S611  # a text of ours
    found = [
        *rows.filter(responsible__isnull=True).order_by("team_since", "id")[:most],
        *rows.filter(pk__in=left),
    ]
    return sorted(found, key=lambda case: (case.team_since, case.pk))[:most]


def still_answers(case: Case, day: date) -> bool:
    """False where nobody is the reference of a family, or who was has left its team."""
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


def new_to_me(viewer: Viewer, most: int, *, today: date) -> list[CaseWorker]:
    """Where somebody else has lately put me to work, and I have not opened the family since.

    Keys are in the order of time (law 1): a reading of mine with a later key came later.
    """
    opened = Reading.objects.filter(
        membership_id=viewer.membership_id,
        household_id=OuterRef("household_id"),
        page__in=["case_page", "household_page"],
        pk__gt=OuterRef("pk"),
    )
    rows = CaseWorker.objects.filter(
        ~Exists(opened),
        membership_id=viewer.membership_id,
        until__isnull=True,
        since__gt=today - timedelta(days=NEW_FOR),
        case__ended_on__isnull=True,
        case__voided_at__isnull=True,
    )
    return list(rows.select_related("case__household").order_by("since", "pk")[:most])


def quiet_for(viewer: Viewer, most: int, *, limits: Limits, today: date) -> list[Quiet]:
    """Families I am the reference of, of whom nothing has been written for long; with when something last was."""
    if not viewer.team_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(QUIET, [today - timedelta(days=limits.quiet), most])
        return list(map(Quiet._make, cursor.fetchall()))
