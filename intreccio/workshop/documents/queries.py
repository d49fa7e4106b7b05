"""What a kept file holds, and how big one may be."""

import hashlib
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from intreccio.ground.kernel.refused import Refused
from intreccio.ground.parameters.queries import value_at
from intreccio.workshop.documents.files import shelf
from intreccio.workshop.documents.files.seal import Unreadable
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.rules import Limits

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf"}


def limits_on(day: date) -> Limits:
    """How big a file may be."""
    return Limits(**value_at("document_limits", day))


def content_of(document: Document) -> bytes:
    """What was kept, to the last byte. The area above has decided that the viewer may. Raises Refused where it does not open."""
    try:
        content = shelf.get(document.name)
        if hashlib.sha256(content).hexdigest() == document.sha256:
            return content
    except Unreadable as trouble:
        raise _does_not_open() from trouble
    raise _does_not_open()


def _does_not_open() -> Refused:
    return Refused(
        _("Questo documento non si apre: manca la chiave con cui è stato chiuso, o il file è rovinato."),
        code="unreadable",
        way_out=_("Ditelo a chi cura l'installazione: le chiavi stanno in INTRECCIO_DOCUMENT_KEYS."),
    )


def neutral_name(document: Document) -> str:
    """«documento.pdf»: whose it is stands nowhere."""
    return f"documento.{ENDINGS[document.media_type]}"


def named(names: Collection[str]) -> set[str]:
    """Those that a row names. Asked by the house's jobs."""
    return set(Document.objects.filter(name__in=list(names)).values_list("name", flat=True))
