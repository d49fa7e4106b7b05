"""Two families whose parents have parted, each with a plan that begins when who decides for Emma has said yes."""

from datetime import date
from typing import Any

TEAM, ROZZANO = "equipe_nord", "015189"
KEYS = {"desk": "Verdi", "phone": "Neri"}
STEPS = ("mai", "a volte", "spesso", "quasi sempre", "sempre")


def rows(since: date) -> dict[str, list[dict[str, Any]]]:
    """Nora and Emma live here, Dario lives elsewhere now; somebody answers for them, and a plan is being written."""
    world: dict[str, list[dict[str, Any]]] = {}
    for number, (key, surname) in enumerate(KEYS.items(), 1):
        for table, row in in_two_homes(f"pg_parted_{key}", surname, number, since):
            world.setdefault(table, []).append(row)
    return world


def in_two_homes(key: str, surname: str, number: int, since: date) -> list[tuple[str, dict[str, Any]]]:
    """Table and row of everything that one of them is."""
    home = {"household": key, "since": since}
    people = (
        ("nora", "Nora", "Sala", date(1988, 2, 2), "parent", {}),
        ("dario", "Dario", surname, date(1985, 3, 3), "parent", {"until": since, "note": "vive a Opera"}),
        ("emma", "Emma", surname, date(2017, 4, 4), "child", {}),
    )
    case = {"case": key, "household": key}
    goal = {"plan": key, "household": key, "by": "educatrice", "day": since, "steps": STEPS, "start": -2}
    return [
        ("households", {"key": key, "code": f"PG-2{number}", "name": f"Famiglia Sala {surname}", "municipality": ROZZANO,
                        "team": TEAM, "since": since}),
        *(("persons", {"key": f"{key}_{who}", "given": given, "family": family, "birth": birth, "phone": "02 555 1212"})
          for who, given, family, birth, _role, _stay in people),
        *(("homes", {**home, "person": f"{key}_{who}", "role": role, **stay}) for who, _given, _family, _birth, role, stay in people),
        ("cases", {"key": key, "household": key, "code": f"PG-PC-2{number}", "stage": "in_charge", "since": since, "opened": since,
                   "in_charge": since, "motive": "own_request", "responsible": "assistente"}),
        ("case_workers", {**case, "membership": "assistente", "profession": "social_worker", "organisation": "comune_rozzano",
                          "since": since}),
        ("plans", {"key": key, **case, "by": "educatrice", "number": 1, "state": "draft", "begun": since}),
        ("goals", {**goal, "key": f"{key}_c", "side": "children", "strand": "children", "order": 1, "person": f"{key}_emma",
                   "need": "futuro.istruzione", "title": "Emma fa i compiti prima di cena"}),
        ("goals", {**goal, "key": f"{key}_p", "side": "parents", "strand": "parenting", "order": 2,
                   "title": "Nora e Dario si dicono che cosa serve a Emma"}),
    ]  # fmt: skip
