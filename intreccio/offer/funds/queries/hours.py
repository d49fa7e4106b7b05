"""Hours agreed: of a team on a day, of a person through all their teams."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.ground.parameters.queries import value_at
from intreccio.offer.funds.models import AgreedHours
from intreccio.offer.funds.rules import tidy
from intreccio.parties.organisations.models import Team, TeamMembership

STANDS = Q(voided_at__isnull=True)


@dataclass(frozen=True, slots=True)
class Totals:
    """Hours a week by employer and by line, the most first, and in all."""

    by_employer: list[tuple[str, Decimal]]
    by_line: list[tuple[str, Decimal]]

    @property
    def all(self) -> Decimal:
        """Of the whole team."""
        return tidy(sum((hours for _, hours in self.by_employer), Decimal(0)))


def most_a_week(day: date) -> Decimal:
    """The dated limit."""
    return Decimal(str(value_at("weekly_hours_most", day)))


def hours_of_person(user_id: UUID) -> QuerySet[AgreedHours]:
    """All hours of somebody that stand, under whatever hat and in whatever team."""
    rows = AgreedHours.objects.filter(STANDS, place__membership__user_id=user_id)
    return rows.select_related("place__membership", "line")


def all_hours() -> QuerySet[AgreedHours]:
    """Hours that stand, to act on."""
    return AgreedHours.objects.filter(STANDS).select_related(
        "line", "place__team__organisation", "place__membership__user", "place__membership__organisation"
    )


def hours_in(team: Team, day: date) -> list[AgreedHours]:
    """Hours of a team that are not over yet, in order of line and day; of who works there (`members_of`) they hold."""
    rows = AgreedHours.objects.filter(STANDS, Q(until__isnull=True) | Q(until__gt=day), place__team=team)
    return list(rows.select_related("line").order_by("line__name", "since"))


def hours_between(
    first: date, last: date, *, team_id: UUID | None = None, membership_id: UUID | None = None
) -> list[AgreedHours]:
    """Hours that hold on some of these days: of everybody in a team, or of one hat in all its teams."""
    rows = AgreedHours.objects.filter(STANDS, Q(until__isnull=True) | Q(until__gt=first), since__lte=last)
    if team_id:
        rows = rows.filter(place__team_id=team_id)
    if membership_id:
        rows = rows.filter(place__membership_id=membership_id)
    return list(rows.select_related("line", "place__membership__user", "place__membership__organisation"))


def on_day(rows: Iterable[AgreedHours], day: date) -> list[AgreedHours]:
    """Those that have begun."""
    return [row for row in rows if row.since <= day]


def weekly(rows: Iterable[AgreedHours]) -> dict[UUID, Decimal]:
    """Hours a week by place in the team."""
    found: dict[UUID, Decimal] = {}
    for row in rows:
        found[row.place_id] = found.get(row.place_id, Decimal(0)) + row.hours
    return found


def totals_of(rows: Iterable[AgreedHours], members: Iterable[TeamMembership]) -> Totals:
    """By the body each works for, and by line. Whoever no longer works in the team counts no more."""
    places = {place.pk: place.membership.organisation.name for place in members}
    employers: dict[str, Decimal] = {}
    lines: dict[str, Decimal] = {}
    for row in rows:
        if (employer := places.get(row.place_id)) is not None:
            employers[employer] = employers.get(employer, Decimal(0)) + row.hours
            lines[row.line.name] = lines.get(row.line.name, Decimal(0)) + row.hours
    return Totals(_most_first(employers), _most_first(lines))


def _most_first(totals: dict[str, Decimal]) -> list[tuple[str, Decimal]]:
    return sorted(
        ((name, tidy(hours)) for name, hours in totals.items()), key=lambda each: (-each[1], each[0])
    )
