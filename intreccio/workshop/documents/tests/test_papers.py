"""A paper says what was written, to eyes and to screen readers; nobody's words run as markup."""

import re
import unicodedata
from io import BytesIO

import pytest
from pypdf import PdfReader

from intreccio.workshop.documents.files import pdf, undrawn
from intreccio.workshop.documents.files.fonts import fonts, signs_of_noto
from intreccio.workshop.documents.files.papers import HOUSE, JOINERS, drawable
from intreccio.workshop.documents.files.svgs import as_image

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


FAMILIES = {
    "cinese": "我很害怕爸爸", "giapponese": "ひらがな カタカナ", "coreano": "한국어", "bengalese": "আমি ভয় পাই", "hindi": "मुझे डर लगता है",
    "punjabi": "ਮੈਨੂੰ ਡਰ ਲੱਗਦਾ ਹੈ", "gujarati": "મને ડર લાગે છે", "tamil": "எனக்கு பயமாக இருக்கிறது", "telugu": "నాకు భయం",
    "malayalam": "എനിക്ക് പേടി", "singalese": "මට බයයි ශ්‍රී", "tigrino": "ፍርሒ ኣለኒ", "georgiano": "მეშინია",
    "armeno": "Ես վախենում եմ", "thai": "ฉันกลัว", "khmer": "ខ្ញុំខ្លាច", "birmano": "ကြောက်တယ်", "arabo": "مَرْحَبًا بك",
    "farsi": "می‌ترسم", "urdu": "ڈر لگتا ہے", "ebraico": "שָׁלוֹם", "ucraino": "Мені страшно ґ", "greco": "Φοβάμαι",
    "yoruba": "ẹ̀rù ń bà mí", "vietnamita": "Tôi sợ lắm", "faccine": "😢 👍🏽 ❤️ 👨‍👩‍👧 🇮🇹",
}  # fmt: skip


@pytest.mark.parametrize("language", FAMILIES)
def test_the_words_of_every_family_stand_on_paper_as_they_were_written(language):
    words = unicodedata.normalize("NFC", FAMILIES[language])
    assert undrawn([words]) == []
    assert drawable(words) == words
    said = text_of(letter(words))
    assert "□" not in said
    assert {sign for sign in words if not unicodedata.category(sign).startswith("M")} <= {*said, *JOINERS}


def test_what_no_font_can_draw_is_marked_and_stops_nothing():
    assert "ciao □" in text_of(letter("ciao 𒀀"))
    assert drawable({"a": ["𒀀ߒ", "é"], "b": 3}) == {"a": ["□□", "é"], "b": 3}


def test_words_that_no_font_can_draw_are_told_beforehand_each_once():
    texts = ["Priya 𒀀𒀁 हिन्दी", "ߒߞߏ e ߒߞߏ", "Nadia scrive مرحبا", "tutto bene ", "\u200b", "□ da spuntare"]
    assert undrawn(texts) == ["𒀀𒀁", "ߒߞߏ"]


@pytest.mark.parametrize("mark", ["\u0592", "\u064e", "\u09cd", "\u0301", "\u20e3", "\u200d", "\ufe0f"])
@pytest.mark.parametrize("before", ["", " ", "a", "我", "𒀀", "ب", "ক", "😢", "a\u200d"])
def test_no_mark_under_any_letter_stops_a_paper(mark, before):
    assert letter(f"{before}{mark} ciao").pages


@pytest.mark.parametrize("words", ["\u200b\u200b", "\ufeff", "\u2060 \u200e"])
def test_a_heading_of_signs_that_nobody_sees_is_marked_and_breaks_nothing(words):
    assert drawable(words) == "□"
    paper = PdfReader(BytesIO(pdf(LETTER, {"words": ["sì"]}, title=words)))
    assert "sì" in text_of(paper)


def test_nothing_stays_nothing():
    assert drawable("") == ""


def test_the_fonts_that_a_paper_names_are_there():
    faces = re.findall(r'"([A-Z][\w ]+)"', (HOUSE / "workshop/documents/pages/paper.typ").read_text())
    assert len(faces) > 20
    assert {*faces, *signs_of_noto()} <= set(fonts().families())


def test_what_is_never_seen_goes():
    assert drawable("a\u200bb\u202ec\u0000d\u00ade\u2028") == "abcde□"


def test_every_sign_that_is_said_to_be_drawn_is():
    signs = [chr(number) for number in range(0x20, 0x30000) if not 0xD800 <= number < 0xE000]
    shown = "".join(sign for sign in signs if drawable(sign) == sign and not undrawn([sign]))
    assert len(shown) > 51_000
    assert "é" in shown
    assert letter(*(shown[at : at + 500] for at in range(0, len(shown), 500))).pages


def test_every_mark_is_drawn_under_a_letter_of_its_font():
    under = [
        f"{min(each for each in font if unicodedata.category(each)[0] in 'LN')}{mark}"
        for font in signs_of_noto().values()
        for mark in font
        if unicodedata.category(mark).startswith("M")
    ]
    shown = [each for each in under if drawable(each) == each]
    assert len(shown) > 850
    assert letter(*shown).pages


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60" width="400" height="60" '
    'font-family="Libertinus Serif"><text x="9" y="30">%s</text></svg>'
)


@pytest.mark.parametrize("language", FAMILIES)
def test_a_drawing_with_names_in_every_alphabet_stands_on_paper(language):
    said = {
        "svg": SVG % f"Elena {FAMILIES[language]} Rossi",
        "alt": "Una casa",
        "family": "Rossi",
        "day": "Oggi",
        "printed": "",
        "parts": [],
    }
    drawn = PdfReader(BytesIO(pdf("parties/people/pages/print_drawing.typ", said, title="La famiglia")))
    assert "Rossi" in text_of(drawn)


def test_a_drawing_with_latin_names_alone_stays_a_drawing():
    assert as_image(SVG % "Šejla Łukasz «Ольга» – 3 m²")["format"] == "svg"
    assert as_image(SVG % "小林") == as_image(SVG % "□□")
    assert as_image(SVG % "Elena مرحبا")["format"] == "png"
