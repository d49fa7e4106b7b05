"""Keeps what searching needs: words, places and points of services, made anew whenever one of them changes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation

from intreccio.ground.needs.queries import words_of_needs
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.offer.directory.models import Service, ServiceLocation
from intreccio.offer.directory.rules.hours import Hours, week_of
from intreccio.offer.directory.rules.indexing import search_name_of, search_words_of

INDEXED = (
    "search_name",
    "search_words",
    "at_municipalities",
    "at_provinces",
    "at_lats",
    "at_lons",
    "at_weekdays",
    "weekdays_until",
)


class Indexer:
    """Reads municipalities and needs once, for one service or for thousands."""

    def __init__(self, municipality_codes: Iterable[str], need_codes: Iterable[str]) -> None:
        self.municipalities: Mapping[str, Municipality] = municipalities_by_istat(municipality_codes)
        # What is searched is Italian, whatever the language of who writes.
        with translation.override(settings.LANGUAGE_CODE):
            self.needs = words_of_needs(need_codes)

    def columns(
        self, service: Service, places: Sequence[ServiceLocation], hours: Iterable[Hours], today: date
    ) -> dict[str, Any]:
        """The values of INDEXED."""
        towns = [town for place in places if (town := self.municipalities.get(place.municipality_code))]
        pointed = [place for place in places if place.latitude is not None and place.longitude is not None]
        weekdays, until = week_of(hours, today)
        needs = [leaf for code in service.need_codes if (leaf := self.needs.get(code))]
        return {
            "search_name": search_name_of(service.name),
            "search_words": search_words_of(
                service.name,
                service.organisation.name,
                service.description,
                lists=(
                    (f"{town.name} {town.name_other}" for town in towns),
                    (f"{place.name} {place.address}" for place in places),
                    (f"{leaf.plain} {leaf.label}" for leaf in needs),
                ),
            ),
            "at_municipalities": sorted({place.municipality_code for place in places} - {""}),
            "at_provinces": sorted({town.province_id for town in towns}),
            "at_lats": [float(place.latitude or 0) for place in pointed],
            "at_lons": [float(place.longitude or 0) for place in pointed],
            "at_weekdays": weekdays,
            "weekdays_until": until,
        }


def index(
    service: Service, places: Sequence[ServiceLocation], hours: Iterable[Hours], today: date
) -> dict[str, Any]:
    """The searching columns of one service."""
    codes = [place.municipality_code for place in places]
    return Indexer(codes, service.need_codes).columns(service, places, hours, today)
