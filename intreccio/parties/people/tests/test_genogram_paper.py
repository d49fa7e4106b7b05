"""A genogram on paper: drawing and words on one page, whatever the family; names are read as long as a large sheet has room."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from pypdf import PdfReader

from intreccio.parties.people.rules.genogram import Pair, drawing_of
from intreccio.parties.people.tests import ten_families as ten
from intreccio.workshop.documents.files import pdf

A4, A3 = (842, 595), (1191, 842)


def of_brothers(many):
    """Grandparents, their sons with their wives, and three or four grandchildren each."""
    people = [ten.who("Pietro M 1930"), ten.who("Rosaria F 1932")]
    pairs, lines = [Pair("Pietro", "Rosaria", years="dal 1955")], []
    for nth in range(many):
        home, he, she = f"casa {nth}", f"Lamine{nth}", f"Grazia{nth}"
        people += [ten.who(f"{he} Marchettini M {1958 + nth}", home), ten.who(f"{she} F {1959 + nth}", home)]
        pairs.append(Pair(he, she, years=f"dal {1985 + nth}"))
        lines.append(ten.child_of(he, "Pietro", "Rosaria"))
        for child in range(3 + nth % 2):
            key = f"Nadia{nth}_{child}"
            people.append(ten.who(f"{key} F {1990 + nth + child}", home))
            lines.append(ten.child_of(key, he, she))
    return ten.family(*people, pairs=pairs, lines=lines)


def on_paper(family):
    """The paper of `print_genogram`, with a line for each person and one for how each is tied."""
    drawing = drawing_of(family)
    names = [figure.key for figure in family.figures]
    parts = [
        ("Chi c'è", [f"{name}: nata il 3 marzo 1990, 36 anni, vive qui" for name in names]),
        ("Come sono legati", [f"{name} è figlia o figlio di qualcuno che è qui" for name in names]),
        ("Chi vive insieme", [f"{home}: chi ci vive" for home in family.homes]),
    ]
    said = {
        "svg": render_to_string(
            "parties/people/pages/_genogram_drawing.html",
            {"genogram": SimpleNamespace(drawing=drawing), "paper": True},
        ),
        "alt": "Genogramma",
        "family": "Famiglia Marchetti, VSM-2026-0142",
        "day": "Com'era lunedì 1 giugno 2026",
        "printed": "Stampato oggi. Contiene dati di una famiglia: si custodisce, e poi si distrugge.",
        "parts": [{"title": title, "lines": each} for title, each in parts if each],
    }
    return PdfReader(BytesIO(pdf("parties/people/pages/print_drawing.typ", said, title="Genogramma")))


def sheet(reader):
    box = reader.pages[0].mediabox
    return round(box.width), round(box.height)


def placed(page):
    """Every piece of text of a page: its words, where it stands, and how large its letters are."""
    found = []

    def see(text, outer, own, _font, size):
        if text.strip():
            x = own[4] * outer[0] + own[5] * outer[2] + outer[4]
            y = own[4] * outer[1] + own[5] * outer[3] + outer[5]
            found.append((text.strip(), x, y, abs(size * own[3] * outer[3])))

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("make", ten.TEN, ids=lambda make: make.__name__)
def test_each_of_the_ten_families_stands_on_one_page(make):
    reader = on_paper(make())
    assert (len(reader.pages), sheet(reader)) == (1, A4)


def test_a_family_of_forty_six_stands_on_one_large_page():
    reader = on_paper(of_brothers(8))
    assert (len(reader.pages), sheet(reader)) == (1, A3)


@pytest.mark.parametrize("family", [ten.large_family_of_twenty(), of_brothers(8), of_brothers(16)])
def test_nobody_is_drawn_outside_the_sheet_and_nobody_is_missing(family):
    reader = on_paper(family)
    wide, tall = sheet(reader)
    pieces = placed(reader.pages[0])
    assert all(15 < x < wide - 15 and 15 < y < tall - 15 for _words, x, y, _size in pieces)
    said = " ".join(page.extract_text() for page in reader.pages)
    for figure in family.figures:
        assert said.count(figure.key) >= 3, "drawn, and in words"


def test_of_twenty_the_smallest_letter_is_read_without_a_glass():
    assert min(size for _words, _x, _y, size in placed(on_paper(ten.large_family_of_twenty()).pages[0])) >= 6
