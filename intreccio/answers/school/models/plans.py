"""The plan that a school writes for a child: a PEI, or a PDP. It says something of health: the team in charge reads it, and nobody else."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.answers.school.vocabulary import PlanKind
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.people.models import FamilyRow, Person

OF_A_SCHOOL_PLAN = Processing(
    purpose=_("Sapere che cosa la scuola ha concordato per una bambina o un ragazzo, e quando si riguarda."),
    basis=_(
        "Art. 9.2.g del GDPR; legge 104/1992 e d.lgs. 66/2017 per il PEI, legge 170/2010 per il PDP."
        " La carta la porta la famiglia."
    ),
    retention=_("Quanto il percorso della famiglia."),
)


class SchoolPlan(FamilyRow, Versioned, Voidable):
    """A plan of one school year: which one, when it was signed and by whom, when it is looked at again, and its paper."""

    processing: ClassVar = OF_A_SCHOOL_PLAN

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=3, choices=PlanKind.choices)
    year = models.PositiveSmallIntegerField(help_text="2026 for the school year 2026/27")
    signed_on = models.DateField()
    signed_by = models.CharField(max_length=300, help_text="school, family, health service, in words")
    review_on = models.DateField(null=True)
    agreed = models.CharField(max_length=600, blank=True, help_text="what was agreed, in plain words")
    document = models.OneToOneField(
        "documents.Document", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "child", "kind", "year"],
                condition=Q(voided_at__isnull=True),
                name="one_school_plan_a_year",
            ),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gte=F("signed_on")),
                name="school_plan_looked_at_after_it_was_signed",
            ),
        ]

    @property
    def year_said(self) -> str:
        """«2026/27»."""
        return f"{self.year}/{(self.year + 1) % 100:02d}"
