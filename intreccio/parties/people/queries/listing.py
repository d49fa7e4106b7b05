"""A page of the list of households."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from intreccio.ground.kernel.addresses import address_of_row
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import name_in_sql
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.models import Household
from intreccio.parties.people.policies import MY_TEAMS
from intreccio.parties.people.queries.ages import ages_said, short_age
from intreccio.parties.people.queries.members import LOOKED_AFTER
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.vocabulary import Level

PAGE = 25
MOST_TEAMS = 30  # nobody chooses among hundreds of teams; the municipality remains
Begin = tuple[str, UUID]
FIRST: Begin = ("", UUID(int=0))
# Written out: composed by the ORM this would cost more than to answer, at every opening of the list. The function tests
# sight inside and gives one household more than a page shows; row security decides on each again. What grants open is
# gathered only where a household of another team is on the page: a body may have been given a thousand.
LINES = f"""
    WITH openings AS MATERIALIZED (SELECT household, level FROM my_openings())
    SELECT h.id AS key, h.code, h.name, {name_in_sql("h.municipality_code")} AS place, h.since,
      t.name AS team,
      CASE WHEN h.team_id = {MY_TEAMS} THEN NULL
        ELSE coalesce((SELECT o.level FROM openings o WHERE o.household = h.id), 1) END AS level,
      ARRAY(SELECT ARRAY[to_char(p.birth_date, 'YYYY-MM-DD'), p.birth_precision]::text[] FROM people_person p
        WHERE p.id IN (SELECT m.person_id FROM people_householdmembership m WHERE m.household_id = h.id AND m.voided_at IS NULL
            AND (m.until IS NULL OR m.until > today()) AND (m.kind = 'lives' OR m.kind = 'kin' AND {LOOKED_AFTER}))
          AND p.merged_into_id IS NULL AND p.voided_at IS NULL AND p.died_on IS NULL AND p.birth_date > today() - 7000
        ORDER BY p.birth_date DESC) AS young
    FROM people_household h JOIN organisations_team t ON t.id = h.team_id
    WHERE h.id = ANY (ARRAY(SELECT household FROM list_households(%s, %s, %s, %s, %s))) ORDER BY h.sort_name, h.id
"""  # noqa: S608  # fixed texts
TEAMS = "SELECT id, name FROM organisations_team WHERE id = ANY (%s) AND closed_on IS NULL ORDER BY name"


class Row(NamedTuple):
    """What the database answers of a household; `level`: how far a grant opens it, None where it is ours."""

    key: UUID
    code: str
    name: str
    place: str | None
    since: date
    team: str
    level: int | None
    young: list[list[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    key: UUID
    url: str
    name: str
    detail: str
    team: str
    since: date
    level: Level
    shared: bool
    minors: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and the household after which the next ones begin."""

    lines: list[Line]
    after: UUID | None


def teams_to_choose(viewer: Viewer) -> list[Team]:
    """The viewer's teams, where they are few enough to choose one. One query, whatever their number."""
    few = viewer.team_ids if 1 < len(viewer.team_ids) <= MOST_TEAMS else ()
    return list(Team.objects.raw(TEAMS, [list(few)]))


def begins_after(viewer: Viewer, household_id: UUID) -> Begin | None:
    """Where the list goes on after a household; None where the viewer may not know of it."""
    return Household.objects.filter(pk=household_id).values_list("sort_name", "pk").first()


def page_of(
    viewer: Viewer, *, after: Begin | None = None, municipality: str = "", team_id: UUID | None = None
) -> Page:
    """The next households by name, at most 25; one query for few as for many."""
    with connection.cursor() as cursor:
        cursor.execute(LINES, [*(after or FIRST), municipality, team_id, PAGE + 1])
        rows = list(map(Row._make, cursor.fetchall()))
    day = today()
    lines = [line_of(row, day) for row in rows[:PAGE]]
    return Page(lines, lines[-1].key if len(rows) > PAGE else None)


def line_of(row: Row, day: date) -> Line:
    """As it is read."""
    return Line(
        key=row.key,
        url=address_of_row("household_page", row.key),
        name=row.name,
        detail=" · ".join(part for part in (row.place, row.code) if part),
        team=row.team,
        since=row.since,
        level=Level.RECORD if row.level is None else Level(row.level),
        shared=row.level is not None,
        minors=minors_said(row.young, day),
    )


def minors_said(young: Iterable[list[str]], day: date) -> str:
    """The ages of who is below eighteen, the youngest first: «in arrivo, 3 e 11 anni»."""
    born: list[tuple[Any, str]] = [(date.fromisoformat(birth), precision) for birth, precision in young]
    return ages_said([short_age(birth, precision, day) for birth, precision in born if is_minor(birth, day)])
