"""Hours a week: agreed, corrected, annulled."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds import policies
from intreccio.offer.funds.models import AgreedHours, FundingLine
from intreccio.offer.funds.queries.hours import hours_of_person, most_a_week
from intreccio.offer.funds.rules import Agreed, Span, why_not_agree, why_not_overlap
from intreccio.parties.organisations.actions.holding import hold
from intreccio.parties.organisations.models import TeamMembership


@transaction.atomic
def agree_hours(
    place: TeamMembership,
    line: FundingLine,
    *,
    hours: Decimal,
    since: date,
    until: date | None = None,
    by: Viewer,
) -> AgreedHours:
    """So many hours a week of somebody in a team, on a line. Without an end they last as the line. Raises Refused."""
    policies.require_agrees(by, place)
    row = AgreedHours(place=place, line=line, hours=hours, since=since, until=until or line.until)
    _require_sound(row, Agreed(hours, Span(since, row.until)))
    row.save(force_insert=True)
    record("hours.agreed", row, by=by, codes=_codes(row))
    return row


@transaction.atomic
def edit_agreed_hours(
    row: AgreedHours, *, hours: Decimal, since: date, until: date | None, version: int, by: Viewer
) -> None:
    """Corrects hours as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    policies.require_agrees(by, row.place)
    until = until or row.line.until
    _require_sound(row, Agreed(hours, Span(since, until)))
    fields = write_over(row, version=version, hours=hours, since=since, until=until)
    if fields:
        record("hours.edited", row, by=by, fields=fields, codes=_codes(row))


@transaction.atomic
def void_agreed_hours(row: AgreedHours, *, reason: str, by: Viewer) -> None:
    """Hours written by mistake."""
    policies.require_agrees(by, row.place)
    void(row, by=by, reason=reason)
    record("hours.voided", row, by=by, codes=_codes(row))


def _require_sound(row: AgreedHours, wanted: Agreed) -> None:
    """Whatever a rule counts is held first: the person's hours and the days of the line."""
    hold(f"hours {row.place.membership.user_id}")
    hold(f"line {row.line_id}")
    line = FundingLine.objects.get(pk=row.line_id, voided_at__isnull=True)
    others = [one for one in hours_of_person(row.place.membership.user_id) if one.pk != row.pk]
    same = any(
        one.line_id == row.line_id and one.place_id == row.place_id and _agreed(one).span.meets(wanted.span)
        for one in others
    )
    refuse_if(why_not_overlap(already=same), code="overlap")
    refuse_if(
        why_not_agree(
            wanted, line=Span(line.since, line.until), place=Span(row.place.since, row.place.until),
            others=[_agreed(one) for one in others], most=most_a_week(wanted.span.since),
        ),
        code="hours",
    )  # fmt: skip


def _agreed(row: AgreedHours) -> Agreed:
    """While the place in the team holds, whatever was written."""
    ends = [day for day in (row.until, row.place.until, row.place.membership.until) if day]
    return Agreed(row.hours, Span(row.since, min(ends) if ends else None))


def _codes(row: AgreedHours) -> dict[str, str]:
    return {
        "line": str(row.line_id),
        "team": str(row.place.team_id),
        "membership": str(row.place.membership_id),
        "employer": str(row.place.membership.organisation_id),
    }
