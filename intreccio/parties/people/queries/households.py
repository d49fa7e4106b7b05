"""Households in sight: one, and a page of the list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Exists, F, Func, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import JSONObject

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.queries import municipalities_by_istat
from intreccio.parties.people.models import (
    Grant,
    HomeAddress,
    Household,
    HouseholdMembership,
    ProtectedAddress,
)
from intreccio.parties.people.queries.ages import ages_said, short_age
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.vocabulary import Level, LivingKind

PAGE = 25
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Seen:
    """A household as a viewer sees it: in charge of it, or by a grant at a level."""

    household: Household
    level: Level
    in_charge: bool
    municipality: str = ""
    elsewhere: frozenset[UUID] = frozenset()
    protected_here: bool = False
    home: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> Mapping[str, str]:
        """Where they live today: line, postal_code, municipality_code; nothing where the address is protected."""
        return {} if self.household.is_protected else self.home

    @property
    def shows_contact(self) -> bool:
        """Persons, telephones, address."""
        return self.level >= Level.CONTACT

    @property
    def shows_record(self) -> bool:
        """What is needed, the story, who looked."""
        return self.level >= Level.RECORD


def in_sight(viewer: Viewer) -> QuerySet[Household]:
    """Every household the viewer may open (row security decides), with the level a grant gives: 0 without one."""
    grants = Grant.objects.standing(today()).held_by(viewer).filter(household=OuterRef("pk"))
    return Household.objects.select_related("team__organisation").annotate(
        granted=Subquery(grants.order_by("-level").values("level")[:1])
    )


def household_of(viewer: Viewer, household_id: UUID) -> Seen | None:
    """One household, or None where the viewer may not know of it."""
    names = Municipality.objects.filter(istat=OuterRef("municipality_code")).values("name")[:1]
    homes = HomeAddress.objects.filter(household=OuterRef("pk"), until__isnull=True, voided_at__isnull=True)
    home = JSONObject(line="line", postal_code="postal_code", municipality_code="municipality_code")
    protected = ProtectedAddress.objects.filter(household=OuterRef("pk"), voided_at__isnull=True)
    row = (
        in_sight(viewer)
        .annotate(
            municipality_name=Subquery(names),
            elsewhere=Func(F("pk"), function="also_elsewhere", output_field=ArrayField(UUIDField())),
            protected_here=Exists(protected),
            home=Subquery(homes.order_by("-since", "-id").values(json=home)[:1]),
        )
        .filter(pk=household_id)
        .first()
    )
    if row is None:
        return None
    return Seen(
        household=row,
        level=level_of(viewer, row),
        in_charge=row.team_id in viewer.team_ids,
        municipality=row.municipality_name or "",
        elsewhere=frozenset(row.elsewhere or ()),
        protected_here=row.protected_here,
        home=row.home or {},
    )


def level_of(viewer: Viewer, household: Household) -> Level:
    """What the viewer sees of a household that came from `in_sight`."""
    if household.team_id in viewer.team_ids:
        return Level.RECORD
    return Level(getattr(household, "granted", None) or Level.KNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    household: Household
    municipality: str
    level: Level
    shared: bool
    minors: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and the household after which the next ones begin."""

    lines: list[Line]
    after: UUID | None


def page_of(
    viewer: Viewer, *, after: Household | None, municipality: str = "", team_id: UUID | None = None
) -> Page:
    """The next households by name, at most 25; as many queries for few as for many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT household FROM list_households(%s, %s, %s, %s, %s)",
            [
                after.sort_name if after else "",
                after.pk if after else NOBODY,
                municipality,
                team_id,
                PAGE + 1,
            ],
        )
        ids = [row[0] for row in cursor.fetchall()]
    rows = sorted(in_sight(viewer).filter(pk__in=ids[:PAGE]), key=lambda row: (row.sort_name, str(row.pk)))
    names = municipalities_by_istat(row.municipality_code for row in rows)
    minors = minors_of(ids[:PAGE], today())
    lines = [
        Line(
            row,
            names[row.municipality_code].name if row.municipality_code in names else "",
            level_of(viewer, row),
            row.team_id not in viewer.team_ids,
            ages_said(minors.get(row.pk, [])),
        )
        for row in rows
    ]
    return Page(lines, ids[PAGE - 1] if len(ids) > PAGE else None)


def minors_of(household_ids: Iterable[UUID], day: date) -> dict[UUID, list[str]]:
    """The ages of who is below eighteen, the youngest first, where the viewer may see who is at home."""
    homes = HouseholdMembership.objects.present(day).of_persons()
    rows = (
        homes.filter(
            household_id__in=list(household_ids), kind=LivingKind.LIVES, person__voided_at__isnull=True
        )
        .order_by("-person__birth_date")
        .values_list("household_id", "person__birth_date", "person__birth_precision")
    )
    ages: dict[UUID, list[str]] = {}
    for household_id, birth, precision in rows:
        if is_minor(birth, day):
            ages.setdefault(household_id, []).append(short_age(birth, precision, day))
    return ages
