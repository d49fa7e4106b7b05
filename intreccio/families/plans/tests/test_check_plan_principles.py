"""The six principles of a plan: read by who reads the plan, answered by the team in charge, with words, again and again."""

from html import unescape

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import PlanPrinciples
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, Reading
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.workshop.instruments.actions import Filled
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.definition import items_of
from intreccio.workshop.instruments.vocabulary import Answer

EDITION = "sei-principi-famiglia-1"


def address(key="marchetti-1"):
    return reverse("check_plan_principles", args=[key_for("plan", key)])


def filled(**changes):
    instrument = Instrument.objects.get(pk=EDITION)
    codes = [item["code"] for item in items_of(instrument.definition)]
    answers = dict.fromkeys(codes, int(Answer.YES)) | changes
    return Filled(instrument, answers, dict.fromkeys(codes, "così"))


def body(codes, **more):
    said = {f"answer-{code}": "1" for code in codes} | {f"words-{code}": "ne parliamo" for code in codes}
    return said | {"once": str(new_key())} | more


@pytest.fixture
def codes(acting_as):
    with acting_as("educatrice"):
        return [item["code"] for item in items_of(Instrument.objects.get(pk=EDITION).definition)]


def test_who_reads_the_plan_reads_its_principles_and_a_stranger_finds_nothing(answers):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    assert answers(address()) == {account: 200 if account in may else 404 for account in EVERYBODY}


def test_the_page_says_what_is_there_what_is_missing_and_no_number(signed_in):
    text = unescape(signed_in("educatrice").get(address()).content.decode())
    for words in (
        "Manca:", "una parola comune tra sociale e salute", "C'è in parte", "Con la neuropsichiatria", "Ha risposto Chiara Fontana",
        "se ne ricorda Marta Rinaldi", "<svg",
    ):  # fmt: skip
        assert words in text, words
    assert "%" not in text.split("<main", 1)[1].split("</main>")[0]


def test_an_answer_is_a_row_more_and_the_former_one_stays(signed_in, codes):
    client = signed_in("educatrice")
    assert client.post(address(), body(codes)).status_code == 302
    text = unescape(client.get(address()).content.decode())
    assert "ne parliamo" in text
    assert "Con la neuropsichiatria ci siamo solo scritti" in text
    assert "Le altre volte" in text


def test_the_same_tap_twice_writes_one(signed_in, acting_as, codes):
    client, sent = signed_in("educatrice"), body(codes)
    for _tap in range(2):
        assert client.post(address(), sent).status_code == 302
    with acting_as("educatrice"):
        assert PlanPrinciples.objects.filter(plan_id=key_for("plan", "marchetti-1")).count() == 2


def test_a_yes_without_words_comes_back_with_everything_else(signed_in, acting_as, codes):
    client = signed_in("educatrice")
    answer = client.post(address(), body(codes, **{f"words-{codes[0]}": " "}))
    assert answer.status_code == 422
    text = unescape(answer.content.decode())
    assert "Due parole per" in text
    assert "ne parliamo" in text
    with acting_as("educatrice"):
        assert PlanPrinciples.objects.filter(plan_id=key_for("plan", "marchetti-1")).count() == 1


@pytest.mark.parametrize("again_on", ["ieri", "2020-01-01"])
def test_the_next_look_is_a_day_to_come(signed_in, codes, again_on):
    answer = signed_in("educatrice").post(address(), body(codes, again_on=again_on))
    assert answer.status_code == 422


def test_who_looks_again_works_with_the_family(signed_in, codes):
    stranger = str(key_for("membership", "sara"))
    assert signed_in("educatrice").post(address(), body(codes, again_by=stranger)).status_code == 422
    own = str(key_for("membership", "assistente"))
    assert signed_in("educatrice").post(address(), body(codes, again_by=own)).status_code == 302


def test_check_plan_principles_tells_what_is_missing_and_no_word(acting_as, plan_of):
    with acting_as("educatrice") as by:
        actions.check_plan_principles(
            plan_of("marchetti"), filled(own_words=int(Answer.NOT_YET)), by=by, today=today()
        )
        event = Event.objects.filter(kind="plan.principles_checked").latest("at")
        assert event.codes["missing"] == ["protagonists"]
        assert event.codes["edition"] == EDITION
        assert "così" not in str(event.codes)


def test_what_is_not_whole_is_refused(acting_as, plan_of):
    with acting_as("educatrice") as by:
        plan, empty = plan_of("marchetti"), Filled(Instrument.objects.get(pk=EDITION), {}, {})
        with pytest.raises(Refused):
            actions.check_plan_principles(plan, empty, by=by, today=today())


def test_only_the_team_in_charge_answers(signed_in, acting_as, plan_of, codes):
    page = address("dervishi-2")
    assert signed_in("comune").post(page, body(codes)).status_code == 403
    with acting_as("comune") as by:
        plan, told = plan_of("dervishi", 2), filled()
        with pytest.raises((NotAllowed, Refused)):
            actions.check_plan_principles(plan, told, by=by, today=today())
    assert "Salva le risposte" not in signed_in("comune").get(page).content.decode()


def test_a_version_that_is_over_is_only_read(signed_in, acting_as, plan_of, codes):
    with acting_as("davide") as by, pytest.raises(Refused):
        actions.check_plan_principles(plan_of("dervishi"), filled(), by=by, today=today())
    page = signed_in("davide").get(address("dervishi-1"))
    assert page.status_code == 200
    assert "Salva le risposte" not in page.content.decode()


def test_the_next_version_shows_what_was_said_of_the_former_one(signed_in, acting_as, plan_of):
    with acting_as("educatrice") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=today())
    text = unescape(
        signed_in("educatrice").get(reverse("check_plan_principles", args=[draft.pk])).content.decode()
    )
    assert "Con la neuropsichiatria ci siamo solo scritti" in text
    assert "Versione 1" in text


@pytest.mark.parametrize("change", [{"words": {}}, {"answers": {}}, {"day": today()}])
def test_what_was_answered_is_not_rewritten(acting_as, change):
    with acting_as("educatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        PlanPrinciples.objects.update(**change)


def test_nobody_answers_in_anothers_name(acting_as, plan_of, hat):
    with acting_as("educatrice"):
        plan = plan_of("marchetti")
        row = PlanPrinciples(
            plan=plan, household_id=plan.household_id, team_id=plan.team_id, instrument_id=EDITION, answers={}, words={},
            day=today(), by_id=hat("assistente"),
        )  # fmt: skip
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.save(force_insert=True)


def test_looking_is_a_reading(signed_in, acting_as):
    signed_in("educatrice").get(address())
    with acting_as("educatrice"):
        rows = Reading.objects.filter(
            household_id=key_for("household", "marchetti"), page="check_plan_principles"
        )
        assert rows.exists()


def test_the_page_costs_few_queries(signed_in, counted):
    client = signed_in("educatrice")
    client.get(address())
    with counted() as queries:
        client.get(address())
    told = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(told) <= 15, "\n".join(told)
