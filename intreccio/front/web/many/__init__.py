"""Many invented families, as worlds that `load_world` loads: to try the house at the size of a city.

Everything is made from the number of a team, so that the same families stand in the same teams at every run.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intreccio.front.web.many.families import MUNICIPALITIES, make_family
from intreccio.front.web.many.offers import HOUSEHOLDS_A_SERVICE, services_of
from intreccio.front.web.many.story import events_of, grants_of, readings_of
from intreccio.front.web.many.teams import FAMILIES, key_of, network
from intreccio.front.web.many.ways import way_of
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]
TEAMS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where short codes go on from, and how they begin."""

    households: int
    cases: int
    prefix: str
    today: date


@dataclass(slots=True)
class Maker:
    """Makes worlds of families, team after team."""

    numbers: Numbers
    service_models: list[Row] = field(default_factory=list)
    written: int = 0

    def worlds(self, households: int, *, first_team: int = 0) -> Iterator[World]:
        """So many families, from this team on, a thousand at a time."""
        while self.written < households:
            world: World = {"today": self.numbers.today}
            for team in range(first_team, first_team + TEAMS_AT_ONCE):
                self._team(world, team, min(FAMILIES, households - self.written))
            first_team += TEAMS_AT_ONCE
            yield world

    def _team(self, world: World, team: int, families: int) -> None:
        if families <= 0:
            return
        municipality = list(MUNICIPALITIES)[team % len(MUNICIPALITIES)]
        _add(world, network(team, municipality, self.numbers.today))
        begin = team * FAMILIES
        numbers = (begin // HOUSEHOLDS_A_SERVICE, (begin + families) // HOUSEHOLDS_A_SERVICE)
        _add(world, {"services": services_of(self.service_models, team, *numbers)})
        for number in range(begin, begin + families):
            self._family(world, number, team)

    def _family(self, world: World, number: int, team: int) -> None:
        dice = random.Random(f"molte-{number}")  # noqa: S311  # an invented family, the same at every run
        self.written += 1
        year, prefix, today = self.numbers.today.year, self.numbers.prefix, self.numbers.today
        family = make_family(
            dice,
            key=f"molte-{number + 1}",
            code=f"{prefix}-{year}-{self.numbers.households + self.written:04d}",
            team=team,
            team_key=key_of(team),
            today=today,
        )
        way = way_of(dice, family, code=f"{prefix}-PC-{year}-{self.numbers.cases + self.written:04d}")
        _add(world, family.rows)
        _add(world, way)
        _add(
            world,
            {"grants": grants_of(dice, family), "events": events_of(family, way["cases"][0], today)},
        )
        _add(world, {"readings": readings_of(dice, family, today)})


def _add(world: World, rows: dict[str, Any]) -> None:
    for name, more in rows.items():
        world.setdefault(name, []).extend(more)


__all__ = ["Iterable", "Maker", "Numbers"]
