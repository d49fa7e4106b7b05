"""Persons and households through time. Rows of families carry household and team: see `policies.py`.

`Household` is unique on (id, team): other tables point at that pair with ON UPDATE CASCADE, so that handing a family
over is one update and no row of any area can be left behind.
"""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.vocabulary import (
    AspectKind,
    BirthPrecision,
    ContactKind,
    GrantPurpose,
    HomeRole,
    IdentifierKind,
    Level,
    LivingKind,
    NameKind,
    Sex,
)


class Household(Record, Versioned, Voidable):
    """A home and who shares it; it may be one person. `team` answers for it and sees all of it."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=160)
    sort_name = models.CharField(max_length=160, editable=False)
    municipality_code = models.CharField(max_length=6, blank=True)
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    languages = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    needs_mediator = models.BooleanField(default=False)
    is_protected = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["id", "team"], name="people_household_of_team")]
        indexes = [models.Index(fields=["team", "sort_name", "id"], name="household_list")]

    def __str__(self) -> str:
        return self.code


class FamilyRow(Record):
    """A row of a family: seen by its team in charge, and by whom a grant opens it."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta:
        abstract = True


class Person(Record, Versioned, Voidable):
    """Somebody, wherever they live. Two rows found to be one person are merged by `merged_into`, and can part again."""

    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_precision = models.CharField(
        max_length=10, choices=BirthPrecision.choices, default=BirthPrecision.EXACT
    )
    birthplace_code = models.CharField(max_length=4, blank=True)
    citizenship = models.CharField(max_length=3, blank=True)
    died_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="merged"
    )
    merge_reason = models.CharField(
        max_length=200, blank=True, editable=False
    )  # why it was merged, or parted again

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="person_not_merged_into_itself")
        ]
        indexes = [models.Index(fields=["birth_date"], name="person_by_birth")]


class PersonName(Record, Versioned, Voidable):
    """A name of a person, for a time."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=15, choices=NameKind.choices, default=NameKind.LEGAL)
    given = models.CharField(max_length=80, blank=True)
    family = models.CharField(max_length=80, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


class Identifier(Record, Versioned, Voidable):
    """A code a person carries for a time. Not unique: omocodia, corrections and twins of paper exist."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=15, choices=IdentifierKind.choices)
    value = models.CharField(max_length=20)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["value"], name="identifier_by_value")]


class ContactPoint(Record, Versioned, Voidable):
    """How a person is reached."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_points")
    kind = models.CharField(max_length=6, choices=ContactKind.choices)
    value = models.CharField(max_length=120)
    note = models.CharField(max_length=120, blank=True)


class HomesQuerySet(models.QuerySet["HouseholdMembership"]):
    """Who is in which home."""

    def kept(self) -> Self:
        """Without the rows that were a mistake."""
        return self.filter(voided_at__isnull=True)

    def present(self, day: date) -> Self:
        """Those not ended by `day`."""
        return self.kept().filter(Q(until__isnull=True) | Q(until__gt=day))

    def of_persons(self) -> Self:
        """One row a person: rows merged into another person are followed there."""
        return self.filter(person__merged_into__isnull=True)


Homes = models.Manager.from_queryset(HomesQuerySet)


class GrantsQuerySet(models.QuerySet["Grant"]):
    """What opens a household to somebody."""

    def standing(self, day: date) -> Self:
        """Those that open something on `day`."""
        return self.filter(
            Q(until__isnull=True) | Q(until__gt=day), withdrawn_at__isnull=True, since__lte=day
        )

    def held_by(self, viewer: Viewer) -> Self:
        """Those given to a team or the body of the viewer."""
        return self.filter(Q(to_team__in=viewer.team_ids) | Q(to_organisation=viewer.organisation_id))


Grants = models.Manager.from_queryset(GrantsQuerySet)


class HouseholdMembership(FamilyRow, Versioned, Voidable):
    """Somebody in a home: in what role, in which of the three senses, from when to when (`until` excluded)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="homes")
    kind = models.CharField(max_length=10, choices=LivingKind.choices, default=LivingKind.LIVES)
    role = models.CharField(max_length=12, choices=HomeRole.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    # A merge lets each row of the one person into the homes of the other: parting finds those by this key.
    merged_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = Homes()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="home_left_after_joined"
            ),
            models.UniqueConstraint(
                fields=["household", "person", "kind"],
                condition=Q(until__isnull=True, voided_at__isnull=True),
                name="once_in_a_home",
            ),
        ]


class HomeAddress(FamilyRow, Versioned, Voidable):
    """Where a household lives or lived."""

    line = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=5, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class ProtectedAddress(FamilyRow, Versioned, Voidable):
    """Where somebody lives who must not be found: read only by those who work in the team, each time recorded."""

    line = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=5, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    reason = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class Aspect(FamilyRow, Versioned, Voidable):
    """Something strong, or something needed: of the household or of one person in it, with whose words it is."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=AspectKind.choices)
    need_code = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=300)
    said_by = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class Grant(Record):
    """Who else may open a household: a team or a body, at a level, for a purpose, from when to when."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="grants")
    to_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, null=True, related_name="+")
    to_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    purpose = models.CharField(max_length=15, choices=GrantPurpose.choices)
    reason = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    granted_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=200, blank=True)

    objects = Grants()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_team__isnull=True) ^ Q(to_organisation__isnull=True),
                name="grant_to_one_grantee",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="grant_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_team", "household"], condition=Q(withdrawn_at__isnull=True), name="grant_to_team"
            ),
            models.Index(
                fields=["to_organisation", "household"],
                condition=Q(withdrawn_at__isnull=True),
                name="grant_to_body",
            ),
        ]


class SearchWord(FamilyRow):
    """Comparable words that lead to a household: names, codes, telephone digits. Read only by the search function."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    word = models.CharField(max_length=80)
    demand = models.PositiveSmallIntegerField(choices=Level.choices)
