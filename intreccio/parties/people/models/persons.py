"""Somebody, wherever they live: names, codes, how they are reached."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.parties.people.models.households import OF_THE_FAMILY
from intreccio.parties.people.vocabulary import (
    BirthPrecision,
    ContactKind,
    IdentifierKind,
    NameKind,
    Sex,
)


class Person(Record, Versioned, Voidable):
    """Somebody, wherever they live. Two rows found to be one person are merged by `merged_into`, and can part again."""

    processing: ClassVar = OF_THE_FAMILY

    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_precision = models.CharField(
        max_length=10, choices=BirthPrecision.choices, default=BirthPrecision.EXACT
    )
    birthplace_code = models.CharField(max_length=4, blank=True)
    citizenships = ArrayField(models.CharField(max_length=3), default=list, blank=True)
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
