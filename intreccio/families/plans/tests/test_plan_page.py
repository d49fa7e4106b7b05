"""The page of a plan: two generations side by side, whoever may read it, in few queries."""

import re
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.assessments.models import ChildWords
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading

PAGE = "marchetti-1"


def address(name="plan_page", key=PAGE):
    return reverse(name, args=[key_for("plan", key)])


def page(signed_in, account="educatrice", **more):
    return signed_in(account).get(address(**more)).content.decode()


@pytest.mark.parametrize("name", ["plan_page", "plan_versions", "print_plan", "print_plan_professional"])
def test_who_opens_the_record_reads_the_plan_and_a_stranger_finds_nothing(answers, name):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    assert answers(address(name)) == {account: 200 if account in may else 404 for account in EVERYBODY}


def test_the_page_says_what_was_agreed_in_the_words_of_each(signed_in):
    text = page(signed_in)
    for words in (
        "Scritto con", "Vale da", "Leo usa frasi di due o tre parole", "La storia della sera aiuta Leo a parlare", "Si tengono",
        "«Prima avevo sempre la testa altrove»", "Secondo me Leo parla poco", "Firmato con riserva", "la sua versione, letta insieme",
        "a casa di Elena, con Nadia", "Leo, 3 anni", "Nadia e Leo",
    ):  # fmt: skip
        assert words in text, words


def test_who_cannot_write_a_yes_reads_who_can(signed_in):
    only_they = "lo scrive chi è il riferimento della famiglia, assistente sociale, o coordina"
    assert only_they in page(signed_in, "psicologa", key="rossetti_lima-1")
    assert only_they not in page(signed_in, "educatrice", key="rossetti_lima-1"), "she is the reference"
    assert only_they not in page(signed_in, "assistente", key="rossetti_lima-1")


def test_nobody_is_said_to_have_written_a_plan_before_their_yes(signed_in):
    assert "Scritto con" not in page(signed_in, key="rossetti_lima-1")


def test_each_link_leads_to_the_other_goal(signed_in):
    text = page(signed_in)
    leads = set(re.findall(r'href="#(obiettivo-[0-9a-f-]+)"', text))
    assert leads == set(re.findall(r'id="(obiettivo-[0-9a-f-]+)"', text))
    assert len(leads) == 6


def test_the_family_does_things_and_so_does_the_network(signed_in):
    text = page(signed_in)
    assert re.search(r'class="fam">.{0,400}Leggere una storia ogni sera', text, re.DOTALL)
    assert "Irene Costa, non lavora più con loro" in text


def test_a_strand_without_goals_says_so(signed_in):
    assert "ancora nessun obiettivo" in page(signed_in, key="rossetti_lima-1")


def test_what_children_say_stands_on_the_page(signed_in, acting_as):
    with acting_as("educatrice"):
        heard = ChildWords.objects.filter(
            household_id=key_for("household", "marchetti"), voided_at=None
        ).exclude(words="")
        words = list(heard.values_list("words", flat=True))
    assert words
    text = unescape(page(signed_in))
    assert all(each in text for each in words)


def test_the_page_costs_few_queries_whatever_the_plan_holds(signed_in, counted):
    client = signed_in("educatrice")
    client.get(address())
    costs = []
    for key in (PAGE, "rossetti_lima-1"):
        with counted() as queries:
            client.get(address(key=key))
        costs.append(
            [
                one["sql"]
                for one in queries
                if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
            ]
        )
    assert len(costs[0]) <= 15, "\n".join(costs[0])
    assert len(costs[0]) == len(costs[1])


def test_reading_and_printing_are_recorded(signed_in, acting_as):
    client = signed_in("educatrice")
    client.get(address())
    client.get(address("print_plan"))
    with acting_as("educatrice"):
        pages = set(
            Reading.objects.filter(household_id=key_for("household", "marchetti")).values_list(
                "page", flat=True
            )
        )
    assert {"plan_page", "print_plan"} <= pages
