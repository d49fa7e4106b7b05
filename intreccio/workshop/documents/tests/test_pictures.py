"""A picture is kept as it is seen: whatever its points are made of, however long it is, and standing still."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from intreccio.workshop.documents.files.content import NotKept, checked, size_kept
from intreccio.workshop.documents.tests.makers import LIMITS, picture

GREYS = [0, 17, 85, 119, 187, 255]
COLOURS = [(0, 0, 0), (200, 30, 40), (20, 160, 60), (30, 60, 220), (240, 200, 20), (255, 255, 255)]
WIDE = 16  # of each stripe


def png(depth: int, kind: int, rows: list[list[int]], *more: bytes) -> bytes:
    """A PNG written by hand. rows: samples of a line, as many for each point as its kind has."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    def line(samples: list[int]) -> bytes:
        bits = "".join(f"{sample:0{depth}b}" for sample in samples)
        bits += "0" * (-len(bits) % 8)
        return b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")

    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    head = struct.pack(">IIBBBBB", len(rows[0]) // channels, len(rows), depth, kind, 0, 0, 0)
    extra = b"".join(chunk(each[:4], each[4:]) for each in more)
    body = chunk(b"IDAT", zlib.compress(b"".join(map(line, rows))))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + body + chunk(b"IEND", b"")


def stripes(*points: tuple[int, ...]) -> list[list[int]]:
    """One stripe for each of these points."""
    return [[sample for point in points for _ in range(WIDE) for sample in point]] * WIDE


def seen(content: bytes, count: int) -> list[tuple[int, int, int]]:
    """On a white page, in the middle of each stripe."""
    with Image.open(BytesIO(content)) as opened:
        over = opened.convert("RGBA")
    page = Image.new("RGBA", over.size, "white")
    page.alpha_composite(over)
    return [page.getpixel((WIDE * at + WIDE // 2, WIDE // 2))[:3] for at in range(count)]


def alike(these: list[tuple[int, ...]], those: list[tuple[int, ...]], *, by: int) -> bool:
    return all(
        abs(a - b) <= by
        for one, other in zip(these, those, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def grey(*levels: int) -> list[tuple[int, int, int]]:
    return [(each, each, each) for each in levels]


PALETTE = b"PLTE" + bytes(sample for colour in COLOURS for sample in colour)
HALF = [tuple(round(part * 0.4 + 255 * 0.6) for part in colour) for colour in COLOURS]

WRITTEN = {
    "1 bit": (png(1, 0, stripes((0,), (1,))), grey(0, 255)),
    "2 bit greys": (png(2, 0, stripes((0,), (1,), (2,), (3,))), grey(0, 85, 170, 255)),
    "4 bit greys": (png(4, 0, stripes((0,), (1,), (5,), (15,))), grey(0, 17, 85, 255)),
    "8 bit greys": (png(8, 0, stripes(*((each,) for each in GREYS))), grey(*GREYS)),
    "16 bit greys": (png(16, 0, stripes(*((each * 257,) for each in GREYS))), grey(*GREYS)),
    "16 bit greys, one transparent": (
        png(16, 0, stripes((0,), (12_000,), (50_000,)), b"tRNS" + struct.pack(">H", 12_000)),
        grey(0, 255, 195),
    ),
    "8 bit greys, one transparent": (
        png(8, 0, stripes((0,), (120,), (200,)), b"tRNS" + struct.pack(">H", 120)),
        grey(0, 255, 200),
    ),
    "1 bit, black transparent": (png(1, 0, stripes((0,), (1,)), b"tRNS\0\0"), grey(255, 255)),
    "greys with a veil": (png(8, 4, stripes((0, 102), (100, 255), (50, 0))), grey(153, 100, 255)),
    "16 bit greys with a veil": (
        png(16, 4, stripes((0, 102 * 257), (100 * 257, 65_535), (50 * 257, 0))),
        grey(153, 100, 255),
    ),
    "8 bit colours": (png(8, 2, stripes(*COLOURS)), COLOURS),
    "16 bit colours": (png(16, 2, stripes(*(tuple(part * 257 for part in each) for each in COLOURS))), COLOURS),
    "8 bit colours, one transparent": (
        png(8, 2, stripes(*COLOURS), b"tRNS" + struct.pack(">HHH", 0, 0, 0)),
        [(255, 255, 255), *COLOURS[1:]],
    ),
    "16 bit colours, one transparent": (
        png(
            16, 2, stripes(*(tuple(part * 257 for part in each) for each in COLOURS)),
            b"tRNS" + struct.pack(">HHH", *(part * 257 for part in COLOURS[1])),
        ),
        [COLOURS[0], (255, 255, 255), *COLOURS[2:]],
    ),
    "colours with a veil": (png(8, 6, stripes(*((*each, 102) for each in COLOURS))), HALF),
    "16 bit colours with a veil": (
        png(16, 6, stripes(*(tuple(part * 257 for part in (*each, 102)) for each in COLOURS))),
        HALF,
    ),
    "a palette": (png(8, 3, stripes(*((at,) for at in range(6))), PALETTE), COLOURS),
    "a palette of 4 bit": (png(4, 3, stripes(*((at,) for at in range(6))), PALETTE), COLOURS),
    "a palette with a veil": (
        png(8, 3, stripes(*((at,) for at in range(6))), PALETTE, b"tRNS" + bytes([102] * 6)),
        HALF,
    ),
}  # fmt: skip


@pytest.mark.parametrize("mode", WRITTEN)
def test_a_png_is_seen_as_it_was_whatever_its_points_are_made_of(mode):
    sent, meant = WRITTEN[mode]
    assert alike(seen(checked(sent, LIMITS).content, len(meant)), meant, by=1)


@pytest.mark.parametrize(
    ("form", "mode"), [("JPEG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("WEBP", "RGB"), ("WEBP", "RGBA")]
)
def test_so_is_a_photograph(form, mode):
    meant = grey(*GREYS) if mode == "L" else COLOURS
    scene = Image.new("RGB", (WIDE * len(meant), WIDE))
    for at, colour in enumerate(meant):
        scene.paste(colour, (WIDE * at, 0, WIDE * (at + 1), WIDE))
    sent = BytesIO()
    scene.convert(mode).save(sent, form, quality=100)
    assert alike(seen(checked(sent.getvalue(), LIMITS).content, len(meant)), meant, by=14)


def test_a_picture_is_seen_as_its_profile_says_and_the_profile_goes():
    """Of a profile whose green and red change places, the kept points are those that a screen showed."""
    curve = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = bytearray(curve)
    tags = range(132, 132 + 12 * int.from_bytes(turned[128:132], "big"), 12)
    places = {bytes(turned[at : at + 4]): at for at in tags}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    turned[red : red + 4], turned[green : green + 4] = b"gXYZ", b"rXYZ"
    for form in ("PNG", "JPEG"):
        scene = Image.new("RGB", (WIDE, WIDE), (200, 30, 40))
        sent = BytesIO()
        scene.save(sent, form, icc_profile=bytes(turned), quality=100)
        kept = checked(sent.getvalue(), LIMITS).content
        assert alike(seen(kept, 1), [(30, 200, 40)], by=14)
        assert "icc_profile" not in Image.open(BytesIO(kept)).info


def test_a_profile_that_is_none_is_passed_over():
    kept = checked(picture("PNG", icc_profile=b"Via delle Rose Bianche 4" * 9), LIMITS).content
    assert b"Rose" not in kept
    assert Image.open(BytesIO(kept)).convert("RGB").getpixel((5, 5)) == (255, 165, 0)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ((1080, 20_000), (1080, 20_000)),
        ((1080, 46_000), (1080, 46_000)),
        ((46_000, 1080), (46_000, 1080)),
        ((3000, 16_000), (1600, 8533)),
        ((4000, 3000), (4000, 3000)),
        ((8000, 6000), (4096, 3072)),
        ((7000, 7000), (4096, 4096)),
        ((1, 40_000), (1, 40_000)),
    ],
)
def test_a_long_picture_stays_as_wide_as_it_is_read(sent, kept):
    assert size_kept(*sent) == kept


def test_a_chat_in_one_long_picture_is_still_read():
    chat = Image.new("L", (1080, 20_000), 255)
    chat.paste(0, (400, 19_000, 402, 19_030))
    sent = BytesIO()
    chat.save(sent, "PNG")
    with Image.open(BytesIO(checked(sent.getvalue(), LIMITS).content)) as kept:
        assert kept.size == (1080, 20_000)
        assert kept.getpixel((401, 19_010)) == 0


def test_thin_strokes_of_a_black_and_white_scan_outlast_its_being_made_smaller():
    scan = Image.new("1", (5000, 7000), 1)
    for at in range(0, 7000, 50):
        scan.paste(0, (0, at, 5000, at + 1))
    sent = BytesIO()
    scan.save(sent, "PNG")
    with Image.open(BytesIO(checked(sent.getvalue(), LIMITS).content)) as kept:
        grey_ones = kept.convert("L").crop((10, 0, 11, kept.height)).point(lambda level: level < 225 and 255)
        assert sum(1 for level in grey_ones.tobytes() if level) >= 130


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused_and_told(form):
    moving = picture(form, save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")], duration=500)
    with pytest.raises(NotKept, match="si muove"):
        checked(moving, LIMITS)


def test_a_telephones_jpeg_with_a_second_picture_behind_is_no_moving_one():
    kept = checked(picture("MPO", save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")]), LIMITS)
    assert Image.open(BytesIO(kept.content)).size == (60, 40)
