"""The complete paper and the child's; the family's own is in `test_print_plan.py`."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.cases.models import CaseWorker
from intreccio.families.plans import actions
from intreccio.families.plans.queries import children
from intreccio.families.plans.queries.hearing import with_voice_age
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.families.plans.tests.test_who_decides_for_the_children import act
from intreccio.ground.design.vocabulary import Picture
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.parties.organisations.vocabulary import Profession
from intreccio.workshop.documents.files import pdf

PLAN = key_for("plan", "marchetti-1")
PROFESSIONAL, CHILD = "print_plan_professional", "print_child_plan"


def complete(plan=PLAN):
    return reverse(PROFESSIONAL, args=[plan])


def childs(who="nadia", plan=PLAN):
    return reverse(CHILD, args=[plan, key_for("person", who)])


def test_the_complete_paper_is_of_who_reads_the_plan(answers):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    assert answers(complete()) == {account: 200 if account in may else 404 for account in EVERYBODY}


def test_the_complete_paper_says_all_that_the_version_holds(signed_in):
    answer = signed_in("assistente").get(complete())
    reader, text = read(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="progetto-operatori.pdf"'
    assert reader.metadata.title == "Progetto della famiglia"
    for words in (
        "Versione 1, in corso; cominciata il", "Équipe: ", "Chiara Fontana (educatrice o educatore)",
        "Nadia ha un posto suo dove disegnare e fare i compiti", "Nadia, 11 anni · Per i bambini · ",
        "−2 → 0, guardato il", "La scrivania c'è, l'ha dipinta lei", "−2 molto meno", "disegna per terra", "inizio",
        "oggi, dove vogliamo arrivare", "Doposcuola due volte la settimana", "lunedì e mercoledì", "fatta, ", "da fare dal ",
        "Per i bambini: «Un posto tuo per disegnare e fare i compiti»", "Si tiene con: «Karim passa con i figli",
        "Karim monta la scrivania: è tempo insieme", "Punteggio T di Kiresuk e Sherman: da ", "Secondo me Leo parla poco",
        "Andiamo avanti così", "Elena Marchetti: firmato, sullo schermo", "Karim Haddad: firmato con riserva, dal proprio telefono",
        "«La visita di Leo per me è presto»", "Nadia Haddad: parlato insieme, la sua versione, letta insieme",
        "Chi decide per i bambini",
        "Impronta ", "conta su: ",
        "Nadia (11) e Leo (3). Per ogni cosa: Karim Haddad ed Elena Marchetti.", "Questo progetto lo vedono",
    ):  # fmt: skip
        assert words in text, words
    for code in ("futuro.educative", "in_force", "to_do", "own_version"):
        assert code not in text


def test_the_complete_paper_of_a_next_version_says_what_it_replaces_and_what_is_missing(
    acting_as, plan_of, signed_in, today
):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
    _, text = read(signed_in("assistente").get(complete(draft.pk)))
    assert "Versione 2, in preparazione" in text
    assert "Sostituisce la versione 1, valsa dal" in text
    assert "Nessun adulto della famiglia ha ancora detto sì" in text
    assert "Ancora nessuno." in text


def test_the_complete_paper_says_what_those_of_an_age_to_be_heard_say(acting_as, signed_in):
    with acting_as("assistente") as viewer:
        sheets = (
            Sheet(viewer, plan) for plan in with_voice_age(plans_in_sight(viewer).filter(state="in_force"))
        )
        sheet = next(sheet for sheet in sheets if sheet.hearings)
        who = sheet.hearings[0].who
    _, text = read(signed_in("assistente").get(complete(sheet.plan.pk)))
    assert who in text.partition("Che cosa ne dicono bambini e ragazzi")[2]


def test_no_paper_says_a_place_to_who_is_not_to_know(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        act(viewer, today, "leo", "karim", may_be_told=False)
    client = signed_in("assistente")
    for address in (complete(), childs(), reverse("print_plan", args=[PLAN])):
        said = read(client.get(address))[1]
        assert "a casa di Elena" not in said
        assert "a casa di mamma" not in said
    assert "Karim" not in read(client.get(childs()))[1]


def test_the_childs_paper_is_one_page_of_large_letters_with_silent_pictures(signed_in):
    answer = signed_in("educatrice").get(childs())
    reader, text = read(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="il-mio-progetto.pdf"'
    assert reader.metadata.title == "Il mio progetto"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(reader.pages) == 1
    for words in (
        "Ciao Nadia, questo è il tuo progetto", "Hai detto", "Vorrei un posto mio dove disegnare", "Un posto tuo per disegnare",
        "Fatto", "Scrivania nell'angolo del soggiorno: papà", "Che cosa fanno i grandi", "Il papà sta con voi",
        "Chiara, passa del tempo con voi", "a casa di mamma, con Nadia",
    ):  # fmt: skip
        assert words in text, words
    for words in ("−2", "Secondo me", "Casa. Io e mamma", "Elena lavora", "Haddad", "Versione", "futuro."):
        assert words not in text, words


@pytest.mark.parametrize("picture", Picture.values)
def test_every_picture_can_be_printed(picture):
    thing = {"words": "Una cosa", "picture": picture, "does": [], "state": "Fatto"}
    labels = dict.fromkeys(("doing", "grown_ups", "helps", "meets"), "…")
    said = {"hello": "Ciao", "lead": "", "words": "", "words_title": "", "who": "", "things": [thing], "grown_ups": [],
            "helps": [], "meets": "", "labels": labels}  # fmt: skip
    drawn = pdf("families/plans/pages/print_child_plan.typ", said, title="Il mio progetto")
    assert len(PdfReader(BytesIO(drawn)).pages) == 1


def test_many_things_take_smaller_letters_and_then_another_page():
    thing = {
        "words": "Una cosa che facciamo insieme",
        "picture": "star",
        "does": ["La facciamo: Chiara, il lunedì"] * 2,
        "state": "Fatto",
    }
    labels = dict.fromkeys(("doing", "grown_ups", "helps", "meets"), "Che cosa")
    said = {
        "hello": "Ciao",
        "lead": "",
        "words": "",
        "words_title": "",
        "who": "",
        "grown_ups": [],
        "helps": [],
        "meets": "",
        "labels": labels,
    }

    def pages(count):
        drawn = pdf(
            "families/plans/pages/print_child_plan.typ",
            {**said, "things": [thing] * count},
            title="Il mio progetto",
        )
        return len(PdfReader(BytesIO(drawn)).pages)

    assert [pages(1), pages(8), pages(30) > 1] == [1, 1, True]


def test_every_profession_says_how_it_helps():
    assert set(children.HELPS) == set(Profession.values)
    assert CaseWorker._meta.get_field("profession").choices == Profession.choices


def test_each_paper_is_a_reading_of_its_own(signed_in, acting_as):
    client = signed_in("educatrice")
    client.get(complete())
    client.get(reverse("print_plan", args=[PLAN]))
    with acting_as("educatrice"):
        pages = set(
            Reading.objects.filter(household_id=key_for("household", "marchetti")).values_list(
                "page", flat=True
            )
        )
    assert {PROFESSIONAL, "print_plan"} <= pages


def test_a_paper_costs_no_more_than_any_page(signed_in, counted):
    client = signed_in("educatrice")
    client.get(complete())
    for address in (complete(), childs(), reverse("print_plan", args=[PLAN])):
        with counted() as queries:
            client.get(address)
        quiet = ("SAVEPOINT", "RELEASE", "SELECT set_config")
        asked = [one["sql"] for one in queries if not one["sql"].startswith(quiet)]
        assert len(asked) <= 15, "\n".join(asked)


def test_the_page_of_the_plan_offers_all_three_and_each_childs_version(signed_in):
    page = signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode()
    for address in (complete(), childs(), childs("leo"), reverse("print_plan", args=[PLAN])):
        assert f'href="{address}"' in page
    for who in ("nadia", "leo"):
        assert f'href="{reverse("child_plan", args=[PLAN, key_for("person", who)])}"' in page


def test_the_complete_paper_says_what_the_family_brings_the_strands_the_looks_and_the_principles(signed_in):
    _, text = read(signed_in("assistente").get(complete()))
    for words in (
        "Che cosa porta la famiglia", "Le storie che le raccontava sua nonna", "I quattro fili", "Essere genitori: ",
        "Emozioni, pensieri, comunicazione e comportamento", "Per i bambini: valorizzare le potenzialità",
        "Ancora niente per: ", "Con i suoi tempi: con il suo passo", "I sei principi, l'ultima volta",
    ):  # fmt: skip
        assert words in text, words


def test_an_empty_strand_says_so_on_the_complete_paper(signed_in):
    _, text = read(signed_in("assistente").get(complete(key_for("plan", "rossetti_lima-1"))))
    assert "ancora nessun obiettivo" in text


def test_the_familys_paper_says_what_it_brings(signed_in):
    _, text = read(signed_in("assistente").get(reverse("print_plan", args=[PLAN])))
    assert "Che cosa portate voi" in text
    assert "Le storie che le raccontava sua nonna" in text
