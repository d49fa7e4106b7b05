"""Pages of both sides: each finds its own, strangers nothing."""

from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.plans.models import PlanAction
from intreccio.families.referrals.models import Referral
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.workshop.messages.models import Mail

FAMILY, CORTILE = key_for("household", "marchetti"), key_for("service", "spazio_gioco_il_cortile")
NEW = f"/referrals/new?household={FAMILY}&need=futuro.educative&service={CORTILE}"


def page(key):
    return reverse("referral_page", args=[key])


def answers(today, **instead):
    return {
        "once": uuid4(), "person": key_for("person", "leo"), "request": "Due mattine per giocare.", "urgency": "weeks",
        "answer_by": today, "least": ["name", "age", "reach", "languages"], "consent": "voice",
        "consent_of": key_for("person", "elena"), "consent_on": today, **instead,
    }  # fmt: skip


def text_of(answer):
    return answer.content.decode()


def test_what_is_missing_is_chosen_first(signed_in):
    client = signed_in("educatrice")
    assert "Per quale famiglia" in text_of(client.get("/referrals/new"))
    assert "Di che cosa c'è bisogno" in text_of(client.get(f"/referrals/new?household={FAMILY}"))
    offers = text_of(client.get(f"/referrals/new?household={FAMILY}&need=futuro.educative"))
    assert "A quale servizio chiediamo" in offers
    assert "Chiedi a " in offers
    assert "Qui non risponde ancora nessuno: chiamateli." in offers


def test_the_form_begins_with_the_minimum_and_shows_it(signed_in):
    text = text_of(signed_in("educatrice").get(NEW))
    assert "Così la vedranno" in text
    for said in ("Leo", "italiano, arabo", "Elena, 333 010 2233"):
        assert said in text


def test_a_line_of_the_plan_looks_for_a_service_of_the_age_of_whose_goal_it_is(signed_in, acting_as):
    with acting_as("educatrice"):
        line = PlanAction.objects.get(what="Doposcuola due volte la settimana")
    text = text_of(signed_in("educatrice").get(f"/referrals/new?action={line.pk}"))
    assert "Scuola aperta" in text
    assert "Italiano per mamme" not in text


def test_a_request_for_all_of_them_says_that_it_tells_of_all(signed_in, today):
    client = signed_in("educatrice")
    all_of_them = "È per tutta la famiglia, e dice di tutti"
    assert all_of_them in text_of(client.post(NEW, answers(today, preview="1", person="")))
    assert all_of_them not in text_of(client.post(NEW, answers(today, preview="1")))


def test_what_nobody_has_opened_is_still_to_be_read(signed_in, send):
    key, ours = send(), signed_in("educatrice")
    assert "Che cosa leggeranno" in text_of(ours.get(page(key)))
    signed_in("tommaso").get(page(key))
    assert "Che cosa hanno letto" in text_of(ours.get(page(key)))


def test_a_step_of_ours_names_the_family_and_leads_back_to_what_we_sent(signed_in, send):
    text = text_of(signed_in("educatrice").get(f"{page(send())}/withdraw"))
    assert "Spazio gioco Il Cortile, Famiglia Marchetti Haddad" in text
    assert f'href="{reverse("referral_outbox")}"' in text


def test_preview_is_drawn_by_the_server_and_writes_nothing(signed_in, today):
    client = signed_in("educatrice")
    said = answers(today, preview="1", request="Un pomeriggio.", more=["surname"], consent="")
    answer = client.post(NEW, said)
    assert answer.status_code == 200
    assert "<dd>Haddad</dd>" in text_of(answer).replace("\n", "")
    assert "Un pomeriggio." in text_of(answer)


def test_create_referral_leads_to_its_page_and_writes_to_who_may_answer(signed_in, acting_as, today):
    client = signed_in("educatrice")
    done = client.post(NEW, answers(today))
    assert done.status_code == 302
    assert "Famiglia Marchetti Haddad" in text_of(client.get(done.url))
    with acting_as("admin"):
        mails = Mail.objects.filter(letter="referral_asked")
        assert {mail.to for mail in mails} == {"tommaso@example.org"}
        assert all(set(mail.about) == {"referral"} for mail in mails)


def test_more_than_the_minimum_asks_why(signed_in, today):
    answer = signed_in("educatrice").post(NEW, answers(today, more=["surname"]))
    assert answer.status_code == 422
    assert "scrivete perché serve" in text_of(answer)


def test_the_receiver_reads_what_was_sent_and_nothing_more(signed_in, acting_as, send):
    key = send()
    text = text_of(signed_in("tommaso").get(page(key)))
    assert "Leo aspetta il posto a scuola" in text
    for hidden in (
        "Marchetti",
        "Haddad",
        str(FAMILY),
        "333 010 2233",
        "Elena",
        str(key_for("case", "marchetti")),
    ):
        assert hidden not in text, hidden
    with acting_as("tommaso"):
        assert Referral.objects.get(pk=key).state == "seen"
        assert Reading.objects.filter(page="referral_page", household_id=None, shown=[key]).exists()


def test_the_team_reads_who_opened_it(signed_in, send):
    key = send()
    signed_in("tommaso").get(page(key))
    text = text_of(signed_in("assistente").get(page(key)))
    assert "Chi l'ha aperta da loro" in text
    assert "Tommaso Galli" in text


@pytest.mark.parametrize("account", ["sara", "lucia", "scuola", "comune", "admin", "elio"])
def test_a_stranger_finds_nothing(signed_in, send, account):
    key = send()
    assert signed_in(account).get(page(key)).status_code == 404


def test_where_somebody_can_say_yes(signed_in, acting_as, send, today):
    key = send()
    client = signed_in("tommaso")
    assert "Sì, venite" in text_of(client.get(page(key)))
    done = client.post(f"{page(key)}/accept", {"once": uuid4(), "words": "Sabato alle 10"})
    text = text_of(client.get(done.url))
    assert "Elena, 333 010 2233" in text
    assert "Sabato alle 10" in text
    with acting_as("admin"):
        assert {mail.to for mail in Mail.objects.filter(letter="referral_answered")} == {
            "educatrice@example.org"
        }


@pytest.mark.parametrize(
    ("name", "account", "status"),
    [("accept", "educatrice", 403), ("withdraw", "tommaso", 403), ("accept", "sara", 404), ("end", "tommaso", 409),
     ("retry", "educatrice", 409), ("withdraw", "educatrice", 200)],
)  # fmt: skip
def test_each_side_has_its_own_pages(signed_in, send, name, account, status):
    key = send()
    assert signed_in(account).get(f"{page(key)}/{name}").status_code == status


def test_inbox_and_outbox_show_each_side_its_own(signed_in, send):
    key = send()
    inbox = text_of(signed_in("tommaso").get(reverse("referral_inbox")))
    assert page(key) in inbox
    assert "Marchetti" not in inbox
    outbox = text_of(signed_in("educatrice").get(reverse("referral_outbox"), {"state": "asked"}))
    assert page(key) in outbox
    assert signed_in("educatrice").get(reverse("referral_inbox")).status_code == 302


def test_the_search_box_finds_its_code_in_sight_only(signed_in, acting_as, send):
    key = send()
    with acting_as("educatrice"):
        code = Referral.objects.get(pk=key).code
    for account, found in (("educatrice", True), ("tommaso", True), ("sara", False)):
        assert (page(key) in text_of(signed_in(account).post(reverse("search"), {"words": code}))) == found


def test_oggi_says_what_waits_on_both_sides(signed_in, send, step):
    key = send()
    theirs = text_of(signed_in("tommaso").get("/"))
    assert "Richieste a cui rispondere" in theirs
    assert page(key) in theirs
    step("accept_referral", key)
    assert page(key) in text_of(signed_in("assistente").get("/"))
    signed_in("assistente").get(page(key))
    assert page(key) not in text_of(signed_in("educatrice").get("/"))
    step("start_referral", key)
    step("end_referral", key, reason="done")
    assert f"{page(key)}/answer" in text_of(signed_in("educatrice").get("/"))


def test_the_way_in_stands_on_the_pages_below(signed_in, acting_as):
    client = signed_in("educatrice")
    family = text_of(client.get(reverse("household_page", args=[FAMILY])))
    assert f"/referrals/new?household={FAMILY}" in family
    assert f"/referrals/new?service={CORTILE}" in text_of(client.get(reverse("service_page", args=[CORTILE])))
    case = text_of(client.get(reverse("case_page", args=[key_for("case", "marchetti")])))
    assert "Invii ai servizi" in case


def test_every_step_has_its_page(signed_in, send):
    key = send()
    client, ours = signed_in("tommaso"), signed_in("educatrice")

    def tap(who, name, **said):
        assert who.get(f"{page(key)}/{name}").status_code == 200
        assert who.post(f"{page(key)}/{name}", {"once": uuid4(), **said}).status_code == 302

    tap(client, "words", words="Parla italiano?")
    tap(ours, "words", words="Sì.")
    tap(client, "waiting-list", words="Due settimane")
    tap(client, "accept")
    tap(client, "start")
    tap(client, "end", reason="done")
    tap(ours, "answer", helped="yes", words="Ha trovato un amico")
    assert "Ha trovato un amico" in text_of(ours.get(page(key)))
    assert "Ha trovato un amico" not in text_of(client.get(page(key)))


def test_after_a_no_the_same_words_go_to_another_service(signed_in, send, today):
    key = send()
    signed_in("tommaso").post(f"{page(key)}/decline", {"once": uuid4(), "reason": "no_room"})
    client = signed_in("educatrice")
    assert "A chi altro chiediamo" in text_of(client.get(f"{page(key)}/retry"))
    papaveri = key_for("service", "nido_comunale_i_papaveri")
    way = f"{page(key)}/retry?service={papaveri}"
    assert "Leo aspetta il posto a scuola" in text_of(client.get(way))
    done = client.post(way, answers(today))
    assert page(key) in text_of(client.get(done.url))


def test_where_places_are_finished_the_no_is_said_and_leaves_a_fact(signed_in, acting_as, send):
    key = send("dispensa_di_binasco", need="emergenze.alimentare")
    answer = signed_in("tommaso").post(f"{page(key)}/accept", {"once": uuid4()})
    assert answer.status_code == 409
    assert "i posti sono finiti" in text_of(answer)
    with acting_as("tommaso"):
        referral = Referral.objects.get(pk=key)
        assert (referral.state, referral.unmet) == ("asked", ["no_room"])
