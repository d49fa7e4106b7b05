"""Two families that sign: as those of `parted`, and with a daughter of fourteen who is heard."""

from datetime import date
from typing import Any

from tests.journeys.parted import in_two_homes

READY = "pg_ready"  # everybody has said yes: it can begin
KEYS = {"desk": "Bianchi", "phone": "Rossi"}


def rows(since: date) -> dict[str, list[dict[str, Any]]]:
    """Ada lives with Nora and Emma."""
    world: dict[str, list[dict[str, Any]]] = {}
    for number, (which, surname) in enumerate(KEYS.items(), 5):
        key = f"pg_signed_{which}"
        for table, row in (*in_two_homes(key, surname, number, since), *_ada(key, surname, since)):
            world.setdefault(table, []).append(row)
    for table, row in (*in_two_homes(READY, "Gallo", 7, since), *_agreed(since)):
        world.setdefault(table, []).append(row)
    return world


def _agreed(since: date) -> list[tuple[str, dict[str, Any]]]:
    yes = {"plan": READY, "household": READY, "how": "paper", "day": since, "by": "assistente"}
    return [("acceptances", {**yes, "person": f"{READY}_{who}"}) for who in ("nora", "dario")]


def _ada(key: str, surname: str, since: date) -> list[tuple[str, dict[str, Any]]]:
    birth = date(since.year - 14, 1, 5)
    team = {
        "case": key,
        "household": key,
        "membership": "educatrice",
        "profession": "educator",
        "organisation": "telaio",
    }
    return [
        ("persons", {"key": f"{key}_ada", "given": "Ada", "family": surname, "birth": birth, "phone": "02 555 1212"}),
        ("homes", {"household": key, "since": since, "person": f"{key}_ada", "role": "child"}),
        ("case_workers", {**team, "since": since}),
    ]  # fmt: skip
