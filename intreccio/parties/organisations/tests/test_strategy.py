"""Goals of a team's strategy: who reads them, who writes them, how far each is."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.organisations.actions.strategy import (
    Wanted,
    add_strategy_goal,
    edit_strategy_goal,
    look_at_strategy_goal,
    void_strategy_goal,
    void_strategy_look,
)
from intreccio.parties.organisations.models import StrategyGoal, StrategyLook, Team
from intreccio.parties.organisations.queries.strategy import all_goals, all_looks, goals_of
from intreccio.parties.organisations.rules.strategy import (
    ENDS,
    asks_again,
    step_of,
    why_not_due,
    why_not_look,
)
from intreccio.parties.organisations.tests.conftest import READ_IN_THE_NETWORK, filled, in_days, page
from intreccio.parties.organisations.vocabulary import GoalStep

NORD, EST, SUD = ("team", "equipe_nord"), ("team", "equipe_est"), ("team", "equipe_sud")
PRIMA, PIEVE = ("strategy_goal", "prima"), ("strategy_goal", "pieve")
STEPS = st.lists(st.sampled_from(GoalStep.values))


def wanted(**other):
    said = {
        "change": "Una stanza per i papà",
        "why": "Oggi aspettano in corridoio.",
        "due": in_days(40),
        "sign": "La stanza è aperta.",
        "carer_id": key_for("membership", "educatrice"),
    }
    return Wanted(**(said | other))


def team(key=NORD):
    return Team.objects.select_related("project").get(pk=key_for(*key))


@given(STEPS, st.sampled_from(GoalStep.values))
def test_the_last_look_says_how_far_a_goal_is(steps, last):
    assert step_of([*steps, last]) == last
    assert step_of([]) == GoalStep.TO_BEGIN


@given(st.sampled_from(GoalStep.values), st.dates(), st.dates())
def test_a_goal_asks_when_its_day_has_come_until_it_is_over(step, due, day):
    assert asks_again(step=step, due=due, today=day) == (due <= day and step not in {"reached", "left"})
    assert set(GoalStep.values) > ENDS


@pytest.mark.parametrize(
    ("due", "was", "fine"),
    [
        (date(2026, 5, 9), None, False),
        (date(2026, 5, 10), None, True),
        (date(2036, 5, 9), None, True),
        (date(2036, 6, 1), None, False),
        (date.min, None, False),
        (date.max, None, False),
        (date(2025, 1, 1), date(2025, 1, 1), True),  # its other words may be corrected
        (date(2025, 1, 2), date(2025, 1, 1), False),
        (date.max, date(2025, 1, 1), False),
    ],
)
def test_a_goal_looks_forward_and_not_too_far(due, was, fine):
    assert (why_not_due(due, today=date(2026, 5, 10), was=was) is None) == fine


@pytest.mark.parametrize(
    ("day", "words", "fine"),
    [
        (date(2026, 5, 10), "Bene.", True),
        (date(2026, 5, 11), "Bene.", False),
        (date(2026, 5, 1), "  ", False),
        (date(2025, 5, 10), "Bene.", True),
        (date(2025, 5, 8), "Bene.", False),
        (date.min, "Bene.", False),
    ],
)
def test_a_look_is_of_what_is_there_and_says_it(day, words, fine):
    assert (why_not_look(day, today=date(2026, 5, 10), words=words) is None) == fine


@READ_IN_THE_NETWORK
def test_team_strategy_is_read_by_who_works_in_the_network(signed_in, acting_as, account, status):
    answer = signed_in(account).get(page("team_strategy", NORD))
    assert answer.status_code == status
    assert ("Su nove segnalazioni del mese" in answer.content.decode()) == (status == 200)
    with acting_as(account):
        assert StrategyGoal.objects.exists() == (status == 200)
        assert StrategyLook.objects.exists() == (status == 200)


@pytest.mark.parametrize(
    ("account", "may"), [("coordinatrice", True), ("admin", True), ("educatrice", False), ("comune", False)]
)
def test_who_coordinates_writes_goals(signed_in, account, may):
    """Paolo leads the Comune di Opera: the team of Rozzano is not his."""
    client = signed_in(account)
    for name, key in [
        ("add_strategy_goal", NORD),
        ("edit_strategy_goal", PRIMA),
        ("look_at_strategy_goal", PRIMA),
    ]:
        assert client.get(page(name, key)).status_code == (200 if may else 403)
    assert ("Correggi" in client.get(page("team_strategy", NORD)).content.decode()) == may


def test_add_strategy_goal_by_page_is_written_once(signed_in, acting_as):
    client = signed_in("coordinatrice")
    answers = filled(
        change="Una stanza per i papà", why="Aspettano in corridoio.", due=str(in_days(40)), sign="È aperta.",
        indicator="", carer=str(key_for("membership", "educatrice")),
    )  # fmt: skip
    assert client.post(page("add_strategy_goal", NORD), answers).status_code == 302
    assert client.post(page("add_strategy_goal", NORD), answers).status_code == 302  # a second tap
    text = client.get(page("team_strategy", NORD)).content.decode()
    assert text.count(">Una stanza per i papà</h2>") == 1
    with acting_as("coordinatrice"):
        goal = StrategyGoal.objects.get(change="Una stanza per i papà")
        assert goal.project_id is None


WRONG_DAYS = pytest.mark.parametrize("day", ["0001-01-01", "2020-01-01", "9999-12-31"])
MINE = "我们的话"


def kept_with_its_error(answer, field):
    """The form came back with all that was written, and says which day is wrong."""
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert MINE in answer.content.decode()


@WRONG_DAYS
def test_a_wrong_day_of_a_goal_or_of_a_look_is_an_error_of_its_field(signed_in, acting_as, day):
    client = signed_in("coordinatrice")
    said = {
        "change": "Una stanza",
        "why": MINE,
        "due": day,
        "sign": "x",
        "carer": str(key_for("membership", "educatrice")),
    }
    kept_with_its_error(client.post(page("add_strategy_goal", NORD), filled(**said)), "due")
    kept_with_its_error(client.post(page("edit_strategy_goal", PRIMA), filled(version=1, **said)), "due")
    look = client.post(page("look_at_strategy_goal", PRIMA), filled(step="under_way", words=MINE, day=day))
    kept_with_its_error(look, "day")
    with acting_as("coordinatrice") as by:
        goal, wrong = all_goals().get(pk=key_for(*PRIMA)), wanted(due=date.fromisoformat(day))
        with pytest.raises(Refused):
            edit_strategy_goal(goal, wrong, version=1, by=by, today=today())


def test_a_goal_whose_day_has_passed_is_still_corrected(signed_in, acting_as):
    with acting_as("coordinatrice") as by:
        add_strategy_goal(team(), wanted(), by=by, today=today())
        goal = StrategyGoal.objects.select_related("team").get(change=wanted().change)
        later = in_days(400)
        edit_strategy_goal(goal, wanted(change="Un'altra stanza"), version=1, by=by, today=later)
        with pytest.raises(Refused):
            edit_strategy_goal(goal, wanted(due=in_days(41)), version=2, by=by, today=later)


def test_add_strategy_goal_needs_a_day_to_come_and_an_open_team(acting_as):
    with acting_as("coordinatrice") as by:
        with pytest.raises(Refused):
            add_strategy_goal(team(), wanted(due=in_days(-1)), by=by, today=today())
        closed = team()
        closed.closed_on = today()
        with pytest.raises(Refused) as no:
            add_strategy_goal(closed, wanted(), by=by, today=today())
        assert "chiusa" in str(no.value.reason)


def test_a_goal_of_the_whole_project_is_read_by_its_other_teams(signed_in):
    """«Far entrare i papà» is written by the team of Rozzano for all of Fili di casa; only there it is corrected."""
    text = signed_in("coordinatrice").get(page("team_strategy", SUD)).content.decode()
    assert "Far entrare i papà" in text
    assert "È di tutto il progetto Fili di casa" in text
    assert "Correggi" not in text
    assert "Incontrare ogni famiglia entro una settimana" not in text


def test_edit_strategy_goal_and_second_edit(acting_as):
    with acting_as("coordinatrice") as by:
        goal = all_goals().get(pk=key_for(*PRIMA))
        edit_strategy_goal(goal, wanted(change="Entro cinque giorni"), version=1, by=by, today=today())
        with pytest.raises(Changed):
            edit_strategy_goal(goal, wanted(change="Entro tre giorni"), version=1, by=by, today=today())


@pytest.mark.parametrize("table", ["strategygoal", "strategylook", "appointment"])
def test_old_words_are_kept(db, table):
    """Nobody reads them from a page: who administers the machine does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(tgargs, 'escape') FROM pg_trigger WHERE tgname = 'keep_history' AND tgrelid = %s::regclass",
            [f"organisations_{table}"],
        )
        ((said,),) = cursor.fetchall()
    assert said.startswith("network")


def test_the_form_shows_what_somebody_else_wrote_meanwhile(signed_in, acting_as):
    client = signed_in("coordinatrice")
    answers = {"change": "Altre parole", "why": "x", "due": str(in_days(9)), "sign": "x", "indicator": "",
               "carer": str(key_for("membership", "assistente")), "version": 1}  # fmt: skip
    assert client.post(page("edit_strategy_goal", PRIMA), filled(**answers)).status_code == 302
    answer = client.post(page("edit_strategy_goal", PRIMA), filled(**{**answers, "change": "Le mie"}))
    assert answer.status_code == 409
    assert "Altre parole" in answer.content.decode()


def test_look_at_strategy_goal_says_how_far_it_is_and_may_end_it(signed_in, acting_as):
    heard = []
    hear("strategy_goal.looked_at")(lambda event, _actor: heard.append(event))
    client, look = signed_in("coordinatrice"), page("look_at_strategy_goal", PRIMA)
    without = client.post(look, filled(step="left", words="", day=str(today())))
    assert without.status_code == 422  # left, with its why
    assert (
        client.post(look, filled(step="left", words="Manca chi risponde.", day=str(today()))).status_code
        == 302
    )
    text = client.get(page("team_strategy", NORD)).content.decode()
    assert "Raggiunti o lasciati" in text
    assert "Manca chi risponde." in text
    assert "Incontrare ogni famiglia" not in client.get(page("team_page", NORD)).content.decode()
    with acting_as("coordinatrice") as by:
        goal = all_goals().get(pk=key_for(*PRIMA))
        look_at_strategy_goal(goal, day=today(), step="under_way", words="Si riprende.", by=by, today=today())
        (again,) = [each for each in goals_of(team(), today()) if each.row.pk == goal.pk]
        assert again.step == "under_way"
    assert [event.codes for event in heard] == [
        {"team": str(key_for(*NORD)), "step": step} for step in ("left", "under_way")
    ]


def test_void_strategy_look_brings_back_the_one_before(acting_as):
    with acting_as("coordinatrice") as by:
        look = all_looks().get(pk=key_for("strategy_look", "prima", str(in_days(-12))))
        void_strategy_look(look, reason="era di un'altra équipe", by=by)
        (goal,) = [each for each in goals_of(team(), today()) if each.row.pk == key_for(*PRIMA)]
        assert goal.step == "under_way"
        assert look in goal.mistaken


def test_void_strategy_goal_stays_readable_with_its_reason(signed_in, acting_as):
    client = signed_in("coordinatrice")
    assert (
        client.post(page("void_strategy_goal", PRIMA), filled(reason="scritto due volte")).status_code == 302
    )
    text = signed_in("educatrice").get(page("team_strategy", NORD)).content.decode()
    assert "scritto due volte" in text
    assert client.get(page("edit_strategy_goal", PRIMA)).status_code == 404


def test_the_actions_ask_who_composes_the_team(acting_as):
    with acting_as("educatrice") as by:
        goal = all_goals().get(pk=key_for(*PRIMA))
        look = all_looks().filter(goal=goal)[0]
        for attempt in (
            lambda: add_strategy_goal(team(), wanted(), by=by, today=today()),
            lambda: edit_strategy_goal(goal, wanted(), version=1, by=by, today=today()),
            lambda: look_at_strategy_goal(goal, day=today(), step="reached", words="x", by=by, today=today()),
            lambda: void_strategy_goal(goal, reason="x", by=by),
            lambda: void_strategy_look(look, reason="x", by=by),
        ):
            with pytest.raises(NotAllowed):
                attempt()


@pytest.mark.parametrize("account", ["educatrice", "comune", "scuola"])
def test_the_database_refuses_goals_to_who_does_not_write_them(acting_as, account):
    with acting_as(account) as by:
        goal = StrategyGoal(
            team_id=key_for(*NORD), change="x", why="x", due=today(), sign="x", carer_id=by.membership_id
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            goal.save(force_insert=True)
        look = StrategyLook(
            goal_id=key_for(*PRIMA), day=today(), step="reached", words="x", by_id=by.membership_id
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            look.save(force_insert=True)
        assert not StrategyGoal.objects.filter(pk=key_for(*PRIMA)).update(change="y")


def test_the_database_keeps_looks_as_written_and_in_ones_own_name(acting_as):
    with acting_as("coordinatrice"):
        with pytest.raises(ProgrammingError), transaction.atomic():
            StrategyLook.objects.update(words="altro")
        other = key_for("membership", "assistente")
        look = StrategyLook(goal_id=key_for(*PRIMA), day=today(), step="reached", words="x", by_id=other)
        with pytest.raises(ProgrammingError), transaction.atomic():
            look.save(force_insert=True)
        mistaken = StrategyLook.objects.filter(voided_at__isnull=False)
        with pytest.raises(DatabaseError), transaction.atomic():
            mistaken.update(voided_at=None)


def test_oggi_asks_who_coordinates_about_a_goal_whose_day_has_come(signed_in):
    """The afternoon at Pontesesto was for twenty days ago."""
    text = signed_in("coordinatrice").get(reverse("today")).content.decode()
    assert "Aprire un pomeriggio di gioco a Pontesesto" in text
    assert "a che punto siete?" in text
    answers = filled(step="reached", words="Aperto mercoledì.", day=str(today()))
    signed_in("coordinatrice").post(page("look_at_strategy_goal", PIEVE), answers)
    assert "Pontesesto" not in signed_in("coordinatrice").get(reverse("today")).content.decode()
    assert "Pontesesto" not in signed_in("educatrice").get(reverse("today")).content.decode()
