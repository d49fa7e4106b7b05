"""A family along a protocol: its day, what was done of each step, who keeps in touch, the silence that was asked for."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.plans.vocabulary import PathEnd
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Membership
from intreccio.parties.people.models import FamilyRow, Person
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.vocabulary import Marked

OF_THE_PATH = Processing(
    purpose=_(
        "Accompagnare una famiglia passo per passo, da un'attesa, da una perdita o da una chiusura in poi."
    ),
    basis=_(
        "Art. 6.1.e e 9.2.g del GDPR; artt. 14, 16 e 22 della legge 328/2000: sostegno alle responsabilità familiari."
    ),
    retention=_("Quanto il percorso della famiglia."),
)


class FamilyPath(FamilyRow, Versioned, Voidable):
    """A run of one approved version. It keeps that version, whatever the network approves afterwards."""

    processing: ClassVar = OF_THE_PATH

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="paths")
    protocol_version = models.ForeignKey(ProtocolVersion, on_delete=models.PROTECT, related_name="+")
    zero = models.DateField(help_text="the day from which the steps are counted: a birth, a loss, a closing")
    begun_on = models.DateField()
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", help_text="None: the whole family"
    )
    loss = models.CharField(max_length=30, blank=True, help_text="a code of the version's losses")
    contact = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", help_text="the one person who keeps in touch"
    )
    next_step = models.CharField(
        max_length=40, blank=True, help_text="the first of which nothing is said yet"
    )
    next_on = models.DateField(null=True, help_text="from when it is asked")
    waiting_letters = models.JSONField(
        default=list, help_text="those that have still to go, each with its day"
    )
    letter_on = models.DateField(null=True, help_text="the first of those days")
    stilled_on = models.DateField(
        null=True,
        help_text="of whom it is is no more, or awaited no longer: from then on it asks and writes nothing",
    )
    silent_since = models.DateField(null=True, help_text="from then on nothing is sent")
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=10, choices=PathEnd.choices, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["contact", "next_on"],
                condition=Q(ended_on__isnull=True, voided_at__isnull=True),
                name="path_that_waits",
            ),
            models.Index(
                fields=["contact", "letter_on"],
                condition=Q(ended_on__isnull=True, voided_at__isnull=True, silent_since__isnull=True),
                name="path_that_writes",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "protocol_version", "person", "zero"],
                condition=Q(ended_on__isnull=True, voided_at__isnull=True),
                name="one_open_path_of_a_kind",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_why="")
                | Q(ended_on__isnull=False) & ~Q(ended_why=""),
                name="path_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")),
                name="path_ends_after_it_begins",
            ),
        ]


class PathMark(FamilyRow, Voidable):
    """What was done of a step, or why it is not needed. A mistake is annulled, and the step waits again."""

    processing: ClassVar = OF_THE_PATH

    path = models.ForeignKey(FamilyPath, on_delete=models.PROTECT, related_name="marks")
    step = models.CharField(max_length=40, help_text="the code of a step of the path's version")
    state = models.CharField(max_length=10, choices=Marked.choices)
    day = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "step"], condition=Q(voided_at__isnull=True), name="one_mark_a_step"
            ),
            models.CheckConstraint(
                condition=Q(state="done") | ~Q(words=""), name="what_is_not_needed_says_why"
            ),
        ]

    @property
    def said_by(self) -> str:
        """By name."""
        return self.by.user.name
