"""Persons written for the first time, with all their rows: as many statements for twelve as for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import refuse_if
from intreccio.parties.people.actions.search import rows_of
from intreccio.parties.people.models import (
    ContactPoint,
    Household,
    HouseholdMembership,
    Identifier,
    Person,
    PersonName,
    SearchWord,
)
from intreccio.parties.people.rules.codice_fiscale import CodeKind, compact, kind_of
from intreccio.parties.people.rules.persons import why_not_born
from intreccio.parties.people.rules.search import words_for_person
from intreccio.parties.people.vocabulary import (
    BirthPrecision,
    ContactKind,
    HomeRole,
    IdentifierKind,
    LivingKind,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """Somebody as they are first written."""

    given: str
    family: str
    role: str = HomeRole.OTHER
    sex: str = ""
    birth_date: date | None = None
    birth_precision: str = BirthPrecision.EXACT
    fiscal_code: str = ""
    phone: str = ""
    kind: str = LivingKind.LIVES


@dataclass(frozen=True, slots=True)
class Newcomer:
    """The rows of somebody who was never written before."""

    person: Person
    home: HouseholdMembership
    name: PersonName
    identifiers: list[Identifier]
    points: list[ContactPoint]

    def words(self, household: Household) -> Iterator[SearchWord]:
        """What leads to their only home."""
        names = [(self.name.given, self.name.family)]
        phones = [point.value for point in self.points]
        codes = [identifier.value for identifier in self.identifiers]
        return rows_of(household, self.person, words_for_person(names, phones, codes))


def newcomer(draft: Draft, household: Household, *, since: date) -> Newcomer:
    """Everything a draft says, not written yet. Raises Refused for a birth that cannot be."""
    born = {"birth_date": draft.birth_date, "birth_precision": draft.birth_precision}
    refuse_if(why_not_born(birth=draft.birth_date, precision=draft.birth_precision, died=None, today=today()))
    person = Person(sex=draft.sex, **born)
    code, phone = compact(draft.fiscal_code), draft.phone.strip()
    return Newcomer(
        person=person,
        home=home_of(person, household, role=draft.role, kind=draft.kind, since=since),
        name=PersonName(person=person, given=draft.given.strip(), family=draft.family.strip()),
        identifiers=[Identifier(person=person, kind=identifier_kind(code), value=code[:20])] if code else [],
        points=[ContactPoint(person=person, kind=ContactKind.PHONE, value=phone)] if phone else [],
    )


def home_of(
    person: Person, household: Household, *, role: str, kind: str, since: date
) -> HouseholdMembership:
    """A stay in a home, not written yet."""
    return HouseholdMembership(
        household=household, team_id=household.team_id, person=person, role=role, kind=kind, since=since
    )


def identifier_kind(code: str) -> str:
    """What a code is by its form; an ordinary one where the form says nothing."""
    kind = kind_of(code)
    return IdentifierKind.CODICE_FISCALE if kind is CodeKind.NONE else kind.value


def write_newcomers(
    household: Household, newcomers: Sequence[Newcomer], *, words: Sequence[SearchWord] = ()
) -> None:
    """Writes them kind by kind, homes first: they let their writer write the rest. `words`: of the household itself."""
    Person.objects.bulk_create(each.person for each in newcomers)
    HouseholdMembership.objects.bulk_create(each.home for each in newcomers)
    PersonName.objects.bulk_create(each.name for each in newcomers)
    Identifier.objects.bulk_create(chain.from_iterable(each.identifiers for each in newcomers))
    ContactPoint.objects.bulk_create(chain.from_iterable(each.points for each in newcomers))
    theirs = chain.from_iterable(each.words(household) for each in newcomers)
    SearchWord.objects.bulk_create(chain(words, theirs))
