"""Persons by name among the homes in sight: to bring one into a second home, or to say that two rows are one."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.text import words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import HouseholdMembership, Person, PersonName
from intreccio.parties.people.queries.ages import birth_words
from intreccio.parties.people.queries.persons import called_by
from intreccio.parties.people.queries.search import MOST_WORDS, found_ids
from intreccio.parties.people.rules.search import words_sought


@dataclass(frozen=True, slots=True)
class Someone:
    """A person and one home of theirs that the viewer sees."""

    person: Person
    name: str
    home: str

    @property
    def about(self) -> str:
        """When they were born, as well as it is known, and the home: two of the same name are told apart."""
        birth = birth_words(self.person.birth_date, self.person.birth_precision) or _("nascita non nota")
        return f"{birth} · {self.home}"

    def __str__(self) -> str:
        return f"{self.name} · {self.about}"


def somebody(viewer: Viewer, person_id: str) -> Someone | None:
    """One person in sight, by id; followed to the row they were merged into."""
    try:
        key = UUID(person_id)
    except ValueError:
        return None
    row = Person.objects.filter(pk=key, voided_at__isnull=True).select_related("merged_into").first()
    if row is None:
        return None
    return someone(row.merged_into or row)


def someone(person: Person) -> Someone | None:
    """With the name they are called by and a home; None where no home of theirs is in sight."""
    home = HouseholdMembership.objects.kept().filter(person=person).select_related("household").first()
    if home is None:
        return None
    name = " ".join(part for part in called_by(PersonName.objects.filter(person=person)) if part)
    return Someone(person, name, home.household.name)


def somebody_called(viewer: Viewer, words: str, without: UUID | None) -> list[Someone]:
    """Persons in sight with a name that the words begin, outside the home `without`. A search is a reading."""
    ids = [each for each in found_ids(words_sought(words)[:MOST_WORDS]) if each != without]
    record_reading(viewer, "person_search", shown=ids, count=len(ids))
    rows = (
        HouseholdMembership.objects.kept()
        .of_persons()
        .filter(household__in=ids)
        .select_related("person", "household")
        .prefetch_related("person__names")
        .order_by("household__sort_name", "since", "id")
    )
    sought = words_of(words)
    people: dict[UUID, Someone] = {}
    for row in rows:
        name = " ".join(part for part in called_by(row.person.names.all()) if part)
        if any(part.startswith(word) for part in words_of(name) for word in sought):
            people.setdefault(row.person_id, Someone(row.person, name, row.household.name))
    return list(people.values())


def somebody_like(viewer: Viewer, person: Person, words: str) -> list[Someone]:
    """Persons in sight by these words, also of the same home, without `person`; nobody where no word was typed."""
    if not words:
        return []
    return [each for each in somebody_called(viewer, words, None) if each.person.pk != person.pk]


def may_join(person_id: UUID) -> bool:
    """Whether the actor may write somebody into a home of theirs: that opens all that is the person's own."""
    return _asked("may_join", person_id)


def answers_for(person_id: UUID) -> bool:
    """Whether the actor writes what is a person's own: of who has left, only while no other team has them."""
    return _asked("answers_for", person_id)


def death_was_told(person_id: UUID) -> bool:
    """Whether that they died was told as something that happened, also in a home that the actor does not see."""
    return _asked("death_was_told", person_id)


def also_elsewhere(household_id: UUID) -> list[UUID]:
    """Who of a home also lives in another one; a protected home is never hinted at."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT also_elsewhere(%s)", [household_id])
        (found,) = cursor.fetchone() or ([],)
    return list(found)


def _asked(function: str, person_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [person_id])
        (answer,) = cursor.fetchone() or (False,)
    return bool(answer)
