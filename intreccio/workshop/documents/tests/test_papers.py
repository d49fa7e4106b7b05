"""A paper says what was written, to eyes and to screen readers; nobody's words run as markup."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from intreccio.workshop.documents.files import pdf
from intreccio.workshop.documents.files.papers import DRAWN, drawable, undrawn

LETTER = "workshop/documents/tests/letter.typ"


def letter(*words: str, language: str = "it") -> PdfReader:
    return PdfReader(BytesIO(pdf(LETTER, {"words": words}, title="Una prova", language=language)))


def text_of(paper: PdfReader) -> str:
    return " ".join(page.extract_text() for page in paper.pages)


@pytest.mark.parametrize("language", ["it", "en", "ar"])
def test_a_paper_says_its_title_its_language_and_its_parts(language):
    paper = letter("ciao", language=language)
    root = paper.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.metadata.title == "Una prova"
    assert b"pdfuaid" in root["/Metadata"].get_data()


@pytest.mark.parametrize(
    "words",
    [
        '#import "rubato.typ": *',
        '#panic("no")',
        "*grassetto* _corsivo_ $x^2$ `codice` @rif <nome>",
        'virgolette " e barre \\ \\u{0} e {{ graffe }} #{1+1}',
        "]",
        "// non è un commento",
    ],
)
def test_words_are_shown_and_never_run(words):
    assert "".join(words.split()) in "".join(text_of(letter(words)).split())


def test_arabic_is_drawn():
    assert "□" not in text_of(letter("مرحبا"))
    assert len(text_of(letter("مرحبا"))) > len("Una prova")


def test_what_no_font_can_draw_is_marked_and_stops_nothing():
    assert "ciao □" in text_of(letter("ciao 😀"))
    assert drawable({"a": ["中文", "é"], "b": 3}) == {"a": ["□□", "é"], "b": 3}


def test_what_is_never_seen_goes():
    assert drawable("a\u200bb\u202ec\u0000d\u00ade\u2028") == "abcde□"


def test_every_sign_that_is_said_to_be_drawn_is():
    signs = "".join(chr(number) for number in range(0x20, 0x2600))
    shown = "".join(sign for sign in signs if drawable(sign) == sign)
    assert len(shown) > 1900
    assert "é" in shown
    assert letter(*shown).pages, DRAWN


@pytest.mark.parametrize("words", ["\u200b\u200b", "\ufeff", "\u2060 \u200e"])
def test_a_heading_of_signs_that_nobody_sees_is_marked_and_breaks_nothing(words):
    assert drawable(words) == "□"
    paper = PdfReader(BytesIO(pdf(LETTER, {"words": ["sì"]}, title=words)))
    assert "sì" in text_of(paper)


def test_nothing_stays_nothing():
    assert drawable("") == ""


def test_words_that_no_font_can_draw_are_told_beforehand_each_once():
    texts = ["Priya हिन्दी", "中文 e 中文", "Nadia scrive مرحبا", "tutto bene ", "\u200b", "□ da spuntare"]
    assert undrawn(texts) == ["हिन्दी", "中文"]
