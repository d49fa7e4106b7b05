"""The ties of a home for whoever writes one: who can be tied, what is written, and why something cannot be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, Kinship
from intreccio.parties.people.queries.ties import (
    Relative,
    births_of,
    kinship_of,
    mark_elders,
    relatives_of,
    roots_of,
    tie_of,
)
from intreccio.parties.people.rules.kinds import TOGETHER
from intreccio.parties.people.rules.kinship import BIRTH, PARENTS, Born, Tie, ends_before, why_not_tie
from intreccio.parties.people.rules.relations import Named, sentences


class Said(NamedTuple):
    """A row in words, and whether it holds."""

    row: Kinship
    words: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """From whom a new relative is written: `who`, `how` they will be tied, and whom that may concern too."""

    who: UUID
    role: str
    how: str
    also: list[tuple[UUID, str]]
    chosen: list[UUID]


@dataclass(frozen=True, slots=True)
class Kin:
    """Everybody of a home and every tie."""

    relatives: dict[UUID, Relative]
    rows: list[tuple[Kinship, Tie]]

    @property
    def choices(self) -> list[tuple[UUID, str]]:
        """Whom one may choose: who is known by more than that they are there."""
        return [(each.id, each.name) for each in self.relatives.values() if each.seen]

    def name_of(self, person: UUID) -> str:
        """As they are called."""
        return self.relatives[person].name if person in self.relatives else ""

    def role_of(self, person: UUID) -> str:
        """What they are in this home."""
        return self.relatives[person].role if person in self.relatives else ""

    def tie(self, row: Kinship) -> Tie:
        """Of a row, between the persons as they stand now."""
        return next((tie for known, tie in self.rows if known.pk == row.pk), tie_of(row))

    def said_of(self, row: Kinship, day: date) -> str:
        """The row in words."""
        named = {each.id: Named(each.name, each.sex, each.birth) for each in self.relatives.values()}
        tie = self.tie(row)
        return next(iter(sentences(named, [tie], day)), row.get_kind_display())

    def ties_of(self, person: UUID, day: date) -> list[Said]:
        """Every tie of one of them."""
        return [Said(row, self.said_of(row, day)) for row, tie in self.rows if person in tie.both]

    def judge(self, tie: Tie, row: Kinship | None = None) -> Words | None:
        """Why `tie` cannot be, in the place of `row` where there is one."""
        others = [each for known, each in self.rows if row is None or known.pk != row.pk]
        before = ends_before(tie, others) if row is None else None
        others = [each for each in others if each is not before]
        return why_not_tie(tie, others, births_of(self.relatives.values()), today())

    def judge_new(self, place: UUID) -> Callable[[Iterable[Tie], Born], Words | None]:
        """The same, of somebody who is not written yet."""
        births, written = births_of(self.relatives.values()), [tie for _, tie in self.rows]

        def judge(ties: Iterable[Tie], born: Born) -> Words | None:
            others = list(written)
            for tie in ties:
                if reason := why_not_tie(tie, others, {**births, place: born}, today()):
                    return reason
                others.append(tie)
            return None

        return judge

    def beginning(self, person: UUID, how: str) -> Beginning:
        """From where a new relative is written, and whom it may concern too."""
        whom = {"parent": self.siblings_of, "child": self.partners_of, "sibling": self.parents_of}
        also = whom[how](person) if how in whom else []
        seen = [
            (key, self.relatives[key].name)
            for key in also
            if key in self.relatives and self.relatives[key].seen
        ]
        chosen = [key for key, _ in seen] if how == "sibling" or len(seen) == 1 else []
        return Beginning(person, self.role_of(person), how, seen, chosen)

    def parents_of(self, person: UUID) -> list[UUID]:
        """By birth."""
        return [tie.one for _, tie in self.rows if tie.kind in BIRTH and tie.other == person]

    def partners_of(self, person: UUID) -> list[UUID]:
        """Who is in a couple with them today, or is a parent of the same child."""
        now = [tie for _, tie in self.rows if tie.kind in TOGETHER and tie.holds(today())]
        couples = [next(iter(tie.both - {person})) for tie in now if person in tie.both]
        children = {tie.other for _, tie in self.rows if tie.kind in PARENTS and tie.one == person}
        others = [tie.one for _, tie in self.rows if tie.kind in PARENTS and tie.other in children]
        return list(dict.fromkeys([*couples, *(each for each in others if each != person)]))

    def siblings_of(self, person: UUID) -> list[UUID]:
        """Who has a parent in common with them."""
        parents = set(self.parents_of(person))
        theirs = [tie.other for _, tie in self.rows if tie.kind in BIRTH and tie.one in parents]
        return [each for each in dict.fromkeys(theirs) if each != person]


def kin_of(viewer: Viewer, household: Household) -> Kin:
    """Three queries."""
    rows = kinship_of(viewer, household)
    roots = roots_of(viewer, rows)
    relatives = relatives_of(viewer, household, today())
    ties = [tie_of(row, roots) for row in rows]
    mark_elders(relatives, ties)
    return Kin({each.id: each for each in relatives}, list(zip(rows, ties, strict=True)))
