"""The counter (segretariato sociale): somebody asked, somebody listened."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.models.signals import Signal
from intreccio.families.access.vocabulary import Answer, Channel, ChildAge, Outcome
from intreccio.ground.kernel.models import Record, Versioned
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Membership, Team
from intreccio.parties.people.models import Household


class Contact(Record, Versioned):
    """One conversation at the desk: who, what is needed, what was answered, how long. The name may stay unsaid."""

    processing: ClassVar = Processing(
        purpose=_(
            "Ascoltare, informare e orientare chi chiede allo sportello; ricordare che cosa gli è stato detto."
        ),
        basis=_("Art. 6.1.e e 9.2.g del GDPR; art. 22, comma 4, della legge 328/2000: segretariato sociale."),
        retention=_(
            "24 mesi dall'ultima cosa scritta se non si apre un percorso; altrimenti quanto il percorso della famiglia."
        ),
    )

    desk = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    is_anonymous = models.BooleanField(default=False)
    given = models.CharField(max_length=80, blank=True)
    surname = models.CharField(max_length=80, blank=True)
    birth_date = models.DateField(null=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_digits = models.CharField(max_length=40, blank=True, editable=False)
    municipality_code = models.CharField(max_length=6, blank=True)
    ages = ArrayField(models.CharField(max_length=10, choices=ChildAge.choices), default=list)
    needs = ArrayField(models.CharField(max_length=60), default=list)
    words = models.CharField(max_length=500, blank=True)
    answers = ArrayField(models.CharField(max_length=12, choices=Answer.choices), default=list)
    service_ids = ArrayField(models.UUIDField(), default=list, help_text="services pointed to")
    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, null=True, related_name="contacts")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    settled_at = models.DateTimeField(
        null=True, help_text="at once, or when a proposal to accompany found its answer"
    )
    erased_on = models.DateField(null=True, help_text="when name and words were erased, as promised")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(household__isnull=True, team__isnull=True)
                | Q(household__isnull=False, team__isnull=False),
                name="contact_household_with_team",
            ),
            models.CheckConstraint(
                condition=Q(is_anonymous=False)
                | Q(given="", surname="", phone="", phone_digits="", birth_date__isnull=True),
                name="contact_anonymous_is_nameless",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "-at", "-id"], name="contact_register"),
            models.Index(
                fields=["household"], condition=Q(household__isnull=False), name="contact_of_household"
            ),
            models.Index(
                fields=["desk", "phone_digits"], condition=~Q(phone_digits=""), name="contact_by_phone"
            ),
            models.Index(fields=["desk", "at"], condition=Q(settled_at__isnull=True), name="contact_waiting"),
        ]

    @property
    def who(self) -> str:
        """How the person was called, or empty."""
        return f"{self.given} {self.surname}".strip()
