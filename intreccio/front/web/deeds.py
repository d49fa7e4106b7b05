"""Events and readings of an invented world: what happened, as the kernel would have recorded it."""

from functools import cache
from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]
NOBODY: Row = {"user_id": None, "membership_id": None, "organisation_id": None, "role": ""}


def load(world: World) -> None:
    """Copies `events` and `readings`: kind, at, membership, household, subject (kind, key), codes."""
    # A world has few hats and many deeds: each key is made once. `memberships_there`: those that an earlier world has loaded.
    memberships = [*world.get("memberships_there", []), *world.get("memberships", [])]
    hats = {hat["key"]: _hat(hat) for hat in memberships}
    key = cache(key_for)
    copy_rows("kernel_event", (_event(event, hats, key) for event in world.get("events", [])))
    copy_rows("kernel_reading", (_reading(reading, hats, key) for reading in world.get("readings", [])))


def _hat(hat: Row) -> Row:
    return {
        "user_id": key_for("user", hat["user"]),
        "membership_id": key_for("membership", hat["key"]),
        "organisation_id": key_for("organisation", hat["organisation"]),
        "role": hat["role"],
    }


def _who(deed: Row, hats: dict[str, Row], key: Any) -> Row:
    return {
        **hats.get(deed.get("membership", ""), NOBODY),
        "house": deed.get("house", ""),
        "household_id": key("household", deed["household"]) if deed.get("household") else None,
    }


def _event(event: Row, hats: dict[str, Row], key: Any) -> Row:
    subject_kind, subject_key = event["subject"]
    return {
        "id": key_for("event", event.get("household", ""), subject_key, event["kind"], str(event["at"])),
        "at": event["at"],
        **_who(event, hats, key),
        "kind": event["kind"],
        "subject_type": subject_kind,
        # Most ids are made of a table and one key; those made of more words say them.
        "subject_id": key(*event.get("key", (subject_kind.rpartition(".")[2], subject_key))),
        "fields": event.get("fields", []),
        "codes": event.get("codes", {}),
    }


def _reading(reading: Row, hats: dict[str, Row], key: Any) -> Row:
    return {
        "id": key_for(
            "reading",
            reading["membership"],
            reading["page"],
            reading.get("household", ""),
            str(reading["at"]),
        ),
        "at": reading["at"],
        **_who(reading, hats, key),
        "page": reading["page"],
        "shown": [key(*each) for each in reading.get("shown", [])],
        "count": reading.get("count", 1),
    }
