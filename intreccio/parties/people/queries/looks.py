"""Who has looked at a family, day by day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from intreccio.ground.accounts.models import Colleague
from intreccio.ground.accounts.roles import OrganisationLead
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.panels import registers, told
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.people.queries.households import Seen

LOOKED_FOR = timedelta(days=90)
MOST = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody opened on a day, and how many times in all."""

    name: str
    mine: bool
    times: int
    pages: str


@dataclass(frozen=True, slots=True)
class LookedDay:
    """A day on which somebody looked."""

    day: date
    looks: list[Look]

    @property
    def times(self) -> int:
        """Of all together."""
        return sum(look.times for look in self.looks)


def looked_days(viewer: Viewer, seen: Seen) -> list[LookedDay]:
    """Ninety days of readings, the last ones first; nothing below the level *record*. Three queries."""
    if not seen.shows_record:
        return []
    rows = list(
        Reading.objects.filter(household_id=seen.household.pk, at__gt=now() - LOOKED_FOR)
        .annotate(day=TruncDate("at"))
        .values("day", "user_id", "organisation_id")
        .annotate(times=Count("pk"), last=Max("at"), pages=ArrayAgg("page", distinct=True))
        .order_by("-day", "-last")[:MOST]
    )
    names = _names(Colleague, (row["user_id"] for row in rows)) | _names(
        Organisation, (row["organisation_id"] for row in rows)
    )
    unsaid = frozenset() if _is_at_work(viewer, seen) else frozenset(registers.readings_of_team)
    return [
        LookedDay(day, [_look(row, names, viewer, unsaid) for row in that_day])
        for day, that_day in groupby(rows, key=lambda row: row["day"])
    ]


def _names(kind: type[Colleague] | type[Organisation], keys: Iterable[UUID | None]) -> dict[UUID | None, str]:
    return dict(kind.objects.filter(pk__in={key for key in keys if key}).values_list("pk", "name"))


def _is_at_work(viewer: Viewer, seen: Seen) -> bool:
    """Of the team in charge; who leads its body reads (`policies.writes`)."""
    return seen.in_charge and viewer.role != OrganisationLead.code


def _look(
    row: Mapping[str, Any], names: dict[UUID | None, str], viewer: Viewer, unsaid: frozenset[str]
) -> Look:
    who = (names.get(row["user_id"], ""), names.get(row["organisation_id"], ""))
    pages = dict.fromkeys(
        str((page not in unsaid and told(f"reading.{page}")) or _("una pagina della famiglia"))
        for page in row["pages"]
    )
    return Look(
        " · ".join(filter(None, who)), row["user_id"] == viewer.user_id, row["times"], ", ".join(pages)
    )
