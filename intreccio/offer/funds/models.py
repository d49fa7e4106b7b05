"""Lines of money, and the hours a week that somebody agreed on one of them."""

from decimal import Decimal
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.offer.funds.rules import tidy
from intreccio.parties.organisations.models import Organisation, TeamMembership


class FundingLine(Record, Versioned, Voidable):
    """Money with a purpose: who gives it, what for, from when to when (`until` is the first day without it)."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", help_text="who answers for it"
    )
    code = models.CharField(max_length=24)
    name = models.CharField(max_length=160)
    funder = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    funder_words = models.CharField(max_length=160, blank=True)
    purpose = models.CharField(max_length=600)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(voided_at__isnull=True), name="funding_line_code_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="funding_line_lasts"
            ),
            models.CheckConstraint(
                condition=Q(funder__isnull=False, funder_words="")
                | (Q(funder__isnull=True) & ~Q(funder_words="")),
                name="funding_line_has_one_funder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class AgreedHours(Record, Versioned, Voidable):
    """Hours a week of somebody in a team, paid by their own body, on a line, for a time (`until` excluded)."""

    processing: ClassVar = Processing(
        purpose=_("Sapere quante ore ha ciascuno in un'équipe, chi le paga e con quali fondi."),
        basis=_("Esecuzione del rapporto di lavoro, art. 6.1.b GDPR; rendiconto a chi finanzia, art. 6.1.c."),
        retention=_("Dieci anni dalla fine della linea di finanziamento."),
    )

    place = models.ForeignKey(TeamMembership, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(FundingLine, on_delete=models.PROTECT, related_name="hours")
    hours = models.DecimalField(max_digits=4, decimal_places=2, help_text="a week")
    since = models.DateField()
    until = models.DateField(null=True)

    @property
    def weekly(self) -> Decimal:
        """The hours, as they are said."""
        return tidy(self.hours)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="agreed_hours_are_some"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="agreed_hours_last"
            ),
            ExclusionConstraint(
                name="hours_once_on_a_line",
                expressions=[
                    ("place", RangeOperators.EQUAL),
                    ("line", RangeOperators.EQUAL),
                    (Func("since", "until", RangeBoundary(), function="DATERANGE"), RangeOperators.OVERLAPS),
                ],
                condition=Q(voided_at__isnull=True),
            ),
        ]
