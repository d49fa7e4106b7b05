"""Versions of the demo district, found as people find them."""

from typing import Any

import pytest

from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries.versions import all_versions

# Pages of whoever works in the network, and of nobody else.
READ_IN_THE_NETWORK = pytest.mark.parametrize(
    ("account", "status"),
    [
        ("coordinatrice", 200),
        ("assistente", 200),
        ("educatrice", 200),
        ("psicologa", 200),
        ("comune", 200),
        ("admin", 200),
        ("scuola", 403),
        ("elio", 403),
    ],
)
DRAFT = key_for("protocol_version", "soli_mai-3")
OWN, OWN_FORMER = key_for("protocol_version", "telaio_casa-2"), key_for("protocol_version", "telaio_casa-1")


def shipped(name: str) -> ProtocolVersion:
    """As it came with the programme."""
    return all_versions().get(shipped=name)


def version(key: Any) -> ProtocolVersion:
    """A version of the district."""
    return all_versions().get(pk=key)


def filled(**answers: Any) -> dict[str, Any]:
    """Answers with a one-time key of their own."""
    return {"once": str(new_key()), **answers}
