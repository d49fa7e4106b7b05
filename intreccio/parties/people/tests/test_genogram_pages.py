"""The pages of genogram and ecomap: drawn, in words, corrected by touch or by form, printed, on a day."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import Household, Kinship
from intreccio.parties.people.tests.world import ELENA, LEO, MARCHETTI, NADIA, address, send, text

LUISA = key_for("person", "luisa_m")


def test_the_drawing_and_the_words_say_the_same(signed_in):
    page = text(signed_in("educatrice").get(address("genogram", MARCHETTI)))
    assert 'role="img"' in page
    for said in (
        "Karim Haddad ed Elena Marchetti sono separati",
        "Luisa Galli è la nonna di Nadia Haddad e Leo Haddad",
    ):
        assert page.count(said) == 2, "for who hears the drawing, and beside it"
    assert page.count('stroke-dasharray="2 4"') == 1
    assert "A · Famiglia Marchetti Haddad" in page
    assert "style=" not in page.split('<svg class="i-drawn"')[1].split("</svg>")[0]


def test_each_person_of_the_drawing_is_a_link_with_a_name(signed_in):
    page = signed_in("educatrice").get(address("genogram", MARCHETTI)).content.decode()
    drawing = page.split('<svg class="i-drawn"')[1].split("</svg>")[0]
    links = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', drawing)
    assert (address("person_ties", MARCHETTI, ELENA), "Elena Marchetti") in links
    assert len(links) == 6


def test_at_a_date_and_only_a_date(signed_in, today):
    client = signed_in("educatrice")
    page = text(client.get(address("genogram", MARCHETTI), {"day": f"{today.year - 3}-06-01"}))
    assert "sono sposati, dal" in page
    assert "separati" not in page.split("<figcaption")[0]
    for wrong in ("ieri", "9999-01-01", ""):
        assert "com'è oggi" in text(client.get(address("genogram", MARCHETTI), {"day": wrong})).replace(
            "&#x27;", "'"
        )


@pytest.mark.parametrize("name", ["genogram", "ecomap", "household_on"])
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("ieri", "Questo giorno non esiste. Si scrive così: 26/11/2026"),
        ("9999-01-01", "Quel giorno deve ancora venire"),
        ("", ""),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(signed_in, name, day, said):
    page = signed_in("educatrice").get(address(name, MARCHETTI), {"day": day})
    assert page.status_code == (422 if said else 200)
    assert said in text(page)
    assert ("i-field-bad" in text(page)) is bool(said)


@pytest.mark.parametrize("name", ["genogram", "print_genogram", "ecomap", "print_ecomap"])
def test_below_the_record_there_is_nothing_and_a_reading_says_who_looked(signed_in, acting_as, name):
    assert signed_in("scuola").get(address(name, MARCHETTI)).status_code == 404
    assert signed_in("educatrice").get(address(name, MARCHETTI)).status_code == 200
    with acting_as("educatrice"):
        assert Reading.objects.filter(page=name, household_id=MARCHETTI).exists()


def test_the_page_costs_few_queries(signed_in):
    client = signed_in("educatrice")
    for name in ("genogram", "ecomap"):
        client.get(address(name, MARCHETTI))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address(name, MARCHETTI)).status_code == 200
        assert len(queries) <= 15, [query["sql"] for query in queries]


@pytest.mark.parametrize(("name", "said"), [("print_genogram", "Genogramma"), ("print_ecomap", "Ecomappa")])
def test_on_paper_drawing_and_words(signed_in, name, said):
    answer = signed_in("educatrice").get(address(name, MARCHETTI))
    assert answer["Content-Type"] == "application/pdf"
    assert "marchetti" not in answer["Content-Disposition"].lower()
    reader = PdfReader(BytesIO(answer.content))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert said in words
    assert "Luisa" in words
    assert len(reader.pages) == 1


def test_a_child_is_added_by_a_form_with_both_parents(signed_in, acting_as, today):
    client = signed_in("educatrice")
    url = address("add_relative", MARCHETTI, ELENA, "child")
    assert "È figlia o figlio anche di" in text(client.get(url))
    values = {
        "kind": "parent",
        "given": "Sole",
        "birth_date": str(today),
        "birth_precision": "exact",
        "sex": "F",
        "lives": "lives",
    }
    answer = send(client, url, **values, also=str(key_for("person", "karim")))
    assert answer.status_code == 302
    with acting_as("educatrice"):
        rows = Kinship.objects.filter(household_id=MARCHETTI, other__names__given="Sole")
        assert rows.count() == 2
    assert "Nadia Haddad, Leo Haddad e Sole sono sorelle e fratelli" in text(
        client.get(address("genogram", MARCHETTI))
    )


def test_a_brother_has_the_parents_that_are_ticked(signed_in, acting_as):
    client = signed_in("educatrice")
    url = address("add_relative", MARCHETTI, NADIA, "sibling")
    answer = send(
        client, url, kind="sibling", given="Omar", birth_precision="exact", lives="kin", also=str(ELENA)
    )
    assert answer.status_code == 302
    with acting_as("educatrice"):
        (row,) = Kinship.objects.filter(household_id=MARCHETTI, other__names__given="Omar")
        assert (row.one_id, row.kind) == (ELENA, "parent")


@pytest.mark.parametrize("how", ["parent", "partner"])
def test_somebody_without_a_name(signed_in, how):
    client = signed_in("educatrice")
    kind = {"parent": "kin_carer", "partner": "couple"}[how]
    answer = send(
        client,
        address("add_relative", MARCHETTI, LUISA, how),
        kind=kind,
        birth_precision="exact",
        sex="M",
        lives="kin",
    )
    assert answer.status_code == 302
    assert "nome non noto" in text(client.get(address("genogram", MARCHETTI)))


def test_what_cannot_be_is_said_in_the_form_and_nothing_typed_is_lost(signed_in, acting_as):
    client = signed_in("educatrice")
    url = address("write_kinship", MARCHETTI, LEO)
    answer = send(client, url, how="parent<", other=str(LUISA), note="forse")
    assert answer.status_code == 422
    assert "Una madre e un padre ci sono già" in text(answer)
    assert "forse" in text(answer)
    answer = send(client, url, how="kin_carer<", other=str(LUISA))
    assert answer["Location"] == address("person_ties", MARCHETTI, LEO)
    assert "si prende cura di Leo" in text(client.get(answer["Location"]))
    assert client.get(address("add_relative", MARCHETTI, LEO, "cousin")).status_code == 404


def test_a_tie_is_corrected_ended_and_voided(signed_in, acting_as, today):
    with acting_as("educatrice"):
        row = Kinship.objects.get(household_id=MARCHETTI, kind="separated")
    client = signed_in("educatrice")
    edit = address("edit_kinship", MARCHETTI, row.pk)
    assert "Karim Haddad ed Elena Marchetti sono separati" in text(client.get(edit))
    assert send(client, edit, kind="divorced", since=str(row.since)).status_code == 302
    assert "divorziati" in text(client.get(address("genogram", MARCHETTI)))
    void = address("void_row", MARCHETTI, "kinship", row.pk)
    assert send(client, void, reason="si sono riavvicinati")["Location"] == address("genogram", MARCHETTI)
    assert "sono divorziati" not in text(client.get(address("genogram", MARCHETTI)))


def test_a_bond_is_written_and_ended_by_a_form(signed_in, today):
    client = signed_in("educatrice")
    values = {
        "to": "Il catechismo",
        "sphere": "faith",
        "quality": "strong",
        "flow": "both",
        "person": str(NADIA),
    }
    assert send(client, address("add_bond", MARCHETTI), **values).status_code == 302
    page = text(client.get(address("ecomap", MARCHETTI)))
    assert "Il catechismo" in page
    edit = re.search(r'href="([^"]+)">Correggi o chiudi<span class="visually-hidden"> Il catechismo', page)
    assert edit is not None
    assert send(client, edit[1], **values, until=str(today)).status_code == 302
    assert "Il catechismo" not in text(client.get(address("ecomap", MARCHETTI)))


def test_who_only_reads_finds_no_way_to_write(signed_in, acting_as):
    page = text(signed_in("consultorio").get(address("genogram", MARCHETTI)))
    assert "Toccate una persona" not in page
    assert "una persona" in page
    ties = text(signed_in("consultorio").get(address("person_ties", MARCHETTI, ELENA)))
    assert "Correggi o chiudi" not in ties


def test_a_family_of_which_no_tie_is_written_is_drawn_all_the_same(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        tied = set(Kinship.objects.values_list("household_id", flat=True))
        bare = Household.objects.filter(team_id__in=viewer.team_ids).exclude(pk__in=tied).first()
    page = text(signed_in("educatrice").get(address("genogram", bare.pk)))
    assert "Nessun legame è ancora scritto" in page
