"""Services near who asks, and why: the directory answers, this area only says what is known so far."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer


def cards_for(viewer: Viewer, said: Mapping[str, Any], today: date) -> list[Any]:
    """At most five services."""
    return []


def services_named(ids: Iterable[UUID]) -> list[Any]:
    """The services pointed to."""
    return []
