"""What comes in as a file, made harmless: told by its content, drawn anew where it is a picture."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from intreccio.ground.kernel.refused import Words
from intreccio.workshop.documents.rules import (
    Limits,
    media_type_of,
    why_not_content,
    why_not_points,
    why_not_size,
    without_places,
)
from intreccio.workshop.documents.vocabulary import MediaType

# The long side of what is kept: an A4 page at 350 points an inch is still read with its smallest print.
LONGEST = 4096
PLAIN = {"JPEG": ("L", "RGB"), "PNG": ("1", "L", "LA", "RGB", "RGBA"), "WEBP": ("RGB", "RGBA")}
SAVED: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88},
}


class NotKept(Exception):
    """Why a file is not kept, for whoever chose it."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Content:
    """What may be kept. Made by `checked` alone."""

    content: bytes
    media_type: MediaType

    @property
    def sha256(self) -> str:
        """Its fingerprint."""
        return hashlib.sha256(self.content).hexdigest()


def checked(content: bytes, limits: Limits, *, size: int | None = None) -> Content:
    """What may be kept of a file. Raises NotKept. `size`: where more was sent than is in `content`.

    A picture is drawn anew: nothing that was hidden in it, or said in it about where and by whom it was taken, remains.
    """
    if reason := why_not_size(len(content) if size is None else size, limits) or why_not_content(content):
        raise NotKept(reason)
    kind = media_type_of(content)
    if kind is None or kind is MediaType.PDF:
        return Content(without_places(content), MediaType.PDF)
    return Content(_drawn_anew(content, kind, limits), kind)


def _drawn_anew(content: bytes, kind: MediaType, limits: Limits) -> bytes:
    kept = BytesIO()
    try:
        with Image.open(BytesIO(content), formats=[kind.name]) as picture:
            if reason := why_not_points(*picture.size, limits):
                raise NotKept(reason)
            picture.draft(None, (LONGEST, LONGEST))  # a JPEG is read no larger than it is kept
            plain = _plain(ImageOps.exif_transpose(picture), kind.name)
        plain.save(kept, kind.name, **SAVED[kind.name])
    except Image.DecompressionBombError as bomb:
        raise NotKept(why_not_points(limits.megapixels, 1_000_001, limits) or "") from bomb
    # A hostile picture breaks its reader in many ways: each of them means the same to whoever chose it.
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as trouble:
        raise NotKept(
            _("L'immagine non si legge: forse l'invio si è interrotto, o il file è rovinato.")
        ) from trouble
    return kept.getvalue()


def _plain(picture: Image.Image, form: str) -> Image.Image:
    """Its points alone, the right way up, no larger than is kept: no notes, profile, comment or second picture."""
    if picture.mode not in PLAIN[form] or "transparency" in picture.info:
        transparent = "transparency" in picture.info or "A" in picture.mode
        picture = picture.convert("RGBA" if transparent and form != "JPEG" else "RGB")
    picture.thumbnail((LONGEST, LONGEST))
    picture.info = {}
    return picture
