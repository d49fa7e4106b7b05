"""Loads invented services from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import connections

from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.offer.directory.rules.hours import week_of
from intreccio.offer.directory.rules.indexing import search_name_of, search_words_of
from intreccio.offer.directory.vocabulary import VerificationMethod
from intreccio.parties.organisations.demo.principles import looked

World = dict[str, Any]
NOTHING: Row = {
    "external_ids": {},
    "source_said": {},
    "source": "",
    "source_key": "",
    "website": "",
    "email": "",
    "cost_words": "",
}


def load(world: World) -> None:
    """Services, their places, their hours, who checked them."""
    services = world.get("services", [])
    words = Words(world)
    copy_rows("directory_service", (_service(service, world, words) for service in services))
    copy_rows("directory_servicelocation", map(_place, services))
    copy_rows("directory_schedule", _hours(services))
    copy_rows("directory_verification", (_check(service) for service in services if service.get("checked")))
    copy_rows("directory_serviceprinciples", map(_principles, world.get("service_principles", [])))


class Words:
    """Names that searching needs: bodies, towns, needs."""

    def __init__(self, world: World) -> None:
        self.bodies = {body["key"]: body["name"] for body in world.get("organisations", [])}
        with connections[KEEPER].cursor() as cursor:
            cursor.execute("SELECT istat, name, province_id FROM territory_municipality")
            self.towns = {istat: (name, province) for istat, name, province in cursor.fetchall()}
            cursor.execute("SELECT code, plain || ' ' || label FROM needs_need")
            self.needs = dict(cursor.fetchall())


def _service(service: Row, world: World, words: Words) -> Row:
    town = words.towns.get(service["town"], ("", ""))
    lats, lons = ([service["point"][0]], [service["point"][1]]) if service.get("point") else ([], [])
    days, until = week_of(service["week"], world["today"])
    texts = (
        service["name"],
        service["description"],
        words.bodies.get(service["organisation"], ""),
        town[0],
        service["street"],
    )
    return {
        **NOTHING,
        **_said(service),
        **_checked(service),
        "id": key_for("service", service["key"]),
        "version": 1,
        "organisation_id": key_for("organisation", service["organisation"]),
        "search_name": search_name_of(service["name"]),
        "search_words": search_words_of(
            *texts, lists=[[words.needs.get(code, "") for code in service["needs"]]]
        ),
        "at_municipalities": [service["town"]],
        "at_provinces": [town[1]] if town[1] else [],
        "at_lats": lats,
        "at_lons": lons,
        "at_weekdays": days,
        "weekdays_until": until,
    }


def _said(service: Row) -> Row:
    limit = service.get("isee_limit")
    return {
        "name": service["name"],
        "description": service["description"],
        "status": service.get("status", "active"),
        "need_codes": list(service["needs"]),
        "age_from_months": service["age_from"],
        "age_to_months": service["age_to"],
        "eligibility": service.get("eligibility", ""),
        "residence": service.get("residence", "unknown"),
        "residence_codes": list(service.get("residence_codes", [])),
        "isee": "limit" if limit else service.get("isee", "unknown"),
        "isee_limit": Decimal(limit) if limit else None,
        "cost": service["cost"],
        "cost_words": service.get("cost_words", ""),
        "languages": list(service.get("languages", ["it"])),
        "how_to_enter": service.get("how_to_enter", ""),
        "what_to_bring": service.get("bring", ""),
        "accessibility": service.get("accessibility", ""),
        "phone": service["phone"],
        "places_total": service["total"] or None,
        "places_free": service["free"],
        "room_as_of": service["room_as_of"],
        "waiting": service["waiting"],
    }


def _checked(service: Row) -> Row:
    checked = service.get("checked")
    return {
        "verified_on": checked,
        "verified_by": key_for("membership", service["checked_by"]) if checked else None,
        "verification_method": VerificationMethod.PHONE.value if checked else "",
    }


def _place(service: Row) -> Row:
    lat, lon = service.get("point") or (None, None)
    return {
        "id": key_for("service_place", service["key"]),
        "service_id": key_for("service", service["key"]),
        "order": 1,
        "name": "",
        "address": service["street"],
        "postal_code": "",
        "municipality_code": service["town"],
        "latitude": lat,
        "longitude": lon,
        "closed_on": None,
    }


def _hours(services: list[Row]) -> Iterator[Row]:
    for service in services:
        for row in service["week"]:
            yield {
                "id": key_for("service_hours", service["key"], str(row.weekday), str(row.opens)),
                "service_id": key_for("service", service["key"]),
                "location_id": key_for("service_place", service["key"]),
                "weekday": row.weekday,
                "opens": row.opens,
                "closes": row.closes,
                "note": row.note,
                "valid_from": row.since,
                "valid_until": row.until,
            }


def _check(service: Row) -> Row:
    return {
        "id": key_for("service_check", service["key"]),
        "service_id": key_for("service", service["key"]),
        "day": service["checked"],
        "checked_by": key_for("membership", service["checked_by"]),
        "method": VerificationMethod.PHONE.value,
    }


def _principles(row: Row) -> Row:
    return looked(row, "service")
