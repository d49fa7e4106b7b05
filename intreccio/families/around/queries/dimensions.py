"""The four dimensions of health of a family: what is needed, what is there already, who is on each, and where nobody is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from intreccio.families.around.queries.network import Near
from intreccio.families.around.rules.dimensions import of_need
from intreccio.families.around.vocabulary import Dimension
from intreccio.parties.people.models import Aspect
from intreccio.parties.people.vocabulary import AspectKind


@dataclass(frozen=True, slots=True)
class Side:
    """One dimension."""

    dimension: Dimension
    names: list[str]
    asked: list[str]
    needed: list[str]
    strong: list[str]
    need_code: str

    @property
    def label(self) -> str:
        """In plain words."""
        return str(self.dimension.label)

    @property
    def has_nobody(self) -> bool:
        """Neither somebody on it nor somebody asked."""
        return not self.names and not self.asked


def sides_of(household_id: UUID, near: Iterable[Near], day: date) -> list[Side]:
    """All four, always in the same order. One query."""
    rows = Aspect.objects.filter(
        Q(until__isnull=True) | Q(until__gt=day), ~Q(need_code=""), household_id=household_id, voided_at__isnull=True
    )  # fmt: skip
    aspects, around = list(rows.order_by("since", "id")), list(near)
    return [_side(each, around, aspects) for each in Dimension]


def _side(dimension: Dimension, near: list[Near], aspects: list[Aspect]) -> Side:
    here = [row for row in aspects if of_need(row.need_code) is dimension]
    needed = [row for row in here if row.kind == AspectKind.NEEDED]
    on = [each for each in near if each.dimension is dimension]
    return Side(
        dimension,
        list(dict.fromkeys(each.name for each in on if not each.is_asked)),
        list(dict.fromkeys(each.name for each in on if each.is_asked)),
        [row.words for row in needed],
        [row.words for row in here if row.kind == AspectKind.STRONG],
        needed[0].need_code if needed else dimension.value,
    )
