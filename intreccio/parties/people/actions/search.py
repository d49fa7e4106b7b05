"""Keeps the search words of a household as its names, telephones and codes change."""

from collections.abc import Iterable
from uuid import UUID

from intreccio.ground.kernel.keys import new_key
from intreccio.parties.people.models import Household, HouseholdMembership, Person, SearchWord
from intreccio.parties.people.rules.search import words_for_household, words_for_person
from intreccio.parties.people.vocabulary import Level


def index_household(household: Household) -> None:
    """Writes anew the words of the household itself."""
    SearchWord.objects.filter(household_id=household.pk, person__isnull=True).delete()
    words = words_for_household(household.name, household.code)
    _write(household.pk, household.team_id, None, ((word, Level.KNOWN) for word in words))


def index_person(person: Person) -> None:
    """Writes anew the words of a person in each home of theirs that the actor answers for."""
    names = list(person.names.filter(voided_at__isnull=True).values_list("given", "family"))
    phones = list(person.contact_points.filter(kind="phone", voided_at__isnull=True).values_list("value", flat=True))
    codes = list(person.identifiers.filter(voided_at__isnull=True).values_list("value", flat=True))
    words = list(words_for_person(names, phones, codes))
    SearchWord.objects.filter(person=person).delete()
    homes = HouseholdMembership.objects.filter(person=person, voided_at__isnull=True)
    for household_id, team_id in homes.values_list("household_id", "team_id").distinct():
        _write(household_id, team_id, person.pk, words)


def _write(household_id: UUID, team_id: UUID, person_id: UUID | None, words: Iterable[tuple[str, Level]]) -> None:
    SearchWord.objects.bulk_create(
        SearchWord(
            id=new_key(), household_id=household_id, team_id=team_id, person_id=person_id, word=word, demand=level
        )
        for word, level in words
    )
