"""GET /: what waits for me, how long, and why; by role."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases import actions
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import Waiting, registers

EVERYBODY = (
    "coordinatrice",
    "assistente",
    "educatrice",
    "psicologa",
    "awa",
    "davide",
    "comune",
    "scuola",
    "sara",
    "admin",
    "elio",
)


def oggi(client, **query):
    return client.get(reverse("today"), query).content.decode()


@pytest.fixture
def nothing_waits(monkeypatch):
    monkeypatch.setattr(registers, "waits", [])


def test_who_has_not_signed_in_goes_to_sign_in(client, db):
    answer = client.get(reverse("today"))
    assert answer.status_code == 302
    assert "login" in answer.url


@pytest.mark.parametrize("account", EVERYBODY)
def test_everybody_has_an_oggi_with_one_main_button_at_most(signed_in, account):
    text = oggi(signed_in(account))
    assert "<h1>" in text
    assert text.count("i-btn-1") <= 1


def test_it_greets_by_first_name_and_says_the_day(signed_in, nothing_waits):
    text = oggi(signed_in("educatrice"))
    assert ", Chiara</h1>" in text
    assert "Sei in pari" in text


def test_the_desk_reads_analyses_that_last_too_long_and_why(signed_in):
    text = oggi(signed_in("assistente"))
    assert "Famiglia Gashi" in text
    assert "aperta da 24 giorni, ci siamo dati 15 giorni" in text
    assert "Famiglia Ramos" not in text


def test_the_new_team_reads_who_waits_for_a_name(signed_in):
    for account in ("coordinatrice", "tommaso"):
        text = oggi(signed_in(account))
        assert "Famiglia Traoré" in text
        assert "nessuno ne risponde ancora per nome" in text
    assert "Traoré" not in oggi(signed_in("assistente"))
    assert "Traoré" not in oggi(signed_in("sara"))


def test_the_reference_reads_of_whom_nothing_was_written_for_long(signed_in, keeper_clock):
    text = oggi(signed_in("educatrice"))
    assert "Famiglia Marchetti Haddad" in text
    assert "non scriviamo niente di loro" in text


@pytest.fixture
def keeper_clock(monkeypatch, today):
    """A year later nothing else has been written."""
    from intreccio.families.cases.panels import waiting as panels

    monkeypatch.setattr(panels, "today", lambda: today + timedelta(days=365))


def test_an_act_of_today_ends_the_silence(signed_in, acting_as, today, keeper_clock):
    assert "Marchetti" in oggi(signed_in("educatrice"))
    text = oggi(signed_in("davide"))
    assert "Famiglia Lombardo" in text
    assert "Marchetti" not in text


@pytest.mark.parametrize("account", ["scuola", "admin", "elio"])
def test_who_sees_no_family_reads_of_none(signed_in, account):
    text = oggi(signed_in(account))
    for name in ("Gashi", "Traoré", "Marchetti", "Lombardo", "Kovač"):
        assert name not in text


def test_a_group_of_more_than_seven_offers_them_all(signed_in, monkeypatch):
    many = [Waiting(f"Riga {number}", "perché", "/", "Apri", number, group="Prove") for number in range(9)]
    monkeypatch.setattr(registers, "waits", [lambda viewer, most: many[:most]])
    client = signed_in("educatrice")
    short, whole = oggi(client), oggi(client, all=1)
    assert short.count("<h3>") == 7
    assert "Più di sette cose" in short
    assert whole.count("<h3>") == 9
    assert "Nove cose aspettano te" in whole
    assert "Mostra anche il resto" in short
    assert "Mostra anche il resto" not in whole


def test_whatever_waits_can_be_reached_fifty_lines_at_a_time(signed_in, monkeypatch):
    many = [Waiting(f"Riga {number}", "perché", "/", "Apri", number, group="Prove") for number in range(600)]
    monkeypatch.setattr(registers, "waits", [lambda viewer, most: many[:most]])
    client = signed_in("educatrice")
    assert "?all=50" in oggi(client)
    fifty = oggi(client, all=50)
    assert (fifty.count("<h3>"), "?all=100" in fifty) == (50, True)
    full = oggi(client, all=9999)
    assert (full.count("<h3>"), "prime 500 righe" in full) == (500, True)
    assert oggi(client, all="tutte").count("<h3>") == 7


@pytest.mark.parametrize(
    ("left", "said"), [(0, "Entro oggi"), (-3, "Il giorno è passato"), (None, "Entro oggi")]
)
def test_what_is_late_is_not_said_to_be_of_today(signed_in, monkeypatch, left, said):
    rows = [Waiting("A", "b", "/", "Apri", 2, urgent=True, group="x", left=left)]
    monkeypatch.setattr(registers, "waits", [lambda viewer, most: rows])
    text = oggi(signed_in("educatrice"))
    assert [word for word in ("Entro oggi", "Il giorno è passato") if word in text] == [said]


def test_it_counts_what_must_be_done_today(signed_in, monkeypatch):
    rows = [
        Waiting("A", "b", "/", "Apri", 2, urgent=True, group="x"),
        Waiting("C", "d", "/", "Apri", 9, group="x"),
    ]
    monkeypatch.setattr(registers, "waits", [lambda viewer, most: rows])
    text = oggi(signed_in("educatrice"))
    assert "Due cose aspettano te, una da fare oggi." in text
    assert text.index(">A<") < text.index(">C<")


@pytest.mark.parametrize("account", ["coordinatrice", "assistente", "educatrice", "comune"])
def test_it_costs_few_queries(signed_in, counted, account):
    client = signed_in(account)
    oggi(client)
    with counted() as queries:
        oggi(client)
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)


def test_it_costs_as_much_with_more_families(signed_in, counted, acting_as, today, new_family_of_north):
    client = signed_in("assistente")
    oggi(client)
    with counted() as few:
        oggi(client)
    with acting_as("assistente") as viewer:
        for _ in range(9):
            actions.open_case(
                new_family_of_north(viewer),
                reasons=actions.Reasons(Motive.OWN_REQUEST),
                by=viewer,
                today=today - timedelta(days=40),
            )
    with counted() as more:
        assert "Prova" in oggi(client)
    assert len(more) == len(few)


@pytest.fixture
def new_family_of_north(today):
    from intreccio.parties.people.actions.households import create_household

    return lambda by: create_household(
        by=by,
        name="Famiglia Prova",
        municipality_code="015189",
        team_id=key_for("team", "equipe_nord"),
        today=today,
    )
