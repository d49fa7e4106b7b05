"""A worker along a protocol: of the person, and of whom the person names. No team, no role, no grant opens it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.models import Colleague
from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Organisation
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.vocabulary import Marked

OF_THE_WORKER = Processing(
    purpose=_(
        "Stare vicino a chi lavora nella rete quando attraversa una perdita, se lo vuole e come lo vuole."
    ),
    basis=_(
        "Art. 9.2.a del GDPR: il consenso della persona, che lo dà cominciando il percorso e scegliendo chi lo legge,"
        " e lo ritira togliendolo."
    ),
    retention=_("Quanto il rapporto di lavoro. Chi lo legge, lo decide la persona in ogni momento."),
)


class WorkerPath(Record, Versioned):
    """A run of one approved version, begun by the person for themselves."""

    processing: ClassVar = OF_THE_WORKER

    user = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", help_text="whose it is")
    protocol_version = models.ForeignKey(ProtocolVersion, on_delete=models.PROTECT, related_name="+")
    zero = models.DateField(help_text="the day of the loss")
    loss = models.CharField(max_length=30, blank=True, help_text="a code of the version's losses")
    begun_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "protocol_version", "zero"],
                condition=Q(ended_on__isnull=True),
                name="one_open_worker_path",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")),
                name="worker_path_ends_after_it_begins",
            ),
        ]


class PathReader(Record):
    """Somebody whom the person has named: reads the path and says what was done, until the person takes them off."""

    processing: ClassVar = OF_THE_WORKER

    path = models.ForeignKey(WorkerPath, on_delete=models.PROTECT, related_name="readers")
    user = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="where they work: gone from there they read no more",
    )
    since = models.DateField()
    until = models.DateField(null=True, help_text="the day on which they were taken off")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "user"], condition=Q(until__isnull=True), name="one_reader_of_a_worker_path"
            )
        ]


class WorkerMark(Record, Voidable):
    """What was done of a step, or why it is not needed."""

    processing: ClassVar = OF_THE_WORKER

    path = models.ForeignKey(WorkerPath, on_delete=models.PROTECT, related_name="marks")
    step = models.CharField(max_length=40, help_text="the code of a step of the path's version")
    state = models.CharField(max_length=10, choices=Marked.choices)
    day = models.DateField()
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "step"], condition=Q(voided_at__isnull=True), name="one_worker_mark_a_step"
            ),
            models.CheckConstraint(
                condition=Q(state="done") | ~Q(words=""), name="a_step_of_a_worker_says_why_not"
            ),
        ]

    @property
    def said_by(self) -> str:
        """By name."""
        return self.by.name
