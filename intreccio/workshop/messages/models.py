"""What is stored of messages: links that open once, and mails that leave. Never a body, never a family."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record
from intreccio.ground.kernel.processing import Processing
from intreccio.workshop.messages.vocabulary import MailTrouble


class OneTimeLink(Record):
    """A link that opens one thing once. Of its token only the sha256 is kept; erased a year after it closed."""

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=30)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    about = models.JSONField(default=dict, help_text="ids and codes of what it opens; no words, no names")
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject_id"], name="link_of_subject")]


class Mail(Record):
    """A mail to a colleague or partner: to whom, which letter, about what (ids only). The body is drawn when it leaves."""

    processing: ClassVar = Processing(
        purpose=_("Avvisare chi lavora nella rete (inviti, accessi)."),
        basis=_("Esecuzione del compito di interesse pubblico della rete, art. 6.1.e GDPR."),
        retention=_("Un anno dall'invio."),
    )
    to = models.EmailField()
    letter = models.CharField(max_length=30)
    about = models.JSONField(default=dict)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=20, choices=MailTrouble.choices, blank=True)
    try_at = models.DateTimeField(
        null=True, help_text="when it is taken up again; empty once it is over, or waits for somebody"
    )

    class Meta:
        indexes = [
            models.Index(fields=["-id"], condition=models.Q(sent_at__isnull=True), name="mail_unsent"),
            models.Index(fields=["try_at"], condition=models.Q(try_at__isnull=False), name="mail_to_try"),
        ]
