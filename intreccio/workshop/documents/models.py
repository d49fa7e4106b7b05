"""A kept file: what it is, and under which name its sealed bytes lie in the folder of files. Knows no family."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record
from intreccio.ground.kernel.processing import Processing
from intreccio.workshop.documents.vocabulary import MediaType


class Document(Record):
    """Never changed: another file is another document. Whose it is, and who reads it, an area above says."""

    processing: ClassVar = Processing(
        purpose=_("Tenere le carte di una famiglia insieme al suo percorso, chiuse a chiave."),
        basis=_("Art. 6.1.e e 9.2.g, art. 32 del GDPR."),
        retention=_("Quanto la cartella della famiglia a cui il documento appartiene."),
    )
    name = models.CharField(max_length=64, unique=True, help_text="random: of its file outside the web root")
    media_type = models.CharField(max_length=20, choices=MediaType.choices)
    size = models.PositiveIntegerField(help_text="bytes, as it is read")
    sha256 = models.CharField(max_length=64, help_text="of what is read")
    added_at = models.DateTimeField()
    added_by = models.UUIDField(null=True, help_text="membership")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(media_type__in=MediaType.values), name="document_type_known"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="document_is_not_empty"),
        ]

    @property
    def is_picture(self) -> bool:
        """Shown in the browser; a PDF is only saved."""
        return MediaType(self.media_type).is_picture
