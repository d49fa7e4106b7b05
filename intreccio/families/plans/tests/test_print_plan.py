"""The paper that the family takes home."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.plans import actions
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Person


@pytest.fixture
def paper(signed_in):
    """`paper("marchetti-1")`: what leaves."""
    return lambda key, account="assistente": signed_in(account).get(
        reverse("print_plan", args=[key_for("plan", key)])
    )


def read(answer):
    reader = PdfReader(BytesIO(answer.content))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_paper_says_what_was_agreed_and_can_be_read_aloud(paper):
    answer = paper("marchetti-1")
    reader, text = read(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="progetto.pdf"'
    assert answer["Cache-Control"] == "no-store"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "it"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Il nostro progetto"
    for words in (
        "Leo usa frasi di due o tre parole", "Leggere una storia ogni sera, Elena, quasi ogni sera.", "Che cosa vogliamo cambiare",
        "Leo, 3 anni", "Siamo partiti da qui: indica e piange, senza parole.", "Adesso: dice parole da sole.",
        "Vogliamo arrivare qui: usa frasi di due o tre parole.", "Fate un segno quando è fatto",
        "La storia della sera aiuta Leo a parlare", "Chi ha detto sì", "Elena Marchetti: firmato, sullo schermo",
        "Secondo me Leo parla poco", "Andiamo avanti così", "Elena Marchetti", "Luogo e data",
        "Un colloquio per ripartire, Irene Costa, fatta", "Consultorio Il Cortile",
        "Karim Haddad, con riserva: «La visita di Leo per me è presto»",
    ):  # fmt: skip
        assert words in text, words
    assert len(reader.pages) <= 4
    assert reader.pages[0].mediabox.width == pytest.approx(595.3, abs=1)


def test_the_paper_says_no_codes_and_no_numbers_of_a_scale(paper):
    _, text = read(paper("marchetti-1"))
    for code in (
        "−1",
        "−2",
        "+1",
        "molto meno",
        "Punteggio",
        "atteso",
        "VSM-",
        "futuro.educative",
        "in_force",
        "to_do",
        "own_version",
    ):
        assert code not in text


def test_a_draft_says_that_it_is_one(paper):
    _, text = read(paper("rossetti_lima-1"))
    assert "In preparazione" in text
    assert "Lo rivediamo" not in text


def test_hostile_words_are_only_words(paper, acting_as, plan_of, today):
    words = '#import "x.typ": * \\ "] 😀 مرحبا $x$ @y'
    with acting_as("assistente") as viewer:
        actions.write_disagreement(
            plan_of("marchetti"),
            actions.Disagreed(words, shared=True),
            person=None,
            somebody="#panic()",
            by=viewer,
            today=today,
        )
    _, text = read(paper("marchetti-1"))
    assert '#import "x.typ": *' in text
    assert "#panic()" in text


def test_a_version_that_is_over_says_from_when_to_when_it_counted(paper, acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(draft, elena, how="voice", day=today, by=viewer, today=today)
        later = today + timedelta(days=90)
        actions.put_in_force(draft, review_on=later, by=viewer, today=today, without_reason="è in viaggio")
    _, text = read(paper("marchetti-1"))
    assert "È valso dal" in text
    assert "Lo rivediamo" not in text
