"""Finding services: a page of ids from the database, judged and explained by the rules."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import Found
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.queries.facts import facts_of, weekdays_of
from intreccio.offer.directory.rules import verdict
from intreccio.offer.directory.rules.criteria import ROOM_FRESH, Answers, answers
from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.rules.parsing import wanted_words
from intreccio.offer.directory.rules.ranking import WEIGHTS
from intreccio.offer.directory.vocabulary import Verdict

PAGE = 25
FEW = 5
# What no list shows.
LONG = (
    "description",
    "eligibility",
    "how_to_enter",
    "what_to_bring",
    "accessibility",
    "source_said",
    "external_ids",
    "search_words",
)


@dataclass(frozen=True, slots=True)
class After:
    """Where the next page begins: the points and the id of the last service shown."""

    points: int
    service_id: UUID

    def __str__(self) -> str:
        return f"{self.points}~{self.service_id}"


@dataclass(frozen=True, slots=True)
class Result:
    """A service, judged."""

    service: Service
    facts: Facts
    answers: Answers
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results; `after` leads to the next, None where the list ends."""

    rows: list[Result]
    after: After | None


def search(wish: Wish, day: date, *, after: After | None = None, size: int = PAGE) -> Results:
    """The services that fit a wish best, those that do not last. Two queries."""
    found = _found(wish, day, after, size + 1)
    page = found[:size]
    listed = (
        Service.objects.filter(pk__in=[one.service_id for one in page])
        .defer(*LONG)
        .select_related("organisation")
    )
    by_id = {service.pk: service for service in listed}
    weekdays = weekdays_of(by_id.values(), day)
    shown = [by_id[one.service_id] for one in page if one.service_id in by_id]
    rows = [_result(service, facts_of(service, weekdays[service.pk]), wish, day) for service in shown]
    return Results(rows, page[-1] if len(found) > size else None)


def _result(service: Service, facts: Facts, wish: Wish, day: date) -> Result:
    given = answers(facts, wish, day)
    return Result(service, facts, given, verdict(given))


def _found(wish: Wish, today: date, after: After | None, size: int) -> list[After]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT service_id, points FROM search_services(%s::jsonb)",
            [json.dumps(_asked(wish, today, after, size))],
        )
        return [After(points, service_id) for service_id, points in cursor.fetchall()]


def _asked(wish: Wish, today: date, after: After | None, size: int) -> Mapping[str, Any]:
    lat, lon = (float(wish.point[0]), float(wish.point[1])) if wish.point else (None, None)
    first, last = wish.ages or (None, None)
    above, up_to = wish.isee or (None, None)
    return {
        "weights": WEIGHTS,
        "by_name": wish.is_empty,
        "needs": sorted(wish.needs),
        "hinted": sorted(wish.hinted),
        # Normalised words hold letters and digits only, so that none of them can be an operator.
        "words": " & ".join(f"{word}:*" for word in wish.words) or None,
        "first": first,
        "last": last,
        "municipality": wish.municipality,
        "province": wish.province,
        "lat": lat,
        "lon": lon,
        "days": sorted(wish.days),
        "above": None if above is None else str(above),
        "up_to": None if up_to is None else str(up_to),
        "room": wish.room,
        "scope": wish.scope,
        "today": today.isoformat(),
        "room_days": ROOM_FRESH.days,
        "before_points": after.points if after else None,
        "before_id": str(after.service_id) if after else None,
        "size": size,
    }


def codes_in(row: Result) -> set[str]:
    """Every municipality that a result names: where it is, and whose residents it is for."""
    return {*row.service.at_municipalities, *row.service.residence_codes}


def search_for(_viewer: Viewer, words: str) -> list[Found]:
    """Answers the search box of the header: services by words."""
    wanted = tuple(wanted_words(words))
    if not wanted:
        return []
    rows = search(Wish(words=wanted), today(), size=FEW).rows
    return [
        Found(
            _("Servizi"),
            row.service.name,
            row.service.organisation.name,
            reverse("service_page", args=[row.service.pk]),
        )
        for row in rows
    ]
