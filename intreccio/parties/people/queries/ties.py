"""Who is of a family and how they are tied: rows as they stand, persons as the viewer may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Bond, Household, HouseholdMembership, Kinship, Person
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.kinship import ELDERS, Born, Tie
from intreccio.parties.people.rules.names import called
from intreccio.parties.people.vocabulary import BirthPrecision, LivingKind, Sex

# A stay is read by who reads the family, its person only by who may know of them: the row comes without them then.
OF_THE_FAMILY = """
    SELECT m.id, m.person_id, m.kind, m.role, m.since, m.until, p.id IS NOT NULL AS seen, p.merged_into_id AS root, p.sex,
      p.birth_date, p.birth_precision, p.died_on,
      ARRAY(SELECT ARRAY[n.kind, n.given, n.family]::text[] FROM people_personname n WHERE n.person_id = m.person_id
        AND n.voided_at IS NULL AND (n.since IS NULL OR n.since <= %(day)s) AND (n.until IS NULL OR n.until > %(day)s)
        ORDER BY n.id) AS names
    FROM people_householdmembership m LEFT JOIN people_person p ON p.id = m.person_id
    WHERE m.household_id = %(household)s AND m.voided_at IS NULL ORDER BY m.since, m.id
"""


@dataclass(slots=True)
class Relative:
    """Somebody of a family on a day; of whom the viewer may not know there is nothing but that somebody is there."""

    id: UUID
    seen: bool
    given: str = ""
    family: str = ""
    sex: str = ""
    birth: date | None = None
    precision: str = BirthPrecision.EXACT
    died_on: date | None = None
    role: str = ""
    stays: list[HouseholdMembership] = field(default_factory=list)
    is_elder: bool = False

    @property
    def name(self) -> str:
        """As they are called; who is known by no name is called by what they are."""
        if not self.seen:
            return _("una persona")
        return f"{self.given} {self.family}".strip() or self._unnamed

    @property
    def short(self) -> str:
        """The given name alone, where there is one."""
        return self.given if self.seen and self.given else self.name

    @property
    def _unnamed(self) -> str:
        if self.precision == BirthPrecision.EXPECTED:
            return _("gravidanza interrotta") if self.died_on else _("nascita attesa")
        if self.is_elder and self.sex:
            return _("madre, nome non noto") if self.sex == Sex.FEMALE else _("padre, nome non noto")
        return _("nome non noto")

    def lives_here(self, day: date) -> bool:
        """In this home, on a day: who has died by then lives in none."""
        dead = self.died_on is not None and self.died_on <= day
        return not dead and any(stay.kind == LivingKind.LIVES and holds(stay, day) for stay in self.stays)


def holds(stay: Any, day: date) -> bool:
    """Whether a stay holds on a day."""
    begun: bool = stay.since <= day
    return begun and (stay.until is None or day < stay.until)


def elder_first(each: Relative) -> tuple[bool, date, str]:
    """An order; of whom no birth is known last."""
    return (each.birth is None, each.birth or date.max, str(each.id))


def relatives_of(viewer: Viewer, household: Household, day: date) -> list[Relative]:
    """Everybody who is or was of this family, one row a person. One query."""
    found: dict[UUID, Relative] = {}
    rows: Iterable[Any] = HouseholdMembership.objects.raw(
        OF_THE_FAMILY, {"household": household.pk, "day": day}
    )
    for row in sorted(rows, key=lambda row: row.root is not None):
        key = row.root or row.person_id
        relative = found.setdefault(key, _relative(row, key))
        if row.seen and not (relative.given or relative.family):
            relative.given, relative.family = called(row.names)
        relative.stays.append(row)
    return list(found.values())


def _relative(row: Any, key: UUID) -> Relative:
    if not row.seen:
        return Relative(key, seen=False, role=row.role)
    return Relative(
        key,
        seen=True,
        sex=row.sex,
        birth=row.birth_date,
        precision=row.birth_precision,
        died_on=row.died_on,
        role=row.role,
    )


def kinship_of(viewer: Viewer, household: Household) -> list[Kinship]:
    """The ties of a home that were no mistake, each between the rows that persons were merged into. One query."""
    rows = Kinship.objects.filter(household=household, voided_at__isnull=True).order_by("since", "id")
    return list(rows)


def roots_of(viewer: Viewer, rows: Sequence[Kinship]) -> dict[UUID, UUID]:
    """Of persons who were merged into another row, that row. One query."""
    keys = {key for row in rows for key in (row.one_id, row.other_id)}
    merged = Person.objects.filter(pk__in=keys, merged_into__isnull=False)
    return dict(merged.values_list("pk", "merged_into_id"))


def tie_of(row: Kinship, roots: dict[UUID, UUID] | None = None) -> Tie:
    """A row as the rules read it."""
    known = roots or {}
    return Tie(
        known.get(row.one_id, row.one_id),
        known.get(row.other_id, row.other_id),
        row.kind,
        row.since,
        row.until,
    )


def births_of(relatives: Iterable[Relative]) -> dict[UUID, Born]:
    """What the rules ask of each person."""
    return {each.id: Born(each.birth, each.precision, each.sex) for each in relatives}


def mark_elders(relatives: Iterable[Relative], ties: Iterable[Tie]) -> None:
    """Who is somebody's mother, father or carer can be called so, where no name is known."""
    elders = {tie.one for tie in ties if tie.kind in ELDERS}
    for each in relatives:
        each.is_elder = each.id in elders


def kinship_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> Kinship | None:
    """One of a household's, that was no mistake."""
    rows = Kinship.objects.select_related("household").filter(
        household_id=household_id, voided_at__isnull=True
    )
    return rows.filter(pk=row_id).first()


def bond_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> Bond | None:
    """One of a household's, that was no mistake."""
    rows = Bond.objects.select_related("household").filter(household_id=household_id, voided_at__isnull=True)
    return rows.filter(pk=row_id).first()


def bonds_of(viewer: Viewer, seen: Seen, day: date) -> list[Bond]:
    """Those of a day, as they were told. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return []
    rows = Bond.objects.filter(household_id=seen.household.pk, voided_at__isnull=True)
    return [
        row
        for row in rows.order_by("sphere", "to", "id")
        if (row.since is None or row.since <= day) and (row.until is None or day < row.until)
    ]
