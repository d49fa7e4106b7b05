"""Protocols are of the network or of a body, and of no family: who works in the network reads all of them.

Written from the words of decision 105, not from the policy: who coordinates or leads the body writes its drafts; who
coordinates, a social worker or a psychologist of the body approves what others wrote; what was approved stays as it is.
"""

from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for

READERS = {"coordinator", "social_worker", "educator", "psychologist", "organisation_lead", "administrator"}
WRITERS = {"coordinator", "organisation_lead"}
APPROVERS = {"coordinator", "social_worker", "psychologist"}


def read_of(eyes: Any) -> set[UUID]:
    """The versions that somebody finds: all of them, or none."""
    return {_key(row) for row in eyes.world["protocol_versions"]} if eyes.role in READERS else set()


def written_of(eyes: Any) -> set[UUID]:
    """The drafts that somebody changes."""
    return {_key(row) for row in _drafts_of_the_body(eyes)} if eyes.role in WRITERS else set()


def signed_of(eyes: Any) -> set[UUID]:
    """The drafts to which somebody puts their name."""
    me = eyes.hat["user"]
    drafts = _drafts_of_the_body(eyes) if eyes.role in APPROVERS else []
    return {_key(row) for row in drafts if me not in row["authors"]}


def _drafts_of_the_body(eyes: Any) -> list[dict[str, Any]]:
    home = {row["key"] for row in eyes.world["protocols"] if row["organisation"] == eyes.hat["organisation"]}
    return [
        row
        for row in eyes.world["protocol_versions"]
        if row["protocol"] in home and "approved" not in row and "voided" not in row
    ]


def _key(row: dict[str, Any]) -> UUID:
    return key_for("protocol_version", row["key"])
