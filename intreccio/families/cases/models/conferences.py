"""Meetings about a family: prepared, held, with what was decided."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from intreccio.families.cases.models.cases import OF_THE_CASE, Case
from intreccio.families.cases.vocabulary import CONTACTS, ConferenceKind, SeatAnswer
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.parties.people.models import FamilyRow, Person

ONE_OF_THREE = (
    Q(membership__isnull=False, person__isnull=True, somebody="")
    | Q(membership__isnull=True, person__isnull=False, somebody="")
    | (Q(membership__isnull=True, person__isnull=True) & ~Q(somebody=""))
)


class Conference(FamilyRow, Versioned, Voidable):
    """A meeting about a family: what is to be looked at, when and where; once held, what was said. Called off: voided.

    A contact (`is_contact`) is written in one step, already held, with one line of words.
    """

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conferences")
    kind = models.CharField(max_length=8, choices=ConferenceKind.choices)
    day = models.DateField()
    at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    agenda = ArrayField(models.CharField(max_length=200), default=list)
    held_on = models.DateField(null=True)
    minutes = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, minutes="") | (Q(held_on__isnull=False) & ~Q(minutes="")),
                name="conference_held_has_minutes",
            ),
            models.CheckConstraint(condition=Q(agenda__len__gt=0), name="conference_looks_at_something"),
            models.CheckConstraint(
                condition=~Q(kind__in=CONTACTS) | Q(held_on__isnull=False), name="contact_is_held"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-day"], name="conference_of_case"),
            models.Index(
                fields=["team", "day"],
                condition=Q(held_on__isnull=True, voided_at__isnull=True),
                name="conference_to_come",
            ),
            models.Index(
                fields=["team", "day"], condition=Q(voided_at__isnull=True), name="conference_in_week"
            ),
            models.Index(
                fields=["day"],
                condition=Q(held_on__isnull=True, voided_at__isnull=True),
                name="conference_to_remind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day:%d/%m/%Y}"

    @property
    def is_contact(self) -> bool:
        """Somebody of the family and somebody of ours have met or heard each other: there was nothing to prepare."""
        return self.kind in CONTACTS


class ConferenceSeat(FamilyRow, Versioned):
    """Somebody who was asked to come: a colleague, somebody of the family, somebody else by name. Came or not, once held.

    `answer`: whether they come, as they said it or the team wrote it, before.
    """

    processing: ClassVar = OF_THE_CASE

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="seats")
    membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    somebody = models.CharField(max_length=120, blank=True)
    came = models.BooleanField(null=True)
    is_asked = models.BooleanField(default=True)
    answer = models.CharField(max_length=6, choices=SeatAnswer.choices, blank=True)
    answer_words = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answer_words="", answered_on__isnull=True)
                | Q(answer__in=SeatAnswer.values, answered_on__isnull=False),
                name="seat_answered_on_a_day",
            ),
            models.CheckConstraint(condition=ONE_OF_THREE, name="seat_of_one"),
            models.UniqueConstraint(
                fields=["conference", "membership", "person", "somebody"],
                nulls_distinct=False,
                name="one_seat_each",
            ),
        ]


class ConferenceDecision(FamilyRow, Voidable):
    """What was decided: who does it, by when, for which need. Written once; a mistake is voided."""

    processing: ClassVar = OF_THE_CASE

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="decisions")
    what = models.CharField(max_length=200)
    need_code = models.CharField(max_length=60, blank=True)
    membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    somebody = models.CharField(max_length=120, blank=True)
    by_when = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=ONE_OF_THREE, name="decision_has_one_doer")]
        indexes = [models.Index(fields=["conference", "id"], name="decision_of_conference")]

    def __str__(self) -> str:
        return self.what
