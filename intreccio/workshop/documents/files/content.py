"""What comes in as a file, made harmless: told by its content, drawn anew where it is a picture."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from intreccio.ground.kernel.refused import Words
from intreccio.workshop.documents.files.pdfs import is_signed, without_places
from intreccio.workshop.documents.rules import (
    Limits,
    media_type_of,
    why_not_content,
    why_not_points,
    why_not_size,
)
from intreccio.workshop.documents.vocabulary import MediaType

# The long side of what is kept: an A4 page at 350 points an inch is still read with its smallest print. A long picture,
# as of a chat, is made no narrower than NARROWEST for it.
LONGEST, NARROWEST = 4096, 1600
PLAIN = {"JPEG": ("L", "RGB"), "PNG": ("1", "L", "LA", "RGB", "RGBA"), "WEBP": ("RGB", "RGBA")}
# What is not plain and can be made so without looking otherwise.
TURNED = {"P", "PA", "RGBX", "RGBa", "La", "CMYK", "YCbCr", *PLAIN["PNG"]}
GREY_16 = {"I", "I;16", "I;16B", "I;16L", "I;16N"}
STEPS = 65536
SMALLER = Image.Resampling.LANCZOS
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

    @property
    def address(self) -> str:
        """A picture as an address that shows it by itself, kept nowhere; empty where it is none."""
        if not self.media_type.is_picture:
            return ""
        return f"data:{self.media_type};base64,{b64encode(self.content).decode()}"

    @property
    def may_say_places(self) -> bool:
        """True for a signed PDF, which is kept to the last byte: photographs inside may say where they were taken."""
        return self.media_type is MediaType.PDF and is_signed(self.content)


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
            if kind is not MediaType.JPEG and getattr(picture, "is_animated", False):
                raise NotKept(
                    _(
                        "Questa immagine si muove, e se ne terrebbe solo l'inizio: scegliete una fotografia ferma."
                    )
                )
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
    if picture.mode in GREY_16:
        picture = _in_256_greys(picture)
    if picture.mode not in TURNED:
        raise NotKept(_("I colori di questa immagine qui non si leggono: salvatela come JPEG e riprovate."))
    transparent = "transparency" in picture.info or "A" in picture.mode.upper()
    if profile := picture.info.get("icc_profile"):
        picture = _as_its_profile_says(picture, profile, transparent=transparent)
    if picture.mode not in PLAIN[form] or "transparency" in picture.info:
        picture = picture.convert("RGBA" if transparent and form != "JPEG" else "RGB")
    size = size_kept(*picture.size)
    if size != picture.size:
        # Of black and white alone, thin strokes would fall between the points.
        picture = (picture.convert("L") if picture.mode == "1" else picture).resize(size, SMALLER)
    picture.info = {}
    return picture


def _as_its_profile_says(picture: Image.Image, profile: bytes, *, transparent: bool) -> Image.Image:
    """In the colours of every screen, before its profile goes. One that cannot be read is passed over, as browsers do."""
    wanted = "RGBA" if transparent else "RGB"
    of_colours = picture if picture.mode in {"L", "CMYK"} and not transparent else picture.convert(wanted)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        seen = ImageCms.profileToProfile(
            of_colours, source, ImageCms.createProfile("sRGB"), outputMode=wanted
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return seen or picture


def _in_256_greys(picture: Image.Image) -> Image.Image:
    """Of a scanner's 65536 greys, with the one that is transparent: Pillow would cut them off at 255."""
    deep = picture.convert("I")
    grey = deep.point([round(step / 257) for step in range(STEPS)], "L")
    clear = picture.info.get("transparency")
    if isinstance(clear, int):
        grey.putalpha(deep.point([0 if step == clear else 255 for step in range(STEPS)], "L"))
    return grey


def size_kept(width: int, height: int) -> tuple[int, int]:
    """Of a picture, as large as it is kept."""
    scale = min(1.0, max(LONGEST / max(width, height), NARROWEST / min(width, height)))
    return max(1, round(width * scale)), max(1, round(height * scale))
