"""What is sent is told by its content, drawn anew, and refused in a sentence where it is something else."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from intreccio.workshop.documents.files.content import LONGEST, NotKept, checked
from intreccio.workshop.documents.rules import Limits, media_type_of, why_not_pdf
from intreccio.workshop.documents.tests.makers import LIMITS, bomb, paper, picture, telling_picture
from intreccio.workshop.documents.vocabulary import MediaType


@pytest.mark.parametrize("kind", [MediaType.JPEG, MediaType.PNG, MediaType.WEBP])
def test_a_picture_is_kept_as_what_it_is_whatever_its_name(kind):
    kept = checked(picture(kind.name), LIMITS)
    assert kept.media_type is kind
    assert media_type_of(kept.content) is kind
    assert Image.open(BytesIO(kept.content)).size == (60, 40)


def test_a_pdf_is_kept_to_the_last_byte():
    sent = paper()
    assert checked(sent, LIMITS) == checked(sent, LIMITS)
    assert checked(sent, LIMITS).content == sent


def test_a_photograph_no_longer_says_where_and_by_whom_it_was_taken():
    sent = telling_picture()
    assert b"Rose Bianche" in sent
    assert b"Aminata" in sent
    kept = checked(sent, LIMITS)
    seen = Image.open(BytesIO(kept.content))
    assert b"Rose Bianche" not in kept.content
    assert b"Aminata" not in kept.content
    assert not dict(seen.getexif())
    assert "comment" not in seen.info
    assert seen.size == (40, 60), "turned as it was held"


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_nor_does_a_picture_of_another_kind(form):
    notes = Image.Exif()
    notes[0x010E] = "Via delle Rose Bianche 4"
    kept = checked(picture(form, exif=notes), LIMITS)
    assert b"Rose Bianche" not in kept.content
    assert not dict(Image.open(BytesIO(kept.content)).getexif())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_is_hidden_behind_a_picture_goes(form):
    hidden = b"<html><script>alert(1)</script>PK\x03\x04"
    assert hidden[:14] not in checked(picture(form) + hidden, LIMITS).content


def test_a_transparent_palette_and_a_large_one_are_kept():
    image = Image.new("P", (30, 30))
    image.info["transparency"] = 0
    sent = BytesIO()
    image.save(sent, "PNG", transparency=0)
    assert checked(sent.getvalue(), LIMITS).media_type is MediaType.PNG
    large = checked(picture(size=(6000, 4200)), LIMITS)
    assert max(Image.open(BytesIO(large.content)).size) <= LONGEST


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vuoto"),
        (b"ciao", "JPEG, PNG, WebP e PDF"),
        (b"<html><script>alert(1)</script></html>", "JPEG, PNG, WebP e PDF"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "JPEG, PNG, WebP e PDF"),
        (b"MZ\x90\x00" + b"\0" * 100, "JPEG, PNG, WebP e PDF"),
        (b"GIF89a" + b"\0" * 100, "JPEG, PNG, WebP e PDF"),
        (b"PK\x03\x04word/document.xml", "salvatelo come PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "salvatelo come PDF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"junk%PDF-1.7\n%%EOF\n", "JPEG, PNG, WebP e PDF"),
        (b"%PDF-1.7\n1 0 obj", "intero"),
        (b"%PDF-1.7\n%%EOF\n<script>", "intero"),
        (b"%PDF-1.7\n<html><script>\n%%EOF\n", "dentro non lo è"),
        (b"%PDF-1.7\n1 0 obj\nPK\x05\x06\nstartxref\n9\n%%EOF\n", "un altro file"),
        (b"\xff\xd8\xff<html>", "non si legge"),
        (b"RIFF\0\0\0\0WEBP<html>", "non si legge"),
    ],
)
def test_something_else_is_refused_and_told_why(content, said):
    with pytest.raises(NotKept) as no:
        checked(content, LIMITS)
    assert said in str(no.value.reason)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_cut_off_on_the_way_is_refused(form):
    whole = picture(form, size=(400, 300))
    with pytest.raises(NotKept, match="non si legge"):
        checked(whole[: len(whole) // 2], LIMITS)


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_read():
    assert len(bomb()) < 200
    with pytest.raises(NotKept, match="50 milioni di punti"):
        checked(bomb(), LIMITS)


def test_too_big_a_file_is_refused_by_what_was_sent_and_not_by_what_was_kept():
    with pytest.raises(NotKept, match="al più 1 MB"):
        checked(b"\xff\xd8\xff" + b"\0" * 1_000_001, Limits(1, 50))
    with pytest.raises(NotKept, match="al più 15 MB"):
        checked(b"", LIMITS, size=200_000_000)


def test_our_own_paper_is_a_pdf_like_any_other():
    assert why_not_pdf(paper()) is None
    assert "ottobre" in PdfReader(BytesIO(checked(paper(), LIMITS).content)).pages[0].extract_text()


@settings(max_examples=60)
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "PDF"]), st.data())
def test_whatever_is_sent_is_kept_clean_or_refused_in_words(form, data):
    sent = bytearray(paper() if form == "PDF" else picture(form))
    for _ in range(data.draw(st.integers(0, 5))):
        sent[data.draw(st.integers(0, len(sent) - 1))] = data.draw(st.integers(0, 255))
    sent = sent[: data.draw(st.integers(0, len(sent)))] + data.draw(st.binary(max_size=20))
    try:
        kept = checked(bytes(sent), LIMITS)
    except NotKept:
        return
    assert media_type_of(kept.content) is kept.media_type
