"""What remains at a desk of a signal that it has passed on: where, when, why as a code. No word of anybody."""

from typing import ClassVar

from django.db import models

from intreccio.families.access.models.signals import Signal
from intreccio.families.access.models.triage import OF_THE_SIGNAL
from intreccio.families.access.vocabulary import PassReason
from intreccio.ground.kernel.models import Record
from intreccio.parties.organisations.models import Team


class SignalPass(Record):
    """A signal has gone from a desk to another. It stays with the desk that gave it, which reads nothing else of it."""

    processing: ClassVar = OF_THE_SIGNAL

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="passes")
    code = models.CharField(max_length=20, help_text="of the signal, whose row is out of the giver's sight")
    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", help_text="who passed it on")
    to = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=PassReason.choices)
    by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["desk", "-at", "-id"], name="passed_by_desk"),
            models.Index(fields=["signal", "at"], name="pass_of_signal"),
        ]
