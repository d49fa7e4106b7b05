"""Lines of money: those of the network, and those that can still pay hours."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, DecimalField, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds import policies
from intreccio.offer.funds.models import FundingLine
from intreccio.offer.funds.rules import tidy


@dataclass(frozen=True, slots=True)
class Listed:
    """A line, what is agreed on it today, and whether the viewer keeps it."""

    line: FundingLine
    people: int
    hours: Decimal
    is_over: bool
    kept: bool

    @property
    def funder(self) -> str:
        """Who gives the money."""
        return self.line.funder.name if self.line.funder else self.line.funder_words


def all_lines() -> QuerySet[FundingLine]:
    """Lines that stand, with the bodies they name."""
    return FundingLine.objects.filter(voided_at__isnull=True).select_related("organisation", "funder")


def lines_for_hours(day: date) -> QuerySet[FundingLine]:
    """Lines that are not over."""
    return all_lines().filter(Q(until__isnull=True) | Q(until__gt=day)).order_by("name")


def listed(viewer: Viewer, day: date) -> list[Listed]:
    """All lines, those that hold first, with the hours a week agreed on each today. One query."""
    holds = (
        Q(hours__voided_at__isnull=True, hours__since__lte=day)
        & (Q(hours__until__isnull=True) | Q(hours__until__gt=day))
        & (Q(hours__place__until__isnull=True) | Q(hours__place__until__gt=day))
        & (Q(hours__place__membership__until__isnull=True) | Q(hours__place__membership__until__gt=day))
    )
    nothing = Value(Decimal(0), output_field=DecimalField())
    rows = all_lines().annotate(
        people=Count("hours__place__membership__user", filter=holds, distinct=True),
        weekly=Coalesce(Sum("hours__hours", filter=holds), nothing),
    )
    lines = [
        Listed(
            row,
            row.people,
            tidy(row.weekly),
            row.until is not None and row.until <= day,
            policies.keeps(viewer, row),
        )
        for row in rows.order_by("name", "pk")
    ]
    return sorted(lines, key=lambda each: each.is_over)
