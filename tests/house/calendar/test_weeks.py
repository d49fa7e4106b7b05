"""A week as a colleague reads it: whose it is, what is in it, who is in two places at once."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import answer_conference
from intreccio.families.cases.models import ConferenceSeat
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.workshop.calendar.queries.sources import sources
from tests.house.calendar.conftest import FAR, NORTH, hat, words

TEAM_WEEK = reverse("team_week", args=[NORTH])
MINE = reverse("my_calendar")


def week(client, url=TEAM_WEEK, day=FAR, **more):
    return words(client.get(url, {"day": str(day), **more}))


def test_a_team_reads_who_meets_whom_when_and_where(signed_in, plans):
    plans(FAR + timedelta(days=2), time(9, 30), "educatrice", "psicologa")
    text = week(signed_in("coordinatrice"))
    for said in (
        "Famiglia Marchetti",
        "9:30 –10:30",
        "Riunione d&#x27;équipe",
        "Sala grande",
        "Con Chiara Fontana, Irene Costa",
    ):
        assert said in text, said
    assert "Qualcuno è in due posti" not in text


@pytest.mark.parametrize("account", ["davide", "scuola", "admin", "elio", "sara"])
def test_a_stranger_to_the_team_finds_nothing(signed_in, plans, account):
    plans(FAR, time(9), "educatrice")
    assert signed_in(account).get(TEAM_WEEK).status_code == 404
    assert "Marchetti" not in week(signed_in(account), MINE)


def test_who_leads_the_body_reads_the_weeks_of_its_teams_alone(signed_in):
    answers = {
        team: signed_in("comune").get(reverse("team_week", args=[key_for("team", team)])).status_code
        for team in ("equipe_nord", "equipe_sud")
    }
    assert 404 in answers.values()


def test_one_person_in_two_places_is_said_beside_both(signed_in, plans):
    plans(FAR, time(9), "educatrice", "assistente")
    plans(FAR, time(9, 30), "educatrice", family="cattaneo")
    text = week(signed_in("coordinatrice"))
    assert "Qualcuno è in due posti" in text
    assert text.count("Chiara Fontana è anche qui") == 2
    assert "Giulia Serra è anche qui" not in text
    assert "Chiara Fontana è anche qui" in week(signed_in("educatrice"), MINE)


def test_one_looks_at_the_week_of_one_person(signed_in, plans):
    plans(FAR, time(9), "educatrice")
    plans(FAR, time(15), "psicologa", family="cattaneo")
    client = signed_in("coordinatrice")
    text = week(client, who=str(hat("psicologa")))
    assert "Famiglia Cattaneo" in text
    assert "Famiglia Marchetti" not in text
    # What is no person and no day is as if nothing had been said.
    assert "Famiglia Marchetti" in week(client, who="nessuno")
    assert client.get(TEAM_WEEK, {"day": "dopodomani"}).status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("url", [TEAM_WEEK, MINE])
def test_a_day_that_nobody_lives_is_today(signed_in, url, day):
    """At the ends of the calendar there is no week before, and none after."""
    answer = signed_in("coordinatrice").get(url, {"day": day})
    assert answer.status_code == 200
    assert "Questa settimana" not in answer.content.decode(), "it is the one that one looks at"


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31", "2032-02-29"])
def test_the_first_day_and_the_last_one_have_their_week(signed_in, day):
    answer = signed_in("coordinatrice").get(TEAM_WEEK, {"day": day})
    assert answer.status_code == 200
    assert "Questa settimana" in answer.content.decode()


def test_my_week_is_where_i_am(signed_in, plans):
    plans(FAR, time(9), "educatrice")
    assert "Famiglia Marchetti" in week(signed_in("educatrice"), MINE)
    assert "Famiglia Marchetti" not in week(signed_in("psicologa"), MINE)


def test_a_week_with_nothing_says_so_and_leads_on(signed_in):
    client = signed_in("coordinatrice")
    assert "Niente in questa settimana" in week(client)
    page = client.get(TEAM_WEEK, {"day": "2031-03-05"}).content.decode()
    assert "?day=2031-02-24" in page
    assert "?day=2031-03-10" in page


def test_holidays_are_said(signed_in):
    assert "Festa: Anniversario della Liberazione" in week(signed_in("coordinatrice"), day="2031-04-25")


def test_who_said_that_they_cannot_is_in_one_place_alone(signed_in, plans, acting_as, today):
    said_no, elsewhere = (
        plans(FAR, time(9), "educatrice", "assistente"),
        plans(FAR, time(9, 30), "educatrice", family="cattaneo"),
    )
    with acting_as("educatrice") as by:
        seats = ConferenceSeat.objects.select_related("conference__case__household")
        seat = seats.get(conference=said_no, membership_id=hat("educatrice"))
        answer_conference(seat, answer="cannot", words="", version=seat.version, by=by, today=today)
    team, mine = week(signed_in("coordinatrice")), week(signed_in("educatrice"), MINE)
    assert "Famiglia Marchetti" in team
    assert "Famiglia Marchetti" not in mine
    assert "Famiglia Cattaneo" in mine
    assert "Qualcuno è in due posti" not in team
    assert elsewhere.pk


def test_what_was_called_off_is_not_there(signed_in, plans, acting_as):
    from intreccio.families.cases.actions import call_off_conference

    row = plans(FAR, time(9), "educatrice")
    with acting_as("assistente") as by:
        call_off_conference(row, reason="Non serve", by=by)
    assert "Famiglia Marchetti" not in week(signed_in("coordinatrice"))


def test_a_week_is_a_reading_of_the_families_in_it(signed_in, plans, acting_as):
    plans(FAR, time(9), "educatrice")
    week(signed_in("coordinatrice"))
    with acting_as("coordinatrice") as viewer:
        rows = Reading.objects.filter(membership_id=viewer.membership_id, page="team_week")
        assert [row.shown for row in rows] == [[key_for("household", "marchetti")]]


def test_of_one_person_alone_whoever_is_named_beside_is_read_too(signed_in, plans, acting_as):
    """Irene's week says that Chiara, who is with her, is elsewhere: with a family, whose name is read."""
    plans(FAR, time(9), "educatrice", "psicologa")
    plans(FAR, time(9, 30), "educatrice", family="cattaneo")
    assert "Chiara Fontana è anche qui: Famiglia Cattaneo" in week(
        signed_in("coordinatrice"), who=str(hat("psicologa"))
    )
    with acting_as("coordinatrice") as viewer:
        (row,) = Reading.objects.filter(membership_id=viewer.membership_id, page="team_week")
        assert set(row.shown) == {key_for("household", "marchetti"), key_for("household", "cattaneo")}


@pytest.mark.parametrize("url", [TEAM_WEEK, MINE])
def test_it_asks_the_same_whatever_there_is(signed_in, plans, counted, url):
    client = signed_in("educatrice")
    plans(FAR, time(9), "educatrice")

    def asked():
        with counted() as queries:
            week(client, url)
        return len([one for one in queries if "SAVEPOINT" not in one["sql"]])

    few = asked()
    for number in range(4):
        plans(FAR + timedelta(days=number), time(10 + number), "educatrice", "assistente", family="cattaneo")
    assert asked() == few <= 15


def test_no_path_of_a_worker_is_in_anybodys_week():
    """Decision 108: a worker's path stands in no calendar, no count, no feed."""
    assert {source.code for source in sources()} >= {"agenda", "cases", "support", "paths"}
    assert not [source for source in sources() if source.entries.__module__.startswith("intreccio.network.")]
    assert not [source for source in sources() if "staff_" in source.due]
