"""Who can answer for a body: somebody with a role that may, at work there today."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from intreccio.families.referrals.policies import ANSWERS
from intreccio.parties.organisations.models import Membership
from intreccio.parties.organisations.vocabulary import MembershipKind


def _at_work(day: date) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day, user__is_active=True)
        .exclude(kind=MembershipKind.USER_MEMBER)
    )  # fmt: skip


def who_answers(organisation_id: UUID, day: date) -> list[Membership]:
    """The people of a body who may answer, by name."""
    rows = _at_work(day).filter(organisation_id=organisation_id, role__in=ANSWERS)
    return list(rows.select_related("user").order_by("user__name", "id"))


def bodies_that_answer(organisation_ids: Iterable[UUID], day: date) -> set[UUID]:
    """Those of these bodies from which somebody can answer here."""
    rows = _at_work(day).filter(organisation_id__in=set(organisation_ids), role__in=ANSWERS)
    return set(rows.values_list("organisation_id", flat=True))


def still_at_work(membership_id: UUID | None, day: date) -> Membership | None:
    """A hat that is still worn, with its person."""
    if membership_id is None:
        return None
    return _at_work(day).filter(pk=membership_id).select_related("user").first()


def who_waits_for(referral_id: UUID) -> UUID | None:
    """The hat that is told of an answer: asked by who answers, who sees neither family nor team."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT who_waits_for(%s)", [referral_id])
        (key,) = cursor.fetchone() or (None,)
    return key
