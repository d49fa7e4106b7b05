"""Sheets on their pages: each part on its own steps, what may be said of a change, on paper and as a table."""

import re
from html import unescape
from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.assessments.queries.ladders import read_sheet
from intreccio.families.assessments.queries.sheets import Filled, before
from intreccio.families.assessments.tests.conftest import only, page
from intreccio.families.assessments.tests.test_sheets import ELIA, NADIA, OPEN, WEIGHTS, address, the_sheet
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.definition import items_of


def test_the_page_shows_each_part_on_its_own_steps_and_no_total(signed_in):
    text = signed_in("educatrice").get(address("sheet_page", NADIA)).content.decode()
    assert text.count("i-ladder") == 17
    for words in (
        "Studia da sola, non so come faccia.",
        "La scuola mi piace, la mattina no.",
        "Che cosa ne dice chi lavora con la famiglia",
        "È una difficoltà seria",
        "non si somma niente",
    ):
        assert words in text, words
    assert text.index("Salute e crescita") < text.index("Autorealizzazione") < text.index("Abitazione")
    parts = text.partition("i-ladder")[2].partition(">")[2].rpartition("i-ladder")[0].rpartition("<")[0]
    shown = unescape(re.sub(r"<[^>]*>", " ", parts))
    assert set(re.findall(r"\d+", shown)) == {"9"}, "Nadia's mark at school: no level, no total, no mean"


def test_nothing_of_a_sheet_that_is_never_summed_is_a_number(acting_as):
    with acting_as("educatrice"):
        read = read_sheet(Filled(the_sheet(NADIA), "Nadia"), None, child_too=True)
        assert read.scales == []
        assert len([part for section in read.sections for part in section.parts]) == 17
        definition = the_sheet(NADIA).instrument.definition
        assert [part.text for section in read.sections for part in section.parts] == [
            item["text"] for item in items_of(definition)
        ]


def test_three_axes_move_each_by_itself_and_nothing_is_claimed(signed_in):
    text = signed_in("assistente").get(address("sheet_page", WEIGHTS)).content.decode()
    for words in ("Soldi, lavoro e casa", "Chi c&#x27;è intorno", "Crescere e imparare", "prima: pesa molto"):
        assert words in text, words
    assert "non è pubblicato niente" in text
    assert "È cambiato più di quanto" not in text


def test_what_may_be_said_of_a_change_comes_with_its_source(acting_as, keeper):
    """SDQ by the mother, of who is twelve or more: 20 → 10 is beyond 9.6 points, 20 → 12 is not."""
    with acting_as("assistente"):
        sheet, earlier = the_sheet(WEIGHTS), before(the_sheet(WEIGHTS))
        sdq = Instrument.objects.get(pk="sdq-totali-1")
        sheet.voice, sheet.instrument, earlier.response.scores = "mother", sdq, {"total": 20}
        sheet.about = sheet_about = the_sheet(NADIA).about
        sheet_about.birth_date = sheet.heard_on.replace(year=sheet.heard_on.year - 13)
        said = {}
        for now in (10, 12):
            sheet.response.scores = {"total": now}
            read = read_sheet(Filled(sheet, "Nadia"), earlier, child_too=True)
            said[now] = next(scale.change for scale in read.scales if scale.code == "total")
        assert "È cambiato più di quanto" in said[10]
        assert "non si può dire che ci sia" in said[12]
        assert all("Goodman 2001" in words and "9,6" in words for words in said.values())
        sheet_about.birth_date = sheet.heard_on.replace(year=sheet.heard_on.year - 8)
        silent = read_sheet(Filled(sheet, "Nadia"), earlier, child_too=True)
        assert silent.is_silent, "nobody published it for that age"


def test_the_paper_is_in_the_order_of_the_guidelines(signed_in):
    answer = signed_in("educatrice").get(address("print_sheet", NADIA))
    assert answer["Content-Disposition"] == 'attachment; filename="scheda.pdf"'
    text = " ".join(
        " ".join(each.extract_text() for each in PdfReader(BytesIO(answer.content)).pages).split()
    )
    seventeen = next(said for path, said in definitions() if path.stem == NADIA[1])
    names = [item["text"] for item in items_of(seventeen)]
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert "Vorrei anche non fare niente" not in text, "nobody asked for whom a child's words are"
    shown = signed_in("educatrice").get(address("sheet_page", NADIA)).content.decode()
    assert "Vorrei anche non fare niente" in shown, "who works with the family reads them here"


def test_another_body_to_which_the_record_is_open_reads_nothing_that_a_child_says_in_it(signed_in):
    shown = unescape(signed_in("consultorio").get(address("sheet_page", NADIA)).content.decode())
    assert "Autonomia" in shown
    assert "Vorrei anche non fare niente" not in shown


def test_the_table_has_a_line_a_part_and_none_that_adds_up(signed_in):
    answer = signed_in("educatrice").get(address("export_sheet", NADIA))
    assert answer["Content-Disposition"] == 'attachment; filename="scheda.csv"'
    lines = answer.content.decode("utf-8-sig").strip().splitlines()
    assert len(lines) == 1 + 17
    assert lines[4].startswith("Autonomia;2;è una difficoltà seria;")
    assert "So fare tutto" not in lines[4]
    scales = signed_in("assistente").get(address("export_sheet", WEIGHTS)).content.decode("utf-8-sig")
    assert len(scales.strip().splitlines()) == 1 + 12 + 3


def test_choose_sheet_offers_what_suits_this_home(signed_in):
    text = signed_in("educatrice").get(page("choose_sheet", OPEN)).content.decode()
    assert "Diciassette sguardi" in text
    assert "Essere genitori: dai tre ai sei anni" in text
    assert "Essere genitori: dai quattordici" not in text
    assert "solo i punteggi: le domande restano su carta" in text
    assert signed_in("educatrice").get(page("choose_sheet", "marchetti_t0")).status_code == 409, (
        "it is closed"
    )


def test_from_choosing_to_reading_in_the_browser(signed_in, today):
    client = signed_in("educatrice")
    form = client.get(page("add_sheet", OPEN, "tre-pesi"))
    assert "Uno non compensa l&#x27;altro" in form.content.decode()
    said = {"once": uuid4(), "about": "", "voice": "team", "heard_on": today}
    answering = client.post(page("add_sheet", OPEN, "tre-pesi"), said)
    assert answering.status_code == 302
    told = {"once": uuid4(), "version": 1, "item-income": "3", "item-job": "2", "item-debts": "3"}
    draft = client.post(answering.url, told)
    assert "Continua la scheda" in client.get(draft.url).content.decode()
    undone = client.post(answering.url, {**told, "once": uuid4(), "version": 2, "done": "1"})
    assert undone.status_code == 422, "two parts have neither an answer nor a reason"
    late = client.post(answering.url, {**told, "once": uuid4(), "version": 1, "item-income": "1"})
    assert late.status_code == 409
    assert "Nel frattempo qualcun altro ha scritto" in late.content.decode()
    whole = {
        **told,
        "once": uuid4(),
        "version": 2,
        "done": "1",
        "item-alone": "1",
        "empty-educational": "un'altra volta",
    }
    text = client.get(client.post(answering.url, whole).url).content.decode()
    assert "Lasciata vuota: un&#x27;altra volta" in text
    assert client.get(page("assessment_page", OPEN)).content.decode().count("Che cosa pesa adesso") == 1


def test_the_seventeen_ask_for_facts_and_for_each_point_of_view(signed_in, today):
    client = signed_in("educatrice")
    said = {"once": uuid4(), "about": str(ELIA), "voice": "team", "heard_on": today}
    text = client.get(client.post(page("add_sheet", OPEN, "diciassette-sguardi"), said).url).content.decode()
    assert text.count("Che cosa ne dice la mamma") == 17
    assert text.count('value="6"') >= 17
    assert "Di che cosa ha bisogno per crescere" in text


def test_the_family_is_told_that_its_satisfaction_is_not_anonymous(signed_in):
    text = signed_in("educatrice").get(page("add_sheet", OPEN, "come-ci-siamo-trovati")).content.decode()
    assert "Non è anonimo" in text
    assert "équipe" not in text.partition("Chi risponde")[2].partition("</fieldset>")[0], "the family answers"


@pytest.mark.parametrize("code", ["che-cosa-c-e", "fattori", "non-c-e"])
def test_what_is_no_sheet_has_no_page(signed_in, code):
    assert signed_in("educatrice").get(page("add_sheet", OPEN, code)).status_code == 404


def test_a_sheet_of_another_family_is_not_found_through_mine(signed_in):
    theirs = key_for("sheet", *NADIA)
    for name in ("sheet_page", "answer_sheet", "void_sheet", "print_sheet"):
        assert signed_in("educatrice").get(page(name, OPEN, theirs)).status_code == 404
        assert signed_in("educatrice").get(page(name, OPEN, new_key())).status_code == 404


def test_who_reads_the_record_reads_its_sheets(answers):
    expected = only(coordinatrice=200, assistente=200, educatrice=200, psicologa=200)
    got = answers(address("sheet_page", NADIA))
    assert {account: got[account] for account in ("scuola", "sara", "admin")} == {
        account: expected[account] for account in ("scuola", "sara", "admin")
    }
    assert got["educatrice"] == got["coordinatrice"] == 200


def test_void_sheet_says_why(signed_in, today):
    client = signed_in("educatrice")
    said = {"once": uuid4(), "about": "", "voice": "team", "heard_on": today}
    answering = client.post(page("add_sheet", OPEN, "tre-pesi"), said).url
    voided = client.post(answering.replace("/answer", "/void"), {"once": uuid4(), "reason": "era per altri"})
    assert voided.status_code == 302
    assert "annullata" in client.get(voided.url).content.decode()
    assert "era per altri" in client.get(answering.replace("/answer", "")).content.decode()


def test_the_page_costs_few_queries(signed_in, counted):
    client = signed_in("assistente")
    client.get(address("sheet_page", WEIGHTS))
    with counted() as queries:
        client.get(address("sheet_page", WEIGHTS))
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)


def test_the_story_tells_it_without_words(signed_in, today):
    client = signed_in("educatrice")
    said = {"once": uuid4(), "about": "", "voice": "team", "heard_on": today}
    client.post(page("add_sheet", OPEN, "tre-pesi"), said)
    story = client.get(reverse("household_story", args=[key_for("household", "pellegrini")])).content.decode()
    assert "Scelta una scheda della libreria" in story
