"""What plans show elsewhere: on the case, on the review, in Oggi, and what holds a closing back."""

from datetime import timedelta
from html import unescape

from django.test import RequestFactory
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.queries.glance import in_force
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import objections, panels_for


def case(key):
    return Case.objects.select_related("household").get(pk=key_for("case", key))


def waiting(viewer, today):
    lines = waiting_for(viewer, 20, today=today)
    return {(line.kind, line.family, line.what) for line in lines}


def test_the_page_of_a_case_shows_where_the_plan_stands(signed_in):
    client = signed_in("assistente")
    text = client.get(reverse("case_page", args=[key_for("case", "marchetti")])).content.decode()
    assert reverse("plan_page", args=[key_for("plan", "marchetti-1")]) in text
    assert "−2 → −1" in text
    text = client.get(reverse("case_page", args=[key_for("case", "quispe")])).content.decode()
    assert reverse("draft_plan", args=[key_for("case", "quispe")]) in text
    text = client.get(reverse("case_page", args=[key_for("case", "gashi")])).content.decode()
    assert reverse("draft_plan", args=[key_for("case", "gashi")]) not in text


def test_who_only_reads_is_not_offered_to_begin(signed_in):
    text = signed_in("comune").get(reverse("case_page", args=[key_for("case", "ferri")])).content.decode()
    assert reverse("draft_plan", args=[key_for("case", "ferri")]) not in text


def test_the_review_leads_to_each_goal(acting_as):
    with acting_as("educatrice") as viewer:
        request = RequestFactory().get("/")
        request.viewer = viewer
        (drawn,) = [
            each
            for each in panels_for(request, "review.page", case=case("marchetti"))
            if "obiettivi-verifica" in each
        ]
    for name in ("c1", "p1", "c2", "p2", "c3", "p3"):
        assert reverse("score_goal", args=[key_for("goal", f"marchetti-1-{name}")]) in drawn


def test_a_closing_waits_until_goals_were_looked_at(acting_as, goal_of, today):
    with acting_as("educatrice") as viewer:

        def said(motive):
            return [
                reason
                for reason in objections("why_not_close", case("marchetti"), motive=motive)
                if "obiettiv" in str(reason)
            ]

        assert "6 obiettivi" in str(said("reached"))
        assert said("moved") == []
        Case.objects.filter(pk=key_for("case", "marchetti")).update(stage="review", stage_since=today)
        for name in ("c1", "p1", "c2", "p2", "c3", "p3"):
            goal = goal_of(f"marchetti-1-{name}")
            actions.score_goal(goal, level=0, day=today, at_review=name != "p3", by=viewer, today=today)
        assert "1 obiettivo" in str(said("reached"))
        assert len(in_force(case("marchetti").pk).to_score) == 1


def test_oggi_says_what_is_mine_to_do(signed_in):
    text = unescape(signed_in("educatrice").get("/").content.decode())
    assert "Sportello lavoro, insieme a Chiara" in text
    assert "Il progetto è in preparazione da" in text
    assert reverse("finish_action", args=[key_for("planaction", "marchetti-1-p3-0")]) in text
    assert "Progetti delle famiglie" not in signed_in("scuola").get("/").content.decode()


def test_a_goal_that_moved_asks_to_look_at_the_one_it_holds(acting_as, goal_of, today):
    with acting_as("educatrice") as viewer:
        held = ("linked", "Famiglia Marchetti Haddad", "Elena gioca e legge con Leo mezz'ora al giorno")
        assert held not in waiting(viewer, today)
        actions.score_goal(goal_of("marchetti-1-c1"), level=0, day=today, by=viewer, today=today)
        assert held in waiting(viewer, today)
        assert held in waiting(viewer, today + timedelta(days=30))
        assert held not in waiting(viewer, today + timedelta(days=31))
        actions.score_goal(goal_of("marchetti-1-p1"), level=1, day=today, by=viewer, today=today)
        assert held not in waiting(viewer, today)
        assert ("linked", held[1], "Leo usa frasi di due o tre parole") not in waiting(viewer, today)


def test_a_review_waits_when_it_is_near(acting_as, today):
    line = ("review", "Famiglia Marchetti Haddad", "")
    with acting_as("educatrice") as viewer:
        assert line not in waiting(viewer, today)
        assert line in waiting(viewer, today + timedelta(days=11))


def test_what_is_done_waits_for_nobody(acting_as, today):
    with acting_as("psicologa") as viewer:
        assert not [line for line in waiting(viewer, today) if line[2] == "Un colloquio per ripartire"]


def test_oggi_asks_for_all_of_it_at_once(signed_in, counted):
    client = signed_in("educatrice")
    client.get("/")
    with counted() as queries:
        client.get("/")
    assert len([one for one in queries if "plans_plan" in one["sql"]]) == 1
