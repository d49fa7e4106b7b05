"""Services for the many families: those of the district again and again, elsewhere, for other ages, on other days."""

import random
from collections.abc import Iterator
from typing import Any

from intreccio.front.web.many.teams import body_of
from intreccio.ground.kernel.bulk import Row

HOUSEHOLDS_A_SERVICE = 50  # 2,000 services where there are 100,000 families


def services_of(models: list[Row], team: int, first: int, last: int) -> Iterator[Row]:
    """The services numbered from `first` up to `last`, led by the body of a team, each after one of `models`."""
    for number in range(first, last) if models else ():
        yield _service(random.Random(f"servizio-{number}"), models[number % len(models)], number, body_of(team))  # noqa: S311  # the same at every run


def _service(dice: random.Random, model: Row, number: int, body: str) -> dict[str, Any]:
    return {**model, "key": f"molte-servizio-{number + 1}", "organisation": body}
