"""signals/<id>: one signal, and the desk's first step."""

import pytest

from intreccio.families.access.actions.triage import Choice
from intreccio.families.access.actions.triage import choose_first_step as choose
from intreccio.families.access.models import SignalStep, SignalWord, Triage
from intreccio.families.access.tests.conftest import contact_id, signal_id, triage_of
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, Reading
from intreccio.parties.people.models import Household

PANE = f"/signals/{signal_id('pane_in_tasca')}"
COMPITI = f"/signals/{signal_id('compiti')}"


def step(acting_as, account="assistente", key="pane_in_tasca", **said):
    with acting_as(account):
        version = triage_of(key).version
    form = {
        "once": str(new_key()),
        "version": version,
        "step": "meet",
        "to": str(key_for("membership", account)),
        **said,
    }
    return {f"step-{name}": value for name, value in form.items()}


def test_the_desk_reads_facts_worries_what_goes_well_and_who_signals(signed_in):
    page = signed_in("assistente").get(PANE).content.decode()
    for words in (
        "pane in tasca",
        "mensa gratuita",
        "si cercano e si aiutano",
        "due, 7 e 4 anni",
        "Ornella Riva",
        "ed è d",
    ):
        assert words in page
    assert page.count("<h1") == 1


def test_opening_it_at_the_desk_reads_it_once(signed_in, acting_as):
    client = signed_in("assistente")
    client.get(PANE)
    with acting_as("assistente"):
        first = triage_of("pane_in_tasca")
        assert (first.state, first.read_by) == ("read", key_for("membership", "assistente"))
    client.get(PANE)
    with acting_as("assistente"):
        assert triage_of("pane_in_tasca").signal.read_at == first.signal.read_at
        assert Reading.objects.filter(page="signal_page", shown=[first.pk]).exists()


def test_a_lead_who_looks_has_not_read_it_for_the_desk(signed_in, acting_as):
    signed_in("comune").get(f"/signals/{signal_id('assenze')}")
    with acting_as("lucia"):
        assert triage_of("assenze").state == "received"


def test_the_team_of_the_family_reads_it_without_a_name_and_without_a_form(signed_in):
    page = signed_in("educatrice").get(COMPITI).content.decode()
    assert "si addormenta sul banco" in page
    assert "Ornella" not in page
    assert "Lo legge solo chi lavora allo sportello" in page
    assert "Qual è il" not in page


def test_a_lead_reads_it_without_a_name(signed_in):
    page = signed_in("comune").get(f"/signals/{signal_id('sfratto')}").content.decode()
    assert "sfratto" in page
    assert "Fatou" not in page
    assert "5566" not in page


@pytest.mark.parametrize("account", ["lucia", "sara", "educatrice", "comune", "scuola", "admin", "elio"])
def test_a_stranger_finds_nothing_and_writes_nothing(signed_in, account):
    client = signed_in(account)
    assert client.get(PANE).status_code == 404
    for form in ("urgency", "step", "reply", "household", "known"):
        assert client.post(f"{PANE}/{form}", {}).status_code == 404


@pytest.mark.parametrize("form", ["urgency", "step", "reply"])
def test_a_lead_looks_and_does_not_decide(signed_in, form):
    assert signed_in("comune").post(f"/signals/{signal_id('assenze')}/{form}", {}).status_code == 403


@pytest.mark.parametrize("form", ["urgency", "step", "reply", "household", "known"])
def test_forms_are_only_sent(signed_in, form):
    assert signed_in("assistente").get(f"{PANE}/{form}").status_code == 405


def test_set_urgency_a_person_chooses_and_the_days_follow(signed_in, acting_as, today):
    client = signed_in("assistente")
    with acting_as("assistente"):
        before = triage_of("pane_in_tasca")
    form = {"urgency-once": str(new_key()), "urgency-version": before.version, "urgency-urgency": "later"}
    assert client.post(f"{PANE}/urgency", form).status_code == 302
    with acting_as("assistente"):
        after = triage_of("pane_in_tasca")
        assert (after.urgency, (after.due_on - today).days) == ("later", 15 - 4)
    assert "senza urgenza" in client.get(PANE).content.decode()


def test_choose_first_step_gives_it_to_somebody_and_is_written_once(signed_in, acting_as, today):
    client = signed_in("assistente")
    client.get(PANE)
    form = step(acting_as, by_when=today.isoformat(), message="Grazie, chiamiamo la mamma.")
    assert client.post(f"{PANE}/step", form)["Location"] == PANE
    assert client.post(f"{PANE}/step", form)["Location"] == PANE
    with acting_as("assistente"):
        row = triage_of("pane_in_tasca")
        assert (row.state, row.step, row.assigned_to_id) == (
            "assessment",
            "meet",
            key_for("membership", "assistente"),
        )
        assert SignalStep.objects.filter(signal_id=row.signal_id).count() == 1
        assert SignalWord.objects.get(signal_id=row.signal_id).words == "Grazie, chiamiamo la mamma."


def test_closing_without_a_reason_is_asked_for_and_what_was_written_stays(signed_in, acting_as):
    form = step(acting_as, step="close", note="Appunto che deve restare.")
    answer = signed_in("assistente").post(f"{PANE}/step", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "serve un motivo" in page
    assert "Appunto che deve restare." in page
    with acting_as("assistente"):
        assert triage_of("pane_in_tasca").state != "closed"


def test_closing_with_a_reason_and_a_word_closes(signed_in, acting_as):
    form = step(acting_as, step="close", to="", reason="resolved", message="Grazie, è tutto a posto.")
    signed_in("assistente").post(f"{PANE}/step", form)
    with acting_as("assistente"):
        assert triage_of("pane_in_tasca").state == "closed"


def test_closing_without_a_word_leaves_it_to_be_told(signed_in, acting_as):
    signed_in("assistente").post(f"{PANE}/step", step(acting_as, step="close", to="", reason="resolved"))
    with acting_as("assistente"):
        assert triage_of("pane_in_tasca").state == "answered"


def test_a_meeting_needs_somebody(signed_in, acting_as):
    answer = signed_in("assistente").post(f"{PANE}/step", step(acting_as, to=""))
    assert answer.status_code == 409
    assert "non è di nessuno" in answer.content.decode()


def test_only_who_works_there_can_be_chosen(signed_in, acting_as):
    answer = signed_in("assistente").post(
        f"{PANE}/step", step(acting_as, to=str(key_for("membership", "lucia")))
    )
    assert answer.status_code == 422


def test_two_who_decide_at_once_see_each_other(signed_in, acting_as, today):
    client, form = signed_in("assistente"), step(acting_as, note="La mia nota.")
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        choose(row, Choice(step="ask"), by=viewer, version=row.version, today=today)
    answer = client.post(f"{PANE}/step", form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Nel frattempo" in page
    assert "La mia nota." in page
    assert "Chiedere di più a chi segnala." in page


def test_reply_to_sender_is_kept_and_closes_when_asked(signed_in, acting_as):
    url = f"/signals/{signal_id('libri')}"
    form = {"reply-once": str(new_key()), "reply-words": "Hanno trovato i libri.", "reply-closes": "on"}
    assert signed_in("assistente").post(f"{url}/reply", form).status_code == 302
    with acting_as("assistente"):
        assert triage_of("libri").state == "closed"
        assert SignalWord.objects.get(signal_id=signal_id("libri")).from_desk


def test_who_cannot_be_answered_by_account_is_said(signed_in):
    page = signed_in("assistente").get(f"/signals/{signal_id('libri')}").content.decode()
    assert "per telefono o per e-mail" in page


def test_link_signal_opens_it_to_the_team_and_never_the_sender(signed_in, acting_as):
    with acting_as("assistente"):
        household = Household.objects.get(pk=key_for("household", "marchetti"))
        version = triage_of("pane_in_tasca").version
    form = {"link-once": str(new_key()), "link-version": version, "link-code": household.code.lower()}
    assert signed_in("assistente").post(f"{PANE}/household", form).status_code == 302
    page = signed_in("educatrice").get(PANE).content.decode()
    assert "pane in tasca" in page
    assert "Ornella" not in page
    with acting_as("educatrice"):
        assert Event.objects.filter(kind="signal.linked", household_id=household.pk).exists()


def test_a_code_out_of_sight_says_the_same_as_a_code_that_is_not_there(signed_in, acting_as):
    client, known = signed_in("assistente"), "VSM-2026-9999"
    form = {"link-once": str(new_key()), "link-version": 1, "link-code": known}
    answer = client.post(f"{PANE}/household", form)
    assert answer.status_code == 422
    assert "non c&#x27;è questo codice" in answer.content.decode()


def test_find_known_tells_a_family_in_sight_by_name(signed_in, acting_as):
    form = {"known-surname": "Haddad", "known-birth_date": ""}
    assert signed_in("assistente").post(f"{PANE}/known", form).status_code == 422
    with acting_as("assistente"):
        from intreccio.parties.people.models import PersonName

        leo = PersonName.objects.select_related("person").get(person_id=key_for("person", "leo"))
        form = {"known-surname": leo.family, "known-birth_date": str(leo.person.birth_date)}
    page = signed_in("assistente").post(f"{PANE}/known", form).content.decode()
    assert "Forse la conosciamo già" in page
    assert "Marchetti" in page


def test_known_signals_of_the_desk_stay_readable_after_a_hand_over(signed_in, acting_as):
    from intreccio.parties.people.actions.households import hand_over

    with acting_as("assistente") as viewer:
        household = Household.objects.get(pk=key_for("household", "marchetti"))
        hand_over(household, to_team_id=key_for("team", "equipe_sud"), by=viewer, reason_code="moved")
    client = signed_in("assistente")
    assert "una famiglia affidata ad altri" in client.get(COMPITI).content.decode()
    form = {
        "reply-once": str(new_key()),
        "reply-words": "Ora se ne occupa un'altra équipe.",
        "reply-closes": "on",
    }
    assert client.post(f"{COMPITI}/reply", form).status_code == 302
    assert signed_in("educatrice").get(COMPITI).status_code == 404
    assert signed_in("sara").get(COMPITI).status_code == 200


def test_no_more_queries_than_allowed(signed_in, counted):
    client = signed_in("assistente")
    client.get(COMPITI)
    with counted() as page:
        client.get(COMPITI)
    told = [
        query["sql"] for query in page if "set_config" not in query["sql"] and "SAVEPOINT" not in query["sql"]
    ]
    assert len(told) <= 15, told


def test_triage_rows_have_no_delete(acting_as):
    from django.db.utils import ProgrammingError

    with acting_as("assistente"), pytest.raises(ProgrammingError):
        Triage.objects.filter(pk=signal_id("compiti")).delete()


def test_how_it_came_is_said_as_far_as_one_may_know(signed_in):
    assert "con il modulo in linea" not in signed_in("assistente").get(COMPITI).content.decode()
    assert "chi ha un account nella rete" in signed_in("assistente").get(COMPITI).content.decode()
    page = signed_in("educatrice").get(COMPITI).content.decode()
    assert "chi ha un account" not in page
    assert "con il modulo in linea" not in page


@pytest.mark.parametrize("account", ["consultorio", "educatrice"])
def test_the_way_back_is_drawn_for_who_may_take_it(signed_in, account):
    client = signed_in(account)
    for page, up in ((COMPITI, "/signals/"), (f"/contacts/{contact_id('elena')}", "/contacts/")):
        offered = f'href="{up}"' in client.get(page).content.decode()
        assert offered is (client.get(up).status_code == 200)
