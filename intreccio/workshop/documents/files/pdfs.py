"""What a PDF says of places in the clear, blanked in place: nothing moves, so that it opens as before."""

import re
from collections.abc import Iterator

# Notes of a photograph that are told by their own first words, wherever they stand.
NOTES = re.compile(
    rb"\xff[\xe1\xed](..)(?=Exif\x00\x00|http://ns\.adobe\.com/|Photoshop 3\.0\x00)", re.DOTALL
)
JPEG = b"\xff\xd8\xff"
SCAN, COMMENT, LAST = 0xDA, 0xFE, 0xD9
# In its scans every marker stands out: neither a stuffed byte, nor one of those that begin again.
IN_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
# Of its own parts these say how it is seen: its density, its colour profile, how its colours are kept.
SEEN = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
ABOUT = re.compile(rb"<(?:[A-Za-z]{1,20}:)?(?:xmpmeta|RDF)[\s>]")
ABOUT_ENDS = re.compile(rb"</(?:[A-Za-z]{1,20}:)?(?:xmpmeta|RDF)\s*>|endstream")
PLACES = re.compile(rb"GPS|Iptc4xmp|Location|photoshop:(?:City|State|Country)")
BYTE_RANGE = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}0\s{1,20}(\d{1,12})\s{1,20}(\d{1,12})\s{1,20}(\d{1,12})\s{0,20}\]"
)
SIGNATURE = re.compile(rb"<3[0-9A-Fa-f][0-9A-Fa-f\s]*>")


def is_signed(pdf: bytes) -> bool:
    """By a signature that holds: what it says to cover is there, and in the gap between stands the signature itself."""
    return any(
        before < after and after + rest <= len(pdf) and SIGNATURE.fullmatch(pdf, before, after)
        for found in BYTE_RANGE.finditer(pdf)
        for before, after, rest in [map(int, found.groups())]
    )


def without_places(pdf: bytes) -> bytes:
    """The same PDF, where photographs inside no longer say where and when they were taken.

    A signed one is left as it is: blanking would break the signature.
    """
    if is_signed(pdf):
        return pdf
    blank = bytearray(pdf)
    for start, end in _notes(pdf):
        blank[start : min(end, len(blank))] = bytes(min(end, len(blank)) - start)
    for start, end in _about(pdf):
        blank[start:end] = b" " * (end - start)
    return bytes(blank)


def _notes(pdf: bytes) -> Iterator[tuple[int, int]]:
    """Where notes of photographs stand."""
    for found in NOTES.finditer(pdf):
        yield found.end(), found.start() + 2 + int.from_bytes(found[1])
    at = pdf.find(JPEG)
    while at >= 0:
        parts, end = _parts_of(pdf, at + 2)
        yield from parts
        at = pdf.find(JPEG, max(end, at + 3))


def _parts_of(pdf: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Of the photograph that begins here, what says nothing of how it is seen, and where it ends; nothing where it is none."""
    notes: list[tuple[int, int]] = []
    is_picture = False
    while at + 4 <= len(pdf) and pdf[at] == 0xFF and 0xC0 <= pdf[at + 1] != LAST:
        marker, end = pdf[at + 1], at + 2 + int.from_bytes(pdf[at + 2 : at + 4])
        if marker == 0xFF:  # any number of them may stand before a marker
            end = at + 1
        elif marker == SCAN:
            is_picture = True
            next_one = IN_SCAN.search(pdf, end)
            end = next_one.start() if next_one else len(pdf)
        elif _is_note(marker, pdf[at + 4 : at + 16]):
            notes.append((at + 4, end))
        at = end
    return (notes if is_picture else []), at


def _is_note(marker: int, begins: bytes) -> bool:
    if not (0xE0 <= marker <= 0xEF or marker == COMMENT):
        return False
    return marker not in SEEN or not begins.startswith(SEEN[marker])


def _about(pdf: bytes) -> Iterator[tuple[int, int]]:
    """Where what is said about a picture or a paper (XMP) names a place."""
    found = ABOUT.search(pdf)
    while found:
        ends = ABOUT_ENDS.search(pdf, found.end())
        end = ends.start() if ends else len(pdf)
        if PLACES.search(pdf, found.start(), end):
            yield found.start(), end
        found = ABOUT.search(pdf, end)
