"""Services in HSDS 3.0 JSON: one organisation with its services, a list of them, a list of services, or a page of an API.

The line of a refusal is the service's place in the file, the column its HSDS field.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from intreccio.offer.directory.rules.hsds_fields import storable, values_of
from intreccio.workshop.imports.rules.entries import BadField, Entry, Reading, Refusal, Unreadable

Document = Mapping[str, Any]
COLUMNS = {
    "organisation": "organization.name",
    "age_from_months": "minimum_age",
    "age_to_months": "maximum_age",
    "how_to_enter": "application_process",
    "cost_words": "fees_description",
    "eligibility": "eligibility_description",
    "what_to_bring": "required_documents",
    "website": "url",
    "phone": "phones",
    "verified_on": "assured_date",
    "hours": "schedules",
    "waiting": "wait_time",
}


def read_hsds(data: bytes) -> Reading:
    """Reads everything. Raises Unreadable."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise Unreadable("ci sono lettere che non sono utf-8") from problem
    except (ValueError, RecursionError) as problem:
        raise Unreadable(f"il JSON si interrompe o è sbagliato ({problem})") from problem
    reading = Reading()
    seen: dict[str, int] = {}
    for number, (service, body) in enumerate(_services(document), start=1):
        _one(service, body, number, reading, seen)
    return reading


def _one(service: Any, body: Document, number: int, reading: Reading, seen: dict[str, int]) -> None:
    try:
        key = _key(service, body)
        if (first := seen.setdefault(key, number)) != number:
            raise BadField("id", f"c'è già al posto {first}")
        values, notes = values_of(service, body)
    except BadField as problem:
        reading.refused.append(Refusal(number, COLUMNS.get(problem.field, problem.field), problem.reason))
        return
    reading.notes.extend(Refusal(number, note.field, note.reason) for note in notes)
    reading.entries.append(Entry(number, key, values, COLUMNS))


def _key(service: Any, body: Document) -> str:
    if not isinstance(service, Mapping):
        raise BadField("", "non è un servizio")
    for name, said in (("id", service.get("id")), ("name", service.get("name"))):
        if not isinstance(said, str) or not storable(said):
            raise BadField(name, "manca")
    if not body.get("name"):
        raise BadField("organisation", "manca")
    return storable(service["id"])[:400]


def _services(document: Any) -> Iterator[tuple[Any, Document]]:
    """Each service with the body that offers it."""
    if isinstance(document, Mapping) and isinstance(document.get("contents"), list):
        document = document["contents"]
    rows = document if isinstance(document, list) else [document]
    if rows and not any(map(_is_known, rows)):
        raise Unreadable("non è HSDS 3.0: si aspetta un ente con i suoi servizi, o un elenco di servizi")
    for each in rows:
        if _is_known(each) and isinstance(each.get("services"), list):
            yield from ((service, each) for service in each["services"])
        else:
            body = each.get("organization") if _is_known(each) else None
            yield each, body if isinstance(body, Mapping) else {}


def _is_known(each: Any) -> bool:
    """A body with its services, or a service."""
    return isinstance(each, Mapping) and (
        isinstance(each.get("services"), list) or "organization" in each or "status" in each
    )
