"""signals/<id>/pass-on: a signal that is not for this desk goes to the one it is for."""

import pytest
from django.db import transaction
from django.http import Http404

from conftest import viewer_named
from intreccio.families.access.actions.contacts import Heard, create_contact
from intreccio.families.access.actions.passing import Onward, pass_on_signal, require_passable
from intreccio.families.access.actions.triage import Choice, choose_first_step, locked
from intreccio.families.access.actions.words import reply_to_sender
from intreccio.families.access.models import Signal, SignalPass, SignalSender, SignalStep, SignalWord, Triage
from intreccio.families.access.tests.conftest import signal_id, triage_of, worry
from intreccio.families.access.tests.test_send_signal import receipt_in
from intreccio.ground.kernel import events
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from tests.drills.at_once import acted, at_once

PANE = signal_id("pane_in_tasca")
PAGE, URL = f"/signals/{PANE}", f"/signals/{PANE}/pass-on"
OPERA, BINASCO = key_for("team", "sportello_opera"), key_for("team", "sportello_binasco")
WORDS = ("pane in tasca", "Monica", "Ornella")


def onward(acting_as, to=OPERA, key="pane_in_tasca", **said):
    with acting_as("assistente"):
        version = triage_of(key).version
    return {"once": str(new_key()), "version": version, "desk": str(to), "reason": "place", **said}


def test_pass_on_signal_gives_it_to_the_other_desk_with_who_signalled(signed_in, acting_as):
    form = onward(acting_as, note="La mamma preferisce un messaggio.")
    assert signed_in("assistente").post(URL, form)["Location"] == PAGE
    client = signed_in("lucia")
    assert "pane in tasca" in client.get("/signals/").content.decode()
    page = client.get(PAGE).content.decode()
    for words in (
        *WORDS,
        "preferisce un messaggio",
        "la famiglia vive in un altro comune",
        "Sportello sociale di Rozzano",
    ):
        assert words in page


def test_the_desk_that_gave_it_reads_where_it_went_and_no_word_of_it(signed_in, acting_as):
    client = signed_in("assistente")
    client.post(URL, onward(acting_as, note="La mamma preferisce un messaggio."))
    for path in (PAGE, "/signals/passed"):
        page = client.get(path).content.decode()
        assert "Passata a Sportello sociale di Opera" in page
        assert "la famiglia vive in un altro comune" in page
        assert not [words for words in (*WORDS, "preferisce un messaggio") if words in page]
    assert not [words for words in WORDS if words in client.get("/signals/").content.decode()]
    with acting_as("assistente"):
        for table in (Signal, SignalSender, Triage, SignalStep, SignalWord):
            key = "pk" if table is Signal else "signal_id"
            assert not table.objects.filter(**{key: PANE}).exists()


def test_the_other_desk_begins_by_reading_it_and_the_days_go_on(signed_in, acting_as, today):
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        choose_first_step(row, Choice(step="ask"), by=viewer, version=row.version, today=today)
        due = row.due_on
    signed_in("assistente").post(URL, onward(acting_as))
    with acting_as("lucia"):
        row = triage_of("pane_in_tasca")
        assert (row.state, row.step, row.assigned_to_id, row.read_by) == ("received", "", None, None)
        assert row.due_on == due
    signed_in("lucia").get(PAGE)
    with acting_as("lucia"):
        assert (triage_of("pane_in_tasca").state, triage_of("pane_in_tasca").read_by) == (
            "read",
            key_for("membership", "lucia"),
        )


def test_who_signalled_reads_received_and_read_as_before(passer_by, signed_in, acting_as):
    code = receipt_in(passer_by.post("/segnala", worry(facts="Piange spesso in corridoio.")))
    with acting_as("assistente"):
        signal = Signal.objects.get(facts="Piange spesso in corridoio.")
    desk = signed_in("assistente")
    desk.get(f"/signals/{signal.pk}")
    before = passer_by.post("/segnala/ricevuta", {"code": code}).content.decode()
    form = {"once": str(new_key()), "version": 1, "desk": str(OPERA), "reason": "office"}
    assert desk.post(f"/signals/{signal.pk}/pass-on", form).status_code == 302
    signed_in("lucia").get(f"/signals/{signal.pk}")
    after = passer_by.post("/segnala/ricevuta", {"code": code}).content.decode()
    assert "Sportello" not in after
    assert [each in after for each in ("Ricevuta", "non ancora")] == [
        each in before for each in ("Ricevuta", "non ancora")
    ]


def test_a_word_of_who_signalled_reaches_the_desk_that_has_it_now(signed_in, acting_as):
    signed_in("assistente").post(URL, onward(acting_as))
    word = {"once": str(new_key()), "words": "Oggi era assente."}
    assert signed_in("scuola").post(f"/signals/mine/{PANE}/word", word).status_code == 302
    with acting_as("lucia"):
        assert SignalWord.objects.get(words="Oggi era assente.").desk_id == OPERA
        assert triage_of("pane_in_tasca").has_news


def test_old_values_are_read_only_where_it_is_now(signed_in, acting_as):
    client = signed_in("assistente")
    client.get(PAGE)
    client.post(URL, onward(acting_as))
    with acting_as("assistente"):
        assert not History.objects.filter(row_id=PANE).exists()
    with acting_as("lucia"):
        assert not History.objects.filter(row_id=PANE).exists()
    signed_in("lucia").get(PAGE)
    with acting_as("lucia"):
        assert set(History.objects.filter(row_id=PANE).values_list("table_name", flat=True)) == {
            "access_triage"
        }


def test_it_is_an_act_with_codes_and_no_words(signed_in, acting_as, monkeypatch):
    heard = []
    monkeypatch.setitem(events._listeners, "signal.passed_on", [lambda event, _by: heard.append(event)])
    signed_in("assistente").post(URL, onward(acting_as, note="La mamma preferisce un messaggio."))
    (deed,) = heard
    assert deed.codes["to"] == str(OPERA)
    assert deed.codes["reason"] == "place"
    assert "messaggio" not in str(deed.codes)


def test_a_second_tap_writes_nothing(signed_in, acting_as):
    client, form = signed_in("assistente"), onward(acting_as)
    assert client.post(URL, form)["Location"] == client.post(URL, form)["Location"] == PAGE
    with acting_as("assistente"):
        assert SignalPass.objects.filter(signal_id=PANE).count() == 1


def test_who_comes_second_is_told_where_it_went(signed_in, acting_as):
    client, first, second = signed_in("assistente"), onward(acting_as), onward(acting_as, to=BINASCO)
    client.post(URL, first)
    for path, form in ((URL, second), (f"{PAGE}/urgency", {}), (f"{PAGE}/step", {}), (f"{PAGE}/reply", {})):
        answer = client.post(path, form)
        assert answer.status_code == 409
        assert "passata a Sportello sociale di Opera" in answer.content.decode()


def test_somebody_wrote_on_it_meanwhile_and_nothing_is_lost(signed_in, acting_as, today):
    client, form = signed_in("assistente"), onward(acting_as, note="La mia nota.")
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        choose_first_step(row, Choice(step="ask"), by=viewer, version=row.version, today=today)
    answer = client.post(URL, form)
    assert answer.status_code == 409
    assert "Nel frattempo" in answer.content.decode()
    assert "La mia nota." in answer.content.decode()


@pytest.mark.parametrize(
    ("key", "reason", "way_out"),
    [
        ("libri", "avete già risposto", "scegliendo un nuovo passo"),
        ("doppia", "avete già risposto", "scegliendo un nuovo passo"),
        ("compiti", "già collegata a una famiglia", "affidarla a un&#x27;altra équipe"),
    ],
)
def test_what_has_found_its_answer_stays_and_the_way_out_is_said(signed_in, key, reason, way_out):
    url = f"/signals/{signal_id(key)}/pass-on"
    form = {"once": str(new_key()), "version": 1, "desk": str(OPERA), "reason": "place"}
    client = signed_in("assistente")
    for answer in (client.get(url), client.post(url, form)):
        page = answer.content.decode()
        assert answer.status_code == 409
        assert reason in page
        assert way_out in page


def test_after_a_talk_with_the_family_it_stays_at_the_desk(acting_as, today):
    heard = Heard("phone", 5, ["abitare"], ["information"])
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        create_contact(heard, desk_id=row.desk_id, by=viewer, today=today, about=row)
        Triage.objects.filter(pk=row.pk).update(state="assessment")
        with pytest.raises(Refused) as no:
            require_passable(triage_of("pane_in_tasca"))
    assert "parlato con la famiglia" in str(no.value.reason)


@pytest.mark.parametrize("to", ["equipe_sud", "sportello_rozzano"])
def test_only_another_desk_can_receive_it(signed_in, acting_as, today, to):
    form = onward(acting_as, to=key_for("team", to))
    assert signed_in("assistente").post(URL, form).status_code == 422
    with acting_as("assistente") as viewer, pytest.raises(Refused):
        pass_on_signal(
            triage_of("pane_in_tasca"),
            Onward(key_for("team", to), "place"),
            by=viewer,
            version=1,
            today=today,
        )


def test_another_reason_is_said_in_words(signed_in, acting_as):
    answer = signed_in("assistente").post(URL, onward(acting_as, reason="other"))
    assert answer.status_code == 422
    assert "quale altro motivo" in answer.content.decode()


def test_the_desk_of_the_municipality_is_proposed(signed_in):
    page = signed_in("coordinatrice").get(f"/signals/{signal_id('vicina')}/pass-on").content.decode()
    assert '<option value="" selected>' in page  # Basiglio is of this very desk
    page = signed_in("lucia").get(f"/signals/{signal_id('trasloco')}/pass-on").content.decode()
    assert "Sportello di rete" in page


@pytest.mark.parametrize("account", ["lucia", "educatrice", "scuola", "comune", "admin", "elio"])
def test_a_stranger_finds_nothing(signed_in, account):
    client = signed_in(account)
    assert client.get(URL).status_code == 404
    assert client.post(URL, {"desk": str(OPERA)}).status_code == 404


def test_a_lead_reads_that_it_was_passed_and_passes_nothing(signed_in, acting_as, today):
    client = signed_in("comune")
    assert client.get(f"/signals/{signal_id('assenze')}/pass-on").status_code == 403
    with acting_as("comune") as viewer, pytest.raises(NotAllowed):
        pass_on_signal(triage_of("assenze"), Onward(BINASCO, "place"), by=viewer, version=1, today=today)


def test_the_demo_shows_both_ends(signed_in):
    gave = signed_in("coordinatrice").get("/signals/passed").content.decode()
    assert "Passata a Sportello sociale di Opera" in gave
    assert "cambiato casa" not in gave
    page = signed_in("lucia").get(f"/signals/{signal_id('trasloco')}").content.decode()
    assert "cambiato casa" in page
    assert "Una maestra di Basiglio" in page
    assert "Da Sportello di rete a Sportello sociale di Opera" in page


def test_nobody_writes_that_a_signal_passed_through_a_desk_of_theirs(acting_as):
    """Nor moves one by hand: the desk changes by the function alone."""
    from django.db.utils import ProgrammingError

    row = {
        "signal_id": signal_id("assenze"),
        "code": "S",
        "to_id": OPERA,
        "at": "2026-01-01T09:00Z",
        "reason": "place",
    }
    with acting_as("assistente") as viewer:
        theirs = SignalPass(desk_id=key_for("team", "sportello_rozzano"), by=viewer.membership_id, **row)
        with pytest.raises(ProgrammingError), transaction.atomic():
            theirs.save(force_insert=True)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Signal.objects.filter(pk=PANE).update(desk_id=OPERA)


def give(viewer, version, today, to=OPERA):
    onwards = Onward(to, "place")
    pass_on_signal(triage_of("pane_in_tasca"), onwards, by=viewer, version=version, today=today)


def decide(viewer, version, today):
    row = triage_of("pane_in_tasca")
    choose_first_step(row, Choice(step="ask"), by=viewer, version=version, today=today)


OTHERS = {
    "pass_on": lambda viewer, version, today: give(viewer, version, today, BINASCO),
    "reply": lambda viewer, *_when: reply_to_sender(
        triage_of("pane_in_tasca"), "Grazie.", by=viewer, closes=False
    ),
    "step": decide,
}


@pytest.mark.parametrize("other", OTHERS)
def test_two_at_once_one_wins_and_nobody_waits_for_ever(committed, today, other):
    viewer = viewer_named("assistente")
    with acting(viewer):
        version = triage_of("pane_in_tasca").version
    went = at_once(
        *(acted(viewer, lambda by, act=act: act(by, version, today)) for act in (give, OTHERS[other]))
    )
    (no,) = (answer for answer in went if isinstance(answer, Exception))
    assert isinstance(no, Refused | Changed | Triage.DoesNotExist | Http404)


def test_locked_says_that_it_has_gone(acting_as, today):
    with acting_as("assistente") as viewer:
        row = triage_of("pane_in_tasca")
        pass_on_signal(row, Onward(OPERA, "office"), by=viewer, version=row.version, today=today)
        with pytest.raises(Refused, match="passed_on"):
            locked(row)
