"""The team's board, the box of a family, the two forms."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import get_resolver, reverse

from intreccio.families.cases.models import Case, CaseStep, PromptSetAside
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import Household

NORTH = key_for("team", "equipe_nord")
SALA = key_for("case", "sala")
BOARD = reverse("attention_list")
ASIDE = reverse("set_aside_prompt", args=[SALA, "no_contact", SALA])


def words(page):
    return page.content.decode()


def body(**said):
    until = (today() + timedelta(days=10)).isoformat()
    words = "Ci vediamo mercoledì."
    return {"once": str(uuid4()), "reason": "appointment", "words": words, "until": until, **said}


def test_the_team_reads_what_to_look_at_kind_by_kind(signed_in):
    page = words(signed_in("coordinatrice").get(BOARD, {"team": NORTH}))
    for said in (
        "Da sentire",
        "Obiettivo fermo",
        "Famiglia Sala",
        "Ci siamo dati 60 giorni",
        "Non misura nessuna famiglia",
    ):
        assert said in page
    assert page.index("Da sentire</h2>") < page.index("Obiettivo fermo</h2>")


def test_filters_are_codes(signed_in, hat):
    client = signed_in("coordinatrice")
    page = words(client.get(BOARD, {"team": NORTH, "kind": "goal_stalled"}))
    assert "Obiettivo fermo</h2>" in page
    assert "Da sentire</h2>" not in page
    mine = words(client.get(BOARD, {"team": NORTH, "who": hat("educatrice")}))
    assert set(re.findall(r"Ne parla ([^,<]+), con", mine)) == {"Chiara Fontana"}
    for nonsense in ({"kind": "x"}, {"who": "Chiara"}, {"team": "y"}, {"after": "z_z"}):
        assert client.get(BOARD, nonsense).status_code == 200


def test_a_stranger_reads_nothing_of_theirs(signed_in):
    page = words(signed_in("sara").get(BOARD, {"team": NORTH}))
    assert "Famiglia Sala" not in page
    page = words(signed_in("scuola").get(BOARD))
    assert "Nessuna équipe" in page


def test_reading_the_board_is_recorded_for_the_families_shown(signed_in, acting_as):
    signed_in("coordinatrice").get(BOARD, {"team": NORTH})
    with acting_as("coordinatrice"):
        shown = Reading.objects.get(page="attention_list").shown
    assert key_for("household", "sala") in shown


def test_set_aside_and_taken_back_by_hand(signed_in, acting_as):
    client = signed_in("educatrice")
    assert "Non ci sentiamo da" in words(client.get(ASIDE))
    said = body()
    answer = client.post(ASIDE, said)
    assert (answer.status_code, answer.url) == (302, f"{BOARD}?team={NORTH}")
    assert client.post(ASIDE, said).url == answer.url  # a second tap
    assert client.get(ASIDE).status_code == 409
    page = words(client.get(BOARD, {"team": NORTH, "aside": "on"}))
    assert "da Chiara Fontana" in page
    assert "c&#x27;è già un appuntamento" in page
    assert "«Ci vediamo mercoledì.»" in page
    with acting_as("educatrice"):
        row = PromptSetAside.objects.get(case_id=SALA)
    back = reverse("take_back_prompt", args=[SALA, row.pk])
    assert client.post(back, {"once": str(uuid4()), "reason": ""}).status_code == 422
    assert client.post(back, {"once": str(uuid4()), "reason": "è saltato"}).status_code == 302
    assert "Famiglia Sala" in words(client.get(BOARD, {"team": NORTH, "kind": "no_contact"}))
    assert client.get(back).status_code == 409


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": ""}, "Manca ancora"),
        ({"reason": ""}, "Scegli una risposta"),
        ({"until": "2020-01-01"}, "da domani in poi"),
        ({"until": "2099-01-01"}, "30 giorni al massimo"),
        ({"until": ""}, "Scegliete quando torna"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(signed_in, acting_as, wrong, said):
    page = signed_in("educatrice").post(ASIDE, body(**wrong))
    assert page.status_code == 422
    assert said in words(page)
    with acting_as("educatrice"):
        assert not PromptSetAside.objects.filter(case_id=SALA).exists()


def test_a_prompt_that_is_not_there_is_refused_and_a_kind_that_is_not_is_not_found(signed_in):
    client = signed_in("educatrice")
    assert client.get(reverse("set_aside_prompt", args=[SALA, "reopened", SALA])).status_code == 409
    assert client.get(reverse("set_aside_prompt", args=[SALA, "risk", SALA])).status_code == 404


def test_the_family_shows_its_own_in_a_small_box(signed_in):
    page = words(signed_in("educatrice").get(reverse("household_page", args=[key_for("household", "sala")])))
    box = page[page.index('id="da-guardare"') :]
    assert "Non ci sentiamo da" in box
    assert "Metti da parte" in box


def test_whom_the_family_is_opened_to_is_not_called_to_look(signed_in):
    page = words(
        signed_in("consultorio").get(reverse("household_page", args=[key_for("household", "marchetti")]))
    )
    assert 'id="da-guardare"' not in page


def test_the_box_costs_one_question_and_nothing_for_a_family_of_others(signed_in, counted):
    def asked(account, key):
        client, page = signed_in(account), reverse("household_page", args=[key_for("household", key)])
        client.get(page)
        with counted() as queries:
            client.get(page)
        return sum("cases_promptsetaside" in each["sql"] for each in queries)

    assert asked("educatrice", "sala") == 1
    assert asked("consultorio", "marchetti") == 0


def many_cases(keeper, number):
    """Open ways of the northern team, from long ago."""
    with keeper.transaction():
        keeper.execute("SELECT set_config('intreccio.house', 'keeper', true)")
        for each in range(number):
            home, case = uuid4(), uuid4()
            keeper.execute(
                "INSERT INTO people_household (id, version, void_reason, code, name, sort_name, municipality_code, team_id, since,"
                " is_protected) VALUES (%s, 1, '', %s, %s, %s, '', %s, '2020-01-01', false)",
                [home, f"ZZ-{each}", f"Famiglia Numero {each}", f"numero {each}", NORTH],
            )
            keeper.execute(
                "INSERT INTO cases_case (id, version, void_reason, household_id, team_id, code, stage, stage_since, opened_on,"
                " in_charge_since, team_since, motive, why, needs) VALUES (%s, 1, '', %s, %s, %s, 'in_charge', '2020-02-01',"
                " '2020-01-01', '2020-02-01', '2020-01-01', 'own_request', '', '{}')",
                [case, home, NORTH, f"ZZ-PC-{each}"],
            )


def test_three_hundred_open_ways_cost_as_many_questions_as_thirty(committed, keeper, signed_in, counted):
    client = signed_in("coordinatrice")
    client.get(BOARD, {"team": NORTH})
    with counted() as few:
        client.get(BOARD, {"team": NORTH})
    many_cases(keeper, 300)
    client.get(BOARD, {"team": NORTH})
    with counted() as many:
        page = client.get(BOARD, {"team": NORTH})
    assert len(many) == len(few) <= 15
    assert len(words(page)) < 120_000
    whole = words(client.get(BOARD, {"team": NORTH, "kind": "no_contact"}))
    assert whole.count("Metti da parte") <= 26
    assert "after=no_contact_" in whole


# A score of a family is nowhere: no page or API of ours carries a number that ranks one.
SCORES = re.compile(
    r"punteggio di rischio|indice di rischio|risk[_ -]?score|priority[_ -]?score|data-(?:score|rank|risk)|graduatoria",
    re.I,
)


def test_no_page_of_a_family_shows_a_score_of_it(signed_in):
    client = signed_in("coordinatrice")
    pages = [BOARD, f"{BOARD}?aside=on", reverse("household_list"), reverse("case_list"), "/"]
    with_family = ("household_page", "household_story", "household_sight")
    pages += [
        reverse(name, args=[key_for("household", key)])
        for name in with_family
        for key in ("sala", "marchetti")
    ]
    pages += [reverse("case_page", args=[key_for("case", key)]) for key in ("sala", "marchetti")]
    for address in pages:
        page = client.get(address)
        assert page.status_code == 200
        assert not SCORES.search(words(page)), address


def test_prompts_are_not_counted_by_family(signed_in):
    """Sala has more than one prompt: nowhere is it said how many."""
    page = words(signed_in("coordinatrice").get(BOARD, {"team": NORTH}))
    assert not re.search(r"\b\d+ (?:richiami|prompt|allarmi|avvisi)\b", page)
    rows = re.findall(r"<li class=\"i-row i-row-0\">(.*?)</li>", page, re.S)
    assert rows
    for row in rows:
        title = re.search(r"<h3>(.*?)</h3>", row, re.S)
        assert title
        assert not re.search(r"\d", re.sub(r'"[^"]*"', "", title[1]))


def test_nothing_that_is_stored_of_a_family_ranks_it():
    columns = {
        field.name
        for model in (Household, Case, CaseStep, PromptSetAside)
        for field in model._meta.get_fields()
        if hasattr(field, "attname")
    }
    assert not columns & {"score", "risk", "rank", "priority", "weight", "points"}


def test_no_address_is_called_by_a_score():
    names = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert not {name for name in names if "risk" in name or "rank" in name}
