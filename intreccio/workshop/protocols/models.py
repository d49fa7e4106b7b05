"""What is stored of protocols: whose each is, and its versions as data. A run knows its version, and no version knows a run."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from intreccio.ground.accounts.models import Colleague
from intreccio.ground.accounts.roles import CHOICES
from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.words import data_in_language, in_language
from intreccio.workshop.protocols.rules.definition import SPOKEN


class Protocol(Record):
    """A path: of the whole network, or of one body that made its own. `organisation_id` points upward, and so is no foreign key."""

    code = models.CharField(max_length=50)
    organisation_id = models.UUIDField(null=True, help_text="empty: of the network")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "organisation_id"], name="one_protocol_a_code_and_body", nulls_distinct=False
            )
        ]


class ProtocolVersion(Record, Versioned, Voidable):
    """One text of a protocol: `definition` holds steps, guidance, letters (see `rules.definition`).

    Who wrote it does not approve it, and what was approved stays as it is: the database holds both (`0002_guard`).
    """

    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    definition = models.JSONField()
    shipped = models.CharField(
        max_length=60, blank=True, help_text="the file it came with; empty: written here"
    )
    base = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    authors = ArrayField(models.UUIDField(), default=list, help_text="users, written by the database")
    written_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, related_name="+")
    approved_as = models.CharField(max_length=30, blank=True, choices=CHOICES, help_text="with which role")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["protocol", "number"], name="one_protocol_version_a_number"),
            models.UniqueConstraint(fields=["shipped"], condition=~Q(shipped=""), name="one_version_a_file"),
            models.UniqueConstraint(
                fields=["protocol"],
                condition=Q(approved_at__isnull=True, voided_at__isnull=True, shipped=""),
                name="one_protocol_draft_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True, approved_as="")
                | Q(approved_at__isnull=False, approved_by__isnull=False, voided_at__isnull=True)
                & ~Q(approved_as=""),
                name="an_approval_has_a_name",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(authors__contains=[F("approved_by")]),
                name="who_writes_does_not_approve",
            ),
        ]

    @property
    def said(self) -> dict[str, Any]:
        """The definition, its words in the reader's language."""
        words: dict[str, Any] = data_in_language(self.definition, SPOKEN)
        return words

    @property
    def title(self) -> str:
        """Its title, in the reader's language."""
        return in_language(self.definition["title"])
