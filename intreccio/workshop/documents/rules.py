"""What a file is, by its first and last bytes, and why one is not kept."""

import re
from dataclasses import dataclass

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later
from intreccio.workshop.documents.vocabulary import MediaType

BEGINNINGS: tuple[tuple[re.Pattern[bytes], MediaType], ...] = (
    (re.compile(rb"\xff\xd8\xff"), MediaType.JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), MediaType.PNG),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), MediaType.WEBP),
    (re.compile(rb"%PDF-[12]\.\d"), MediaType.PDF),
)
# What else a hand may pick: said by its name, so that one knows what to do.
OTHERS: tuple[tuple[re.Pattern[bytes], Words], ...] = (
    (
        re.compile(rb"....ftyp(heic|heix|heim|heis|mif1|msf1|avif)", re.DOTALL),
        later("È una fotografia in formato HEIC o AVIF: salvatela come JPEG e riprovate."),
    ),
    (
        re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0"),
        later("È un documento di testo, un foglio o una cartella compressa: salvatelo come PDF e riprovate."),
    ),
)
PDF_END = re.compile(rb"%%EOF[\s\x00]{0,1024}\Z")  # some scanners fill the last block
# What a PDF is made of, and what says where in it each thing lies; without them nothing opens it.
PDF_PARTS = (re.compile(rb"\d+ \d+ obj\b"), re.compile(rb"startxref\s+\d+\s"))
ZIP_END = b"PK\x05\x06"
ZIP_TAIL = 66_000  # a zip file is found by its end, wherever it begins


@dataclass(frozen=True, slots=True)
class Limits:
    """How big a file may be, and how many points a picture may have."""

    megabytes: int
    megapixels: int


def media_type_of(content: bytes) -> MediaType | None:
    """By the first bytes; None for what is not kept."""
    return next((kind for beginning, kind in BEGINNINGS if beginning.match(content)), None)


def why_not_size(size: int, limits: Limits) -> Words | None:
    """A reason, or None."""
    if size == 0:
        return _("Il file è vuoto.")
    if size > limits.megabytes * 1_000_000:
        return _("Il file è troppo grande: al più %(most)d MB.") % {"most": limits.megabytes}
    return None


def why_not_content(content: bytes) -> Words | None:
    """A reason, or None. Pictures are looked into later, as they are drawn anew."""
    kind = media_type_of(content)
    if kind is None:
        named = (words for beginning, words in OTHERS if beginning.match(content))
        return next(named, _("Questo file non è una fotografia né un PDF: si tengono JPEG, PNG, WebP e PDF."))
    return why_not_pdf(content) if kind is MediaType.PDF else None


def why_not_pdf(content: bytes) -> Words | None:
    """It must end as it began: neither cut off, nor with something else hidden behind it."""
    if not PDF_END.search(content[-1100:]):
        return _("Il PDF non è intero: forse l'invio si è interrotto. Riprovate.")
    if not all(part.search(content) for part in PDF_PARTS):
        return _(
            "Questo file comincia come un PDF, ma dentro non lo è: salvatelo di nuovo come PDF e riprovate."
        )
    if ZIP_END in content[-ZIP_TAIL:]:
        return _("Dietro questo PDF c'è un altro file: salvatelo di nuovo come PDF e riprovate.")
    return None


def why_not_points(width: int, height: int, limits: Limits) -> Words | None:
    """A reason, or None: a small file may unfold into a picture that fills the memory."""
    if width * height > limits.megapixels * 1_000_000:
        return _("L'immagine è troppo grande: al più %(most)d milioni di punti.") % {
            "most": limits.megapixels
        }
    return None
