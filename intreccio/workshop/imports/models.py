"""What is kept of a file that came in: that it came; of its rows nothing, once it is done with."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.dateformat import format as format_date
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intreccio.ground.kernel.models import Record
from intreccio.ground.kernel.processing import Processing
from intreccio.workshop.imports.vocabulary import SheetState, SheetTrouble


class Batch(Record):
    """One run over one file. The rows it wrote say its source themselves."""

    at = models.DateTimeField()
    membership_id = models.UUIDField(null=True)
    house = models.CharField(max_length=30, blank=True)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    mapping = models.CharField(max_length=60)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.file_name}, {self.at:%d/%m/%Y}"


class Sheet(Record):
    """A spreadsheet that somebody prepares, brings in, and may undo. What its rows are, the area above knows (`kind`)."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=30)
    membership_id = models.UUIDField(help_text="who uploaded it")
    team_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    header_mark = models.CharField(
        max_length=64, help_text="keyed digest of its header: the same one is known again"
    )
    columns = models.JSONField(default=dict, help_text="field code: place of its column")
    rows = models.PositiveIntegerField()
    state = models.CharField(
        max_length=10, choices=SheetState.choices, default=SheetState.PREPARING, editable=False
    )
    trouble = models.CharField(max_length=11, choices=SheetTrouble.choices, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    asked_by_user = models.UUIDField(null=True, editable=False, help_text="as whom the job acts")
    asked_by = models.UUIDField(null=True, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    undone_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["membership_id", "-at"], name="sheet_of_member")]

    def __str__(self) -> str:
        """By what it is and when it came: how a file is called may be somebody's name, and is not kept."""
        rows = ngettext("Elenco di %(rows)d riga, %(day)s", "Elenco di %(rows)d righe, %(day)s", self.rows)
        return rows % {"rows": self.rows, "day": format_date(localtime(self.at), "d/m/Y H:i")}

    @property
    def moves(self) -> bool:
        """The job worker has it."""
        return SheetState(self.state).moves


class SheetContent(models.Model):
    """The cells of a sheet, as long as it is being prepared: read by who uploaded it, erased when it is done with."""

    processing: ClassVar = Processing(
        purpose=_("Guardare un elenco riga per riga prima di portarlo dentro."),
        basis=_("Art. 6.1.e del GDPR: lo stesso titolo delle schede che ne nascono."),
        retention=_(
            "Fino a quando l'elenco è portato dentro o lasciato perdere; al più tardi, sette giorni dopo che è arrivato."
        ),
    )

    sheet = models.OneToOneField(Sheet, on_delete=models.CASCADE, primary_key=True, related_name="content")
    headers = ArrayField(models.CharField(max_length=120))
    more_sheets = models.PositiveSmallIntegerField(
        default=0, help_text="sheets of the file that are not read"
    )
    stray_comments = models.PositiveIntegerField(
        default=0, help_text="comments that are beside no row that is read"
    )
    cells = models.JSONField(help_text="[number of the row, [cell, …]] …")
    found = models.JSONField(
        default=dict, help_text="what is wrong and what is double, by row: codes and ids"
    )
    taken_anyway = ArrayField(models.PositiveIntegerField(), default=list)


class SheetProgress(models.Model):
    """How many rows the job has got through: numbers only, because others than it read them while it works."""

    sheet = models.OneToOneField(Sheet, on_delete=models.CASCADE, primary_key=True, related_name="progress")
    done = models.PositiveIntegerField(default=0)
    whole = models.PositiveIntegerField(default=0)
