"""Going to a service together, the first time: who with whom, which day, how it went, what stopped."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.around.vocabulary import DropReason, OutingState, StoppedBy
from intreccio.families.cases.models import Case
from intreccio.families.referrals.models import Referral
from intreccio.ground.kernel.models import Versioned
from intreccio.ground.kernel.processing import Processing
from intreccio.offer.directory.models import Service
from intreccio.parties.people.models import FamilyRow, Person

OF_GOING_TOGETHER = Processing(
    purpose=_(
        "Accompagnare una famiglia in un servizio la prima volta, e sapere che cosa la ferma alla porta."
    ),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."),
    retention=_("Quanto il percorso della famiglia."),
)
WENT = (OutingState.GOT_IN, OutingState.NOT_IN)


class Outing(FamilyRow, Versioned):
    """One day on which somebody of ours goes with a family to a service. Another try is another row, after it.

    `stopped` is kept with a no; `let_go` says why one does not go, or does not try again.
    """

    processing: ClassVar = OF_GOING_TOGETHER

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, related_name="+")
    again_of = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="again")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    need_code = models.CharField(max_length=60)
    # Nullable so that a name out of sight leaves the row where it is.
    goes = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    also = models.CharField(max_length=120, blank=True, help_text="who else comes, as the family says it")
    day = models.DateField()
    at = models.TimeField(null=True)
    meet_at = models.CharField(max_length=120, blank=True)
    bring = models.TextField(blank=True, help_text="one thing a line")
    state = models.CharField(max_length=8, choices=OutingState.choices, default=OutingState.PLANNED)
    done_on = models.DateField(null=True)
    stopped = models.CharField(max_length=12, choices=StoppedBy.choices, blank=True)
    words = models.CharField(max_length=300, blank=True)
    let_go = models.CharField(max_length=12, choices=DropReason.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=OutingState.values), name="outing_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=WENT, done_on__isnull=False) | (~Q(state__in=WENT) & Q(done_on__isnull=True)),
                name="outing_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=(Q(state=OutingState.NOT_IN) & ~Q(stopped="")) | (~Q(state=OutingState.NOT_IN) & Q(stopped="")),
                name="outing_not_in_says_what_stopped",
            ),
            models.CheckConstraint(
                condition=(Q(state=OutingState.DROPPED) & ~Q(let_go=""))
                | Q(state=OutingState.NOT_IN)
                | (Q(state__in=(OutingState.PLANNED, OutingState.GOT_IN), let_go="")),
                name="outing_left_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(again_of__isnull=True) | ~Q(again_of=F("id")), name="outing_follows_another"
            ),
            models.UniqueConstraint(
                fields=["case", "service", "person"],
                condition=Q(state=OutingState.PLANNED),
                nulls_distinct=False,
                name="one_outing_planned",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["household", "-day"], name="outing_of_household"),
            models.Index(
                fields=["team", "day"], condition=Q(state__in=("planned", "not_in"), let_go=""), name="outing_open"
            ),
            models.Index(fields=["team", "done_on"], condition=Q(done_on__isnull=False), name="outing_done_in_week"),
            models.Index(fields=["day"], condition=Q(state=OutingState.PLANNED), name="outing_to_remind"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.day:%d/%m/%Y}"
