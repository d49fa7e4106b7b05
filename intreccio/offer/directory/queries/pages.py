"""What the page of a service shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from intreccio.ground.kernel.languages import LANGUAGES
from intreccio.ground.needs.queries import Leaf, words_of_needs
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.offer.directory.models import Service, ServiceLocation
from intreccio.offer.directory.queries.facts import facts_of, hours_of_service, places_of, with_parts
from intreccio.offer.directory.rules.ages import span_words
from intreccio.offer.directory.rules.hours import Hours, span_text
from intreccio.offer.directory.rules.money import euro
from intreccio.offer.directory.rules.room import Tag, room_tag
from intreccio.offer.directory.vocabulary import Weekday
from intreccio.parties.organisations.models import Membership

AGAIN_AFTER = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A service and its words."""

    service: Service
    tag: Tag
    needs: list[Leaf]
    ages: str
    residents: list[str]
    isee_limit: str
    languages: list[str]
    steps: list[str]
    week: list[tuple[str, str]]
    places: list[tuple[ServiceLocation, Municipality | None]]
    verified_by: str
    check_again: date | None


def service_in_full(service_id: UUID, today: date) -> Service | None:
    """A service with its body, its open places, its hours. Three queries."""
    return with_parts(Service.objects.filter(pk=service_id), today).first()


def sheet_of(service: Service, today: date) -> Sheet:
    """Everything the page says. Three queries."""
    places = places_of(service)
    towns = municipalities_by_istat(
        {*service.residence_codes, *(place.municipality_code for place in places)}
    )
    return Sheet(
        service=service,
        tag=room_tag(facts_of(service, ()), today),
        needs=list(words_of_needs(service.need_codes).values()),
        ages=span_words(service.age_from_months, service.age_to_months),
        residents=_names(service.residence_codes, towns),
        isee_limit=euro(service.isee_limit) if service.isee_limit is not None else "",
        languages=[str(LANGUAGES.get(code, code)) for code in service.languages],
        steps=[line.strip() for line in service.how_to_enter.splitlines() if line.strip()],
        week=_week(hours_of_service(service)),
        places=[(place, towns.get(place.municipality_code)) for place in places],
        verified_by=_who(service.verified_by),
        check_again=service.verified_on + AGAIN_AFTER if service.verified_on else None,
    )


def _names(codes: list[str], towns: Mapping[str, Municipality]) -> list[str]:
    return sorted(towns[code].name if code in towns else code for code in codes)


def _week(hours: list[Hours]) -> list[tuple[str, str]]:
    """A row a day."""
    days = sorted({row.weekday for row in hours})
    return [
        (str(Weekday(day).label), ", ".join(span_text(row) for row in hours if row.weekday == day))
        for day in days
    ]


def _who(membership_id: UUID | None) -> str:
    """Who checked: a colleague's name and body."""
    if membership_id is None:
        return ""
    hat = Membership.objects.select_related("user", "organisation").filter(pk=membership_id).first()
    return f"{hat.user.name}, {hat.organisation.name}" if hat else ""
