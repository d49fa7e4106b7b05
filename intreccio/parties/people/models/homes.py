"""Who is in which home, in what sense, and where the home is."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.models.households import OF_SAFETY, OF_THE_FAMILY, FamilyRow
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import NO_LONGER, HomeRole, LivingKind


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

    @property
    def no_longer(self) -> Words:
        """What is said to end it: «Non vive più qui»."""
        return NO_LONGER[self.kind]

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
