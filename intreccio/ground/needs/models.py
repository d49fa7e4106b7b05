"""What the thread stores."""

from uuid import uuid4

from django.db import models

from intreccio.ground.kernel.models import Record
from intreccio.ground.needs.vocabulary import NeedKind, UnmetReason


class TaxonomyVersion(models.Model):
    """One edition of the list. The one in force has no last day."""

    code = models.CharField(primary_key=True, max_length=20)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, help_text="last day in force")
    revised_at = models.DateTimeField(
        help_text="when a word of it last changed: pages keep the tree until then"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="taxonomy_days_in_order",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return self.code


class Need(models.Model):
    """One code of the thread, as the last edition that holds it says it. Codes are never given a second meaning."""

    code = models.CharField(primary_key=True, max_length=60)
    version = models.ForeignKey(TaxonomyVersion, on_delete=models.PROTECT, related_name="needs")
    kind = models.CharField(max_length=10, choices=NeedKind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    label = models.CharField(max_length=400, help_text="the official words")
    plain = models.CharField(max_length=80, blank=True, help_text="the words people use")
    order = models.PositiveSmallIntegerField()
    nomenclatore = models.CharField(max_length=20, blank=True)
    sioss = models.CharField(max_length=20, blank=True)
    inps_prestazione = models.CharField(max_length=20, blank=True)
    sinba = models.CharField(max_length=20, blank=True)
    esf = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(name="need_kind_known", condition=models.Q(kind__in=NeedKind.values)),
            models.CheckConstraint(
                name="need_under_an_area",
                condition=models.Q(kind__in=["line", "goal"], parent__isnull=False)
                | models.Q(kind__in=["area", "dimension", "theme"], parent__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.plain or self.label


class NeedUse(Record):
    """How often somebody at work picked a need, so that the tree offers it first. Only they read it."""

    membership_id = models.UUIDField()
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    count = models.PositiveIntegerField(default=1)
    used_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership_id", "need"], name="need_use_once")]

    def __str__(self) -> str:
        return f"{self.need_id}: {self.count}"


class UnmetNeed(models.Model):
    """A need that found no answer: what, where, which week, why. No person, no family, no hand that wrote it."""

    # Not a key that tells the hour of its birth: together with the acts of that minute it would name a family.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    municipality_code = models.CharField(max_length=6, blank=True, help_text="ISTAT; empty where not known")
    week = models.DateField(help_text="its Monday")
    reason = models.CharField(max_length=20, choices=UnmetReason)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unmet_reason_known", condition=models.Q(reason__in=UnmetReason.values)
            ),
            models.CheckConstraint(name="unmet_week_is_monday", condition=models.Q(week__iso_week_day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.need_id}, {self.week:%d/%m/%Y}"
