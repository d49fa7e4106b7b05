"""The way so far, drawn; until when one is at school by law; and «non uno di meno»: who has no school today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.pupils import OF_THE_DAY, Pupil
from intreccio.answers.school.rules.growing import (
    OBLIGED,
    RIGHT,
    TAKEN,
    Coming,
    Mark,
    Out,
    Spell,
    Stage,
    birthday,
    coming_of,
    duty_on,
    out_of_school,
    stages_of,
)
from intreccio.answers.school.vocabulary import Cycle, Duty, Ending
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.rules.names import called

LEFT, RIGHTMOST, LINE, TOP = 8, 312, 40, 14
OR_VOCATIONAL = _("scuola secondaria di secondo grado, o IeFP")
# Of a child `c` of a home: of it today, under whichever row of theirs, or looked after elsewhere. Else the other home tells.
OF_THIS_HOME = f"""EXISTS (SELECT FROM people_householdmembership m WHERE m.household_id = c.household_id
  AND m.person_id IN (SELECT r.id FROM people_person r WHERE r.id = c.child_id OR r.merged_into_id = c.child_id) AND {OF_THE_DAY})"""  # noqa: S608  # fixed texts
# Every class, wherever it was written, of the children below eighteen of the families of one's teams: few enough to be read at once.
CLASSES = f"""
    WITH c AS MATERIALIZED (
      SELECT DISTINCT h.id AS household_id, h.name, coalesce(w.merged_into_id, w.id) AS child_id, s.child_id AS row_id, s.id, s.cycle,
        s.since, s.until, s.ending, s.year
      FROM school_schooling s JOIN people_household o ON o.id = s.household_id AND o.voided_at IS NULL
        JOIN people_person w ON w.id = s.child_id JOIN people_householdmembership k ON k.person_id = s.child_id AND k.voided_at IS NULL
        JOIN people_household h ON h.id = k.household_id
      WHERE s.voided_at IS NULL AND h.voided_at IS NULL AND h.joined_on IS NULL AND h.team_id = ANY ((SELECT my_teams())::uuid[]))
    SELECT c.household_id, c.name, c.child_id, p.birth_date, c.cycle, c.since, c.until, c.ending, c.year,
      ARRAY(SELECT ARRAY[n.kind, n.given, n.family]::text[] FROM people_personname n WHERE n.person_id IN (c.child_id, c.row_id)
        AND n.voided_at IS NULL AND (n.until IS NULL OR n.until > today()) ORDER BY n.id)
    FROM c JOIN people_person p ON p.id = c.child_id
    WHERE p.birth_date > %(day)s::date - interval '18 years' AND (p.died_on IS NULL OR p.died_on > %(day)s::date) AND {OF_THIS_HOME}
    ORDER BY c.name, c.household_id, c.child_id, c.since
"""  # noqa: S608  # fixed texts


@dataclass(frozen=True, slots=True)
class Dot:
    """One school year on the drawing: where it stands, and its sign."""

    x: int
    sign: str
    said: Words


@dataclass(frozen=True, slots=True)
class Row:
    """One school on the drawing, with its years."""

    label: Words
    y: int
    start: int
    end: int
    dots: list[Dot]


@dataclass(frozen=True, slots=True)
class Growing:
    """The way to a diploma: drawn from what is written, with what the law asks of today."""

    rows: list[Row]
    first: int
    last: int
    duty: Duty | None
    until: date | None
    out: Out | None
    birth: date | None

    @property
    def height(self) -> int:
        """Of the drawing, with its two years below."""
        return TOP + len(self.rows) * LINE + 14

    @property
    def of_age(self) -> bool:
        """Whether the drawing ends in the year in which they are eighteen."""
        return self.birth is not None and self.birth.year + RIGHT == self.last

    @property
    def foot(self) -> int:
        """Where the two years stand."""
        return self.height - 4


def growing_of(pupil: Pupil, today: date) -> Growing:
    """Of one child, from the first year that is written to the one in which they are eighteen. No query."""
    spells, birth = [spell_of(row) for row in pupil.classes], pupil.member.person.birth_date
    stages = stages_of(spells, today)
    years = [mark.year for stage in stages for mark in stage.marks]
    first, last = (
        min(years, default=today.year),
        max([*years, birth.year + RIGHT if birth else 0, today.year]),
    )
    duty = duty_on(birth, today, has_taken=any(spell.ending in TAKEN for spell in spells))
    until = birthday(birth, OBLIGED if duty == Duty.OBLIGATION else RIGHT) if birth and duty else None
    along = _Along(first, last)
    rows = [along.known(stage, place) for place, stage in enumerate(stages)]
    rows += [
        along.coming(one, len(rows) + place) for place, one in enumerate(coming_of(birth, stages, today))
    ]
    return Growing(rows, first, last, duty, until, out_of_school(birth, spells, today), birth)


def spell_of(row: Schooling) -> Spell:
    """As the rules read a class."""
    return Spell(row.cycle, row.since, row.until, row.ending, row.year)


@dataclass(frozen=True, slots=True)
class _Along:
    """Where a year stands between the first and the last of the drawing."""

    first: int
    last: int

    def known(self, stage: Stage, place: int) -> Row:
        """A school with its years."""
        dots = [self._dot(mark) for mark in stage.marks]
        return Row(Cycle(stage.cycle).label, TOP + place * LINE, dots[0].x, dots[-1].x, dots)

    def coming(self, one: Coming, place: int) -> Row:
        """One that is still to come: a dashed line."""
        label = OR_VOCATIONAL if one.cycle == Cycle.UPPER else Cycle(one.cycle).label
        return Row(label, TOP + place * LINE, self._x(one.first), self._x(one.last), [])

    def _x(self, year: int) -> int:
        share = (min(max(year, self.first), self.last) - self.first) / max(self.last - self.first, 1)
        return LEFT + round(share * (RIGHTMOST - LEFT))

    def _dot(self, mark: Mark) -> Dot:
        sign = "now" if mark.goes_on else mark.ending or "passed"
        return Dot(self._x(mark.year), sign, Ending(mark.ending).label if mark.ending else "")


@dataclass(frozen=True, slots=True)
class Missing:
    """A child of whom it is written that they have no school today."""

    household_id: UUID
    family: str
    child_id: UUID
    name: str
    out: Out


def missing_from_school(viewer: Viewer, today: date) -> list[Missing]:
    """Of the families of one's teams, who has been out of school longest first. One query; nobody is ranked, a day is a day."""
    if not sees_families(viewer):
        return []
    with connection.cursor() as cursor:
        cursor.execute(CLASSES, {"day": today})
        rows = cursor.fetchall()
    return sorted(_missing(rows, today), key=lambda one: (one.out.since, one.family))


def _missing(rows: Iterable[Any], today: date) -> Iterable[Missing]:
    children: dict[tuple[UUID, UUID], list[Any]] = {}
    for row in rows:
        children.setdefault((row[0], row[2]), []).append(row)
    for (household_id, child_id), theirs in children.items():
        _household, family, _child, birth, *_class, names = theirs[0]
        out = out_of_school(birth, [Spell(*row[4:9]) for row in theirs], today)
        if out:
            given, surname = called(map(tuple, names))
            yield Missing(household_id, family, child_id, f"{given} {surname}".strip(), out)
