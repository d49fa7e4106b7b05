"""Protocols in the small random worlds: one of each body, with a version that somebody has approved and a draft that somebody writes."""

from datetime import UTC, datetime, time
from typing import Any


def add(maker: Any) -> None:
    """Who writes and who approved may be anybody, but never the same person."""
    users = [user["key"] for user in maker.world["users"]]
    protocols, versions = [], []
    for body in maker.world["organisations"]:
        key, at = f"{body['key']}-path", datetime.combine(maker.day(-5), time(9), UTC)
        writer, signer = maker.dice.sample(users, 2)
        text = {"protocol": key, "text": "accompagnamento-2", "at": at}
        signed = {"by": signer, "as": "psychologist", "at": at}
        protocols.append({"key": key, "code": key, "organisation": body["key"]})
        versions.append({**text, "key": f"{key}-1", "number": 1, "authors": [writer], "approved": signed})
        versions.append({**text, "key": f"{key}-2", "number": 2, "authors": [maker.dice.choice(users)]})
    maker.world.update(protocols=protocols, protocol_versions=versions)
