"""cases/new: from a family's page, from a conversation at the desk, from a signal."""

from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.access.actions.contacts import Heard, create_contact
from intreccio.families.access.models import Contact
from intreccio.families.cases.models import Case
from intreccio.families.cases.tests.conftest import only
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading

BELLOMO = key_for("household", "bellomo")


def test_the_form_is_for_who_may_of_the_team(answers):
    assert answers(reverse("open_case"), household=BELLOMO) == only(
        coordinatrice=200, assistente=200, educatrice=403, psicologa=403, awa=403
    )


@pytest.mark.parametrize(
    "query", [{}, {"household": "x"}, {"household": uuid4()}, {"contact": uuid4()}, {"signal": uuid4()}]
)
def test_without_a_family_in_sight_there_is_nothing(signed_in, query):
    assert signed_in("assistente").get(reverse("open_case"), query).status_code == 404


def test_a_family_comes_back(signed_in, acting_as, today):
    client = signed_in("assistente")
    address = f"{reverse('open_case')}?household={BELLOMO}"
    assert "La conosciamo già" in client.get(address).content.decode()
    said = {"once": uuid4(), "motive": "return", "why": "Torna", "needs": ["futuro.genitorialita"]}
    done = client.post(address, said)
    assert client.post(address, said).url == done.url
    assert client.post(address, {**said, "why": "Altro"}).status_code == 409
    with acting_as("assistente"):
        assert Case.objects.get(household_id=BELLOMO, ended_on=None).needs == ["futuro.genitorialita"]


def test_a_form_that_comes_back_with_what_is_missing_was_read_too(signed_in, acting_as):
    address = f"{reverse('open_case')}?household={BELLOMO}"
    assert signed_in("assistente").post(address, {"once": uuid4(), "motive": ""}).status_code == 422
    with acting_as("assistente"):
        assert Reading.objects.filter(page="open_case", household_id=BELLOMO).exists()


def test_a_family_with_an_open_case_is_refused_with_the_reason(signed_in):
    address = f"{reverse('open_case')}?household={key_for('household', 'gashi')}"
    answer = signed_in("assistente").post(address, {"once": uuid4(), "motive": "return"})
    assert answer.status_code == 409
    assert "già una presa in carico aperta" in answer.content.decode()


def test_begin_from_contact_writes_the_family_and_answers_the_desk(signed_in, acting_as, today):
    with acting_as("assistente") as viewer:
        heard = Heard(
            "in_person",
            20,
            ["futuro.genitorialita"],
            ["intake"],
            municipality_code="015189",
            given="Sandra",
            surname="Santini",
        )
        contact = create_contact(heard, desk_id=key_for("team", "sportello_rozzano"), by=viewer, today=today)
    client = signed_in("assistente")
    address = f"{reverse('open_case')}?contact={contact.pk}"
    assert "Famiglia Santini" in client.get(address).content.decode()
    said = {"once": uuid4(), "motive": "own_request", "name": "Famiglia Santini", "team": key_for("team", "equipe_nord"),
            "needs": ["futuro.genitorialita"]}  # fmt: skip
    assert client.post(address, said).status_code == 302
    with acting_as("assistente"):
        case = Case.objects.get(from_contact=contact.pk)
        kept = Contact.objects.get(pk=contact.pk)
        assert (case.household.name, case.asked_on) == ("Famiglia Santini", today)
        assert (kept.household_id, kept.outcome) == (case.household_id, "case")


def test_a_conversation_from_which_a_case_may_begin_was_read(signed_in, acting_as):
    contact = key_for("contact", "colloquio")
    assert signed_in("assistente").get(reverse("open_case"), {"contact": contact}).status_code == 200
    with acting_as("assistente"):
        assert Reading.objects.filter(page="open_case", shown=[contact]).exists()
