"""Files as people and hostile hands would send them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

from intreccio.workshop.documents.files import pdf
from intreccio.workshop.documents.rules import Limits

LIMITS = Limits(megabytes=15, megapixels=50)
GPS = 0x8825
ORIENTATION = 0x0112
START = b"%PDF-1.7\n1 0 obj\n<</Filter/DCTDecode>>\nstream\n"
END = b"\nendstream endobj\nstartxref\n9\n%%EOF\n"


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    """A small picture, orange on the left."""
    image = Image.new("RGB", size, "white")
    image.paste("orange", (0, 0, size[0] // 2, size[1]))
    kept = BytesIO()
    image.save(kept, form, **more)
    return kept.getvalue()


def telling_picture() -> bytes:
    """As a telephone makes it: turned on its side, with the place where it was taken and the name of whose it is."""
    notes = Image.Exif()
    notes[ORIENTATION] = 6
    notes[0x010E] = "Via delle Rose Bianche 4"
    notes.get_ifd(GPS)[2] = (45.0, 22.0, 51.1234)
    return picture(exif=notes, comment=b"telefono di Aminata")


def paper(words: str = "Nel mese di ottobre") -> bytes:
    """A real PDF."""
    return pdf("workshop/documents/tests/letter.typ", {"words": [words]}, title="Una prova")


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def around(inside: bytes, more: bytes = b"") -> bytes:
    """A PDF with a photograph in it, as it is sent."""
    return START + inside + more + END


def signed(inside: bytes) -> bytes:
    """As whoever signs a PDF does: everything but the signature itself is under it."""
    head = (
        around(inside).removesuffix(b"startxref\n9\n%%EOF\n")
        + b"3 0 obj<</Type/Sig/SubFilter/adbe.pkcs7.detached/ByteRange "
    )
    contents = b"<3082" + b"0" * 60 + b">"
    tail = b">>endobj\nstartxref\n9\n%%EOF\n"
    ranges = b"[0 %010d %010d %010d]/Contents "
    before = len(head) + len(ranges % (0, 0, 0))
    return head + ranges % (before, before + len(contents), len(tail)) + contents + tail
