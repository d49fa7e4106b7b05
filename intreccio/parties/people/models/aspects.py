"""How a household is: what is strong and what is needed, and what it lives on."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.parties.people.models.households import OF_THE_FAMILY, OF_THE_MEANS, FamilyRow
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import AspectKind, IseeKind


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
    # The one for minors is of one child (DPCM 159/2013, art. 7): it says nothing of a brother or sister.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
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
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(kind=IseeKind.MINORS), name="isee_of_one_child"
            ),
        ]
        indexes = [models.Index(fields=["household", "-issued_on"], name="isee_of_household")]
