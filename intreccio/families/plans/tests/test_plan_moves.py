"""The page of what was seen when one of two goals that hold each other moved: described, drawn, never explained."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import RequestFactory
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.queries.moves import Moved, knots_of
from intreccio.families.plans.rules.spill import Spill
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.panels import panels_for


def address(key="marchetti-1"):
    return reverse("plan_moves", args=[key_for("plan", key)])


@pytest.fixture
def text(signed_in):
    return lambda account="educatrice", key="marchetti-1": unescape(
        signed_in(account).get(address(key)).content.decode()
    )


def test_who_opens_the_record_reads_it(answers):
    may = {"coordinatrice", "assistente", "educatrice", "psicologa", "awa"}
    assert answers(address()) == {account: 200 if account in may else 404 for account in EVERYBODY}


def test_it_says_what_was_seen_and_that_it_is_no_cause(text):
    said = text()
    reads, talks = "Elena gioca e legge con Leo mezz'ora al giorno", "Leo usa frasi di due o tre parole"
    assert f"Quando «{reads}» si è mosso, «{talks}» si è mosso entro 40 giorni, 1 volta su 1." in said
    assert "Di 1 altra volta è presto per dirlo." in said, (
        "Leo moved once: it answers one move of Elena's, and not two"
    )
    assert f"Quando «{talks}» si è mosso, «{reads}» si è mosso lo stesso giorno, 1 volta su 1." in said
    assert "Sono poche volte: non basta per dire come va di solito." in said
    assert "È quello che si è visto, non dice che una cosa ha fatto accadere l'altra." in said
    for cause in ("ha fatto sì", "grazie a", "ha causato", "perché si è mosso"):
        assert cause not in said


@pytest.mark.parametrize(
    ("days", "spread"),
    [
        ((), ""),
        ((4,), ""),
        ((4, 4), ""),
        ((4, 23), "Da 4 a 23 giorni dopo."),
        ((0, 4, 23), "Dallo stesso giorno a 23 giorni dopo. La metà delle volte entro 4 giorni."),
        ((0, 0, 23), "Dallo stesso giorno a 23 giorni dopo."),
    ],
)
def test_how_many_days_later(days, spread):
    assert Moved("uno", "due", Spill(days, 0, 0), 90).spread == spread


def test_it_says_how_often_and_of_how_many_it_is_early():
    moved = Moved("uno", "due", Spill((5, 23), 1, 1), 90)
    assert moved.said == "Quando «uno» si è mosso, «due» si è mosso entro 23 giorni, 2 volte su 3."
    assert moved.early == "Di 1 altra volta è presto per dirlo."
    assert not moved.is_little


def test_it_is_drawn_with_its_table(text):
    said = text()
    assert said.count('class="c-trend"') == said.count('class="c-trend-2"') == 3
    assert said.count("I numeri, in tabella") == 3
    assert '<td class="n">−1</td>' in said


def test_where_there_is_nothing_it_says_so(text):
    assert "Nessuno li ha ancora guardati" in text(
        key="rossetti_lima-1"
    ) or "Nessun obiettivo si tiene" in text(key="rossetti_lima-1")


def test_a_move_of_today_is_too_early_to_tell(acting_as, goal_of, plan_of, today):
    with acting_as("educatrice") as by:
        actions.score_goal(goal_of("marchetti-1-c2"), level=1, day=today, by=by, today=today)
        draws, rested = next(
            knot.moved for knot in knots_of(plan_of("marchetti"), today=today) if "Karim" in knot.parent.title
        )
        later = next(
            knot.moved
            for knot in knots_of(plan_of("marchetti"), today=today + timedelta(days=200))
            if "Karim" in knot.parent.title
        )
    assert (draws.seen.days, draws.seen.missed, draws.seen.waiting) == ((), 0, 2)
    assert "è presto per dire" in draws.said
    assert rested.said.endswith("finora non si è mosso: non c'è ancora niente da vedere.")
    assert later[0].seen.missed == 2
    assert "non è stato visto muoversi" in later[0].said


def test_what_was_a_mistake_did_not_move(acting_as, goal_of, plan_of, today):
    def seen():
        return knots_of(plan_of("marchetti"), today=today)[1].moved[0].seen

    with acting_as("educatrice") as by:
        before = seen()
        score = actions.score_goal(goal_of("marchetti-1-c2"), level=1, day=today, by=by, today=today)
        assert seen() != before
        actions.void_score(score, reason="era un altro", by=by)
        assert seen() == before


def test_it_follows_a_goal_from_version_to_version(acting_as, plan_of, today):
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=today)
        now, before = knots_of(draft, today=today), knots_of(plan_of("marchetti"), today=today)
    assert [knot.moved for knot in now] == [knot.moved for knot in before]
    assert not any(knot.anew for knot in now)


def test_the_plan_and_its_review_lead_there(signed_in, acting_as):
    page = reverse("plan_page", args=[key_for("plan", "marchetti-1")])
    assert address() in signed_in("educatrice").get(page).content.decode()
    with acting_as("educatrice") as viewer:
        request = RequestFactory().get("/")
        request.viewer = viewer
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        assert any(address() in each for each in panels_for(request, "review.page", case=case))


def test_it_is_a_reading_and_costs_few_queries(signed_in, acting_as, counted):
    client = signed_in("educatrice")
    client.get(address())
    with counted() as queries:
        client.get(address())
    assert len(queries) <= 15
    with acting_as("educatrice"):
        rows = Reading.objects.filter(household_id=key_for("household", "marchetti"), page="plan_moves")
        assert rows.exists()
