"""Services near who asks, and why: the directory answers; this area only says what is known so far."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.families.access.vocabulary import ChildAge
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.queries import cards as directory

MOST = 4
# One age stands for a band: a service for the middle of it is one to ask about.
YEARS = {ChildAge.BABY: 1, ChildAge.INFANT: 4, ChildAge.PRIMARY: 8, ChildAge.MIDDLE: 12, ChildAge.TEEN: 15}


def cards_for(said: Mapping[str, Any], today: date) -> list[directory.Card]:
    """A few services for the needs, the place and the ages said so far; none where no need is."""
    ages = [YEARS[age] for band in said.get("ages", ()) if (age := ChildAge(band)) in YEARS]
    return directory.cards_for(
        said.get("needs", ()), said.get("municipality", ""), ages, today=today, size=MOST
    )


def services_named(ids: Iterable[UUID]) -> list[tuple[UUID, str]]:
    """(id, name) of the services pointed to, by name."""
    wanted = list(ids)
    return (
        list(Service.objects.filter(pk__in=wanted).order_by("name").values_list("pk", "name"))
        if wanted
        else []
    )
