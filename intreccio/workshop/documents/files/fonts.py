"""The fonts of paper: those inside Typst's wheel, and Noto's for the alphabets of the families. None of the machine's."""

import re
import struct
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

# What the fonts inside Typst's wheel can draw: Latin, Greek, Cyrillic, Hebrew, Arabic, and signs; the others Noto draws.
# PDF/UA refuses a sign without a drawing, and some that are no letter at all bring Typst down. A test draws every one.
DRAWN = (
    "\t\n -~\u00a0-\u00ac\u00ae-\u024f\u0388-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff\u05d0-\u05ea"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u066d\u0679-\u067b\u067e-\u0680\u0686\u0687\u0691\u0698"
    "\u06a4\u06a9\u06af\u06be\u06cc\u06f0-\u06f9\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2190-\u22ff\u2500-\u25ff"
)
IN_ITS_PLACE = "\u25a1"
PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
ENDINGS = {".ttf", ".otf", ".ttc"}


def folders() -> list[Path]:
    """Where Noto's fonts lie."""
    return [Path(str(files(package))) for package in PACKAGES]


@cache
def fonts() -> typst.Fonts:
    """Read once for a process: a paper later takes as long as with the fonts of the wheel alone."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(each) for each in folders()]
    )


@cache
def signs_of_noto() -> dict[str, frozenset[str]]:
    """By family, every sign that it has a drawing for."""
    paths = [path for folder in folders() for path in sorted(folder.iterdir()) if path.suffix in ENDINGS]
    return {_family(path): frozenset(map(chr, _signs(path.read_bytes()))) for path in paths}


def _family(path: Path) -> str:
    """«Noto Sans Bengali» of NotoSansBengali[wght].ttf."""
    name = path.name.partition("[")[0].partition("-")[0]
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", name).replace("CJK", "CJK SC")


def _signs(font: bytes) -> Iterator[int]:
    """Of the table «cmap» of an OpenType font; of a collection the first one has those of all."""
    start = struct.unpack_from(">I", font, 12)[0] if font.startswith(b"ttcf") else 0
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(start + 12, start + 12 + 16 * struct.unpack_from(">H", font, start + 4)[0], 16)
    }
    cmap = tables[b"cmap"]
    for which in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * which + 4)[0]
        form = struct.unpack_from(">H", font, at)[0]
        if form == 4:
            yield from _of_segments(font, at)
        elif form == 12:
            yield from _of_groups(font, at)


def _of_segments(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", font, offsets_at)
    for which, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for sign in range(first, min(last, 0xFFFE) + 1):
            glyph = sign
            if offsets[which]:
                place = offsets_at + 2 * which + offsets[which] + 2 * (sign - first)
                glyph = struct.unpack_from(">H", font, place)[0]
            if glyph and (glyph + deltas[which]) % 65536:
                yield sign


def _of_groups(font: bytes, at: int) -> Iterator[int]:
    for which in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * which)
        yield from range(first if glyph else first + 1, last + 1)
