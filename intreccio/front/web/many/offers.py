"""Services for the many families: those of the district again and again, elsewhere, for other ages, on other days."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from intreccio.front.web.many.families import NEEDED
from intreccio.front.web.many.teams import body_of, first_of_body, partner_of
from intreccio.front.web.stories.dice import dice_of
from intreccio.ground.kernel.bulk import Row
from intreccio.offer.directory.demo.towns import TOWNS

HOUSEHOLDS_A_SERVICE = 50  # 2,000 services where there are 100,000 families
# Who offers what is asked for most: of nine needs the consultorio answers to four, the school to three, the body to two.
WHO_OFFERS = (
    "consultorio",
    "scuola",
    "",
    "consultorio",
    "scuola",
    "consultorio",
    "",
    "consultorio",
    "scuola",
)
AGES, ROOM = ("age_from", "age_to"), ("free", "total", "waiting", "room_as_of")


def services_of(models: list[Row], team: int, first: int, last: int) -> Iterator[Row]:
    """The services numbered from `first` up to `last`, led by the body of a team, each after one of `models`."""
    for number in range(first, last) if models else ():
        yield _service(models, number, body_of(team))


def services_asked(models: list[Row], team: int) -> list[Row]:
    """The services near a team of which families' teams ask: one for each need, of its body and of its partners."""
    if not models:
        return []
    body = body_of(team)
    return [
        {
            **_service(
                _fit(models, need), place + first_of_body(team), partner_of(team, kind) if kind else body
            ),
            "key": f"{body}-servizio-{place + 1}",
            "needs": [need],
            "age_from": None,
            "age_to": None,
        }
        for place, (need, kind) in enumerate(zip(NEEDED, WHO_OFFERS, strict=True))
    ]


def _fit(models: list[Row], need: str) -> list[Row]:
    return [model for model in models if need in model["needs"]] or models


def _service(models: list[Row], number: int, body: str) -> dict[str, Any]:
    dice = dice_of(f"servizio-{number}")
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
