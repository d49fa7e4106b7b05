"""What the team does between one meeting and the next: visits agreed, what is written of them, the time they took.

A note is read by whom its author chose; the minutes are of the case, and add up for whoever may read it.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.diary.vocabulary import Audience, HowItWas, MissedWhy, VisitPlace, VisitState
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.vocabulary import Profession
from intreccio.parties.people.models import FamilyRow

OF_THE_DIARY = Processing(
    purpose=_("Ricordare che cosa è successo con la famiglia, che cosa viene dopo, e quanto tempo ci vuole."),
    basis=_(
        "Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni; art. 6.1.b per le ore."
    ),
    retention=_("Quanto il percorso della famiglia; le ore dieci anni dalla fine della linea che le paga."),
)
MEMBERSHIP = "organisations.Membership"


class Visit(FamilyRow, Versioned):
    """A time agreed with a family: who of us, which day, for what. Then one met, or not, and why."""

    processing: ClassVar = OF_THE_DIARY

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="visits")
    workers = ArrayField(models.UUIDField(), help_text="memberships: who of us goes")
    persons = ArrayField(models.UUIDField(), default=list, blank=True, help_text="persons of the home")
    day = models.DateField()
    hour = models.TimeField(null=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=12, choices=VisitPlace.choices)
    what = models.CharField(max_length=300, help_text="what for")
    state = models.CharField(max_length=10, choices=VisitState.choices, default=VisitState.PLANNED)
    missed_why = models.CharField(max_length=14, choices=MissedWhy.choices, blank=True)
    moved_from = models.DateField(null=True, help_text="the day first agreed")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(workers=[]), name="visit_of_somebody"),
            models.CheckConstraint(
                condition=(Q(state=VisitState.MISSED) & ~Q(missed_why=""))
                | (~Q(state=VisitState.MISSED) & Q(missed_why="")),
                name="visit_missed_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["household", "day"], name="visit_of_household"),
            models.Index(
                fields=["team", "day"],
                condition=Q(state__in=[VisitState.PLANNED, VisitState.MET]),
                name="visit_in_week",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class VisitNote(FamilyRow, Versioned, Voidable):
    """What happened, in facts and in the family's words; who was there, where, what comes next.

    `corrects`: a note of the same hand that was no longer to be changed. `visit`: the one agreed, where there was one.
    """

    processing: ClassVar = OF_THE_DIARY

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="visit_notes")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, null=True, related_name="notes")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    author = models.ForeignKey(MEMBERSHIP, on_delete=models.PROTECT, related_name="+")
    profession = models.CharField(max_length=20, choices=Profession.choices)
    written_at = models.DateTimeField()
    day = models.DateField()
    hour = models.TimeField(null=True)
    place = models.CharField(max_length=12, choices=VisitPlace.choices)
    present = ArrayField(models.UUIDField(), default=list, blank=True, help_text="persons of the home")
    others = models.CharField(max_length=200, blank=True, help_text="who else was there, in words")
    how = models.CharField(max_length=8, choices=HowItWas.choices, blank=True)
    text = models.TextField(max_length=8000)
    next_step = models.CharField(max_length=300, blank=True)
    goals = ArrayField(models.UUIDField(), default=list, blank=True, help_text="goals of the plan it touches")
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.RECORD)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="visit_note_says_something"),
            models.UniqueConstraint(
                fields=["visit", "author"],
                condition=Q(corrects__isnull=True, voided_at__isnull=True),
                name="one_note_of_a_visit_a_hand",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-day", "-written_at", "id"], name="visit_note_of_case"),
            models.Index(fields=["case", "author"], name="visit_note_of_author"),
            models.Index(fields=["household", "-day"], name="visit_note_of_household"),
            models.Index(
                fields=["corrects"], condition=Q(corrects__isnull=False), name="visit_note_corrected"
            ),
            models.Index(fields=["visit"], condition=Q(visit__isnull=False), name="visit_note_of_visit"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class WorkedTime(FamilyRow):
    """Minutes of somebody for a family, as in a ledger: what is put right is a line that takes away, and another that adds."""

    processing: ClassVar = OF_THE_DIARY

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="worked")
    note = models.ForeignKey(VisitNote, on_delete=models.PROTECT, related_name="worked")
    worker = models.ForeignKey(MEMBERSHIP, on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey("funds.FundingLine", on_delete=models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    direct = models.SmallIntegerField(help_text="minutes with the family")
    indirect = models.SmallIntegerField(help_text="minutes on the way, on the telephone, at the desk")
    written_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["note"], name="worked_for_note"),
            models.Index(fields=["team", "day"], name="worked_of_team"),
            models.Index(fields=["worker", "day"], name="worked_by_somebody"),
            models.Index(fields=["household", "-day", "note"], name="worked_for_household"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.direct} + {self.indirect}"
