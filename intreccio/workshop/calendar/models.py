"""What is kept of a calendar: whose feed is open, who wants no reminders, what was reminded. Entries themselves stand above."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record
from intreccio.ground.kernel.processing import Processing
from intreccio.workshop.calendar.vocabulary import EntryKind

OF_WHO_WORKS = Processing(
    purpose=_("Ricordare a chi lavora i suoi appuntamenti, senza dire di chi sono."),
    basis=_("Esecuzione del rapporto di lavoro, art. 6.1.b GDPR."),
    retention=_("Un anno; l'indirizzo del calendario, finché la persona lo tiene."),
)


class CalendarFeed(Record):
    """An address that somebody's telephone reads. Of its token only the sha256 is kept; it ends with the hat it was made under.

    user_id, membership_id: who is known above, and so no foreign keys.
    """

    processing: ClassVar = OF_WHO_WORKS
    token_hash = models.CharField(max_length=64, unique=True)
    user_id = models.UUIDField()
    membership_id = models.UUIDField()
    made_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["membership_id"], condition=Q(taken_back_at__isnull=True), name="one_feed_a_hat"
            )
        ]


class ReminderChoice(Record):
    """Whether somebody wants no reminders. Without a row they are sent."""

    processing: ClassVar = OF_WHO_WORKS
    user_id = models.UUIDField(unique=True)
    off_since = models.DateTimeField(null=True)


class Reminder(Record):
    """That an entry was reminded to somebody, for that day and hour: moved, it is reminded again. Written with its mail, in one
    transaction; how the mail goes is the mail's to say. mail_id: None where there was nobody to write to, or who wanted none."""

    processing: ClassVar = OF_WHO_WORKS
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    entry_id = models.UUIDField()
    membership_id = models.UUIDField()
    day = models.DateField()
    hour = models.TimeField(null=True)
    mail_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "entry_id", "membership_id", "day", "hour"],
                nulls_distinct=False,
                name="reminded_once",
            )
        ]
        indexes = [models.Index(fields=["day"], name="reminder_by_day")]
