"""Households in sight: one, and a page of the list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.parties.organisations.models import Organisation, Team
from intreccio.parties.people.models import (
    Grant,
    Household,
    HouseholdMembership,
)
from intreccio.parties.people.queries.ages import ages_said, short_age
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.vocabulary import Level, LivingKind

PAGE = 25
NOBODY = UUID(int=0)


class Address(NamedTuple):
    """Where a household lives."""

    line: str
    postal_code: str
    municipality_code: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A household as a viewer sees it: in charge of it, or by a grant at a level."""

    household: Household
    level: Level
    in_charge: bool
    municipality: str = ""
    elsewhere: frozenset[UUID] = frozenset()
    protected_here: bool = False
    home: Address | None = None

    @property
    def address(self) -> Address | None:
        """Where they live today; nothing where the address is protected."""
        return None if self.household.is_protected else self.home

    @property
    def shows_contact(self) -> bool:
        """Persons, telephones, address."""
        return self.level >= Level.CONTACT

    @property
    def shows_record(self) -> bool:
        """What is needed, the story, who looked."""
        return self.level >= Level.RECORD


def in_sight(viewer: Viewer) -> QuerySet[Household]:
    """Every household the viewer may open (row security decides), with the level a grant gives: 0 without one."""
    grants = Grant.objects.standing(today()).held_by(viewer).filter(household=OuterRef("pk"))
    return Household.objects.select_related("team__organisation").annotate(
        granted=Subquery(grants.order_by("-level").values("level")[:1])
    )


# Written out: as an expression of the ORM it would cost more to compose than to answer, at every opening of a page.
ONE = """
    SELECT h.*, t.name AS team_name, t.organisation_id AS body_id, o.name AS body_name,
      (SELECT name FROM territory_municipality p WHERE p.istat = h.municipality_code) AS place,
      CASE WHEN h.team_id = ANY (%(teams)s) THEN 3
        ELSE coalesce((SELECT level FROM my_openings() WHERE household = h.id), 1) END AS level,
      also_elsewhere(h.id) AS elsewhere,
      EXISTS (SELECT FROM people_protectedaddress a WHERE a.household_id = h.id AND a.voided_at IS NULL) AS protected_here,
      (SELECT ARRAY[a.line, a.postal_code, a.municipality_code]::text[] FROM people_homeaddress a
        WHERE a.household_id = h.id AND a.until IS NULL AND a.voided_at IS NULL
        ORDER BY a.since DESC, a.id DESC LIMIT 1) AS home
    FROM people_household h JOIN organisations_team t ON t.id = h.team_id
      JOIN organisations_organisation o ON o.id = t.organisation_id
    WHERE h.id = %(household)s
"""


def household_of(viewer: Viewer, household_id: UUID) -> Seen | None:
    """One household, or None where the viewer may not know of it (row security decides). One query."""
    rows: list[Any] = list(
        Household.objects.raw(ONE, {"teams": list(viewer.team_ids), "household": household_id})
    )
    if not rows:
        return None
    row = rows[0]
    body = Organisation(id=row.body_id, name=row.body_name)
    row.team = Team(id=row.team_id, name=row.team_name, organisation=body)
    return Seen(
        household=row,
        level=Level(row.level),
        in_charge=row.team_id in viewer.team_ids,
        municipality=row.place or "",
        elsewhere=frozenset(row.elsewhere or ()),
        protected_here=row.protected_here,
        home=Address(*row.home) if row.home else None,
    )


def level_of(viewer: Viewer, household: Household) -> Level:
    """What the viewer sees of a household that came from `in_sight`."""
    if household.team_id in viewer.team_ids:
        return Level.RECORD
    return Level(getattr(household, "granted", None) or Level.KNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    household: Household
    municipality: str
    level: Level
    shared: bool
    minors: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and the household after which the next ones begin."""

    lines: list[Line]
    after: UUID | None


def page_of(
    viewer: Viewer,
    *,
    after: Household | None,
    municipality: str = "",
    team_id: UUID | None = None,
    places: Mapping[str, str] = MappingProxyType({}),
) -> Page:
    """The next households by name, at most 25; as many queries for few as for many. `places`: names already at hand."""
    ids = ids_after(after, municipality, team_id)
    rows = in_sight(viewer).in_bulk(ids[:PAGE])
    minors = minors_of(ids[:PAGE], today())
    unknown = {row.municipality_code for row in rows.values()} - {"", *places}
    names = (
        {**places, **{code: place.name for code, place in municipalities_by_istat(unknown).items()}}
        if unknown
        else places
    )
    lines = [
        Line(
            household=rows[key],
            municipality=names.get(rows[key].municipality_code, ""),
            level=level_of(viewer, rows[key]),
            shared=rows[key].team_id not in viewer.team_ids,
            minors=ages_said(minors.get(key, [])),
        )
        for key in ids[:PAGE]
        if key in rows
    ]
    return Page(lines, ids[PAGE - 1] if len(ids) > PAGE else None)


def ids_after(after: Household | None, municipality: str, team_id: UUID | None) -> list[UUID]:
    """In order, one more than a page shows. The function tests sight inside."""
    begin: list[Any] = [after.sort_name, after.pk] if after else ["", NOBODY]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT household FROM list_households(%s, %s, %s, %s, %s)",
            [*begin, municipality, team_id, PAGE + 1],
        )
        return [row[0] for row in cursor.fetchall()]


def minors_of(household_ids: Iterable[UUID], day: date) -> dict[UUID, list[str]]:
    """The ages of who is below eighteen, the youngest first, where the viewer may see who is at home."""
    homes = HouseholdMembership.objects.present(day).of_persons()
    rows = (
        homes.filter(
            household_id__in=list(household_ids), kind=LivingKind.LIVES, person__voided_at__isnull=True
        )
        .order_by("-person__birth_date")
        .values_list("household_id", "person__birth_date", "person__birth_precision")
    )
    ages: dict[UUID, list[str]] = {}
    for household_id, birth, precision in rows:
        if is_minor(birth, day):
            ages.setdefault(household_id, []).append(short_age(birth, precision, day))
    return ages
