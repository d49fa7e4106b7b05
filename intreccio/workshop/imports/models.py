"""What is kept of a file that came in: never its rows, only that it came."""

from django.db import models

from intreccio.ground.kernel.models import Record


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
