"""Services for the many families: those of the district again and again, elsewhere, for other ages, on other days."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from intreccio.front.web.many.teams import body_of
from intreccio.ground.kernel.bulk import Row
from intreccio.offer.directory.demo.towns import TOWNS

HOUSEHOLDS_A_SERVICE = 50  # 2,000 services where there are 100,000 families
AGES, ROOM = ("age_from", "age_to"), ("free", "total", "waiting", "room_as_of")


def services_of(models: list[Row], team: int, first: int, last: int) -> Iterator[Row]:
    """The services numbered from `first` up to `last`, led by the body of a team, each after one of `models`."""
    for number in range(first, last) if models else ():
        yield _service(models, number, body_of(team))


def _service(models: list[Row], number: int, body: str) -> dict[str, Any]:
    dice = random.Random(f"servizio-{number}")  # noqa: S311  # an invented service, the same at every run
    model, ages, room = models[number % len(models)], dice.choice(models), dice.choice(models)
    town = dice.choice(list(TOWNS))
    later = dice.randrange(5)
    return {
        **model,
        **{name: ages[name] for name in AGES},
        **{name: room[name] for name in ROOM},
        "key": f"molte-servizio-{number + 1}",
        "organisation": body,
        "name": f"{model['name']} di {town}",
        "town": TOWNS[town].istat,
        "point": TOWNS[town].beside(number) if model["point"] else None,
        "week": [replace(row, weekday=(row.weekday - 1 + later) % 7 + 1) for row in model["week"]],
    }
