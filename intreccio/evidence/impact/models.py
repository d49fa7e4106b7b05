"""Facts without persons (law 11): what, which week, where, of whom by age band. Observatory and reports read only these."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from intreccio.evidence.impact.vocabulary.kinds import FactKind


class Fact(models.Model):
    """One thing that happened, with nobody in it: no family, no person, no hand, no hour.

    `organisation` leads the team in charge; `outcome` and `reason` are codes of the kind; `value` is days or a measure.
    """

    # Not a key that tells the hour of its birth: together with the acts of that minute it would name a family.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=FactKind.choices)
    week = models.DateField(help_text="its Monday")
    municipality_code = models.CharField(max_length=6, blank=True, help_text="ISTAT; empty where not known")
    organisation_id = models.UUIDField(null=True)
    school_id = models.UUIDField(
        null=True, help_text="of what was seen at a school: which, among the bodies of the network"
    )
    team_id = models.UUIDField(
        null=True,
        help_text="of what was seen at a school: whom it was told to, and of whom it leaves no small number",
    )
    ages = ArrayField(models.CharField(max_length=10), default=list)
    need_code = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=20, blank=True)
    value = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    weight = models.SmallIntegerField(
        default=1,
        help_text="−1 takes back one that was a mistake, in the week in which that is known",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weight__in=(1, -1)), name="fact_is_one_or_one_less"),
            models.CheckConstraint(condition=Q(kind__in=FactKind.values), name="fact_kind_known"),
            models.CheckConstraint(condition=Q(week__iso_week_day=1), name="fact_week_is_monday"),
        ]
        indexes = [models.Index(fields=["week"], name="fact_by_week")]

    def __str__(self) -> str:
        return f"{self.kind}, {self.week:%d/%m/%Y}"
