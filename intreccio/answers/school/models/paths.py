"""A child at school along a protocol: its day, what was done of each step, who keeps in touch with the school."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.models import FamilyPath
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Membership
from intreccio.parties.people.models import FamilyRow, Person
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.vocabulary import Marked

OF_THE_SCHOOL_PATH = Processing(
    purpose=_("Accompagnare a scuola una bambina o un ragazzo che ha perso qualcuno o qualcosa."),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 14, 16 e 22 della legge 328/2000."),
    retention=_("Quanto il percorso della famiglia."),
)


class SchoolPath(FamilyRow, Versioned, Voidable):
    """A run of one approved version, for one child. It keeps that version; it may follow the family's own path."""

    processing: ClassVar = OF_THE_SCHOOL_PATH

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    protocol_version = models.ForeignKey(ProtocolVersion, on_delete=models.PROTECT, related_name="+")
    family_path = models.ForeignKey(
        FamilyPath,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="from whose look it began",
    )
    zero = models.DateField(help_text="the day of the loss")
    loss = models.CharField(max_length=30, blank=True, help_text="a code of the version's losses")
    contact = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="the one person who talks with the school",
    )
    begun_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "child", "protocol_version", "zero"],
                condition=Q(ended_on__isnull=True, voided_at__isnull=True),
                name="one_open_school_path",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")),
                name="school_path_ends_after_it_begins",
            ),
        ]

    @property
    def stilled_on(self) -> date | None:
        """The day on which the child died, under whichever row of theirs: from then on it asks nothing."""
        return (self.child.merged_into or self.child).died_on


class SchoolMark(FamilyRow, Voidable):
    """What was done of a step, or why it is not needed. A mistake is annulled, and the step waits again."""

    processing: ClassVar = OF_THE_SCHOOL_PATH

    path = models.ForeignKey(SchoolPath, on_delete=models.PROTECT, related_name="marks")
    step = models.CharField(max_length=40, help_text="the code of a step of the path's version")
    state = models.CharField(max_length=10, choices=Marked.choices)
    day = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "step"], condition=Q(voided_at__isnull=True), name="one_school_mark_a_step"
            ),
            models.CheckConstraint(
                condition=Q(state="done") | ~Q(words=""), name="a_step_at_school_says_why_not"
            ),
        ]

    @property
    def said_by(self) -> str:
        """By name."""
        return self.by.user.name
