"""Makes worlds of families: everything of one from its number, team after team."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intreccio.front.web.many.diary import NOTES, diary_of
from intreccio.front.web.many.families import MUNICIPALITIES, Family, make_family
from intreccio.front.web.many.looks import looks_of
from intreccio.front.web.many.offers import HOUSEHOLDS_A_SERVICE, services_asked, services_of
from intreccio.front.web.many.plans import plan_of
from intreccio.front.web.many.requests import requests_of
from intreccio.front.web.many.story import ACTS, codes_of, events_of, grants_of, readings_of
from intreccio.front.web.many.teams import FAMILIES, first_of_body, key_of, network, receivers
from intreccio.front.web.many.ties import ties_of
from intreccio.front.web.many.together import together_of
from intreccio.front.web.many.ways import Rows, journey_of, way_of
from intreccio.front.web.stories.dice import dice_of
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]
TEAMS_AT_ONCE = 50
# The first family of all is a large one with a long story and a long diary, of those who can sign in: what a page costs at its worst.
LARGE, LONG = 9, 2_000


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where short codes go on from, and how they begin."""

    households: int
    cases: int
    prefix: str
    today: date
    referrals: int = 0


@dataclass(slots=True)
class Maker:
    """Makes worlds of families, team after team."""

    numbers: Numbers
    service_models: list[Row] = field(default_factory=list)
    written: int = 0
    asked: int = 0
    # Of the body whose teams are being made: the services that are asked, and where it begins.
    services: tuple[int, list[Row]] = (-1, [])

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
        self._offers(world, team, families)
        begin = team * FAMILIES
        for number in range(begin, begin + families):
            self._family(world, number, team)

    def _offers(self, world: World, team: int, families: int) -> None:
        """Services; and what an earlier world may have loaded, which families of this one point at."""
        body = first_of_body(team)
        if self.services[0] != body:
            self.services = (body, services_asked(self.service_models, team))
        if team == body:
            _add(world, {"services": self.services[1]})
        if team == body or "services_there" not in world:
            _add(world, {"services_there": self.services[1], "memberships_there": receivers(team)})
        begin = team * FAMILIES
        numbers = (begin // HOUSEHOLDS_A_SERVICE, (begin + families) // HOUSEHOLDS_A_SERVICE)
        _add(world, {"services": services_of(self.service_models, team, *numbers)})

    def _family(self, world: World, number: int, team: int) -> None:
        dice = dice_of(f"molte-{number}")
        self.written += 1
        large = number == 0
        family = make_family(
            dice,
            key=f"molte-{number + 1}",
            code=self._code("", self.numbers.households + self.written),
            team=team,
            team_key=key_of(team),
            today=self.numbers.today,
            size=LARGE if large else None,
        )
        way = self._way(dice, family, large=large)
        _add(world, family.rows)
        _add(world, way)
        _add(world, ties_of(family, self.numbers.today))
        _add(world, {"grants": grants_of(dice, family)})
        acts = LONG if large else ACTS
        _add(world, {"events": events_of(family, way, self.services[1], self.numbers.today, acts=acts)})
        _add(world, {"readings": readings_of(dice, family, way, self.numbers.today)})

    def _way(self, dice: random.Random, family: Family, *, large: bool = False) -> Rows:
        """Its case, and what belongs to it; a large one has a plan."""
        today, services = self.numbers.today, self.services[1]
        journey = journey_of(dice, family, today)
        while large and journey.stage != "plan":
            journey = journey_of(dice, family, today)
        case = self._code("PC-", self.numbers.cases + self.written)
        requests = requests_of(
            dice, family, journey, services=services, codes=codes_of(family, today), today=today
        )
        for request in requests:
            self.asked += 1
            request["code"] = self._code("IN-", self.numbers.referrals + self.asked)
        return {
            **way_of(dice, family, journey, code=case, today=today),
            **looks_of(dice, family, journey),
            **plan_of(dice, family, journey, services=[row["key"] for row in services], today=today),
            **together_of(family, journey, today),
            **diary_of(family, journey, today, notes=LONG if large else NOTES),
            "referrals": list[Row](requests),
        }

    def _code(self, kind: str, number: int) -> str:
        return f"{self.numbers.prefix}-{kind}{self.numbers.today.year}-{number:04d}"


def _add(world: World, rows: dict[str, Any]) -> None:
    for name, more in rows.items():
        world.setdefault(name, []).extend(more)
