"""What a path looks at, as pages show it: a thing by a thing, child by child; where one turns to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.assessments.models import Factor
from intreccio.families.assessments.queries.factors import factors_in_sight, kinds_of
from intreccio.families.plans.models import FamilyPath, PathCheck
from intreccio.families.plans.queries.people import child_age, family_of
from intreccio.families.plans.queries.stilled import AWAITED, DEATH
from intreccio.families.plans.rules.looking import TURNING
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.queries.cards import Card, cards_for
from intreccio.parties.people.queries.members import Member
from intreccio.workshop.protocols.queries.reading import Told

Family = Mapping[UUID, Member]


@dataclass(frozen=True, slots=True)
class Whose:
    """For whom one looks: a child, or everybody (no person)."""

    person_id: UUID | None
    name: str
    rows: frozenset[UUID | None] = frozenset({None})  # theirs, and all that were merged into it
    # Of who has grown up since, or is no more, what was said stays, and nothing is asked.
    is_asked: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at, with what was said of it: the last first."""

    told: Told
    said: Sequence[PathCheck]

    @property
    def code(self) -> str:
        """Of the check, in its version."""
        return str(self.told.part["code"])

    @property
    def last(self) -> PathCheck | None:
        """What counts today."""
        return self.said[0] if self.said else None

    @property
    def former(self) -> Sequence[PathCheck]:
        """What was said before it, as of six months ago."""
        return self.said[1:]


@dataclass(frozen=True, slots=True)
class Looking:
    """All of it for one child, or for everybody."""

    whose: Whose
    items: list[Item]

    @property
    def missing(self) -> list[Item]:
        """What is not there yet: ours to do."""
        return [item for item in self.items if item.last and item.last.answer == "not_yet"]

    @property
    def open(self) -> int:
        """Of how many nothing was said."""
        return sum(item.last is None for item in self.items)


def whose_of(viewer: Viewer, path: FamilyPath) -> list[Whose]:
    """For whom one looks today."""
    family = family_of(viewer, path.case.household) if path.loss else {}
    return [one for one in whose_among(family, path) if one.is_asked]


def whose_among(family: Family, path: FamilyPath) -> list[Whose]:
    """Where somebody lost something one looks at each child, of whom the path is not; otherwise at the family as one.

    Who is a child no longer stays where something was said of them. One query where somebody lost something, none elsewhere.
    """
    if not path.loss:
        return [Whose(None, "")]
    said = set(checks_in_sight(path).order_by().values_list("person_id", flat=True))
    there = ((one, _is_asked(one) and path.person_id not in one.rows) for one in family.values())
    return [
        Whose(one.person.pk, one.name, one.rows, asked) for one, asked in there if asked or said & one.rows
    ]


def ages_spoken_to(family: Family, path: FamilyPath) -> set[str]:
    """Of the children to whom one finds the words: who died, or was not born, is none of them. Empty words: nobody knows."""
    gone = path.loss in (DEATH, AWAITED)
    here = (one for one in family.values() if _is_asked(one) and not (gone and path.person_id in one.rows))
    return {child_age(one.person, one.day) for one in here}


def _is_asked(one: Member) -> bool:
    return one.is_taken_for_child and not (one.has_died or one.is_awaited)


def looking_of(path: FamilyPath, told: Sequence[Told], whose: Sequence[Whose]) -> list[Looking]:
    """Who is looked at, thing by thing. One query."""
    if not told or not whose:
        return []
    said: dict[str, list[PathCheck]] = {}
    for row in checks_in_sight(path):
        said.setdefault(row.item, []).append(row)
    return [Looking(each, list(_items(told, said, each))) for each in whose]


def _items(told: Sequence[Told], said: Mapping[str, list[PathCheck]], whose: Whose) -> Iterator[Item]:
    for one in told:
        item = Item(one, [row for row in said.get(one.part["code"], ()) if row.person_id in whose.rows])
        if whose.is_asked or item.last:
            yield item


def checks_in_sight(path: FamilyPath) -> QuerySet[PathCheck]:
    """What stands, the last first."""
    return path.checks.filter(voided_at__isnull=True).select_related("by__user").order_by("-day", "-id")


def standing_factors(viewer: Viewer, path: FamilyPath, today: date) -> list[tuple[Factor, str]]:
    """What protects and what weighs today, as the assessment keeps it, with its words."""
    words = {kind.code: kind.text for kind in kinds_of(today)}
    rows = (
        factors_in_sight(viewer)
        .filter(case_id=path.case_id, voided_at__isnull=True)
        .order_by("side", "since")
    )
    return [(row, words.get(row.code, row.code)) for row in rows if row.until is None or row.until > today]


def where_to_turn(path: FamilyPath, today: date) -> list[Card]:
    """Structures of the directory for what was lost, near the family; none where nothing was."""
    return turning_near(path.loss, path.case.household.municipality_code, today)


def turning_near(loss: str, municipality_code: str, today: date) -> list[Card]:
    """The same near a place, for whoever has lost something: also for who works."""
    needs = TURNING.get(loss, ())
    return cards_for(needs, municipality_code, today=today) if needs else []
