"""A person handed from one body to another: what was sent, as it was sent (law 12), and where it came from.

Two rows, because not everybody who reads the first may read the second: `Referral` is read by who receives and by who
asked; `ReferralOrigin`, which says whose it is, by the family's own team.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.models import Case
from intreccio.families.plans.models import PlanAction
from intreccio.families.referrals.vocabulary import (
    Consent,
    DeclineReason,
    EndReason,
    Helped,
    ReferralState,
    SharedField,
    Urgency,
    WithdrawReason,
)
from intreccio.ground.kernel.models import Record, Versioned
from intreccio.ground.kernel.processing import Processing
from intreccio.ground.needs.vocabulary import UnmetReason
from intreccio.offer.directory.models import Service
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.people.models import FamilyRow, Person

OF_THE_REFERRAL = Processing(
    purpose=_("Chiedere a un servizio un posto o un aiuto per una persona, e sapere se l'ha aiutata."),
    basis=_(
        "Art. 6.1.e e 9.2.g del GDPR; art. 22 della legge 328/2000. Si manda solo ciò che serve, d'accordo con la famiglia."
    ),
    retention=_("Quanto il percorso della famiglia; per chi riceve, fino alla fine del suo servizio."),
)
TO_ANSWER = Q(state__in=("asked", "seen"))


def _said_where(field: str, state: str, name: str) -> models.CheckConstraint:
    """A reason stands where the state asks for one, and nowhere else."""
    said = ~Q(**{field: ""})
    return models.CheckConstraint(condition=(Q(state=state) & said) | (~Q(state=state) & ~said), name=name)


class Referral(Record, Versioned):
    """What was asked of a service, as it was sent, and where it stands. Nothing in it leads to the household."""

    processing: ClassVar = OF_THE_REFERRAL

    code = models.CharField(max_length=24, unique=True)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+"
    )
    need_code = models.CharField(max_length=60)
    request = models.TextField()
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    answer_by = models.DateField()
    snapshot = models.JSONField(
        default=dict, help_text="shared field → words, as they were on the day of sending"
    )
    state = models.CharField(max_length=10, choices=ReferralState.choices, default=ReferralState.ASKED)
    state_since = models.DateTimeField()
    sent_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    decline_reason = models.CharField(max_length=12, choices=DeclineReason.choices, blank=True)
    withdraw_reason = models.CharField(max_length=16, choices=WithdrawReason.choices, blank=True)
    end_reason = models.CharField(max_length=16, choices=EndReason.choices, blank=True)
    helped = models.CharField(max_length=6, choices=Helped.choices, blank=True)
    took_a_place = models.BooleanField(default=False)
    unmet = ArrayField(
        models.CharField(max_length=20, choices=UnmetReason.choices), default=list, help_text="in the ledger already"
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ReferralState.values), name="referral_state_known"),
            models.CheckConstraint(
                condition=~Q(state="asked") | Q(seen_at__isnull=True), name="referral_seen_once"
            ),
            models.CheckConstraint(
                condition=Q(end_reason="") | Q(state__in=("ended", "answered")),
                name="referral_ended_has_ended",
            ),
            _said_where("decline_reason", "declined", "referral_declined_with_reason"),
            _said_where("withdraw_reason", "withdrawn", "referral_withdrawn_with_reason"),
            _said_where("helped", "answered", "referral_answered_says_if_it_helped"),
        ]
        indexes = [
            models.Index(fields=["receiver", "answer_by", "id"], condition=TO_ANSWER, name="referral_to_answer"),
            models.Index(fields=["receiver", "state", "-sent_at", "-id"], name="referral_received"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.code


class ReferralOrigin(FamilyRow):
    """Whose it is and where it comes from; the family's yes, and later the family's words.

    `state` follows the referral's, and `news` says that the other side has answered since: a trigger writes both.
    """

    processing: ClassVar = OF_THE_REFERRAL

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="origin")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    retry_of = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()
    answer_by = models.DateField()
    shared = ArrayField(models.CharField(max_length=16, choices=SharedField.choices), default=list)
    shared_reason = models.CharField(
        max_length=200, blank=True, help_text="why more than the minimum was sent"
    )
    after_yes = models.JSONField(default=dict, help_text="what goes over only with a yes")
    consent = models.CharField(max_length=6, choices=Consent.choices)
    consent_on = models.DateField()
    consent_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    consent_words = models.CharField(
        max_length=160, blank=True, help_text="who decides and is not of the family"
    )
    consent_also = ArrayField(
        models.CharField(max_length=160),
        default=list,
        help_text="who else said yes, as they were called then",
    )
    consent_reason = models.CharField(
        max_length=300, blank=True, help_text="why it was asked without the yes of somebody who decides"
    )
    codes = models.JSONField(
        default=dict, help_text="municipality, team, age bands, needs of the day it was sent"
    )
    state = models.CharField(max_length=10, choices=ReferralState.choices, default=ReferralState.ASKED)
    news = models.BooleanField(default=False)
    family_words = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(retry_of__isnull=True) | ~Q(retry_of=F("referral")), name="referral_retries_another"
            )
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["team", "state", "-sent_at", "-id"], name="referral_outbox"),
            models.Index(fields=["state", "-sent_at", "-id"], name="referral_sent"),
            models.Index(fields=["team", "-sent_at", "-id"], condition=Q(news=True), name="referral_news"),
            models.Index(fields=["team", "answer_by", "id"], condition=TO_ANSWER, name="referral_unanswered"),
            models.Index(fields=["household", "-sent_at", "-id"], name="referral_of_household"),
        ]

    def __str__(self) -> str:
        return f"{self.referral_id}: {self.state}"


class ReferralStep(Record):
    """One line of the log, read by both sides: who, when, from where to where, why, in whose words."""

    processing: ClassVar = OF_THE_REFERRAL

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    at = models.DateTimeField()
    verb = models.CharField(max_length=30)
    state_from = models.CharField(max_length=10, blank=True)
    state_to = models.CharField(max_length=10, choices=ReferralState.choices)
    reason = models.CharField(max_length=16, blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, null=True, related_name="+")
    by_receiver = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["referral", "at"], name="step_of_referral")]

    def __str__(self) -> str:
        return f"{self.state_from or '·'} → {self.state_to}, {self.at:%d/%m/%Y}"
