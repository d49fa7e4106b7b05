"""GET cases/<id>: who reads it, what it says, that reading is written."""

import pytest
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.story import stage_line
from intreccio.families.cases.tests.conftest import only
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading


def page(key):
    return reverse("case_page", args=[key_for("case", key)])


def test_the_team_reads_it_and_a_stranger_finds_nothing(answers):
    team = {name: 200 for name in ("coordinatrice", "assistente", "educatrice", "psicologa", "awa")}
    assert answers(page("gashi")) == only(**team)


def test_who_was_given_the_record_reads_it_too(answers):
    assert answers(page("lombardo")) == only(
        coordinatrice=200, assistente=200, educatrice=200, psicologa=200, awa=200, davide=200, comune=200
    )


def test_who_was_given_less_than_the_record_finds_nothing(signed_in):
    assert signed_in("assistente").get(page("traore")).status_code == 404


def test_nobody_signed_in_is_asked_to(client, db):
    assert client.get(page("gashi")).status_code == 302


def test_it_says_who_works_with_them_and_for_which_body(signed_in):
    text = signed_in("educatrice").get(page("marchetti")).content.decode()
    for said in (
        "Chiara Fontana",
        "Giulia Serra",
        "Comune di Rozzano",
        "Cooperativa Il Telaio",
        "riferimento",
        "Presa in carico",
    ):
        assert said in text
    assert text.index("<title>") < text.index("<h1>")


def test_buttons_are_only_for_who_may(signed_in):
    assert (
        reverse("take_charge", args=[key_for("case", "gashi")])
        in signed_in("assistente").get(page("gashi")).content.decode()
    )
    assert "take-charge" not in signed_in("educatrice").get(page("gashi")).content.decode()
    assert "hand-over" not in signed_in("assistente").get(page("lombardo")).content.decode()


def test_a_family_that_was_not_taken_says_so_and_promises_nothing(signed_in):
    text = signed_in("assistente").get(page("bellomo")).content.decode()
    assert "Non presa in carico" in text
    assert "take-charge" not in text
    assert "Progetto" not in text


def test_every_opening_is_written_once_in_ten_minutes(signed_in, acting_as):
    client = signed_in("educatrice")
    client.get(page("gashi"))
    client.get(page("gashi"))
    with acting_as("educatrice"):
        assert (
            Reading.objects.filter(page="case_page", household_id=key_for("household", "gashi")).count() == 1
        )


def test_it_costs_few_queries(signed_in, counted):
    client = signed_in("educatrice")
    client.get(page("marchetti"))  # the first page of a process asks what it then keeps
    with counted() as queries:
        client.get(page("marchetti"))
    costly = [
        query["sql"]
        for query in queries
        if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)


def test_whoever_reads_a_case_is_among_the_families_of_the_menu(signed_in):
    client = signed_in("assistente")
    for address in (page("gashi"), reverse("case_list")):
        text = client.get(address).content.decode()
        assert 'aria-current="page">Famiglie' in " ".join(text.split()).replace("> Famiglie", ">Famiglie")


@pytest.mark.parametrize(
    ("stage", "reviewed", "states"),
    [
        (Stage.PRELIMINARY, False, ["now", "", "", "", ""]),
        (Stage.IN_CHARGE, False, ["done", "now", "", "", ""]),
        (Stage.PLAN, False, ["done", "done", "now", "", ""]),
        (Stage.REVIEW, True, ["done", "done", "done", "now", ""]),
        (Stage.CLOSED, True, ["done", "done", "done", "done", "now"]),
        (Stage.CLOSED, False, ["done", "done", "now"]),
        (Stage.NOT_TAKEN, False, ["done", "now"]),
    ],
)
def test_the_line_of_stages_says_no_more_than_what_was(stage, reviewed, states, today):
    case = Case(
        stage=stage, opened_on=today, stage_since=today, in_charge_since=today,
        review_on=today if reviewed else None,
    )  # fmt: skip
    line = stage_line(case)
    assert [dot.state for dot in line] == states
    assert all(dot.detail for dot in line if dot.state == "now")
