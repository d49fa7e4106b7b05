"""GET observatory/: numbers without persons, for whoever works in the network."""

import re

import pytest
from django.urls import reverse

from intreccio.evidence.impact.models import Fact
from intreccio.evidence.impact.tests.conftest import TOWNS, monday_in
from intreccio.ground.kernel.keys import key_for

OBSERVATORY = reverse("observatory")
IN_MENU = ("coordinatrice", "assistente", "psicologa", "comune", "admin")
NOT_IN_MENU = ("educatrice", "scuola")


def text_of(client, address=OBSERVATORY, **asked):
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("account", [*IN_MENU, *NOT_IN_MENU])
def test_whoever_works_in_the_network_reads_the_same_page(signed_in, many, account):
    many(40)
    text = text_of(signed_in(account))
    assert "Che cosa chiedono le famiglie" in text
    assert "In breve" in text


@pytest.mark.parametrize("account", [*IN_MENU, *NOT_IN_MENU])
def test_it_is_in_the_menu_of_those_who_decide(signed_in, account):
    there = f'href="{OBSERVATORY}"' in text_of(signed_in(account), reverse("today"))
    assert there == (account in IN_MENU)


def test_who_has_not_signed_in_is_sent_to_the_door(client, db):
    assert client.get(OBSERVATORY).status_code == 302


def test_without_facts_the_page_says_what_will_be_here(signed_in, today):
    text = text_of(signed_in("coordinatrice"), period=str(today.year - 1))
    assert "Non ci sono ancora abbastanza fatti" in text
    assert '<svg class="i-svg' not in text


def test_a_number_says_how_far_it_goes_where_the_last_quarter_holds_too_little(signed_in, write, still_year):
    first = still_year.quarters[0].months[0]
    base = {"municipality_code": TOWNS[0], "organisation_id": key_for("organisation", "telaio"), "value": 3}
    write([Fact(kind="taken_charge", week=monday_in(first, number), **base) for number in range(9)])
    write([Fact(kind="taken_charge", week=monday_in(still_year.quarters[-1].months[0], 1), **base)])
    text = text_of(signed_in("coordinatrice"), period=still_year.code)
    assert f"contati fino a marzo {still_year.year}" in text
    page = reverse("indicator_page", args=["taken_charge"])
    assert f"Contati fino a marzo {still_year.year}" in text_of(
        signed_in("coordinatrice"), page, period=still_year.code
    )
    saved = signed_in("coordinatrice").get(reverse("export_observatory"), {"period": still_year.code})
    assert f"contati fino a marzo {still_year.year}" in saved.content.decode("utf-8-sig")


def test_three_sentences_and_every_figure_with_its_table(signed_in, many):
    many(60)
    text = text_of(signed_in("coordinatrice"))
    sentences = re.search(r'<ol class="i-cols i-1-1-1 mt-3 i-find">(.*?)</ol>', text, re.DOTALL)
    assert sentences[1].count("<li>") == 3
    assert text.count("<figure") == 3
    for figure in text.split("<figure")[1:]:
        assert "<table" in figure.partition("</figure>")[0]
    assert "▼" in text
    assert text.count("come si calcola") == 9
    assert text.count("<h1") == text.count("i-btn-1") == 1


@pytest.mark.parametrize(
    "asked", [{"period": "' OR 1"}, {"municipality": "999999"}, {"body": "own"}, {"period": "1812-9"}]
)
def test_a_made_up_filter_is_the_first_choice(signed_in, many, asked):
    many(20)
    client = signed_in("coordinatrice")
    same = [client.get(OBSERVATORY, each).context for each in (asked, {})]
    assert same[0]["look"] == same[1]["look"]
    assert same[0]["board"] == same[1]["board"]


TOWN = TOWNS[0]


@pytest.fixture
def few(write, still_year):
    """`few("telaio", 3)`: families of one town, in a year that was still."""

    def written(body, n, town=TOWN):
        month = still_year.quarters[0].months[0]
        write(
            Fact(
                kind="taken_charge",
                week=monday_in(month, each),
                municipality_code=town,
                organisation_id=key_for("organisation", body),
            )
            for each in range(n)
        )

    return written


def rows_of(client, indicator="taken_charge", **asked):
    answer = client.get(reverse("indicator_page", args=[indicator]), asked)
    return {row.label: row.values for row in answer.context["measure"].rows}


@pytest.fixture
def families(signed_in, still_year):
    """`families("comune", municipality=…)`: how many families were taken in charge, as this account is told."""

    def told(account, **asked):
        (value,) = rows_of(signed_in(account), period=still_year.code, **asked)["In tutto"]
        return value

    return told


EVERYBODY_ELSE = ["educatrice", "scuola", "coordinatrice", "assistente", "psicologa", "admin", "elio"]


@pytest.mark.parametrize("account", EVERYBODY_ELSE)
def test_nobody_but_who_answers_for_them_sees_a_small_number(few, families, account):
    few("telaio", 3)
    few("telaio", 20, town=TOWNS[1])
    assert families(account) == 23
    assert families(account, municipality=TOWN) is None
    assert families(account, municipality=TOWN, body="own") is None
    # Nor the other one, which the total would give away.
    assert families(account, municipality=TOWNS[1]) is None


def test_with_all_of_it_small_nothing_is_said(few, families):
    few("telaio", 4)
    assert families("coordinatrice") is None
    few("telaio", 1)
    assert families("coordinatrice") == 5


def test_who_leads_a_body_sees_its_own_numbers_in_full(few, families):
    few("comune_opera", 2)
    assert families("comune", municipality=TOWN) is None
    assert families("comune", municipality=TOWN, body="own") == 2
    assert families("comune", municipality=TOWNS[1], body="own") == 0


def test_the_others_are_not_what_is_left_of_a_total(few, families):
    """Opera's lead knows Opera's own: a total of seven with five of hers would give away two of somebody else.

    And it is the same for whoever looks: a quarter that is told to one is told to all.
    """
    few("comune_opera", 5)
    few("telaio", 2)
    assert families("coordinatrice") == families("comune") is None
    few("telaio", 3)
    assert families("coordinatrice") == families("comune") == 10


def test_a_lead_is_told_nothing_more_of_another_body(few, families):
    few("telaio", 3)
    assert families("comune", municipality=TOWN, body="own") == 0


def test_one_cut_at_a_time(signed_in, many, year):
    many(60)
    quarter = year.quarters[0].code
    client = signed_in("coordinatrice")
    assert "Un taglio alla volta" in text_of(client, municipality=TOWNS[0], period=quarter)
    both = rows_of(client, municipality=TOWNS[0], period=quarter)
    assert both == rows_of(client, municipality=TOWNS[0], period=str(year.year))


def test_a_quarter_is_told_by_area(signed_in, many, year):
    many(60)
    rows = rows_of(signed_in("coordinatrice"), "needs", period=year.quarters[0].code)
    assert "Emergenze" in rows
    assert "Cibo e spesa" not in rows


def test_the_running_quarter_waits(signed_in, write, today, year):
    client = signed_in("coordinatrice")
    before = rows_of(client)
    monday = today.fromordinal(today.toordinal() - today.weekday())
    write([Fact(kind="taken_charge", week=monday, municipality_code=TOWNS[0]) for _ in range(30)])
    if monday >= year.quarters[-1].end:
        assert rows_of(client) == before


def test_the_page_asks_little_of_the_database(signed_in, many, counted):
    many(30)
    client = signed_in("coordinatrice")
    text_of(client)
    with counted() as asked:
        text_of(client)
    assert len(asked) <= 15
