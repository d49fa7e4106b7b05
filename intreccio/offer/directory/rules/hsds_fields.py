"""One HSDS 3.0 service as the fields that an import takes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from intreccio.offer.directory.rules.hours import Hours, weekdays_of_rule
from intreccio.offer.directory.rules.transforms import web_address
from intreccio.workshop.imports.rules.entries import BadField

Said = Mapping[str, Any]
OLDEST = 120
UNKEPT = re.compile("[\0\ud800-\udfff]")
LANGUAGES_3 = {
    "ita": "it",
    "ara": "ar",
    "eng": "en",
    "fra": "fr",
    "spa": "es",
    "por": "pt",
    "ron": "ro",
    "ukr": "uk",
    "urd": "ur",
    "zho": "zh",
}


def values_of(service: Said, body: Said) -> tuple[dict[str, Any], list[BadField]]:
    """The fields, and notes on what had to be left empty. Raises BadField."""
    notes: list[BadField] = []
    values = {
        "name": _text(service, "name"),
        "organisation": _short(_text(body, "name"), 160, "organization.name", notes),
        "organisation_email": _text(body, "email"),
        "organisation_website": web_address(_text(body, "website")),
        "description": _text(service, "description"),
        "status": (_text(service, "status") or "active").replace(" ", "_"),
        "website": web_address(_text(service, "url")),
        "email": _text(service, "email"),
        "how_to_enter": _text(service, "application_process"),
        "cost_words": _short(_text(service, "fees_description"), 300, "fees_description", notes),
        "eligibility": _text(service, "eligibility_description"),
        "waiting": _short(_text(service, "wait_time"), 120, "wait_time", notes),
        "age_from_months": _months(service, "minimum_age", 0),
        "age_to_months": _months(service, "maximum_age", 12),
        "phone": _phone([service, *_list(service, "service_at_locations"), *_places(service), body]),
        "languages": sorted({_language(said) for said in _list(service, "languages")} - {""}),
        "accessibility": "\n".join(
            _text(said, "description") for place in _places(service) for said in _list(place, "accessibility")
        ),
        "what_to_bring": "\n".join(_text(said, "document") for said in _list(service, "required_documents")),
        "need_codes": _needs(service),
        "verified_on": _day(service, "assured_date"),
        "places": [_place(place, notes) for place in _places(service)],
        "hours": sorted(_hours(service), key=_in_order),
        "external_ids": {"hsds": _text(service, "id")},
    }
    return values, notes


def _list(said: Said, name: str) -> list[Said]:
    rows = said.get(name) or []
    if not isinstance(rows, list):
        raise BadField(name, "non è un elenco")
    return [row for row in rows if isinstance(row, Mapping)]


def _text(said: Said, name: str) -> str:
    value = said.get(name)
    if isinstance(value, (list, dict)):
        raise BadField(name, "non è un testo")
    return "" if value is None else storable(str(value))


def _short(text: str, most: int, field: str, notes: list[BadField]) -> str:
    """As much as is kept of it; what does not fit is said."""
    if len(text) > most:
        notes.append(BadField(field, f"più lungo di {most} lettere: tenuto l'inizio"))
    return text[:most]


def storable(text: str) -> str:
    """Without what no database keeps: NUL, and halves of letters (JSON may say `\\ud800`)."""
    return UNKEPT.sub("", text).strip()


def _places(service: Said) -> list[Said]:
    return [
        place
        for each in _list(service, "service_at_locations")
        if isinstance(place := each.get("location"), Mapping)
    ]


def _needs(service: Said) -> list[str]:
    """Codes of our own list, where its attributes carry them under the taxonomy «intreccio»."""
    terms = [
        term
        for each in _list(service, "attributes")
        if isinstance(term := each.get("taxonomy_term"), Mapping)
    ]
    return sorted(
        {_text(term, "code") for term in terms if _text(term, "taxonomy").lower() == "intreccio"} - {""}
    )


def _months(service: Said, name: str, more: int) -> int | None:
    if (value := service.get(name)) in (None, ""):
        return None
    try:
        years = Decimal(str(value))
    except InvalidOperation:
        raise BadField(name, f"«{value}» non è un numero di anni") from None
    if not years.is_finite() or not 0 <= years <= OLDEST:
        raise BadField(name, f"«{value}» non è un'età")
    # «maximum_age 12» welcomes until the thirteenth birthday; «2.5» until that month has ended.
    return int(years * 12) + (more if years == int(years) else min(more, 1))


def _day(said: Said, name: str) -> date | None:
    if not (text := _text(said, name)):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise BadField(name, f"«{text}» non è una data") from None


def _time(said: Said, name: str) -> time | None:
    if not (text := _text(said, name)):
        return None
    try:
        return time.fromisoformat(text.removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        raise BadField("schedules", f"«{text}» non è un'ora") from None


def _hours(service: Said) -> Iterable[Hours]:
    """Weekly schedules with their days; others are not hours of a week."""
    seen: set[Hours] = set()
    holders = [service, *_list(service, "service_at_locations")]
    for said in (row for holder in holders for row in _list(holder, "schedules")):
        if _text(said, "freq").upper() not in ("WEEKLY", "") or said.get("interval") not in (
            None,
            "",
            1,
            "1",
        ):
            continue
        since, last = _day(said, "valid_from"), _day(said, "valid_to")
        if since and last and since > last:
            raise BadField("schedules", "un orario finisce prima di cominciare")
        # «9999-12-31» says for ever.
        until = last + timedelta(days=1) if last and last.year < date.max.year else None
        for weekday in weekdays_of_rule(_text(said, "byday")):
            seen.add(
                Hours(
                    weekday,
                    _time(said, "opens_at"),
                    _time(said, "closes_at"),
                    "",
                    since,
                    until,
                )
            )
    return seen


def _in_order(hours: Hours) -> list[tuple[bool, Any]]:
    """By weekday, then by hour; what is not said comes last."""
    return [(value is None, 0 if value is None else value) for value in astuple(hours)]


def _place(place: Said, notes: list[BadField]) -> dict[str, Any]:
    address = next(iter(_list(place, "addresses")), {})
    lines = (_text(address, "address_1"), _text(address, "address_2"))
    return {
        "name": _short(_text(place, "name"), 160, "locations.name", notes),
        "address": _short(", ".join(filter(None, lines)), 150, "addresses", notes),
        "postal_code": _short(_text(address, "postal_code"), 10, "addresses.postal_code", notes),
        "municipality": _short(_text(address, "city"), 60, "addresses.city", notes),
        "province": _text(address, "state_province")[:2].upper(),
        **_point(place, notes),
    }


def _point(place: Said, notes: list[BadField]) -> dict[str, Decimal]:
    if place.get("latitude") is None or place.get("longitude") is None:
        return {}
    try:
        lat, lon = Decimal(str(place["latitude"])), Decimal(str(place["longitude"]))
        on_earth = abs(lat) <= 90 and abs(lon) <= 180
    except InvalidOperation:
        on_earth = False
    if not on_earth:
        notes.append(BadField("latitude", "il punto non sta sulla Terra: lasciato vuoto"))
        return {}
    return {"latitude": lat.quantize(Decimal("0.00001")), "longitude": lon.quantize(Decimal("0.00001"))}


def _phone(holders: Iterable[Said]) -> str:
    """The first number that is said, nearest to the service."""
    numbers = (_text(phone, "number").strip('"') for holder in holders for phone in _list(holder, "phones"))
    return next((number[:60] for number in numbers if number), "")


def _language(said: Said) -> str:
    code = _text(said, "code").lower()
    return LANGUAGES_3.get(code, code[:3])
