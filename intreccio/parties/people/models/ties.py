"""How the persons of a family are tied: kinship, who decides for whom, what holds them to the world outside."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.people.models.households import OF_THE_FAMILY, FamilyRow
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import (
    BondFlow,
    BondQuality,
    Decision,
    KinshipKind,
    ResponsibilityKind,
    Sphere,
    Standing,
)

OF_WHO_DECIDES = Processing(
    purpose=_(
        "Chiedere il sì a chi può darlo, e non dire a nessuno ciò che un giudice ha deciso che non sappia."
    ),
    basis=_("Art. 6.1.e, 9.2.g e 10 del GDPR, art. 2-octies del d.lgs. 196/2003; artt. 316-333 c.c."),
    retention=_(
        "Quanto stabilisce il massimario di scarto del comune titolare; nelle cooperative, fino alla fine dell'affidamento."
    ),
)


class Kinship(FamilyRow, Versioned, Voidable):
    """Two persons of a home and how they are tied; `since` and `until` where they are known (`until` excluded).

    A couple that marries and separates is two rows, one after the other.
    """

    processing: ClassVar = OF_THE_FAMILY

    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=KinshipKind.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(one=F("other")), name="kinship_of_two"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                name="kinship_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["household", "one", "other", "kind"],
                condition=Q(until__isnull=True, voided_at__isnull=True),
                name="tied_once_in_a_way",
            ),
        ]


class Responsibility(FamilyRow, Versioned, Voidable):
    """Who decides for a person, how far, and by whose act. Parents of whom nothing is written here hold it in full.

    `decisions`: of a parent with limits, those taken away; of everybody else, those given, all where there is none.
    """

    processing: ClassVar = OF_WHO_DECIDES

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    holder_words = models.CharField(max_length=160, blank=True, help_text="who is not of the family")
    kind = models.CharField(max_length=15, choices=ResponsibilityKind.choices)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.FULL)
    decisions = ArrayField(
        models.CharField(max_length=10, choices=Decision.choices), default=list, blank=True
    )
    may_be_told = models.BooleanField(default=True)
    authority = models.CharField(max_length=160, blank=True)
    act = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(holder__isnull=True) ^ Q(holder_words=""), name="responsibility_of_one_holder"
            ),
            models.CheckConstraint(
                condition=Q(holder__isnull=True) | ~Q(holder=F("person")),
                name="nobody_decides_for_themselves",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="responsibility_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(standing="full") | Q(kind="parental"), name="only_parents_are_limited"
            ),
        ]


class Bond(FamilyRow, Versioned, Voidable):
    """What holds a family, or one person of it, to somebody or something outside the home, as they tell it.

    Who helps says what they do (`helps`). How to reach them is written with their own yes alone, and goes with the help.
    """

    processing: ClassVar = OF_THE_FAMILY

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    to = models.CharField(max_length=80)
    sphere = models.CharField(max_length=12, choices=Sphere.choices)
    quality = models.CharField(max_length=8, choices=BondQuality.choices, default=BondQuality.ORDINARY)
    flow = models.CharField(max_length=8, choices=BondFlow.choices, default=BondFlow.BOTH)
    said_by = models.CharField(max_length=80, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    helps = models.CharField(
        max_length=160, blank=True, help_text="what they do for the family, where they do"
    )
    agreed_by = models.CharField(
        max_length=80,
        blank=True,
        help_text="who said yes to being written here: they, or whoever may for them",
    )
    agreed_on = models.DateField(null=True, blank=True)
    reach = models.CharField(max_length=80, blank=True)
    heard_on = models.DateField(null=True, blank=True, help_text="when we last heard them")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                name="bond_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by="", agreed_on__isnull=True)
                | (~Q(agreed_by="") & Q(agreed_on__isnull=False)),
                name="bond_yes_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(reach="") | Q(agreed_on__isnull=False, until__isnull=True),
                name="bond_reach_with_a_yes",
            ),
        ]
