"""What the kernel stores: acts, readings, old values, one-time keys, counters."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.processing import Processing

ACCOUNTABILITY = Processing(
    purpose=_("Poter dire alla famiglia chi ha fatto, letto o cambiato che cosa, e quando."),
    basis="art. 5(2), 6(1)(e), 32 GDPR",
    retention=_(
        "Quanto la cartella a cui si riferisce; poi la cancella il custode dei dati. Ciò che non ha portato a una"
        " famiglia, il lavoro notturno."
    ),
)


class Record(models.Model):
    """A row with a key made in Python."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> str | None:  # noqa: N802  # the name it has in Django
        """The label of a choice. Django's own asks all of them for their words, to say one."""
        value = getattr(self, field.attname)
        said: str | None = force_str(dict(field.flatchoices).get(value, value), strings_only=True)
        return said


class Voidable(models.Model):
    """Law 8: nothing is deleted from a screen; a mistake is voided with its reason and stays readable."""

    voided_at = models.DateTimeField(null=True, editable=False)
    voided_by = models.UUIDField(null=True, editable=False)
    void_reason = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True


class Versioned(models.Model):
    """Law 7: an edit carries the version it was read at."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Deed(Record):
    """The columns that say who: copied into every act and every reading, with no foreign key (law 5)."""

    processing = ACCOUNTABILITY
    at = models.DateTimeField()
    user_id = models.UUIDField(null=True)
    membership_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    role = models.CharField(max_length=30, blank=True)
    house = models.CharField(max_length=30, blank=True)
    household_id = models.UUIDField(null=True)

    class Meta:
        abstract = True


class Event(Deed):
    """Who did what to what: ids, field names and codes; never words or names.

    `codes` holds an event's facts of that day (municipality, organisation, team, age bands, needs), so that facts
    can be rebuilt years later although the family has moved and grown.
    """

    kind = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    fields = ArrayField(models.CharField(max_length=60), default=list)
    codes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["household_id", "-at"], name="event_of_household"),
            models.Index(fields=["subject_id", "-at"], name="event_of_subject"),
        ]


class Reading(Deed):
    """One opening, print, export or search of family data, with the ids shown (law 6)."""

    page = models.CharField(max_length=60)
    shown = ArrayField(models.UUIDField(), default=list)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["household_id", "-at"], name="reading_of_household"),
            models.Index(fields=["membership_id", "-at"], name="reading_by_member"),
        ]


class History(models.Model):
    """Old values of changed columns, written by a database trigger; read under row security. Of families erased by the keeper
    alone; of what led to no family, with it, by the house's `eraser`."""

    processing = ACCOUNTABILITY
    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    user_id = models.UUIDField(null=True)
    membership_id = models.UUIDField(null=True)
    house = models.CharField(max_length=63, blank=True)
    table_name = models.CharField(max_length=63)
    row_id = models.UUIDField()
    household_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    demand = models.CharField(max_length=20)
    old = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["row_id", "-at"], name="history_of_row")]


class Once(models.Model):
    """A one-time key that a form carried: a second tap finds where the first one led (law 7)."""

    key = models.UUIDField(primary_key=True)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=300, blank=True)


class Tally(models.Model):
    """How often something was tried in a span of time. The bucket is a keyed digest: no address, no name."""

    bucket = models.CharField(max_length=64)
    span = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bucket", "span"], name="tally_once")]
