"""Yeses of the family that were taken back while the version counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.queries.cards import Family, by_whom
from intreccio.families.plans.rules.taken import Voided, taken_back
from intreccio.families.plans.vocabulary import PlanState, YesGone
from intreccio.ground.design.templatetags.design import spoken


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose, on which day, and why."""

    who: str
    day: date
    reason: str

    @property
    def said(self) -> str:
        """«Stefano Pellegrini ha ritirato il suo sì domenica 29 novembre: «ci ha ripensato».»"""
        told = {"who": self.who, "day": spoken(self.day), "reason": self.reason}
        return _("%(who)s ha ritirato il suo sì %(day)s: «%(reason)s».") % told


def taken_of(
    plan: Plan, family: Family, standing: Iterable[Acceptance], annulled: Iterable[Acceptance]
) -> list[Taken]:
    """Of what has been read already: no query."""
    theirs = [
        row for row in annulled if row.worker_id is None and row.voided_at and row.gone != YesGone.MISTAKE
    ]
    rows = sorted(theirs, key=lambda row: (row.voided_at, row.pk))
    told = [Voided(_key(row), localdate(row.voided_at), row.void_reason) for row in rows]
    names = {_key(row): by_whom(family, row) for row in rows}
    since = plan.in_force_since if plan.state == PlanState.IN_FORCE else None
    found = taken_back(told, {_key(row) for row in standing}, since=since)
    return [Taken(names[one.who], one.day, one.reason) for one in found]


def _key(row: Acceptance) -> str:
    return str(row.person_id or row.somebody)
