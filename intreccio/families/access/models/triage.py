"""What the desk decides about a signal: who signalled never reads these rows."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.models.signals import Signal
from intreccio.families.access.vocabulary import CloseReason, FirstStep, SignalState, Urgency
from intreccio.ground.kernel.models import Record, Versioned
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Membership, Team
from intreccio.parties.people.models import Household

OF_THE_SIGNAL = Processing(
    purpose=_("Tenere il filo di chi decide il primo passo dopo una segnalazione, e perché."),
    basis=_("Art. 6.1.e e 9.2.g del GDPR, art. 2-sexies del Codice privacy: compito di interesse pubblico."),
    retention=_("Come la segnalazione."),
)


class Triage(Record, Versioned):
    """Where a signal stands: one row a signal, with the same id. Follows the household once that is known."""

    processing: ClassVar = OF_THE_SIGNAL

    signal = models.OneToOneField(Signal, on_delete=models.PROTECT, related_name="triage")
    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=SignalState.choices, default=SignalState.RECEIVED)
    urgency = models.CharField(max_length=5, choices=Urgency.choices, blank=True)
    urgency_by = models.UUIDField(null=True)
    due_on = models.DateField(
        help_text="until somebody has chosen the urgency: within when it should be read"
    )
    has_news = models.BooleanField(default=False, help_text="who signalled has added a word")
    read_by = models.UUIDField(null=True)
    step = models.CharField(max_length=10, choices=FirstStep.choices, blank=True)
    assigned_to = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    assigned_until = models.DateField(null=True)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+", editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(household__isnull=True, team__isnull=True)
                | Q(household__isnull=False, team__isnull=False),
                name="triage_household_with_team",
            )
        ]
        indexes = [
            models.Index(fields=["desk", "state", "due_on", "id"], name="triage_inbox"),
            models.Index(fields=["assigned_to", "state", "assigned_until"], name="triage_assigned"),
            models.Index(
                fields=["household"], condition=Q(household__isnull=False), name="triage_of_household"
            ),
            models.Index(fields=["desk"], condition=Q(has_news=True), name="triage_news"),
        ]

    @property
    def until(self) -> date:
        """The day that holds: the one agreed with the step, else the one within which it should be read."""
        return self.assigned_until or self.due_on


class SignalStep(Record):
    """One choice of the desk, as it was made. A later one does not rub it out."""

    processing: ClassVar = OF_THE_SIGNAL

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="steps")
    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    step = models.CharField(max_length=10, choices=FirstStep.choices)
    to = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    by_when = models.DateField(null=True)
    reason = models.CharField(max_length=12, choices=CloseReason.choices, blank=True)
    note = models.TextField(blank=True)
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["signal", "at"], name="step_of_signal")]


class SignalWord(Record):
    """A further word: of who signalled, or of the desk to who signalled."""

    processing: ClassVar = OF_THE_SIGNAL

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="words")
    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    from_desk = models.BooleanField()
    words = models.TextField()
    by = models.UUIDField(
        null=True, help_text="of the desk's words; who signalled is named in the sender's row alone"
    )
    read_at = models.DateTimeField(null=True, help_text="when who signalled has read the desk's word")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(from_desk=True) | Q(by__isnull=True), name="word_of_no_sender")
        ]
        indexes = [models.Index(fields=["signal", "at"], name="word_of_signal")]
