"""Whoever says yes reads everything that their yes is about: on the telephone, from their own access, beside the worker."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from bench.counting import Counter
from bench.errands import MOST_QUERIES
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Goal, Plan, PlanAction
from intreccio.families.plans.queries.reading import goals_of
from intreccio.families.plans.vocabulary import ResourceKind, Strand
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.models import Person
from intreccio.workshop.messages.queries import token_of

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
MOTHER = key_for("person", "rossetti_lima_1")
BROUGHT = "Sa cucire vestiti per tutti"


def draft():
    return Plan.objects.select_related("case__household").get(pk=DRAFT)


def mother():
    return Person.objects.get(pk=MOTHER)


@pytest.fixture
def written(acting_as, today):
    """A version with everything in it: what the family brings, a disagreement, why two goals hold each other."""
    with acting_as("assistente") as viewer:
        brought = actions.Brought(mother(), "", ResourceKind.SKILL, BROUGHT, today)
        actions.add_resource(draft(), brought, by=viewer, today=today)
        said = actions.Disagreed("Per me è presto.", "Per noi è ora.", "Proviamo un mese.")
        actions.write_disagreement(draft(), said, person=mother(), by=viewer, today=today)
        for goal in Goal.objects.select_related("plan__case__household").filter(plan=DRAFT, voided_at=None):
            steps = [f"Gradino {place} di {goal.order} {goal.side}" for place in range(5)]
            actions.edit_goal(
                goal, version=goal.version, person=goal.person, by=viewer, why=f"Conta perché {goal.pk}",
                steps=steps, child_words=f"Da dire {goal.pk}",
            )  # fmt: skip
        link = actions.hand_plan(draft(), mother(), by=viewer, today=today)
    return reverse("sign_by_link", args=[token_of(link)])


@pytest.fixture
def pages(signed_in, written):
    """`pages(where)`: the text of one of the three places where one says yes."""

    def text(where):
        if where == "phone":
            return unescape(Client().get(written).content.decode())
        account = "psicologa" if where == "sign_plan" else "assistente"
        return unescape(signed_in(account).get(reverse(where, args=[DRAFT])).content.decode())

    return text


@pytest.mark.parametrize("where", ["phone", "sign_plan", "accept_plan"])
def test_everything_that_the_imprint_covers_is_there_to_be_read(acting_as, pages, where):
    text = pages(where)
    with acting_as("assistente"):
        goals = goals_of(draft())
    assert goals
    for goal in goals:
        held = [link.words for link in goal.links]
        does = [doing.what for doing in goal.actions]
        for words in (goal.title, goal.why, goal.need or "", goal.child_words, *goal.words, *held, *does):
            assert words in text
    for words in ("Da dove partiamo", "Dove vogliamo arrivare", "I cinque gradini", "Perché conta"):
        assert words in text


@pytest.fixture
def finished(acting_as, today):
    """One action that is done and one that was dropped, both with a rhythm and a day."""
    with acting_as("assistente"):
        rows = PlanAction.objects.filter(goal__plan=DRAFT, voided_at=None).order_by("id")[:2]
        for row, state, rhythm in zip(rows, ("done", "dropped"), (EVERY_WEEK, EVERY_OTHER), strict=True):
            found = PlanAction.objects.filter(pk=row.pk)
            assert found.update(state=state, rhythm=rhythm, by_when=today + timedelta(days=40))
        return [row.what for row in rows]


EVERY_WEEK, EVERY_OTHER = "ogni giovedì sera", "ogni quindici giorni"


@pytest.mark.parametrize("where", ["phone", "sign_plan", "accept_plan"])
def test_also_the_strand_and_what_is_done_or_dropped_as_it_was_agreed(
    acting_as, finished, pages, today, where
):
    with acting_as("assistente"):
        strands = {str(Strand(goal.strand).label) for goal in goals_of(draft())}
    text = pages(where)
    for words in (*finished, *strands, EVERY_WEEK, EVERY_OTHER, "non serve più"):
        assert words in text
    assert text.count(f"entro {spoken(today + timedelta(days=40))}") >= len(finished)


@pytest.mark.parametrize("where", ["phone", "sign_plan", "accept_plan"])
def test_and_so_is_what_stands_around_it(pages, where):
    text = pages(where)
    for words in (
        BROUGHT,
        "Per me è presto.",
        "Per noi è ora.",
        "Proviamo un mese.",
        "Questo progetto lo vedono",
    ):
        assert words in text


def test_on_the_telephone_of_the_family_there_are_no_numbers_of_a_scale(pages):
    assert "−2" not in pages("phone").partition("<main")[2]


# One's own yes, with what does not convince


def test_who_signs_from_their_own_access_can_have_a_reservation(signed_in, acting_as, hat):
    client, address = signed_in("psicologa"), reverse("sign_plan", args=[DRAFT])
    page = unescape(client.get(address).content.decode())
    assert "C'è qualcosa che non ti convince?" in page
    said = {"once": str(new_key()), "reservation": " Due incontri al mese sono pochi "}
    assert client.post(address, said).status_code == 302
    with acting_as("psicologa"):
        row = Acceptance.objects.get(plan=DRAFT, worker=hat("psicologa"))
    assert (row.how, row.reservation) == ("signed_in", "Due incontri al mese sono pochi")
    plan = unescape(client.get(reverse("plan_page", args=[DRAFT])).content.decode())
    assert "Firmato con riserva" in plan
    assert "«Due incontri al mese sono pochi»" in plan


def test_a_reservation_too_long_stays_in_the_form(signed_in, acting_as, hat):
    client, address = signed_in("psicologa"), reverse("sign_plan", args=[DRAFT])
    answer = client.post(address, {"once": str(new_key()), "reservation": "lunga " * 60})
    assert answer.status_code == 422
    assert "lunga lunga" in answer.content.decode()
    with acting_as("psicologa"):
        assert not Acceptance.objects.filter(plan=DRAFT, worker=hat("psicologa")).exists()


def test_the_page_of_the_plan_leads_there(signed_in):
    page = signed_in("psicologa").get(reverse("plan_page", args=[DRAFT])).content.decode()
    assert f'href="{reverse("sign_plan", args=[DRAFT])}"' in page


@pytest.mark.parametrize("where", ["phone", "sign_plan", "accept_plan"])
def test_all_of_it_is_asked_in_few_queries(signed_in, written, where):
    account = "psicologa" if where == "sign_plan" else "assistente"
    client = Client() if where == "phone" else signed_in(account)
    address = written if where == "phone" else reverse(where, args=[DRAFT])
    client.get(address)  # what a process keeps by itself is fetched once
    counter = Counter()
    with connection.execute_wrapper(counter):
        client.get(address)
    assert counter.statements <= MOST_QUERIES
