"""Fills the house with many families: what is there already stays, what is missing follows, a thousand at a time."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import connections
from psycopg import sql

from intreccio.front.web.demo import load_world, service_models
from intreccio.front.web.many.making import Maker, Numbers
from intreccio.front.web.many.teams import key_of
from intreccio.ground.kernel.bulk import KEEPER
from intreccio.ground.kernel.keys import key_for

# Their short codes end in a number that goes on through the years.
TABLES = ("people_household", "cases_case", "referrals_referral")
HIGHEST = "SELECT coalesce(max(substring(code from '[0-9]+$')::bigint), 0) FROM {}"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the filling has come."""

    done: int
    wanted: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Families written in a second, so far."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float:
        """At this pace."""
        return (self.wanted - self.done) / self.per_second if self.per_second else 0.0


def fill(households: int, *, today: date, tell: Callable[[Progress], None]) -> int:
    """Adds families until there are so many of these; answers how many were added. Stopped halfway, it goes on next time."""
    teams, there = already_there()
    wanted = max(households - there, 0)
    households_so_far, cases_so_far, referrals_so_far = last_numbers()
    numbers = Numbers(households_so_far, cases_so_far, settings.CODE_PREFIX, today, referrals_so_far)
    maker = Maker(numbers, service_models(today))
    begun = time.monotonic()
    for world in maker.worlds(wanted, first_team=teams):
        load_world(world)
        tell(Progress(maker.written, wanted, time.monotonic() - begun))
    if wanted:
        tidy_up()
    return wanted


def already_there() -> tuple[int, int]:
    """Teams of ours, and their families."""
    with connections[KEEPER].cursor() as cursor:
        teams = 0
        for ids in _team_ids():
            cursor.execute("SELECT count(*) FROM organisations_team WHERE id = ANY (%s)", [ids])
            (found,) = cursor.fetchone() or (0,)
            teams += found
            if found < len(ids):
                break
        ids = [key_for("team", key_of(team)) for team in range(teams)]
        cursor.execute("SELECT count(*) FROM people_household WHERE team_id = ANY (%s)", [ids])
        (families,) = cursor.fetchone() or (0,)
    return teams, families


def _team_ids(at_once: int = 1000) -> Iterator[list[object]]:
    first = 0
    while True:
        yield [key_for("team", key_of(team)) for team in range(first, first + at_once)]
        first += at_once


def last_numbers() -> list[int]:
    """The highest number in use, for households, for cases and for referrals."""
    numbers = []
    with connections[KEEPER].cursor() as cursor:
        for table in TABLES:
            cursor.execute(sql.SQL(HIGHEST).format(sql.Identifier(table)))
            numbers.append(int((cursor.fetchone() or (0,))[0]))
    return numbers


def tidy_up() -> None:
    """Statistics for the planner: it cannot know by itself that a hundred thousand families came at once."""
    if "owner" not in connections:
        return
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE tableowner = current_user AND schemaname = 'public'"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("VACUUM (ANALYZE) {}").format(sql.Identifier(table)))


__all__ = ["Progress", "fill"]
