"""What a teacher sees at school: asked by a link that opens once, told in their own words."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.models.places import Schooling
from intreccio.ground.kernel.models import Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Membership
from intreccio.parties.people.models import FamilyRow
from intreccio.workshop.instruments.models import Instrument, Response

OF_A_SHEET = Processing(
    purpose=_(
        "Sapere come sta a scuola, da chi lo vede ogni giorno: prima ciò che va bene, poi ciò che costa fatica."
    ),
    basis=_(
        "Art. 6.1.e e 9.2.g del GDPR; art. 22 della legge 328/2000. Si chiede quando chi decide lo sa ed è d'accordo,"
        " o si scrive perché si va avanti."
    ),
    retention=_("Quanto il percorso della famiglia."),
)


class SchoolSheet(FamilyRow, Voidable):
    """One sheet that was asked of one teacher. What the page shows them is kept as it was sent: a first name and a class."""

    processing: ClassVar = OF_A_SHEET

    schooling = models.ForeignKey(Schooling, on_delete=models.PROTECT, related_name="sheets")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    response = models.OneToOneField(Response, on_delete=models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    teacher = models.CharField(max_length=120, help_text="of whom it was asked")
    email = models.EmailField(help_text="as the school gave it")
    until = models.DateField(help_text="the last day on which the link opens")
    first_name = models.CharField(
        max_length=80, help_text="as the child is called: all that the teacher reads"
    )
    class_said = models.CharField(max_length=60)
    readers = models.CharField(
        max_length=160, help_text="who reads what comes, as it was told to the teacher"
    )
    agreed = models.JSONField(default=list, help_text="keys of those who decide and have said yes")
    agreed_reason = models.CharField(max_length=300, blank=True, help_text="why one went on without somebody")
    opened_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    signed = models.CharField(max_length=160, blank=True, help_text="who answered, in their own words")
    shown_on = models.DateField(null=True, help_text="when the family has read it")
    shown_words = models.CharField(max_length=300, blank=True, help_text="what the family says of it")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, response__isnull=True, signed="")
                | Q(answered_on__isnull=False, response__isnull=False) & ~Q(signed=""),
                name="school_sheet_is_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(shown_on__isnull=True) | Q(shown_on__gte=F("answered_on")),
                name="school_sheet_shown_after_it_came",
            ),
        ]
        indexes = [models.Index(fields=["schooling", "-asked_on"], name="sheets_of_class")]
