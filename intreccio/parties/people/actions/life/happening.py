"""One act that writes several rows and remembers them, so that it can be undone as one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.search import index_person
from intreccio.parties.people.models import (
    Household,
    HouseholdMembership,
    Identifier,
    Kinship,
    Language,
    LifeEvent,
    Person,
    PersonName,
    Responsibility,
)
from intreccio.parties.people.queries.finding import answers_for
from intreccio.parties.people.vocabulary import LifeEventKind, LivingKind

# What an act may write, in the order in which it is taken back: a stay lets its person be written, a home its rows.
WRITTEN: dict[str, type[Any]] = {
    "name": PersonName,
    "identifier": Identifier,
    "kinship": Kinship,
    "responsibility": Responsibility,
    "language": Language,
    "person": Person,
    "home": HouseholdMembership,
    "household": Household,
}
NOUNS = {model: noun for noun, model in WRITTEN.items()}
DEEDS = {
    LifeEventKind.PREGNANCY: "child.expected",
    LifeEventKind.BIRTH: "birth.recorded",
    LifeEventKind.LOSS: "loss.recorded",
    LifeEventKind.DEATH: "death.recorded",
    LifeEventKind.LEFT: "person.left",
    LifeEventKind.PARTED: "home.parted",
    LifeEventKind.SEPARATION: "home.parted",
    LifeEventKind.JOINED: "homes.joined",
    LifeEventKind.FOSTERED: "child.fostered",
    LifeEventKind.RETURNED: "person.returned",
}


class Happening:
    """Begin it, let it `make` and `change` rows, `finish` it: all in the caller's transaction."""

    def __init__(
        self,
        household: Household,
        *,
        by: Viewer,
        kind: str,
        day: date,
        person: Person | None = None,
        note: str = "",
    ) -> None:
        self.household, self.by, self.day = household, by, day
        self.row = LifeEvent(
            household=household,
            team_id=household.team_id,
            kind=kind,
            day=day,
            person=person,
            note=note.strip(),
        )
        self.persons: dict[Any, Person] = {}

    def make(self, row: Any) -> Any:
        """Writes a new row."""
        row.save(force_insert=True)
        return self.made(row)

    def made(self, row: Any) -> Any:
        """Remembers a row that was written just now."""
        self._remember(row, "made", {})
        return row

    def change(self, row: Any, **values: Any) -> None:
        """Writes over a row as it was read."""
        before = {name: _plain(getattr(row, name)) for name in values}
        write_over(row, version=row.version, **values)
        self._remember(row, "changed", before)

    def end(self, rows: Iterable[Any]) -> None:
        """Each of these is over from the day on; one that would have begun later is over as it begins."""
        for row in rows:
            self.change(row, until=max(self.day, row.since) if row.since else self.day)

    def stay(self, person: Person, kind: LivingKind, role: str, home: Household | None = None) -> None:
        """From the day on `person` is in `home` (this one) in a sense, unless they are already."""
        home = home or self.household
        there = HouseholdMembership.objects.present(self.day).filter(household=home, person=person, kind=kind)
        if not there.exists():
            self.make(
                HouseholdMembership(
                    household=home,
                    team_id=home.team_id,
                    person=person,
                    kind=kind,
                    role=role,
                    since=self.day,
                )
            )

    def finish(self, **codes: Any) -> LifeEvent:
        """Writes the act itself, and leaves its event."""
        index_persons(self.persons.values())
        self.row.save(force_insert=True)
        deed = DEEDS[LifeEventKind(self.row.kind)]
        record_family_deed(deed, self.row, self.household, by=self.by, life=str(self.row.kind), **codes)
        return self.row

    def _remember(self, row: Any, verb: str, before: dict[str, Any]) -> None:
        effect = {"noun": NOUNS[type(row)], "id": str(row.pk), "verb": verb, "version": row.version}
        self.row.effects.append({**effect, "before": before})
        if person := sought_by(row):
            self.persons[person.pk] = person


def index_persons(persons: Iterable[Person]) -> None:
    """Writes anew what leads to them; of whom another team answers for by now, their words are its own."""
    for person in persons:
        if answers_for(person.pk):
            index_person(person)


def sought_by(row: Any) -> Person | None:
    """Whoever is found by what a row says."""
    if isinstance(row, Person):
        return row
    return row.person if isinstance(row, (PersonName, Identifier, HouseholdMembership)) else None


def _plain(value: Any) -> Any:
    """As it can stand in JSON."""
    return value if value is None or isinstance(value, (str, int)) else DjangoJSONEncoder().default(value)


def stays(household: Household, day: date, *kinds: str) -> list[HouseholdMembership]:
    """Who is in a home on a day, locked, in these senses."""
    rows = HouseholdMembership.objects.present(day).of_persons().filter(household=household)
    return list(
        rows.filter(kind__in=kinds).select_related("person").select_for_update(of=("self",)).order_by("id")
    )


def standing_ties(household: Household, day: date, *kinds: str) -> list[Kinship]:
    """The ties written in a home that hold on a day."""
    rows = Kinship.objects.filter(
        Q(until__isnull=True) | Q(until__gt=day), household=household, voided_at=None
    )
    rows = rows.filter(kind__in=kinds) if kinds else rows
    return list(rows.select_related("one", "other").order_by("id"))
