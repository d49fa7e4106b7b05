"""One household in sight."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut
from intreccio.parties.people.models import Household
from intreccio.parties.people.rules.languages import Said
from intreccio.parties.people.vocabulary import Level


class Address(NamedTuple):
    """Where a household lives."""

    line: str
    postal_code: str
    place: str | None


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
    languages: tuple[Said, ...] = ()

    @property
    def is_written(self) -> bool:
        """By the team in charge, as long as the home is one of its own."""
        return self.in_charge and self.household.joined_on is None

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


# Written out: as an expression of the ORM it would cost more to compose than to answer, at every opening of a page.
ONE = WrittenOut(
    Household,
    "h",
    """
    SELECT {h}, {t}, {o},
      (SELECT j.id FROM people_household j WHERE j.id = h.joined_into_id) AS joined_into_id,
      (SELECT name FROM territory_municipality p WHERE p.istat = h.municipality_code) AS place,
      CASE WHEN h.team_id = ANY ((SELECT my_teams())::uuid[]) THEN 3
        ELSE coalesce((SELECT level FROM my_openings() WHERE household = h.id), 1) END AS level,
      also_elsewhere(h.id) AS elsewhere,
      EXISTS (SELECT FROM people_protectedaddress a WHERE a.household_id = h.id AND a.voided_at IS NULL) AS protected_here,
      (SELECT ARRAY[a.line, a.postal_code,
          (SELECT name FROM territory_municipality p WHERE p.istat = a.municipality_code)]::text[] FROM people_homeaddress a
        WHERE a.household_id = h.id AND a.until IS NULL AND a.voided_at IS NULL
        ORDER BY a.since DESC, a.id DESC LIMIT 1) AS home,
      ARRAY(SELECT ARRAY[coalesce((SELECT p.merged_into_id FROM people_person p WHERE p.id = l.person_id), l.person_id)::text,
          l.use, l.code, l.since::text, l.until::text]::text[] FROM people_language l
        WHERE l.household_id = h.id AND l.voided_at IS NULL) AS languages
    FROM people_household h JOIN organisations_team t ON t.id = h.team_id
      JOIN organisations_organisation o ON o.id = t.organisation_id
    WHERE h.id = %(household)s
    """,
    t="h.team",
    o="t.organisation",
)


def household_of(viewer: Viewer, household_id: UUID) -> Seen | None:
    """One household, or None where the viewer may not know of it (row security decides). One query."""
    rows: list[Any] = ONE.rows(household=household_id)
    if not rows:
        return None
    row = rows[0]
    return Seen(
        household=row,
        level=Level(row.level),
        in_charge=row.team_id in viewer.team_ids,
        municipality=row.place or "",
        elsewhere=frozenset(row.elsewhere or ()),
        protected_here=row.protected_here,
        home=Address(*row.home) if row.home else None,
        languages=tuple(_said(row.languages)),
    )


def _said(rows: Iterable[list[str | None]]) -> Iterable[Said]:
    for who, use, code, since, until in rows:
        yield Said(who or "", str(use), code or "", _day(since), _day(until))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
