"""What happened to a family, and who is there to whom something can happen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household, HouseholdMembership, LifeEvent, Person
from intreccio.parties.people.queries.finding import death_was_told
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.vocabulary import BirthPrecision, LifeEventKind, LivingKind


@dataclass(frozen=True, slots=True)
class Happened:
    """One event, and of whom."""

    row: LifeEvent
    who: str


def life_events_of(viewer: Viewer, seen: Seen, members: Iterable[Member]) -> list[Happened]:
    """The last ones first, mistakes too. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return []
    named: dict[UUID | None, str] = {
        member.person.pk: member.name for member in members if not member.is_lost
    }
    rows = LifeEvent.objects.filter(household_id=seen.household.pk).order_by("-day", "-id")
    return [Happened(row, named.get(row.person_id, "")) for row in rows]


def life_event_row(viewer: Viewer, household_id: UUID, event_id: UUID) -> LifeEvent | None:
    """One of a household's."""
    return (
        LifeEvent.objects.select_related("household").filter(household_id=household_id, pk=event_id).first()
    )


def death_of(person: Person) -> LifeEvent | None:
    """What wrote that they died, or were not born, with all that followed; None where it was never told as something that happened."""
    ends = (LifeEventKind.DEATH, LifeEventKind.LOSS)
    rows = LifeEvent.objects.filter(person=person, kind__in=ends, voided_at__isnull=True)
    return rows.order_by("-day", "-id").first()


def how_death_was_told(viewer: Viewer, person: Person) -> dict[str, bool]:
    """As the rule asks it (`why_not_revive`): as something that happened, by the viewer's own team; by another one's."""
    event = death_of(person)
    ours = event is not None and event.team_id in viewer.team_ids
    return {"happened": ours, "elsewhere": not ours and death_was_told(person.pk)}


def named(members: Iterable[Member]) -> dict[str, str]:
    """Key as text → how they are called, for a form."""
    return {str(member.person.pk): member.name for member in members}


@dataclass(frozen=True, slots=True)
class Here:
    """Who is of a family today, as its acts need them."""

    members: list[Member]

    @property
    def living(self) -> list[Member]:
        """Who lives here, those to be born too."""
        return [member for member in self.members if member.lives_here]

    @property
    def adults(self) -> list[Member]:
        """Of the family, here or elsewhere, and grown up."""
        return [
            member
            for member in self.members
            if (member.belongs or member.is_kin) and not (member.is_minor or member.has_died)
        ]

    @property
    def awaited(self) -> list[Member]:
        """Who is to be born."""
        return [member for member in self.living if member.person.birth_precision == BirthPrecision.EXPECTED]

    @property
    def born(self) -> list[Member]:
        """Who lives here and has been born."""
        return [member for member in self.living if member not in self.awaited]

    @property
    def children(self) -> list[Member]:
        """Minors who live here."""
        return [member for member in self.born if member.is_minor]

    @property
    def away(self) -> list[Member]:
        """Of the family, alive, living elsewhere."""
        return [member for member in self.members if member.is_kin and not member.has_died]


def here_of(viewer: Viewer, seen: Seen) -> Here:
    """One query."""
    return Here([member for member in members_of(viewer, seen) if not member.mistake])


def household_coded(code: str) -> Household | None:
    """The household in sight with this code."""
    return Household.objects.filter(code__iexact=code.strip(), voided_at__isnull=True).first()


def stay_of(
    viewer: Viewer, household_id: UUID, person: Person, kind: LivingKind
) -> HouseholdMembership | None:
    """The stay of a person in a home that is not over, in one sense."""
    rows = HouseholdMembership.objects.kept().filter(
        household_id=household_id, person=person, kind=kind, until__isnull=True
    )
    return rows.select_related("household", "person").order_by("-since").first()


def persons_by_key(household_id: UUID, keys: Iterable[str]) -> Mapping[str, Person]:
    """Persons of a home by their keys as text."""
    rows = HouseholdMembership.objects.kept().filter(household_id=household_id, person__in=list(keys))
    return {str(row.person_id): row.person for row in rows.select_related("person")}
