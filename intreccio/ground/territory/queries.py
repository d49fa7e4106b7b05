"""What people read of places. No person is in it: nobody needs to say who is looking."""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from django.db.models import Case, Q, QuerySet, When

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keeping import kept
from intreccio.ground.kernel.text import normalise, words_of
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.rules import distance
from intreccio.ground.territory.vocabulary import by_code, countries

MOST = 20
CADASTRAL = re.compile(r"[A-Z]\d{3}")
DISTRICTS = Path(__file__).with_name("districts.json")


def current() -> QuerySet[Municipality]:
    """The municipalities that exist today, by name."""
    return Municipality.objects.on(today())


def municipality_named(name: str, province: str | None = None) -> Municipality | None:
    """The one municipality of this name, however accents and capitals are written.

    `province`: its letters or its name. None where there is no such municipality, and where several share the name
    (San Teodoro is in Messina and in Gallura) and the province does not tell them apart.
    """
    wanted = normalise(name)
    found = current().filter(Q(search_name=wanted) | Q(search_other=wanted)).select_related("province")
    if province:
        sought = normalise(province)
        several = [
            each for each in found if sought in {each.province_id.lower(), normalise(each.province.name)}
        ]
    else:
        several = list(found[:2])
    return several[0] if len(several) == 1 else None


def municipalities_by_istat(codes: Iterable[str]) -> dict[str, Municipality]:
    """The municipality of each ISTAT code, also of codes it no longer carries and of municipalities that have ended.

    One query, and a second only where a code is a former one.
    """
    wanted = {code for code in codes if code}
    rows = Municipality.objects.select_related("province")
    found = {row.istat: row for row in rows.filter(istat__in=wanted)}
    if former := wanted - found.keys():
        for row in rows.filter(former_istat__overlap=sorted(former)):
            found |= {code: row for code in row.former_istat if code in former}
    return found


def municipality_by_istat(istat: str) -> Municipality | None:
    """One of them."""
    return municipalities_by_istat([istat]).get(istat)


def name_in_sql(istat: str) -> str:
    """The same for a query written out: SQL of the name behind a column of ISTAT codes; null where there is none.

    Former codes are looked for in the whole list: few rows carry one.
    """
    row = "SELECT town.name FROM territory_municipality town WHERE"
    return (
        f"CASE WHEN {istat} <> '' THEN coalesce(({row} town.istat = {istat}),"
        f" ({row} town.former_istat @> ARRAY[{istat}]::varchar[] LIMIT 1)) END"
    )


def birthplace_called(code: str) -> str:
    """«H501» → «Roma (RM)», «Z330» → «Marocco». A place that is no longer there keeps its code."""
    if country := by_code().get(code):
        return country.name
    found = Municipality.objects.filter(pk=code).first() if CADASTRAL.fullmatch(code) else None
    return str(found) if found else code


def birthplace_named(name: str, province: str | None = None) -> str:
    """The land registry's code of a municipality or country, written by name or by that code; empty where unknown."""
    if CADASTRAL.fullmatch(code := name.strip().upper()):
        return code
    if found := municipality_named(name, province):
        return found.code
    wanted = normalise(name)
    return next((each.cadastral for each in countries() if normalise(each.name) == wanted), "")


def search(words: str) -> list[Municipality]:
    """At most twenty municipalities in whose name every word begins a word; those that begin with it come first."""
    wanted = words_of(words)
    if not wanted:
        return []
    begins = Q(search_name__startswith=" ".join(wanted)) | Q(search_other__startswith=" ".join(wanted))
    found = current().filter(reduce(Q.__and__, map(_has, wanted))).select_related("province")
    return list(found.order_by(Case(When(begins, then=0), default=1), "search_name")[:MOST])


def _has(word: str) -> Q:
    begins = Q(search_name__startswith=word) | Q(search_name__contains=f" {word}")
    return begins | Q(search_other__startswith=word) | Q(search_other__contains=f" {word}")


def distance_km(a: Municipality, b: Municipality) -> float | None:
    """Kilometres between two centres; None where one is not known."""
    return distance.distance_km(a.point, b.point)


def district_municipalities(codes: Iterable[str] | None = None) -> QuerySet[Municipality]:
    """The municipalities of these districts, or of every district of the network, each once, by name."""
    of = Q(districts__code__in=list(codes)) if codes is not None else Q(districts__isnull=False)
    return current().filter(of).select_related("province").distinct()


def network_municipalities() -> tuple[Municipality, ...]:
    """Those of every district, for pages that offer them at every opening: asked again after some minutes."""
    return _network_on(today())


@kept
def _network_on(_day: date) -> tuple[Municipality, ...]:
    return tuple(district_municipalities())


def written_districts() -> list[dict[str, Any]]:
    """The districts typed beside this file, with the points and the source of their municipalities."""
    districts: list[dict[str, Any]] = json.loads(DISTRICTS.read_text(encoding="utf-8"))["districts"]
    return districts
