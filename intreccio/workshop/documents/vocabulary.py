"""What a kept file may be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MediaType(models.TextChoices):
    """What telephones and scanners make. It is told from the content, never from the name."""

    JPEG = "image/jpeg", _("fotografia JPEG")
    PNG = "image/png", _("immagine PNG")
    WEBP = "image/webp", _("immagine WebP")
    PDF = "application/pdf", _("PDF")

    @property
    def is_picture(self) -> bool:
        """Drawn anew before it is kept, and shown in the browser; a PDF is only saved."""
        return self is not MediaType.PDF
