"""Eighty invented services, told in short lines; nobody here is a real service.

A line of the tables beside this file: body, name, needs, ages, town, street, week, cost, room, days since somebody
checked (or «mai»), what it offers.
Ages «1-3» whole years, «3m-36m» months, «14-», «*» everybody, «» nobody knows. Room «4/16» free of all, «0/12 3 settimane»
a waiting list, «2/8@90» known ninety days ago, «» nobody knows.
"""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.text import normalise
from intreccio.offer.directory.demo.shorthand import ages_of, room_of, week_of_text
from intreccio.offer.directory.demo.towns import ANYONE, MORE, NO_POINT, TOWNS

HERE = Path(__file__).parent
FILES = ("emergencies", "families", "future", "work", "community")


def recipe(today: date) -> dict[str, list[Row]]:
    """Services as they stand on `today`."""
    return {"services": [_service(number, line, today) for number, line in enumerate(_lines())]}


def _lines() -> Iterator[Row]:
    for name in FILES:
        text = (HERE / f"{name}.csv").read_text(encoding="utf-8")
        yield from csv.DictReader(text.splitlines(), delimiter="|")


def _service(number: int, line: Row, today: date) -> Row:
    name = line["name"]
    return {
        "key": normalise(name).replace(" ", "_"),
        "organisation": line["body"],
        "name": name,
        "description": line["offers"],
        "needs": line["needs"].split(),
        "cost": line["cost"],
        "street": line["street"],
        "town": TOWNS[line["town"]].istat,
        "point": None if name in NO_POINT else TOWNS[line["town"]].beside(number),
        "week": week_of_text(line["week"]),
        "phone": f"02 000 {number + 1000}",
        **_ages(line["ages"]),
        **_room(line["room"], today),
        **_checked(line["checked"], today),
        # One free service in six has never said whether it asks for residence or ISEE.
        **(ANYONE if line["cost"] == "free" and number % 6 else {}),
        **MORE.get(name, {}),
    }


def _ages(text: str) -> Row:
    age_from, age_to = ages_of(text)
    return {"age_from": age_from, "age_to": age_to}


def _room(text: str, today: date) -> Row:
    free, total, waiting, known = room_of(text)
    as_of = today - timedelta(days=known) if free is not None else None
    return {"free": free, "total": total, "waiting": waiting, "room_as_of": as_of}


def _checked(text: str, today: date) -> Row:
    if text == "mai":
        return {"checked": None, "checked_by": None}
    return {"checked": today - timedelta(days=int(text)), "checked_by": "assistente"}
