"""What was said, and who said it: two rows, because not everybody who reads the first may read the second."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.vocabulary import FamilyKnows, Source
from intreccio.ground.kernel.models import Record
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Team


class Signal(Record):
    """A worry as it was written. Never changed afterwards, but for the moment it was first read."""

    processing: ClassVar = Processing(
        purpose=_("Accorgersi presto di una famiglia in difficoltà e decidere un primo passo."),
        basis=_(
            "Art. 6.1.e e 9.2.g del GDPR, art. 2-sexies del Codice privacy: compito di interesse pubblico."
        ),
        retention=_(
            "24 mesi dall'ultima cosa scritta se non si apre un percorso; altrimenti quanto il percorso della famiglia."
        ),
    )

    code = models.CharField(max_length=20, unique=True)
    receipt = models.CharField(
        max_length=64, unique=True, editable=False, help_text="keyed digest of the receipt code"
    )
    received_at = models.DateTimeField()
    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    source = models.PositiveSmallIntegerField(choices=Source.choices)
    municipality_code = models.CharField(max_length=6, blank=True, help_text="ISTAT; empty for another place")
    facts = models.TextField()
    worry = models.TextField(blank=True)
    good = models.TextField(blank=True)
    children = models.CharField(max_length=200, blank=True)
    family = models.CharField(
        max_length=300, blank=True, help_text="who they are and how to find them, as said"
    )
    knows = models.CharField(max_length=10, choices=FamilyKnows.choices)
    danger_now = models.BooleanField(default=False)
    written_by = models.UUIDField(null=True, help_text="membership of who wrote it down for somebody else")
    read_at = models.DateTimeField(null=True)
    erased_on = models.DateField(null=True, help_text="when its words were erased, as promised")

    class Meta:
        # Everything about a signal points at this pair: no row of it can stand at another desk.
        constraints = [models.UniqueConstraint(fields=["id", "desk"], name="access_signal_of_desk")]

    def __str__(self) -> str:
        return self.code


class SignalSender(Record):
    """Who signalled. There is one for each signal, empty where nobody gave a name; read by who works at the desk."""

    processing: ClassVar = Processing(
        purpose=_("Chiedere altro a chi segnala e dirgli che cosa è stato possibile fare."),
        basis=_("Art. 6.1.e del GDPR; il nome è facoltativo."),
        retention=_("Come la segnalazione, e mai più a lungo."),
    )

    signal = models.OneToOneField(Signal, on_delete=models.PROTECT, related_name="sender")
    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    reach = models.CharField(max_length=120, blank=True, help_text="telephone or address")
    relation = models.CharField(max_length=160, blank=True)
    membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["membership", "-signal"], name="signal_by_sender")]
