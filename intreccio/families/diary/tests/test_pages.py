"""Each page: who gets it, what an empty form says, where a good one leads, what a second tap does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.diary.tests.conftest import ASKED, ENDED, UNDER_WAY, meeting_key, only, page, person
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading

NOTES = ("first", "last", "put_right")


def test_the_page_is_for_who_reads_the_record(answers):
    team = {"coordinatrice": 200, "assistente": 200, "educatrice": 200, "psicologa": 200}
    assert answers(page("line_page", UNDER_WAY)) == only(**team)


@pytest.mark.parametrize(
    ("name", "key"),
    [("accept_line", ASKED), ("decline_line", ASKED), ("write_note", UNDER_WAY), ("renew_line", ENDED)],
)
def test_what_is_of_a_psychologist(answers, name, key):
    expected = only(coordinatrice=403, assistente=403, educatrice=403, psicologa=200)
    assert answers(page(name, key)) == expected


def test_the_team_asks(answers):
    address = reverse("ask_line", args=[key_for("case", "hoxha")])
    assert answers(address) == only(coordinatrice=200, assistente=200, educatrice=200, psicologa=403)


def test_the_team_sees_where_it_stands_who_was_there_and_how_it_ended(signed_in):
    client = signed_in("educatrice")
    text = client.get(page("line_page", UNDER_WAY)).content.decode()
    for words in (
        "esce poco",
        "Irene Costa",
        "ci siamo visti",
        "non abbiamo potuto noi",
        "Ciclo 1",
        "in programma",
    ):
        assert words.lower() in text.lower(), words
    assert "Note riservate" not in text
    ended = client.get(page("line_page", ENDED)).content.decode()
    assert "decidono più insieme" in ended
    assert "due regole che tengono" in ended


def test_who_follows_it_has_one_thing_to_do_and_their_notes(signed_in, day):
    text = signed_in("psicologa").get(page("line_page", UNDER_WAY)).content.decode()
    assert page("record_meeting", UNDER_WAY, meeting_key(UNDER_WAY, day)) in text
    assert "parla volentieri di musica" in text
    assert "Scrivi una rettifica" in text
    assert page("end_line", UNDER_WAY) in text
    assert (
        signed_in("coordinatrice").get(page("line_page", UNDER_WAY)).content.decode().count("Concludi") == 0
    )


def test_who_is_asked_reads_that_there_is_no_date_yet(signed_in):
    text = signed_in("psicologa").get(page("line_page", ASKED)).content.decode()
    assert "Ancora nessuna data" in text
    assert "Note riservate" not in text


def test_opening_is_recorded(signed_in, acting_as):
    signed_in("educatrice").get(page("line_page", UNDER_WAY))
    with acting_as("educatrice"):
        assert Reading.objects.filter(
            page="line_page", household_id=key_for("household", "cattaneo")
        ).exists()


def test_ask_line_says_what_is_missing_and_then_once(signed_in, day):
    client, address = signed_in("educatrice"), reverse("ask_line", args=[key_for("case", "hoxha")])
    assert client.post(address, {"once": uuid4()}).status_code == 422
    said = {
        "once": uuid4(),
        "kind": "young",
        "for_whom": person("hoxha_4"),
        "question": "Aiuto.",
        "rhythm": "weekly",
    }
    without = client.post(address, said)
    assert without.status_code == 422
    assert "scrivi chi ha detto di sì" in without.content.decode()
    small = client.post(address, {**said, "for_whom": person("hoxha_3")})
    assert "va da 11 a 18 anni" in small.content.decode()
    both = {"yes_of": person("hoxha_1"), "yes_also": person("hoxha_2")}
    later = {**both, "yes_how": "voice", "yes_on": day + timedelta(days=2)}
    assert "nel futuro" in client.post(address, {**said, **later}).content.decode()
    whole = {**said, **later, "yes_on": day}
    first, second = client.post(address, whole), client.post(address, whole)
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert "Annulla la richiesta" in client.get(first.url).content.decode()


def test_from_the_answer_to_the_outcome(signed_in, day):
    """One walk of a psychologist: accept, plan, move, record, note, end, another cycle."""
    client = signed_in("psicologa")
    assert (
        client.post(page("accept_line", ASKED), {"once": uuid4(), "answer": "Volentieri."}).status_code == 302
    )
    assert client.get(page("accept_line", ASKED)).status_code == 409, "it is answered"
    plan = page("plan_meetings", ASKED)
    assert 'value="fortnightly"' in client.get(plan).content.decode()
    assert (
        client.post(plan, {"once": uuid4(), "meetings": "99", "rhythm": "weekly", "start": day}).status_code
        == 422
    )
    good = {"once": uuid4(), "meetings": "2", "rhythm": "weekly", "start": day, "hour": "15:30"}
    assert client.post(plan, good).status_code == 302
    assert client.get(plan).status_code == 409
    text = client.get(page("line_page", ASKED)).content.decode()
    assert "15:30" in text
    ids = {each: _meeting_of(text, each) for each in ("record", "move")}
    move = page("move_meeting", ASKED, ids["move"][-1])
    assert (
        client.post(move, {"once": uuid4(), "version": 1, "day": day - timedelta(days=1)}).status_code == 422
    )
    assert (
        client.post(move, {"once": uuid4(), "version": 1, "day": day + timedelta(days=9)}).status_code == 302
    )
    record = page("record_meeting", ASKED, ids["record"][0])
    empty = client.post(record, {"once": uuid4(), "version": 1, "state": "held"})
    assert empty.status_code == 422
    assert client.post(record, {"once": uuid4(), "version": 1, "state": "missed"}).status_code == 422
    held = {"once": uuid4(), "version": 1, "state": "held", "present": [person("rossetti_lima_1")]}
    assert client.post(record, held).status_code == 302
    both = client.post(record, {**held, "once": uuid4(), "present": [person("rossetti_lima_2")]})
    assert both.status_code == 409
    assert "qualcun altro ha scritto" in both.content.decode()
    note = client.post(page("write_note", ASKED), {"once": uuid4(), "text": "Solo mia."})
    assert "Solo mia." in client.get(note.url).content.decode()
    assert (
        client.post(page("end_line", ASKED), {"once": uuid4(), "outcome": "surer", "words": "x"}).status_code
        == 422
    )
    done = {"once": uuid4(), "outcome": "talking", "words": "Si parlano."}
    assert client.post(page("end_line", ASKED), done).status_code == 302
    team = signed_in("educatrice").get(page("line_page", ASKED)).content.decode()
    assert "Si parlano." in team
    assert "Solo mia." not in team
    assert client.post(page("renew_line", ASKED), {"once": uuid4()}).status_code == 302
    assert "Ciclo 1" in client.get(page("line_page", ASKED)).content.decode()


def _meeting_of(text, verb):
    """The ids of meetings for which a page has a link of this verb, in order."""
    parts = [
        part.split("/meetings/")[1] for part in text.split('"') if f"/{verb}" in part and "/meetings/" in part
    ]
    return [part.split("/")[0] for part in parts]


def test_decline_line_tells_the_team_why(signed_in):
    client = signed_in("psicologa")
    assert client.post(page("decline_line", ASKED), {"once": uuid4()}).status_code == 422
    said = {"once": uuid4(), "reason": "specialist", "answer": "Ne parlo con la neuropsichiatria."}
    client.post(page("decline_line", ASKED), said)
    text = signed_in("educatrice").get(page("line_page", ASKED)).content.decode()
    assert "Serve un servizio specialistico" in text
    assert "neuropsichiatria" in text


@pytest.mark.parametrize("name", ["edit_note", "correct_note"])
@pytest.mark.parametrize("account", ["coordinatrice", "educatrice", "livia", "davide"])
def test_a_known_id_of_a_note_opens_nothing(signed_in, name, account):
    for key in NOTES:
        address = page(name, UNDER_WAY, key_for("restricted_note", f"cattaneo_{key}"))
        assert signed_in(account).get(address).status_code in (403, 404)


def test_edit_note_and_correct_note_each_at_its_time(signed_in):
    client = signed_in("psicologa")
    old = key_for("restricted_note", "cattaneo_last")
    assert client.get(page("edit_note", UNDER_WAY, old)).status_code == 409
    assert client.get(page("correct_note", UNDER_WAY, old)).status_code == 200
    said = {"once": uuid4(), "text": "Erano in tre."}
    assert client.post(page("correct_note", UNDER_WAY, old), said).status_code == 302
    assert "Erano in tre." in client.get(page("line_page", UNDER_WAY)).content.decode()


def test_hand_over_line_needs_somebody_who_sees_the_family(signed_in):
    text = signed_in("psicologa").get(page("hand_over_line", UNDER_WAY)).content.decode()
    assert "nessun'altra psicologa" in text
    assert "note riservate" in text
    others = signed_in("coordinatrice").get(page("hand_over_line", UNDER_WAY)).content.decode()
    assert 'name="notes"' not in others, "only their author is asked"


def test_void_line_says_why_and_stays_readable(signed_in):
    client = signed_in("educatrice")
    assert client.post(page("void_line", ASKED), {"once": uuid4()}).status_code == 422
    gone = client.post(page("void_line", ASKED), {"once": uuid4(), "reason": "doppia"})
    assert "doppia" in client.get(gone.url).content.decode()


@pytest.mark.parametrize("account", ["psicologa", "educatrice"])
def test_the_page_costs_few_queries(signed_in, counted, account):
    client = signed_in(account)
    client.get(page("line_page", UNDER_WAY))
    with counted() as queries:
        client.get(page("line_page", UNDER_WAY))
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)
