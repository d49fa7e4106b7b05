"""The codes of the day that an event of a family carries (law 5)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from intreccio.parties.people.models import Aspect, Household, HouseholdMembership
from intreccio.parties.people.rules.ages import band_of


def codes_of_the_day(household: Household, day: date) -> dict[str, Any]:
    """Municipality, team, age bands and open needs: codes only. Two queries."""
    homes = (
        HouseholdMembership.objects.present(day).of_persons().filter(household_id=household.pk, kind="lives")
    )
    births = homes.values_list("person__birth_date", flat=True)
    needs = Aspect.objects.filter(
        household_id=household.pk, kind="needed", until__isnull=True, voided_at__isnull=True
    ).aggregate(codes=ArrayAgg("need_code", filter=~Q(need_code=""), distinct=True, default=[]))
    return codes_from(household, births, needs["codes"], day)


def codes_from(
    household: Household, births: Iterable[date | None], needs: Iterable[str], day: date
) -> dict[str, Any]:
    """The same, for who already knows the dates of birth at home and the open needs. No query."""
    return {
        "municipality": household.municipality_code,
        "team": str(household.team_id),
        "ages": sorted(band_of(birth, day) for birth in births),
        "needs": sorted(needs),
    }
