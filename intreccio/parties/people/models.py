"""Persons and households through time. Rows of families carry household and team: see `policies.py`.

`Household` is unique on (id, team): other tables point at that pair with ON UPDATE CASCADE, so that handing a family
over is one update and no row of any area can be left behind.
"""

from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.people.vocabulary import (
    AspectKind,
    BirthPrecision,
    ContactKind,
    GrantPurpose,
    HomeRole,
    IdentifierKind,
    IseeKind,
    Level,
    LivingKind,
    NameKind,
    Sex,
)

OF_THE_FAMILY = Processing(
    purpose=_(
        "Sapere chi vive con chi e come si trova, per accompagnare la famiglia senza farle ripetere la sua storia."
    ),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."),
    retention=_(
        "Quanto stabilisce il massimario di scarto del comune titolare; nelle cooperative, fino alla fine dell'affidamento."
    ),
)
OF_THE_MEANS = Processing(
    purpose=_("Sapere a quali aiuti la famiglia ha diritto, senza chiederle ogni volta la stessa carta."),
    basis=_("Art. 6.1.e del GDPR; DPCM 159/2013: prestazioni sociali agevolate."),
    retention=_("Cinque anni dalla scadenza dell'attestazione."),
)
OF_SAFETY = Processing(
    purpose=_("Raggiungere chi non deve essere trovato da altri, senza che l'indirizzo compaia altrove."),
    basis=_("Art. 6.1.d ed e del GDPR; artt. 330 e 342-bis c.c.: tutela di minori e vittime di violenza."),
    retention=_(
        "Finché dura la protezione; poi quanto stabilisce il massimario di scarto del comune titolare."
    ),
)
OF_SHARING = Processing(
    purpose=_("Dire alla famiglia, anche anni dopo, chi ha potuto vedere che cosa, perché e fino a quando."),
    basis=_("Art. 5.2 e 6.1.e del GDPR: responsabilità di chi tratta i dati."),
    retention=_("Quanto la cartella della famiglia."),
)


class Household(Record, Versioned, Voidable):
    """A home and who shares it; it may be one person. `team` answers for it and sees all of it."""

    processing: ClassVar = OF_THE_FAMILY

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=160)
    sort_name = models.CharField(max_length=160, editable=False)
    municipality_code = models.CharField(max_length=6, blank=True)
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    languages = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    needs_mediator = models.BooleanField(default=False)
    is_protected = models.BooleanField(default=False)
    imported_in = models.UUIDField(null=True, editable=False, help_text="the sheet that brought it in")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "team"], name="people_household_of_team"),
            # A column cannot be hidden by row security: where they live who must not be found stands in a row of its own.
            models.CheckConstraint(
                condition=Q(is_protected=False) | Q(municipality_code=""), name="protected_says_no_place"
            ),
        ]
        indexes = [
            models.Index(fields=["team", "sort_name", "id"], name="household_list"),
            models.Index(fields=["sort_name", "id"], name="household_by_name"),
            models.Index(fields=["municipality_code", "sort_name", "id"], name="household_by_place"),
            models.Index(
                fields=["imported_in"], condition=Q(imported_in__isnull=False), name="household_by_sheet"
            ),
        ]

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

    processing: ClassVar = OF_THE_FAMILY

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

    processing: ClassVar = OF_THE_FAMILY

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

    processing: ClassVar = OF_THE_FAMILY

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=15, choices=IdentifierKind.choices)
    value = models.CharField(max_length=20)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["value"], name="identifier_by_value")]


class ContactPoint(Record, Versioned, Voidable):
    """How a person is reached."""

    processing: ClassVar = OF_THE_FAMILY

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

    def not_over(self, day: date) -> Self:
        """Those that open something on `day` or will later."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), withdrawn_at__isnull=True)

    def to_body(self, organisation_id: UUID) -> Self:
        """Those given to a body or to a team of it."""
        return self.filter(Q(to_organisation=organisation_id) | Q(to_team__organisation=organisation_id))


Grants = models.Manager.from_queryset(GrantsQuerySet)


class HouseholdMembership(FamilyRow, Versioned, Voidable):
    """Somebody in a home: in what role, in which of the three senses, from when to when (`until` excluded)."""

    processing: ClassVar = OF_THE_FAMILY

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

    processing: ClassVar = OF_THE_FAMILY

    line = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=5, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class ProtectedAddress(FamilyRow, Versioned, Voidable):
    """Where somebody lives who must not be found: read only by those who work in the team, each time recorded."""

    processing: ClassVar = OF_SAFETY

    line = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=5, blank=True)
    municipality_code = models.CharField(max_length=6, blank=True)
    reason = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class Aspect(FamilyRow, Versioned, Voidable):
    """Something strong, or something needed: of the household or of one person in it, with whose words it is."""

    processing: ClassVar = OF_THE_FAMILY

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=AspectKind.choices)
    need_code = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=300)
    said_by = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class Isee(FamilyRow, Versioned, Voidable):
    """An attestation of what a household has, for those that need one. Past its last day it is read, and never used."""

    processing: ClassVar = OF_THE_MEANS

    kind = models.CharField(max_length=11, choices=IseeKind.choices)
    value = models.DecimalField(max_digits=9, decimal_places=2, help_text="euro")
    issued_on = models.DateField()
    valid_until = models.DateField(help_text="its last day")
    number = models.CharField(max_length=40, blank=True, help_text="INPS-ISEE-2026-01234567X-00")
    has_omissions = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=0), name="isee_is_no_debt"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("issued_on")), name="isee_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["household", "-issued_on"], name="isee_of_household")]


class Grant(Record):
    """Who else may open a household: a team or a body, at a level, for a purpose, from when to when."""

    processing: ClassVar = OF_SHARING

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

    processing: ClassVar = OF_THE_FAMILY

    # No index of their own: the two that the search function leads by begin with these columns.
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+", db_index=False)
    team = models.ForeignKey(
        "organisations.Team", on_delete=models.PROTECT, related_name="+", editable=False, db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    word = models.CharField(max_length=80)
    demand = models.PositiveSmallIntegerField(choices=Level.choices)
