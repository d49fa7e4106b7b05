"""What is drawn with a finger becomes a picture, and what is not a drawing is refused."""

import json
from io import BytesIO

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from intreccio.workshop.documents.files.drawing import PENS, Stroke, picture_of, strokes_of
from intreccio.workshop.documents.forms import DrawField, SignatureField
from intreccio.workshop.documents.tests.makers import picture
from intreccio.workshop.documents.vocabulary import MediaType

pytestmark = pytest.mark.django_db

CROSS = [["ink", 8, [100, 100, 300, 300]], ["blue", 8, [300, 100, 100, 300]]]
POINTS = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 360)), min_size=1, max_size=20)
STROKES = st.lists(st.builds(Stroke, st.sampled_from(sorted(PENS)), st.integers(1, 40), POINTS), max_size=6)


@pytest.fixture(autouse=True)
def somebody(acting_as):
    with acting_as("educatrice"):
        yield


class Signing(forms.Form):
    signature = SignatureField(required=False)
    drawing = DrawField(required=False)


def signing(**data: str) -> Signing:
    return Signing(data, MultiValueDict())


def colours(content: bytes) -> set[tuple[int, ...]]:
    with Image.open(BytesIO(content)) as picture:
        return {colour for _count, colour in picture.convert("RGB").getcolors(1_000_000)}


def test_a_drawing_becomes_a_picture_in_its_colours():
    form = signing(drawing_strokes=json.dumps(CROSS))
    assert form.is_valid()
    kept = form.cleaned_data["drawing"]
    assert kept.media_type is MediaType.PNG
    assert {(255, 255, 255), (0x17, 0x32, 0x4D), (0, 0x59, 0xB3)} <= colours(kept.content)


def test_nothing_drawn_is_nothing():
    form = signing(drawing_strokes="", signature_strokes="[]")
    assert form.is_valid()
    assert form.cleaned_data == {"signature": None, "drawing": None}


def test_a_touch_is_a_dot():
    assert len(colours(picture_of([Stroke("ink", 20, [(500, 100)])], 360))) > 1


def test_beside_a_field_for_paper_the_pad_asks_for_no_other_photograph_but_without_a_script():
    class Both(forms.Form):
        signature = SignatureField(required=False, photo=False)

    shown, _noscript, without = str(Both()["signature"]).partition("<noscript>")
    assert 'type="file"' not in shown
    assert 'id="id_signature"' in shown, "an error leads to the pad"
    assert 'type="file" name="signature"' in without
    assert 'type="file"' in str(signing()["signature"]), "alone, it offers a photograph"


def test_a_photograph_of_the_paper_does_as_well():
    paper = BytesIO()
    Image.new("RGB", (40, 30), "white").save(paper, "JPEG")
    files = MultiValueDict({"signature": [SimpleUploadedFile("foglio", paper.getvalue())]})
    form = Signing({"signature_strokes": ""}, files)
    assert form.is_valid()
    assert form.cleaned_data["signature"].media_type is MediaType.JPEG


def test_of_a_drawing_and_a_photograph_together_none_is_lost_and_one_is_asked_which():
    files = MultiValueDict({"drawing": [SimpleUploadedFile("foglio", picture("PNG"))]})
    form = Signing({"drawing_strokes": json.dumps(CROSS)}, files)
    assert "se ne tiene una cosa sola" in form.errors["drawing"][0]
    assert 'value="[[&quot;ink&quot;, 8' in str(form["drawing"]), "the drawing is still there"
    only_photo = Signing({"drawing_strokes": "[]"}, files)
    assert only_photo.is_valid(), "an empty pad is no drawing"


def test_a_drawing_that_is_too_long_says_what_to_do_and_is_still_there():
    text = json.dumps([["ink", 8, [1, 1] * 60_001]])
    form = signing(drawing_strokes=text)
    assert "togli l'ultimo segno" in form.errors["drawing"][0]
    assert form["drawing"].value() == text
    assert 'data-most="60000"' in str(form["drawing"])


@pytest.mark.parametrize(
    "text",
    [
        "…", "{}", "null", "[1]", '[["ink", 8, []]]', '[["ink", 8, [1]]]', '[["ink", 8, [1, 2000]]]', '[["ink", 8, [1, -1]]]',
        '[["ink", 99, [1, 1]]]', '[["pink", 8, [1, 1]]]', '[["ink", 8, [1.5, 1]]]', '[["ink", 8, [true, 1]]]', "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_not_a_drawing_is_refused_and_told(text):
    form = signing(drawing_strokes=text)
    assert form.errors["drawing"] == [
        "Il disegno non è arrivato intero: rifatelo, o scegliete una fotografia."
    ]


def test_a_form_with_something_missing_comes_back_with_the_drawing():
    text = json.dumps(CROSS)
    assert 'value="[[&quot;ink&quot;, 8' in str(signing(drawing_strokes=text)["drawing"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STROKES)
def test_what_was_drawn_is_read_as_it_was(strokes):
    text = json.dumps(
        [[each.pen, each.width, [at for pair in each.points for at in pair]] for each in strokes]
    )
    assert strokes_of(text, 360) == strokes
