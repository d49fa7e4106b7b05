"""Two families looked at by everybody but their children: Nadia, eleven, and Leo, three."""

from datetime import date
from typing import Any

TEAM, ROZZANO = "equipe_nord", "015189"
KEYS = {"desk": "Bruni", "phone": "Gatti"}
ANSWERS = {
    item: 3
    for item in ("month_end", "work", "home", "near", "together", "services", "school", "play", "talking")
}


def rows(since: date, day: date) -> dict[str, list[dict[str, Any]]]:
    """An open assessment with the mother's voice and the team's."""
    world: dict[str, list[dict[str, Any]]] = {}
    for number, (key, surname) in enumerate(KEYS.items(), 1):
        for table, row in _of(f"pg_heard_{key}", surname, number, since, day):
            world.setdefault(table, []).append(row)
    return world


def _of(key: str, surname: str, number: int, since: date, day: date) -> list[tuple[str, dict[str, Any]]]:
    people = (
        ("mother", "Ornella", date(day.year - 38, 1, 1), "parent"),
        ("nadia", "Nadia", date(day.year - 11, 1, 1), "child"),
        ("leo", "Leo", date(day.year - 3, 1, 1), "child"),
    )
    told = {"assessment": key, "household": key, "by": "educatrice", "heard": since, "answers": ANSWERS}
    return [
        ("households", {"key": key, "code": f"PG-3{number}", "name": f"Famiglia {surname}", "municipality": ROZZANO,
                        "team": TEAM, "since": since}),
        *(("persons", {"key": f"{key}_{who}", "given": given, "family": surname, "birth": birth, "sex": "M" if who == "leo" else "F"})
          for who, given, birth, _role in people),
        *(("homes", {"household": key, "since": since, "person": f"{key}_{who}", "role": role}) for who, _given, _birth, role in people),
        ("cases", {"key": key, "household": key, "code": f"PG-PC-3{number}", "stage": "in_charge", "since": since, "opened": since,
                   "in_charge": since, "motive": "own_request", "responsible": "assistente"}),
        ("assessments", {"key": key, "household": key, "case": key, "moment": "t0", "begun": since, "by": "assistente"}),
        ("points_of_view", {**told, "voice": "mother", "person": f"{key}_mother", "words": {"social": "La zia passa ogni sera."}}),
        ("points_of_view", {**told, "voice": "team"}),
    ]  # fmt: skip
