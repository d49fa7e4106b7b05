"""The desk's world, as tests of this area ask for it."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from intreccio.families.access.models import Triage
from intreccio.ground.kernel.keys import key_for, new_key

ROZZANO, OPERA = "015189", "015159"


def signal_id(key: str) -> UUID:
    """The id of a signal of the demo district."""
    return key_for("signal", key)


def contact_id(key: str) -> UUID:
    """The id of a contact of the demo district."""
    return key_for("contact", key)


def triage_of(key: str) -> Triage:
    """A signal as the actor sees it."""
    return Triage.objects.select_related("signal", "household").get(signal_id=signal_id(key))


def worry(**said: Any) -> dict[str, Any]:
    """The public form, filled in."""
    return {
        "once": str(new_key()),
        "voice": "school",
        "municipality": ROZZANO,
        "facts": "Un bambino della prima arriva spesso senza giacca.",
        "knows": "no",
        **said,
    }


def heard(**said: Any) -> dict[str, Any]:
    """The counter's form, filled in."""
    return {
        "once": str(new_key()),
        "channel": "in_person",
        "needs": ["emergenze.alimentare"],
        "answers": ["information"],
        "minutes": "10",
        "desk": str(key_for("team", "sportello_rozzano")),
        **said,
    }


@pytest.fixture
def passer_by(db: None) -> Client:
    """Somebody without an account, at a connection of their own."""
    return Client(REMOTE_ADDR="203.0.113.9")
