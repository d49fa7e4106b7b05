"""contacts/new: two minutes at the counter."""

import pytest

from intreccio.families.access.models import Contact
from intreccio.families.access.tests.conftest import contact_id, heard, signal_id, triage_of
from intreccio.ground.kernel import events
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event

URL = "/contacts/new"


def written(acting_as, account="assistente"):
    with acting_as(account):
        return list(Contact.objects.filter(by_id=key_for("membership", account)).order_by("-id")[:1])


def test_a_need_and_an_answer_are_enough(signed_in, acting_as):
    answer = signed_in("assistente").post(URL, heard())
    with acting_as("assistente"):
        contact = Contact.objects.latest("at")
        assert (contact.needs, contact.answers, contact.minutes) == (
            ["emergenze.alimentare"],
            ["information"],
            10,
        )
        assert contact.desk_id == key_for("team", "sportello_rozzano")
        assert contact.settled_at == contact.at
    assert answer["Location"] == f"/contacts/{contact.pk}"


def test_everything_that_was_said_is_kept(signed_in, acting_as):
    form = heard(
        given="Monica", surname="Dossi", phone="+39 333 010 4477", municipality="015189", ages=["3-5", "6-10"],
        words="Da tre mesi non lavoro.", answers=["orientation", "intake"], channel="phone", birth_date="1990-03-02",
    )  # fmt: skip
    signed_in("assistente").post(URL, form)
    with acting_as("assistente"):
        contact = Contact.objects.latest("at")
        assert (contact.who, contact.ages, contact.channel) == ("Monica Dossi", ["3-5", "6-10"], "phone")
        assert str(contact.birth_date) == "1990-03-02"
        assert not contact.settled_at


def test_who_prefers_not_to_say_a_name_leaves_none(signed_in, acting_as):
    client = signed_in("assistente")
    answer = client.post(URL, heard(is_anonymous="on", given="Monica"))
    assert answer.status_code == 422
    assert "lasciate vuoti" in answer.content.decode()
    assert client.post(URL, heard(is_anonymous="on")).status_code == 302
    with acting_as("assistente"):
        assert Contact.objects.latest("at").is_anonymous


def test_what_was_written_stays_when_a_need_is_missing(signed_in):
    answer = signed_in("assistente").post(URL, heard(needs=[], words="Arrivo fino al 20 del mese."))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tocca almeno una voce" in page
    assert "Arrivo fino al 20 del mese." in page


def test_a_second_tap_writes_nothing(signed_in, acting_as):
    client, form = signed_in("assistente"), heard()
    with acting_as("assistente"):
        before = Contact.objects.count()
    assert client.post(URL, form)["Location"] == client.post(URL, form)["Location"]
    with acting_as("assistente"):
        assert Contact.objects.count() == before + 1


def test_save_and_begin_another(signed_in):
    assert signed_in("assistente").post(URL, heard(another="1"))["Location"] == URL


def test_looking_for_services_writes_nothing_and_keeps_the_answers(signed_in, acting_as):
    with acting_as("assistente"):
        before = Contact.objects.count()
    answer = signed_in("assistente").post(URL, heard(look="1", words="Una frase sua.", answers=[]))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Una frase sua." in page
    assert "Manca una cosa" not in page
    with acting_as("assistente"):
        assert Contact.objects.count() == before


def test_a_telephone_that_the_desk_has_heard_is_recognised(signed_in):
    page = signed_in("assistente").post(URL, heard(look="1", phone="333-0104477")).content.decode()
    assert "Stesso telefono" in page
    assert "Monica Dossi" in page
    assert f"/contacts/{contact_id('monica')}" in page


def test_another_desk_s_conversations_are_not_recognised(signed_in):
    page = signed_in("assistente").post(URL, heard(look="1", phone="333 010 5566")).content.decode()
    assert "Fatou" not in page


def test_a_known_person_out_of_sight_is_never_named(signed_in, acting_as):
    with acting_as("assistente"):
        from intreccio.parties.people.models import PersonName

        leo = PersonName.objects.select_related("person").get(person_id=key_for("person", "leo"))
    desk = str(key_for("team", "sportello_binasco"))
    said = {"surname": leo.family, "birth_date": str(leo.person.birth_date), "desk": desk}
    page = signed_in("tommaso").post(URL, heard(look="1", **said)).content.decode()
    assert "chiedi allo sportello di rete" in page
    assert "Marchetti" not in page


def test_about_a_signal_it_answers_it(signed_in, acting_as):
    client = signed_in("assistente")
    url = f"{URL}?signal={signal_id('bottiglie')}"
    assert "Mamma sola" in client.get(url).content.decode()
    assert client.post(url, heard()).status_code == 302
    with acting_as("assistente"):
        assert Contact.objects.latest("at").signal_id == signal_id("bottiglie")
        assert triage_of("bottiglie").state == "answered"


@pytest.mark.parametrize("query", [f"signal={signal_id('assenze')}", "signal=x"])
def test_about_a_signal_out_of_sight_there_is_nothing(signed_in, query):
    assert signed_in("assistente").get(f"{URL}?{query}").status_code == 404


def test_another_desk_cannot_be_named_by_its_id(signed_in):
    form = heard(desk=str(key_for("team", "sportello_opera")))
    assert signed_in("assistente").post(URL, form).status_code == 422


def test_who_does_not_work_at_a_desk_is_told_why(signed_in):
    answer = signed_in("educatrice").get(URL)
    assert answer.status_code == 409
    assert "sportello dove si lavora" in answer.content.decode()


@pytest.mark.parametrize("account", ["scuola", "comune", "psicologa", "admin", "elio"])
def test_who_may_not_is_told_so(signed_in, account):
    assert signed_in(account).get(URL).status_code == 403


def test_the_codes_of_the_day_are_in_the_event_and_no_words(signed_in, monkeypatch):
    told = []
    monkeypatch.setitem(
        events._listeners, "contact.created", [lambda event, by: told.append(str(event.codes))]
    )
    signed_in("assistente").post(URL, heard(given="Monica", words="Parole sue."))
    (codes,) = told
    assert "emergenze.alimentare" in codes
    assert "Monica" not in codes
    assert "Parole" not in codes


def test_the_event_of_a_stranger_s_contact_is_nobody_s_to_read(signed_in, acting_as):
    signed_in("assistente").post(URL, heard())
    with acting_as("lucia"):
        assert not Event.objects.filter(kind="contact.created").exists()
