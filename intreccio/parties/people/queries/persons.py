"""One person: names, codes, contacts, homes, and the rows merged into theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.queries import birthplace_called
from intreccio.ground.territory.vocabulary import country_name
from intreccio.parties.people.models import ContactPoint, HouseholdMembership, Identifier, Person, PersonName
from intreccio.parties.people.queries.ages import age_words, birth_words
from intreccio.parties.people.rules.codice_fiscale import evidence, kind_of
from intreccio.parties.people.rules.names import called
from intreccio.parties.people.vocabulary import (
    THREE_SETS,
    BirthPrecision,
    IdentifierKind,
    LivingKind,
    NameKind,
)


@dataclass(frozen=True, slots=True)
class Coded:
    """An identifier and what speaks against it: evidence, never a refusal."""

    identifier: Identifier
    discrepancies: list[str]


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a person, as far as the viewer sees; past and voided rows too."""

    person: Person
    names: list[PersonName]
    codes: list[Coded]
    points: list[ContactPoint]
    homes: list[HouseholdMembership]
    merged: list[Person]

    @property
    def name(self) -> str:
        """As they are called."""
        return " ".join(part for part in called_by(self.names) if part)

    @property
    def age(self) -> str:
        """«36 anni»."""
        return age_words(self.person.birth_date, self.person.birth_precision, today())

    @property
    def birth(self) -> str:
        """«4 maggio 1990»."""
        return birth_words(self.person.birth_date, self.person.birth_precision)

    @property
    def birthplace(self) -> str:
        """«Rozzano (MI)», «Marocco»."""
        return birthplace_called(self.person.birthplace_code)

    @property
    def citizenships(self) -> str:
        """«Italia, Marocco»."""
        return ", ".join(country_name(code) for code in self.person.citizenships)


def senses_left(known: Known, household_id: UUID, day: date) -> list[tuple[LivingKind, str]]:
    """In which of the three senses somebody is not of a home today, and as what they may be written in it.

    Who lives elsewhere comes home by an act of their life, and who has died goes nowhere.
    """
    kept = [row for row in known.homes if row.household_id == household_id and row.voided_at is None]
    if not kept or known.person.died_on is not None:
        return []
    now = {row.kind for row in kept if row.until is None or row.until > day}
    left = set(LivingKind) - now - ({LivingKind.LIVES} if LivingKind.KIN in now else set())
    return [(kind, kept[0].role) for kind in THREE_SETS if kind in left]


def called_by(names: Iterable[PersonName]) -> tuple[str, str]:
    """Given and family name, out of those in use."""
    day = today()
    used = [row for row in names if row.voided_at is None and (row.until is None or row.until > day)]
    return called((row.kind, row.given, row.family) for row in used)


def name_of(viewer: Viewer, person: Person) -> str:
    """As they are called, for a page that says no more of them."""
    return " ".join(
        part for part in called_by(PersonName.objects.filter(rows_of(person)).order_by("kind", "id")) if part
    )


def person_in(viewer: Viewer, household_id: UUID, person_id: UUID) -> Person | None:
    """A person of this home, also one written there by mistake, followed to the row they were merged into.

    None where the viewer sees no such person.
    """
    row = (
        HouseholdMembership.objects.filter(household_id=household_id, person_id=person_id)
        .select_related("person__merged_into")
        .first()
    )
    if row is None:
        return None
    return row.person.merged_into or row.person


def rows_of(person: Person) -> Q:
    """Rows of a person and of every row merged into theirs."""
    return Q(person=person) | Q(person__merged_into=person)


def known_of(viewer: Viewer, person: Person) -> Known:
    """Six queries, whatever there is."""
    names = list(PersonName.objects.filter(rows_of(person)).order_by("kind", "id"))
    codes = Identifier.objects.filter(rows_of(person)).order_by("id")
    homes = HouseholdMembership.objects.filter(rows_of(person), merged_from__isnull=True).select_related(
        "household"
    )
    return Known(
        person=person,
        names=names,
        codes=[Coded(code, discrepancies(code, person, names)) for code in codes],
        points=list(ContactPoint.objects.filter(rows_of(person)).order_by("kind", "id")),
        homes=list(homes.order_by("-since", "id")),
        merged=list(Person.objects.filter(merged_into=person)),
    )


def discrepancies(code: Identifier, person: Person, names: Iterable[PersonName]) -> list[str]:
    """What does not fit between a code and what is known of its person."""
    if code.voided_at is not None:
        return []
    legal = [row for row in names if row.kind == NameKind.LEGAL]
    given, family = called_by(legal)
    exact = person.birth_precision == BirthPrecision.EXACT
    found = evidence(
        code.value,
        surname=family,
        name=given,
        birth_date=person.birth_date if exact else None,
        sex=person.sex,
        birthplace=person.birthplace_code,
    )
    return list(chain(found, _kind_differs(code)))


def _kind_differs(code: Identifier) -> Iterable[str]:
    kind = kind_of(code.value).value
    if kind in IdentifierKind.values and kind != code.kind:
        yield gettext("Dalla forma sembra: %s.") % IdentifierKind(kind).label


def name_row(viewer: Viewer, person: Person, row_id: UUID) -> PersonName | None:
    """One name of a person."""
    return PersonName.objects.filter(rows_of(person), pk=row_id).first()


def identifier_row(viewer: Viewer, person: Person, row_id: UUID) -> Identifier | None:
    """One code of a person."""
    return Identifier.objects.filter(rows_of(person), pk=row_id).first()


def contact_point_row(viewer: Viewer, person: Person, row_id: UUID) -> ContactPoint | None:
    """One way to reach a person."""
    return ContactPoint.objects.filter(rows_of(person), pk=row_id).first()


def home_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> HouseholdMembership | None:
    """One stay in a home."""
    rows = HouseholdMembership.objects.kept().filter(household_id=household_id, pk=row_id)
    return rows.select_related("person", "household").first()


def merged_row(viewer: Viewer, person: Person, other_id: UUID) -> Person | None:
    """A row merged into a person's."""
    return Person.objects.filter(merged_into=person, pk=other_id).first()
