"""Who is in a home, as the viewer may see them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.parties.people.queries.ages import age_words, short_age
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.ages import GROWN, YOUNG, is_minor, may_be_minor
from intreccio.parties.people.rules.kinds import CARERS
from intreccio.parties.people.rules.names import called, listed
from intreccio.parties.people.vocabulary import BirthPrecision, HomeRole, LivingKind

ROLES = [
    HomeRole.PARENT,
    HomeRole.PARTNER,
    HomeRole.CHILD,
    HomeRole.SIBLING,
    HomeRole.FOSTER,
    HomeRole.GRANDPARENT,
    HomeRole.RELATIVE,
    HomeRole.OTHER,
]
SENSES: list[str] = [LivingKind.LIVES, LivingKind.REGISTERED, LivingKind.ISEE, LivingKind.KIN]


class Reach(NamedTuple):
    """How somebody is reached."""

    kind: str
    value: str
    note: str


class OtherHome(NamedTuple):
    """Where else somebody lives, where the viewer may see it."""

    id: str
    name: str


def is_awaited(person: Person, day: date) -> bool:
    """To be born: somebody is with child."""
    birth = person.birth_date
    return person.birth_precision == BirthPrecision.EXPECTED or (birth is not None and birth > day)


@dataclass(slots=True)
class Member:
    """A person of a home, with the names and telephones of every row that was merged into theirs."""

    person: Person
    given: str
    family: str
    homes: list[HouseholdMembership]
    reached: list[Reach]
    elsewhere: bool
    is_looked_after: bool = False  # somebody of the family, or of the service, fosters them today
    other_homes: list[OtherHome] = field(default_factory=list)
    mistake: str = ""  # why they were never of this home
    day: date = field(default_factory=today)
    rows: frozenset[UUID] = frozenset()  # theirs, and all that were merged into it
    home: HouseholdMembership = field(init=False)

    def __post_init__(self) -> None:
        """`home` is the row that says the most: living here before being registered here, present before past."""
        self.home = min(self.homes, key=lambda home: (bool(home.until), SENSES.index(home.kind)))

    @property
    def name(self) -> str:
        """As they are called."""
        return f"{self.given} {self.family}".strip() or _("Senza nome")

    @property
    def has_died(self) -> bool:
        """By the day: whatever is still written, they live in no home."""
        return self.person.died_on is not None and self.person.died_on <= self.day

    @property
    def is_awaited(self) -> bool:
        """To be born: somebody is with child. Nobody asks, invites or hears them yet."""
        return is_awaited(self.person, self.day)

    @property
    def lives_here(self) -> bool:
        """Today, in this home."""
        return not self.has_died and self._stands(lambda kind: kind == LivingKind.LIVES)

    @property
    def is_placed(self) -> bool:
        """A child of this family whom somebody else looks after: they are heard, assessed and asked for as before."""
        return self.is_looked_after and self.is_minor and self.is_kin and not self.has_died

    @property
    def is_ours(self) -> bool:
        """Whom one works with: who lives here, and their children who are in foster care."""
        return self.lives_here or self.is_placed

    @property
    def belongs(self) -> bool:
        """In any of the three senses, today."""
        return not self.has_died and self._stands(lambda kind: kind != LivingKind.KIN)

    @property
    def is_written_of(self) -> bool:
        """Of whom something can be written here: who belongs, in whatever sense, and the children in foster care."""
        return self.belongs or self.is_placed

    @property
    def is_kin(self) -> bool:
        """Of the family, and no more than that: lives elsewhere, or no longer lives."""
        return not self.belongs and self._stands(lambda kind: kind == LivingKind.KIN or self.has_died)

    @property
    def is_lost(self) -> bool:
        """Somebody who was awaited and was not born: no list of who lived here names them."""
        return self.person.birth_precision == BirthPrecision.EXPECTED and self.person.died_on is not None

    @property
    def is_minor(self) -> bool:
        """Below eighteen, or to be born."""
        return is_minor(self.person.birth_date, self.day)

    @property
    def is_taken_for_child(self) -> bool:
        """A minor, or who may be one: a year or a guess as birth, or none and called a child here."""
        return self._may_be_minor(self.day, untold=self.home.role in YOUNG)

    def may_be_minor(self, day: date) -> bool:
        """Also of whom no birth is written and who is called no grown-up here: nobody can tell."""
        return self._may_be_minor(day, untold=self.home.role not in GROWN)

    def _may_be_minor(self, day: date, *, untold: bool) -> bool:
        return may_be_minor(self.person.birth_date, self.person.birth_precision, day, untold=untold)

    @property
    def age(self) -> str:
        """«36 anni», «circa 40 anni», «nascita attesa»."""
        return age_words(self.person.birth_date, self.person.birth_precision, self.day)

    @property
    def short(self) -> str:
        """«Nadia (11)»: the age of minors only."""
        who = self.given or self.family or _("senza nome")
        if not self.is_minor:
            return who
        return f"{who} ({short_age(self.person.birth_date, self.person.birth_precision, self.day)})"

    @property
    def senses(self) -> list[str]:
        """In what sense they belong here, beside living."""
        return [
            str(LivingKind(home.kind).label)
            for home in self.homes
            if home.kind not in {LivingKind.LIVES, LivingKind.KIN}
            and not (self.has_died or self.is_over(home))
        ]

    def _stands(self, wanted: Callable[[str], bool]) -> bool:
        return not self.mistake and any(wanted(home.kind) and not self.is_over(home) for home in self.homes)

    def is_over(self, home: HouseholdMembership) -> bool:
        """True for a stay that has ended."""
        return home.until is not None and home.until <= self.day


# Of a stay `m` of this family: that somebody looks after them, as it is written here today.
LOOKED_AFTER = f"""EXISTS (SELECT FROM people_kinship f WHERE f.household_id = m.household_id AND f.other_id = m.person_id
  AND f.kind IN {CARERS} AND f.voided_at IS NULL AND (f.until IS NULL OR f.until > today()))"""
# Written out: composed by the ORM this would cost more than to answer, at every opening of a page.
AT_HOME = f"""
    SELECT m.id, m.version, m.person_id, m.kind, m.role, m.since, m.until, m.note, m.voided_at, m.void_reason,
      p.merged_into_id, p.sex, p.birth_date, p.birth_precision, p.died_on,
      ARRAY(SELECT ARRAY[n.kind, n.given, n.family]::text[] FROM people_personname n WHERE n.person_id = m.person_id
        AND n.voided_at IS NULL AND (n.until IS NULL OR n.until > today()) ORDER BY n.id) AS names,
      ARRAY(SELECT ARRAY[c.kind, c.value, c.note]::text[] FROM people_contactpoint c
        WHERE c.person_id = m.person_id AND c.voided_at IS NULL ORDER BY c.id) AS points,
      ARRAY(SELECT ARRAY[e.household_id::text, h.name]::text[] FROM people_householdmembership e
        JOIN people_household h ON h.id = e.household_id WHERE e.person_id = m.person_id AND e.household_id <> m.household_id
        AND e.voided_at IS NULL AND e.kind = 'lives' AND (e.until IS NULL OR e.until > today())) AS others,
      {LOOKED_AFTER} AS looked_after
    FROM people_householdmembership m JOIN people_person p ON p.id = m.person_id
    WHERE m.household_id = %s AND p.voided_at IS NULL ORDER BY m.since, m.id
"""  # noqa: S608  # fixed texts


def members_of(viewer: Viewer, seen: Seen) -> list[Member]:
    """Everybody who is or was in this home, by role and age; who was written here by mistake comes last.

    One query; nothing below the level *contact*.
    """
    if not seen.shows_contact:
        return []
    together: dict[UUID, list[Any]] = {}
    rows: Iterable[Any] = HouseholdMembership.objects.raw(AT_HOME, [seen.household.pk])
    for row in rows:
        together.setdefault(row.merged_into_id or row.person_id, []).append(row)
    members = [member_from(rows, root, seen.elsewhere) for root, rows in together.items()]
    return sorted(members, key=place)


def standing(rows: list[Any]) -> list[Any]:
    """The stays that were no mistake; where all were, all of them."""
    return [row for row in rows if row.voided_at is None] or rows


def member_from(stays: list[Any], root: UUID, elsewhere: Iterable[UUID]) -> Member:
    """One person out of the stays of every row of theirs; the kept row comes first."""
    rows = sorted(standing(stays), key=lambda row: row.person_id != root)
    first = rows[0]
    given, family = called((kind, given, family) for row in rows for kind, given, family in row.names)
    return Member(
        person=Person(
            id=first.person_id,
            sex=first.sex,
            birth_date=first.birth_date,
            birth_precision=first.birth_precision,
            died_on=first.died_on,
        ),
        given=given,
        family=family,
        homes=[row for row in rows if row.person_id == first.person_id],
        reached=list(dict.fromkeys(Reach(*point) for row in rows for point in row.points)),
        other_homes=list(dict.fromkeys(OtherHome(*home) for row in rows for home in row.others)),
        mistake=first.void_reason,
        is_looked_after=any(row.looked_after for row in rows),
        elsewhere=bool({row.person_id for row in rows} & set(elsewhere)),
        rows=frozenset({root, *(row.person_id for row in stays)}),
    )


def place(member: Member) -> tuple[bool, int, bool, date]:
    """Adults before children, the elder before the younger."""
    birth = member.person.birth_date or date.max
    return (
        bool(member.mistake),
        ROLES.index(HomeRole(member.home.role)),
        member.person.birth_date is None,
        birth,
    )


def first_names(members: Iterable[Member]) -> str:
    """«Elena, Nadia (11) e Leo (3)»: whom one works with."""
    return listed([member.short for member in members if member.is_ours], _("e"))
