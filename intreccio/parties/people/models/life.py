"""What happens to a family: an act with its day that writes several rows at once, and can be undone as one."""

from typing import ClassVar

from django.db import models

from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.parties.people.models.households import OF_THE_FAMILY, FamilyRow
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import LifeEventKind


class LifeEvent(FamilyRow, Versioned, Voidable):
    """A birth, a death, a separation. Undone (voided), it puts back what it wrote, where nobody wrote there since.

    `effects`: a list of {"noun", "id", "verb": made | changed, "version": that it left, "before": {column: value}}.
    """

    processing: ClassVar = OF_THE_FAMILY

    kind = models.CharField(max_length=12, choices=LifeEventKind.choices)
    day = models.DateField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    effects = models.JSONField(default=list, editable=False)

    class Meta:
        indexes = [models.Index(fields=["household", "-day"], name="life_event_of_household")]
