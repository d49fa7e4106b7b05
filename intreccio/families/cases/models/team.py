"""The work of a team with a family: how much it asks, and who stands in for whom."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models.cases import OF_THE_CASE, Case
from intreccio.families.cases.vocabulary import Absence, Effort
from intreccio.ground.kernel.models import Versioned
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.people.models import FamilyRow


class CaseWeight(FamilyRow):
    """How much work a way asks of whoever does it, from a day on. Of the work, never of the family. The last one holds."""

    processing: ClassVar = Processing(
        purpose=_("Dividere il lavoro in modo equo tra chi lavora in un'équipe."),
        basis=OF_THE_CASE.basis,
        retention=OF_THE_CASE.retention,
    )

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="weights")
    weight = models.CharField(max_length=12, choices=Effort.choices)
    since = models.DateField()
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-since", "-id"], name="case_weight_now")]

    def __str__(self) -> str:
        return f"{self.get_weight_display()}, {self.since:%d/%m/%Y}"


class CaseDeputy(FamilyRow, Versioned):
    """Somebody of the team who stands in for somebody else, with one family, from a day to a day (`until` excluded)."""

    processing: ClassVar = OF_THE_CASE

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deputies")
    absent = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    why = models.CharField(max_length=10, choices=Absence.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="deputy_until_a_day"),
            models.CheckConstraint(condition=~Q(absent=F("deputy")), name="deputy_is_somebody_else"),
            ExclusionConstraint(
                name="one_deputy_at_a_time",
                expressions=[
                    ("case", RangeOperators.EQUAL),
                    ("absent", RangeOperators.EQUAL),
                    (Func("since", "until", RangeBoundary(), function="DATERANGE"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["deputy", "until"], name="deputy_now")]

    def __str__(self) -> str:
        return f"{self.since:%d/%m/%Y}–{self.until:%d/%m/%Y}"
