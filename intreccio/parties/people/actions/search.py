"""Keeps the search words of a household as its names, telephones and codes change."""

from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import QuerySet

from intreccio.ground.kernel.keys import new_key
from intreccio.parties.people.models import Household, HouseholdMembership, Person, SearchWord
from intreccio.parties.people.rules.search import words_for_household, words_for_person
from intreccio.parties.people.vocabulary import ContactKind, Level


def index_household(household: Household) -> None:
    """Writes anew the words of the household itself."""
    SearchWord.objects.filter(household_id=household.pk, person__isnull=True).delete()
    SearchWord.objects.bulk_create(rows_of_household(household))


def rows_of_household(household: Household) -> Iterator[SearchWord]:
    """The words of the household itself, not written yet."""
    words = sorted(words_for_household(household.name, household.code))
    return rows_of(household, None, ((word, Level.KNOWN) for word in words))


def rows_of(
    household: Household, person: Person | None, words: Iterable[tuple[str, Level]]
) -> Iterator[SearchWord]:
    """Words that lead to `household`, not written yet."""
    for word, demand in words:
        yield SearchWord(
            id=new_key(),
            household_id=household.pk,
            team_id=household.team_id,
            person=person,
            word=word,
            demand=demand,
        )


def index_person(person: Person) -> None:
    """Writes anew the words of a person, in every home of theirs. The actor answers for one of them."""
    names = list(person.names.filter(voided_at__isnull=True).values_list("given", "family"))
    points = person.contact_points.filter(kind=ContactKind.PHONE, voided_at__isnull=True)
    codes = list(person.identifiers.filter(voided_at__isnull=True).values_list("value", flat=True))
    words = list(words_for_person(names, list(points.values_list("value", flat=True)), codes))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT write_search_words(%s, %s, %s)",
            [person.pk, [word for word, _ in words], [int(level) for _, level in words]],
        )


def forget_home(home: HouseholdMembership) -> None:
    """Takes a person's words out of a home they were never in, unless another row still says they were."""
    if not _others(home).exists():
        SearchWord.objects.filter(household_id=home.household_id, person_id=home.person_id).delete()


def _others(home: HouseholdMembership) -> QuerySet[HouseholdMembership]:
    same = HouseholdMembership.objects.kept().filter(household_id=home.household_id, person_id=home.person_id)
    return same.exclude(pk=home.pk)
