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
from intreccio.ground.territory.queries import name_in_sql
from intreccio.offer.directory.queries.facts import Row, facts_of
from intreccio.offer.directory.rules import verdict
from intreccio.offer.directory.rules.criteria import ROOM_FRESH, Answers, answers
from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.rules.parsing import wanted_words
from intreccio.offer.directory.rules.ranking import WEIGHTS
from intreccio.offer.directory.vocabulary import Verdict

PAGE = 25
FEW = 5
# One statement, written out: composed by the ORM it would cost more than to answer. Days come from the hours where the
# column of the service may no longer hold. A function's answer is thought to be long: the lateral look-up keeps to the key.
RESULTS = f"""
    SELECT found.points, service.* FROM search_services(%s::jsonb) WITH ORDINALITY AS found (service_id, points, place)
    CROSS JOIN LATERAL (
      SELECT s.id, s.name, o.name AS organisation, s.status, s.need_codes, s.age_from_months, s.age_to_months, s.residence,
        s.residence_codes, s.isee, s.isee_limit, s.cost, s.places_free, s.room_as_of, s.waiting, s.verified_on,
        s.at_municipalities, s.at_provinces, s.at_lats, s.at_lons,
        CASE WHEN s.weekdays_until <= day THEN ARRAY(SELECT h.weekday::int FROM directory_schedule h WHERE h.service_id = s.id
          AND (h.valid_from IS NULL OR h.valid_from <= day) AND (h.valid_until IS NULL OR day < h.valid_until))
          ELSE s.at_weekdays END AS weekdays,
        ARRAY(SELECT {name_in_sql("at.istat")} FROM unnest(s.at_municipalities) WITH ORDINALITY AS at (istat, n) ORDER BY n) AS towns,
        ARRAY(SELECT {name_in_sql("at.istat")} FROM unnest(s.residence_codes) WITH ORDINALITY AS at (istat, n) ORDER BY n) AS residents
      FROM directory_service s JOIN organisations_organisation o ON o.id = s.organisation_id, (SELECT %s::date AS day) today
      WHERE s.id = found.service_id LIMIT 1
    ) service ORDER BY found.place
"""  # noqa: S608  # fixed texts


@dataclass(frozen=True, slots=True)
class After:
    """Where the next page begins: the points and the id of the last service shown."""

    points: int
    service_id: UUID

    def __str__(self) -> str:
        return f"{self.points}~{self.service_id}"


@dataclass(frozen=True, slots=True)
class Result:
    """A service, judged. `residents`: names of the municipalities it is only for, by code."""

    service_id: UUID
    name: str
    organisation: str
    towns: list[str]
    residents: Mapping[str, str]
    facts: Facts
    answers: Answers
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results; `after` leads to the next, None where the list ends."""

    rows: list[Result]
    after: After | None


def search(wish: Wish, day: date, *, after: After | None = None, size: int = PAGE) -> Results:
    """The services that fit a wish best, those that do not last. One query."""
    found = _found(wish, day, after, size + 1)
    page = found[:size]
    goes_on = len(found) > size
    return Results(
        [_result(row, wish, day) for row in page], After(page[-1].points, page[-1].pk) if goes_on else None
    )


def _result(row: Row, wish: Wish, day: date) -> Result:
    facts = facts_of(row, row.weekdays)
    given = answers(facts, wish, day)
    return Result(
        service_id=row.pk,
        name=row.name,
        organisation=row.organisation,
        towns=[name for name in row.towns if name],
        residents={code: name for code, name in zip(row.residence_codes, row.residents, strict=True) if name},
        facts=facts,
        answers=given,
        verdict=verdict(given),
    )


def _found(wish: Wish, today: date, after: After | None, size: int) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(RESULTS, [json.dumps(_asked(wish, today, after, size)), today])
        return list(map(Row._make, cursor.fetchall()))


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


def search_for(_viewer: Viewer, words: str) -> list[Found]:
    """Answers the search box of the header: services by words."""
    wanted = tuple(wanted_words(words))
    if not wanted:
        return []
    rows = search(Wish(words=wanted), today(), size=FEW).rows
    return [
        Found(
            _("Servizi"),
            row.name,
            row.organisation,
            reverse("service_page", args=[row.service_id]),
        )
        for row in rows
    ]
