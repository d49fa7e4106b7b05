"""Who is in a home, as the viewer may see them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import ContactPoint, HouseholdMembership, Person, PersonName
from intreccio.parties.people.queries.ages import age_words, short_age
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.rules.names import called, listed
from intreccio.parties.people.vocabulary import HomeRole, LivingKind

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


@dataclass(slots=True)
class Member:
    """A person of a home, with the names and telephones of every row that was merged into theirs."""

    person: Person
    given: str
    family: str
    homes: list[HouseholdMembership]
    reached: list[dict[str, str]]
    elsewhere: bool
    other_homes: list[dict[str, str]] = field(default_factory=list)
    day: date = field(default_factory=today)

    @property
    def name(self) -> str:
        """As they are called."""
        return f"{self.given} {self.family}".strip() or _("Senza nome")

    @property
    def home(self) -> HouseholdMembership:
        """The row that says the most: living here before being registered here, present before past."""
        order = [LivingKind.LIVES, LivingKind.REGISTERED, LivingKind.ISEE]
        return min(self.homes, key=lambda home: (bool(home.until), order.index(LivingKind(home.kind))))

    @property
    def lives_here(self) -> bool:
        """Today, in this home."""
        return any(home.kind == LivingKind.LIVES and not self.is_over(home) for home in self.homes)

    @property
    def belongs(self) -> bool:
        """In any of the three senses, today."""
        return any(not self.is_over(home) for home in self.homes)

    @property
    def is_minor(self) -> bool:
        """Below eighteen, or to be born."""
        return is_minor(self.person.birth_date, self.day)

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
            if home.kind != "lives" and not self.is_over(home)
        ]

    def is_over(self, home: HouseholdMembership) -> bool:
        """True for a stay that has ended."""
        return home.until is not None and home.until <= self.day


def members_of(viewer: Viewer, seen: Seen) -> list[Member]:
    """Everybody who is or was in this home, by role and age. One query; nothing below the level *contact*."""
    if not seen.shows_contact:
        return []
    together: dict[UUID, list[HouseholdMembership]] = {}
    for row in homes_in(viewer, seen.household.pk):
        together.setdefault(row.person.merged_into_id or row.person_id, []).append(row)
    members = [member_from(rows, root, seen.elsewhere) for root, rows in together.items()]
    return sorted(members, key=place)


def homes_in(viewer: Viewer, household_id: UUID) -> QuerySet[HouseholdMembership]:
    """The rows of a home with names, telephones and the other homes the viewer may see."""
    mine = {"person": OuterRef("person_id"), "voided_at__isnull": True}
    day = today()
    names = PersonName.objects.filter(Q(until__isnull=True) | Q(until__gt=day), **mine).order_by("id")
    points = ContactPoint.objects.filter(**mine).order_by("id")
    others = HouseholdMembership.objects.present(day).filter(
        person=OuterRef("person_id"), kind=LivingKind.LIVES
    )
    return (
        HouseholdMembership.objects.kept()
        .filter(household_id=household_id, person__voided_at__isnull=True)
        .select_related("person")
        .annotate(
            names=ArraySubquery(names.values(json=JSONObject(kind="kind", given="given", family="family"))),
            points=ArraySubquery(points.values(json=JSONObject(kind="kind", value="value", note="note"))),
            others=ArraySubquery(
                others.exclude(household_id=household_id).values(
                    json=JSONObject(id="household_id", name="household__name")
                )
            ),
        )
        .order_by("since", "id")
    )


def member_from(rows: list[Any], root: UUID, elsewhere: Iterable[UUID]) -> Member:
    """One person out of the rows of every row of theirs; the kept row comes first."""
    rows = sorted(rows, key=lambda row: row.person_id != root)
    given, family = called(
        (name["kind"], name["given"], name["family"]) for row in rows for name in row.names
    )
    first = rows[0]
    own = [row for row in rows if row.person_id == first.person_id]
    return Member(
        person=first.person,
        given=given,
        family=family,
        homes=own,
        reached=distinct(point for row in rows for point in row.points),
        other_homes=distinct(home for row in rows for home in row.others),
        elsewhere=bool({row.person_id for row in rows} & set(elsewhere)),
    )


def distinct(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Each once, in order."""
    return list({tuple(row.items()): row for row in rows}.values())


def place(member: Member) -> tuple[int, bool, date]:
    """Adults before children, the elder before the younger."""
    birth = member.person.birth_date or date.max
    return ROLES.index(HomeRole(member.home.role)), member.person.birth_date is None, birth


def first_names(members: Iterable[Member]) -> str:
    """«Elena, Nadia (11) e Leo (3)»: who lives here."""
    return listed([member.short for member in members if member.lives_here], _("e"))
