"""Photographs inside a PDF no longer say where they were taken; a signed PDF stays as it was signed, and that is told."""

import struct
import time
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.files.pdfs import is_signed, without_places
from intreccio.workshop.documents.tests.makers import (
    END,
    LIMITS,
    START,
    around,
    paper,
    picture,
    signed,
    telling_picture,
)

PLACE = b"Via delle Rose Bianche 4"


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def with_segment(marker: int, body: bytes) -> bytes:
    plain = picture()
    return plain[:2] + segment(marker, body) + plain[2:]


IPTC = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">H", len(PLACE)) + PLACE
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description %s/></rdf:RDF></x:xmpmeta>"


@pytest.mark.parametrize(
    "inside",
    [
        telling_picture(),
        with_segment(0xED, IPTC),
        with_segment(0xFE, PLACE),
        with_segment(0xE1, b"Exif\0\0" + PLACE),
        with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE),
        with_segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + PLACE),
        with_segment(0xE2, b"MPF\0" + PLACE),
        with_segment(0xEC, b"Ducky" + PLACE),
        picture()[:-2] + segment(0xFE, PLACE) + b"\xff\xd9",
        picture()[:2] + b"\xff\xff" + segment(0xFE, PLACE) + picture()[2:],
        b"junk" + segment(0xE1, b"Exif\0\0" + PLACE),
    ],
)
def test_no_note_of_a_photograph_inside_a_pdf_says_where_it_was_taken(inside):
    sent = around(inside)
    assert PLACE in sent
    kept = checked(sent, LIMITS).content
    assert PLACE not in kept
    assert b"Aminata" not in kept
    assert len(kept) == len(sent)


def test_the_photograph_itself_is_seen_as_before():
    profile = segment(0xE2, b"ICC_PROFILE\0\1\1" + b"colours")
    plain = picture()
    inside = plain[:2] + profile + segment(0xEE, b"Adobe\0\x64\0\0\0\0\1") + segment(0xFE, PLACE) + plain[2:]
    kept = checked(around(inside), LIMITS).content
    assert b"ICC_PROFILE\0\1\1colours" in kept
    assert b"Adobe\0\x64" in kept
    with Image.open(BytesIO(kept[len(START) :])) as opened, Image.open(BytesIO(inside)) as meant:
        assert opened.tobytes() == meant.tobytes()


@pytest.mark.parametrize(
    "said",
    [
        b"exif:GPSLatitude='45,22.1N'",
        b"photoshop:City='Rose Bianche'",
        b"Iptc4xmpCore:Location='Rose Bianche'",
        b"Iptc4xmpExt:LocationCreated='Rose Bianche'",
    ],
)
def test_nor_does_what_is_said_about_it_beside_it(said):
    sent = around(picture(), b"\nendstream endobj 2 0 obj<</Type/Metadata>>stream\n" + XMP % said)
    kept = checked(sent, LIMITS).content
    assert said not in kept
    assert len(kept) == len(sent)


def test_what_is_said_of_a_paper_and_names_no_place_stays():
    sent = paper()
    assert b"pdfuaid" in sent
    assert checked(sent, LIMITS).content == sent
    assert PdfReader(BytesIO(sent)).pages


@pytest.mark.parametrize(
    "word",
    [
        b"3 0 obj(/ByteRange)endobj\n",
        b"% /ByteRange [0 1 2 3]\n",
        b"3 0 obj<</Type/Sig/ByteRange[0 10 20 30]>>endobj\n",
        b"3 0 obj<</Type/Sig/ByteRange[0 99999999 999999999 5]/Contents<3082>>>endobj\n",
    ],
)
def test_the_word_alone_makes_no_signature(word):
    sent = around(telling_picture(), b"\nendstream endobj\n" + word)
    assert not is_signed(sent)
    kept = checked(sent, LIMITS)
    assert PLACE not in kept.content
    assert not kept.may_say_places


def test_a_signed_pdf_stays_as_it_was_signed_and_that_is_told():
    sent = signed(telling_picture())
    assert is_signed(sent)
    kept = checked(sent, LIMITS)
    assert kept.content == sent
    assert kept.may_say_places


def test_one_that_was_written_into_after_it_was_signed_is_still_signed():
    assert is_signed(signed(picture()) + b"4 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n")


@pytest.mark.parametrize(
    "again",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\xff\xff",
        b"<x:xmpmeta ",
        b"<rdf:RDF GPS",
        b"/ByteRange[0 1 2 3]",
        b"\xff\xd8\xff\xda\0\2",
    ],
)
def test_a_hostile_one_is_read_in_no_time(again):
    began = time.monotonic()
    without_places(START + again * (8_000_000 // len(again)) + END)
    assert time.monotonic() - began < 20
