"""Each step's own page: who gets the form, what an empty one says, where a good one leads, what a second tap does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.tests.conftest import only
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Household

NORTH, EAST, SOUTH = (key_for("team", f"equipe_{side}") for side in ("nord", "est", "sud"))
FORMS = ("take_charge", "end_preliminary", "hand_over_case", "void_case", "change_responsible", "add_worker")


def address(name, key="gashi"):
    return reverse(name, args=[key_for("case", key)])


def worker_of(acting_as, key, account):
    """The row of somebody at work on a case: since when depends on the day of the week the story is told."""
    with acting_as(account):
        return CaseWorker.objects.filter(
            case_id=key_for("case", key), membership_id=key_for("membership", account)
        ).values_list("pk", flat=True)[0]


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_for_who_may_of_the_team(answers, name):
    assert answers(address(name)) == only(
        coordinatrice=200, assistente=200, educatrice=403, psicologa=403, awa=403
    )


@pytest.mark.parametrize("name", ["hand_over_case", "void_case", "change_responsible", "add_worker"])
def test_a_window_does_not_let_act(answers, name):
    found = answers(address(name, "lombardo"))
    assert (found["assistente"], found["coordinatrice"], found["davide"], found["comune"], found["sara"]) == (
        403,
        403,
        403,
        403,
        404,
    )


def test_end_worker_is_for_who_may_of_the_team(answers, acting_as):
    worker = worker_of(acting_as, "marchetti", "assistente")
    assert answers(reverse("end_worker", args=[key_for("case", "marchetti"), worker])) == only(
        coordinatrice=200, assistente=200, educatrice=403, psicologa=403, awa=403
    )


def test_a_worker_of_another_family_is_not_found_through_mine(signed_in, acting_as):
    worker = worker_of(acting_as, "lombardo", "davide")
    mixed = reverse("end_worker", args=[key_for("case", "gashi"), worker])
    assert signed_in("assistente").get(mixed).status_code == 404


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_says_what_is_missing_and_writes_nothing(signed_in, name):
    answer = signed_in("assistente").post(address(name), {"once": uuid4()})
    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()


@pytest.mark.parametrize("name", ["take_charge", "end_preliminary"])
def test_a_step_that_is_past_says_where_the_family_is(signed_in, name):
    answer = signed_in("assistente").get(address(name, "quispe"))
    assert answer.status_code == 409
    assert "già in carico" in answer.content.decode()


def test_take_charge_leads_to_the_page_and_a_second_tap_too(signed_in, hat, acting_as, case_of):
    client = signed_in("assistente")
    said = {"once": uuid4(), "who": f"{NORTH}:{hat('educatrice')}", "motive": "agreed", "words": "Con Arta"}
    first = client.post(address("take_charge"), said)
    again = client.post(address("take_charge"), said)
    assert first.url == again.url == address("case_page")
    assert "Fatto" in client.get(first.url).content.decode()
    with acting_as("educatrice"):
        assert case_of("gashi").steps.filter(verb="take_charge").count() == 1


def test_taken_by_another_team_leads_to_a_page_without_the_family(signed_in, acting_as, hat, today):
    with acting_as("assistente") as viewer:
        family = Household.objects.get(pk=key_for("household", "bellomo"))
        case = actions.open_case(family, reasons=actions.Reasons(Motive.RETURN), by=viewer, today=today)
    client, page = signed_in("assistente"), reverse("take_charge", args=[case.pk])
    said = {"once": uuid4(), "who": f"{EAST}:{hat('davide')}", "motive": "agreed"}
    answer = client.post(page, said)
    assert answer.url == reverse("handed_over")
    assert "Bellomo" not in client.get(answer.url).content.decode()
    assert client.post(page, said).url == reverse("handed_over")
    assert client.get(reverse("case_page", args=[case.pk])).status_code == 404


def test_hand_over_case_keeps_a_window_that_was_asked_for(signed_in, today):
    client = signed_in("assistente")
    said = {
        "once": uuid4(), "to_team": SOUTH, "motive": "moved", "summary": "Resta il nido.", "keep": "on",
        "keep_level": "3", "keep_until": today + timedelta(days=30), "keep_reason": "Le prime settimane",
    }  # fmt: skip
    assert client.post(address("hand_over_case"), said).url == address("case_page")
    assert "Resta il nido." in client.get(address("case_page")).content.decode()


@pytest.mark.parametrize(
    "window", [{}, {"keep_until": "2020-01-01", "keep_reason": "x"}, {"keep_reason": ""}]
)
def test_a_window_needs_an_end_and_a_reason(signed_in, window):
    said = {
        "once": uuid4(),
        "to_team": SOUTH,
        "motive": "moved",
        "summary": "Resta il nido.",
        "keep": "on",
        **window,
    }
    answer = signed_in("assistente").post(address("hand_over_case"), said)
    assert answer.status_code == 422
    assert "Resta il nido." in answer.content.decode()


def test_end_preliminary_asks_what_was_said_to_the_family(signed_in):
    client = signed_in("assistente")
    assert client.post(address("end_preliminary"), {"once": uuid4(), "motive": "oriented"}).status_code == 422
    done = client.post(
        address("end_preliminary"), {"once": uuid4(), "motive": "oriented", "words": "Il doposcuola."}
    )
    assert "Il doposcuola." in client.get(done.url).content.decode()


def test_add_worker_and_end_worker(signed_in, hat, acting_as, case_of):
    client = signed_in("coordinatrice")
    done = client.post(address("add_worker"), {"once": uuid4(), "who": hat("psicologa"), "why": "Colloqui"})
    assert "Irene Costa" in client.get(done.url).content.decode()
    with acting_as("coordinatrice"):
        worker = CaseWorker.objects.get(case=case_of("gashi"), membership=hat("psicologa"))
    leave = reverse("end_worker", args=[worker.case_id, worker.pk])
    assert client.post(leave, {"once": uuid4(), "reason": "handed_over"}).status_code == 422
    assert client.post(leave, {"once": uuid4(), "reason": "done"}).status_code == 302


def test_change_responsible_shows_both_choices_when_somebody_was_quicker(signed_in, hat):
    client = signed_in("coordinatrice")
    first = {"once": uuid4(), "version": 1, "who": hat("educatrice")}
    assert client.post(address("change_responsible"), first).status_code == 302
    answer = client.post(
        address("change_responsible"), {"once": uuid4(), "version": 1, "who": hat("psicologa")}
    )
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Nel frattempo qualcuno ha scelto Chiara Fontana" in text
    assert 'name="version" value="2"' in text


def test_void_case_stays_readable(signed_in):
    client = signed_in("assistente")
    done = client.post(address("void_case"), {"once": uuid4(), "reason": "Era un'altra famiglia"})
    text = client.get(done.url).content.decode()
    assert "Era un&#x27;altra famiglia" in text
    assert "take-charge" not in text


def test_handed_over_is_for_who_has_signed_in(client, signed_in, db):
    assert client.get(reverse("handed_over")).status_code == 302
    assert signed_in("educatrice").get(reverse("handed_over")).status_code == 200


def test_nothing_was_taken_by_looking(acting_as):
    with acting_as("assistente"):
        assert Case.objects.filter(voided_at__isnull=False).count() == 0
