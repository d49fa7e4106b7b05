"""signals/: what arrived at the desk."""

import pytest
from django.utils.html import escape

from intreccio.families.access.models import Signal, SignalSender, Triage
from intreccio.families.access.tests.conftest import worry
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Reading

URL = "/signals/"


def test_what_is_to_be_read_stands_first_by_the_time_that_is_left(signed_in):
    page = signed_in("assistente").get(URL).content.decode()
    assert "4 giorni" in page
    assert page.index("senza pranzo") < page.index("resta in cortile")
    assert "Entro domani" in page
    assert "Una parola nuova" in page


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("assessment", "Mamma sola con una neonata"),
        ("assessment", "Nadia è molto cambiata"),
        ("answered", "Una famiglia nuova nel quartiere"),
        ("closed", "Sento piangere un bambino"),
    ],
)
def test_each_chip_shows_its_own(signed_in, state, words):
    client = signed_in("assistente")
    assert words in client.get(URL, {"state": state}).content.decode()
    others = {"assessment": "closed"}.get(state, "received")
    assert words not in client.get(URL, {"state": others}).content.decode()


def test_below_what_is_to_be_read_stands_what_is_being_assessed(signed_in):
    page = signed_in("assistente").get(URL).content.decode()
    assert (
        page.index("resta in cortile")
        < page.index("In valutazione</h2>")
        < page.index("Mamma sola con una neonata")
    )


def test_a_step_agreed_for_a_later_day_counts_from_that_day(signed_in):
    page = signed_in("assistente").get("/signals/").content.decode()
    assessed = page.split("In valutazione")[-1]
    assert "Nadia" in assessed
    assert "L&#x27;accordo era" not in assessed
    assert "L'accordo era" not in assessed
    assert "Entro domani" in assessed


def test_the_desk_of_another_place_shows_none_of_it(signed_in):
    page = signed_in("lucia").get(URL).content.decode()
    assert "22 assenze" in page
    assert "senza pranzo" not in page


def test_a_place_can_be_chosen_by_its_code(signed_in):
    client = signed_in("lucia")
    there = client.get(URL, {"state": "assessment", "municipality": "015173"}).content.decode()
    elsewhere = client.get(URL, {"state": "assessment", "municipality": "015159"}).content.decode()
    assert "parla pochissimo" in there
    assert "parla pochissimo" not in elsewhere


def test_nobody_who_signalled_is_named_in_the_list(signed_in, acting_as):
    with acting_as("assistente"):
        names = [name for name in SignalSender.objects.values_list("name", flat=True) if name]
    assert names
    for state in ("received", "assessment", "answered", "closed"):
        page = signed_in("assistente").get(URL, {"state": state}).content.decode()
        assert not [name for name in names if escape(name) in page]


def test_a_lead_reads_the_list_of_their_desks(signed_in):
    assert "22 assenze" in signed_in("comune").get(URL).content.decode()


def test_who_works_in_a_team_without_a_desk_finds_it_empty(signed_in):
    page = signed_in("psicologa").get(URL).content.decode()
    assert "Nessuna segnalazione da leggere" in page


@pytest.mark.parametrize("account", ["admin", "elio", "scuola"])
def test_who_may_not_is_told_so(signed_in, account):
    assert signed_in(account).get(URL).status_code == 403


def test_a_stranger_signs_in_first(client, db):
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("query", [{"state": "tutte"}, {"after": "x"}])
def test_an_address_that_means_nothing_leads_nowhere(signed_in, query):
    assert signed_in("assistente").get(URL, query).status_code == 404


def make_many(number):
    desk = key_for("team", "sportello_rozzano")
    for each in range(number):
        signal = Signal(
            id=new_key(), code=f"T-{each}", receipt=f"t{each}", received_at="2026-01-01T09:00Z", desk_id=desk,
            source=13, municipality_code="015189", facts=f"Fatto numero {each:03d}.", knows="no",
        )  # fmt: skip
        signal.save(force_insert=True)
        Triage(id=signal.pk, signal=signal, desk_id=desk, due_on="2026-01-06").save(force_insert=True)


def test_the_rest_of_the_list_is_one_link_away_and_nothing_is_lost(signed_in, acting_as):
    client = signed_in("assistente")
    with acting_as("assistente"):
        make_many(60)
    seen, pages = "", 0
    query: dict | None = {}
    while query is not None:
        page = client.get(URL, query)
        seen, pages = seen + page.content.decode(), pages + 1
        query = {"after": str(page.context["found"].more)} if page.context["found"].more else None
    assert pages == 3
    assert all(seen.count(f"Fatto numero {each:03d}") == 1 for each in range(60))


def test_as_many_queries_for_few_as_for_many(signed_in, acting_as, counted):
    client = signed_in("assistente")
    with counted() as few:
        client.get(URL)
    with acting_as("assistente"):
        make_many(60)
    with counted() as many:
        client.get(URL)
    assert len(many) <= len(few)
    assert (
        len([query for query in many if "set_config" not in query["sql"] and "SAVEPOINT" not in query["sql"]])
        <= 15
    )


def test_a_new_signal_appears(passer_by, signed_in):
    passer_by.post("/segnala", worry(facts="Appena arrivata."))
    assert "Appena arrivata" in signed_in("assistente").get(URL).content.decode()


def test_the_reading_is_recorded_with_how_many(signed_in, acting_as):
    signed_in("assistente").get(URL)
    with acting_as("assistente"):
        assert Reading.objects.filter(page="signal_inbox", count__gte=2).exists()


@pytest.mark.parametrize("code", ["\0", "015189' OR true", "999999"])
def test_a_place_that_is_none_of_ours_filters_nothing(signed_in, code):
    client = signed_in("assistente")
    page = client.get("/signals/", {"municipality": code})
    assert page.status_code == 200
    assert len(page.context["found"].lines) == len(client.get("/signals/").context["found"].lines)


@pytest.mark.parametrize("code", ["%00", "999999"])
def test_a_municipality_that_is_none_of_ours_is_ignored(signed_in, code):
    assert signed_in("assistente").get(f"/signals/?municipality={code}").status_code == 200
