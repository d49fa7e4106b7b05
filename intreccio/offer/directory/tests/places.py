"""Names for the demo's services in tests."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

from django.test import Client
from django.test.utils import CaptureQueriesContext

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.models import Service

SignedIn = Callable[[str], Client]
Acting = Callable[[str], AbstractContextManager[Any]]
Counted = Callable[[], CaptureQueriesContext]

IL_CORTILE = "Spazio gioco Il Cortile"  # of Girasole, in Rozzano
ITALIANO = "Italiano per mamme"  # of Il Telaio, where coordinatrice and admin work
AFFITTO = "Contributo affitto"  # of the Comune di Opera, where comune leads
CONSULTORIO = "Consultorio familiare"  # of the consultorio, whose partner is «consultorio»


def key_of(name: str) -> UUID:
    """The id of a service of the demo."""
    return key_for("service", normalise(name).replace(" ", "_"))


def address(name: str, verb: str = "") -> str:
    """The page of a service, or one of its verbs."""
    return f"/services/{key_of(name)}{'/' + verb if verb else ''}"


def stored(name: str) -> Service:
    """A service as the database holds it."""
    with acting(House("keeper")):
        return Service.objects.select_related("organisation").get(pk=key_of(name))


def once(**said: Any) -> dict[str, Any]:
    """What a form sends, with its one-time key."""
    return {"once": str(new_key()), **said}
