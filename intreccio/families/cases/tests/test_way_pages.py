"""Pages of review, closing, reopening and what is agreed for later: who gets them, where they lead, what a second tap does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.cases.models import Case, CaseFollowUp, CaseStep
from intreccio.families.cases.tests.conftest import only
from intreccio.families.cases.vocabulary import Motive, Stage
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import registers

REACHABLE = "Manca lo sguardo finale."
OPEN_REFERRAL = "Un invio resta aperto."


def case_id(key):
    return key_for("case", key)


def address(name, key="marchetti"):
    return reverse(name, args=[case_id(key)])


def follow_up(acting_as, account="educatrice", key="el_amrani"):
    with acting_as(account):
        return CaseFollowUp.objects.get(case_id=case_id(key), months=6)


def later(name, row):
    return reverse(name, args=[row.case_id, row.pk])


@pytest.fixture
def objecting(monkeypatch):
    """One area waits for what can only be done with the family, another for what is open whatever happens."""

    def waits_for_the_family(case, *, motive):
        return None if motive in (Motive.MOVED, Motive.STOPPED, Motive.NOT_MET) else REACHABLE

    def waits(case, *, motive):
        return OPEN_REFERRAL if case.household.name == "Famiglia Hossain" else None

    monkeypatch.setitem(registers.objections, "why_not_close", [waits_for_the_family, waits])


TEAM = only(coordinatrice=200, assistente=200, educatrice=200, psicologa=200, awa=200)
DECIDES = only(coordinatrice=200, assistente=200, educatrice=403, psicologa=403, awa=403)


def test_begin_review_is_for_the_team(answers):
    assert answers(address("begin_review")) == TEAM


@pytest.mark.parametrize(("name", "key"), [("close_case", "marchetti"), ("reopen_case", "el_amrani")])
def test_an_end_and_a_beginning_are_for_who_decides(answers, name, key):
    assert answers(address(name, key)) == DECIDES


@pytest.mark.parametrize("name", ["record_follow_up", "move_follow_up"])
def test_what_was_agreed_is_for_the_team(answers, acting_as, name):
    assert answers(later(name, follow_up(acting_as))) == TEAM


def test_a_follow_up_of_another_family_is_not_found_through_mine(signed_in, acting_as):
    row = follow_up(acting_as, "davide", "okafor")
    mixed = reverse("record_follow_up", args=[case_id("el_amrani"), row.pk])
    assert signed_in("educatrice").get(mixed).status_code == 404


def test_begin_review_leads_to_the_review_and_a_second_tap_too(signed_in, acting_as, today):
    client, day = signed_in("educatrice"), today + timedelta(days=7)
    said = {"once": uuid4(), "review_on": day, "what": "La scuola di Nadia", "people": "Elena, Nadia, Chiara"}
    first = client.post(address("begin_review"), said)
    assert first.url == address("review_page")
    assert client.post(address("begin_review"), said).url == first.url
    text = client.get(first.url).content.decode()
    assert "La scuola di Nadia" in text
    assert "Elena, Nadia, Chiara" in text
    with acting_as("educatrice"):
        assert CaseStep.objects.filter(case_id=case_id("marchetti"), verb="begin_review").count() == 1


def test_the_review_is_read_by_who_may_and_is_there_only_while_it_is_open(signed_in):
    assert signed_in("comune").get(address("review_page", "bassi")).status_code == 200
    assert signed_in("sara").get(address("review_page", "bassi")).status_code == 404
    assert signed_in("educatrice").get(address("review_page")).status_code == 409


def test_the_review_says_what_is_still_missing(signed_in, objecting):
    assert REACHABLE in signed_in("davide").get(address("review_page", "bassi")).content.decode()


def test_end_review_goes_on_with_the_plan(signed_in, acting_as):
    said = {"once": uuid4(), "words": "Si va avanti insieme."}
    assert signed_in("davide").post(address("end_review", "bassi"), said).url == address("case_page", "bassi")
    with acting_as("davide"):
        assert Case.objects.get(pk=case_id("bassi")).stage == Stage.PLAN


def closing(**more):
    return {"once": uuid4(), "motive": "reached", "words": "Grazie.", **more}


NOTHING_LATER = {"left_out_6": "non serve", "left_out_12": "non serve"}


def test_the_page_of_closing_proposes_two_days_and_who_calls(signed_in, hat, today):
    text = signed_in("assistente").get(address("close_case")).content.decode()
    assert text.count('type="date"') == 2
    assert f'value="{hat("educatrice")}" selected' in text


def test_close_case_leads_to_what_was_agreed(signed_in, hat, today):
    client = signed_in("assistente")
    six = {"due_6": today + timedelta(days=180), "who_6": hat("educatrice"), "what_6": "Il lavoro di Elena"}
    answer = client.post(address("close_case"), closing(**six, left_out_12="non serve"))
    assert answer.url == address("case_page")
    text = client.get(answer.url).content.decode()
    assert "Il lavoro di Elena" in text
    assert "Chiama Chiara Fontana" in text
    assert "Non più concordato: non serve" in text


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"left_out_12": "non serve"}, "id_due_6"),
        ({"left_out_6": "non serve", "due_12": "2020-01-01", "what_12": "Come va"}, "id_due_12"),
        ({"left_out_6": "non serve", "due_12": "2099-01-01", "what_12": ""}, "id_what_12"),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing(signed_in, more, where):
    answer = signed_in("assistente").post(address("close_case"), closing(**more))
    assert answer.status_code == 422
    assert f'href="#{where}"' in answer.content.decode()


def test_reasons_are_said_before_anybody_writes_and_nothing_typed_is_lost(signed_in, objecting):
    client = signed_in("assistente")
    before = client.get(address("close_case")).content.decode()
    assert REACHABLE in before
    assert "Si può concludere lo stesso" in before
    answer = client.post(address("close_case"), closing(words="Parole mie.", **NOTHING_LATER))
    assert answer.status_code == 422
    assert "Parole mie." in answer.content.decode()
    gone = closing(motive="moved", **NOTHING_LATER)
    assert client.post(address("close_case"), gone).url == address("case_page")


def test_what_holds_back_always_holds_back_also_who_is_out_of_reach(signed_in, objecting):
    client = signed_in("lucia")
    text = client.get(address("close_case", "hossain")).content.decode()
    assert text.count("Si può concludere lo stesso") == 1
    answer = client.post(address("close_case", "hossain"), closing(motive="moved", **NOTHING_LATER))
    assert answer.status_code == 422
    assert OPEN_REFERRAL in answer.content.decode()


def test_reopen_case_leads_to_the_page(signed_in, acting_as):
    said = {"once": uuid4(), "motive": "asks_again", "words": "Chiede una mano."}
    answer = signed_in("assistente").post(address("reopen_case", "el_amrani"), said)
    assert answer.url == address("case_page", "el_amrani")
    with acting_as("assistente"):
        assert Case.objects.get(pk=case_id("el_amrani")).stage == Stage.IN_CHARGE


@pytest.mark.parametrize(
    ("account", "outcome", "leads_to"),
    [
        ("assistente", "needs_something", "reopen_case"),
        ("assistente", "going_well", "case_page"),
        ("educatrice", "needs_something", "case_page"),
    ],
)
def test_record_follow_up_leads_to_reopening_where_something_is_needed(
    signed_in, acting_as, account, outcome, leads_to
):
    row = follow_up(acting_as)
    said = {"once": uuid4(), "version": 1, "outcome": outcome, "words": "Il nido è chiuso."}
    answer = signed_in(account).post(later("record_follow_up", row), said)
    assert answer.url == address(leads_to, "el_amrani")
    text = signed_in(account).get(address("case_page", "el_amrani")).content.decode()
    assert "Il nido è chiuso." in text


def test_move_follow_up_and_the_second_edit_shows_the_first(signed_in, acting_as, today):
    row, client = follow_up(acting_as), signed_in("educatrice")
    said = {"version": 1, "due_on": today + timedelta(days=40), "reason": "partono"}
    assert client.post(later("move_follow_up", row), {"once": uuid4(), **said}).status_code == 302
    second = client.post(later("move_follow_up", row), {"once": uuid4(), **said, "reason": "altro"})
    assert second.status_code == 409
    assert "Nel frattempo" in second.content.decode()
    assert "altro" in second.content.decode()
    assert "Spostato: partono" in client.get(address("case_page", "el_amrani")).content.decode()


def test_what_is_heard_is_no_longer_asked(signed_in, acting_as):
    row = follow_up(acting_as, "davide", "okafor")
    said = {"once": uuid4(), "version": 1, "outcome": "not_reached", "words": "Il numero è cambiato."}
    client = signed_in("davide")
    assert client.post(later("record_follow_up", row), said).status_code == 302
    assert client.get(later("record_follow_up", row)).status_code == 409
    assert client.get(later("move_follow_up", row)).status_code == 409


def test_a_closed_family_waits_for_nobody_but_who_calls(signed_in):
    assert "Amrani" in signed_in("educatrice").get("/").content.decode()
    assert "da risentire" in signed_in("educatrice").get("/").content.decode().lower()
    assert "Amrani" not in signed_in("psicologa").get("/").content.decode()


@pytest.mark.parametrize(
    ("account", "key", "said"),
    [
        ("educatrice", "marchetti", "Prepara la verifica"),
        ("davide", "bassi", "Apri la verifica"),
        ("assistente", "el_amrani", "Riapri il percorso"),
        ("assistente", "quispe", "Concludi il percorso"),
    ],
)
def test_the_page_of_a_case_offers_the_steps_of_its_stage(signed_in, account, key, said):
    assert said in signed_in(account).get(address("case_page", key)).content.decode()


def test_a_review_that_has_long_been_open_waits_in_oggi(signed_in, keeper, committed, today):
    keeper.execute(
        "UPDATE cases_case SET stage_since = %s WHERE id = %s", [today - timedelta(days=31), case_id("bassi")]
    )
    text = signed_in("lucia").get("/").content.decode()
    assert "La verifica è aperta da 31 giorni, ci siamo dati 30 giorni per rileggere insieme." in text
    assert address("review_page", "bassi") in text
    assert "Bassi" not in signed_in("assistente").get("/").content.decode()
