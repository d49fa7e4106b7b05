"""Events and readings of an invented world: what happened, as the kernel would have recorded it."""

from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]


def load(world: World) -> None:
    """Copies `events` and `readings`: kind, at, membership, household, subject (kind, key), codes."""
    hats = {hat["key"]: hat for hat in world.get("memberships", [])}
    copy_rows("kernel_event", (_event(event, hats) for event in world.get("events", [])))
    copy_rows("kernel_reading", (_reading(reading, hats) for reading in world.get("readings", [])))


def _who(deed: Row, hats: dict[str, Row]) -> Row:
    hat = hats.get(deed.get("membership", ""))
    return {
        "user_id": key_for("user", hat["user"]) if hat else None,
        "membership_id": key_for("membership", hat["key"]) if hat else None,
        "organisation_id": key_for("organisation", hat["organisation"]) if hat else None,
        "role": hat["role"] if hat else "",
        "house": deed.get("house", ""),
        "household_id": key_for("household", deed["household"]) if deed.get("household") else None,
    }


def _event(event: Row, hats: dict[str, Row]) -> Row:
    subject_kind, subject_key = event["subject"]
    return {
        "id": key_for("event", event.get("household", ""), subject_key, event["kind"], str(event["at"])),
        "at": event["at"],
        **_who(event, hats),
        "kind": event["kind"],
        "subject_type": subject_kind,
        "subject_id": key_for(subject_kind.rpartition(".")[2], subject_key),
        "fields": event.get("fields", []),
        "codes": event.get("codes", {}),
    }


def _reading(reading: Row, hats: dict[str, Row]) -> Row:
    return {
        "id": key_for("reading", reading["membership"], reading["page"], str(reading["at"])),
        "at": reading["at"],
        **_who(reading, hats),
        "page": reading["page"],
        "shown": [],
        "count": reading.get("count", 1),
    }
