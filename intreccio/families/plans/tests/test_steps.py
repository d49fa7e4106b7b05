"""Each step's own page: what an empty one says, where a good one leads, what a second tap does, both words kept."""

from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.plans.models import Goal, GoalScore, Plan, PlanAction
from intreccio.ground.kernel.keys import key_for

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
GOAL, DRAFTED = key_for("goal", "marchetti-1-c1"), key_for("goal", "rossetti_lima-1-c1")
ACTION = key_for("planaction", "marchetti-1-c1-0")
EDITED = {
    "side": "children",
    "strand": "children",
    "title": "Gioca con due amici",
    "start": "-1",
    "aim": "0",
    "step_0": "mai",
}
FORMS = {
    **dict.fromkeys(("revise_plan", "accept_plan", "write_disagreement"), PLAN),
    **dict.fromkeys(("score_goal", "add_action"), GOAL),
    **dict.fromkeys(("edit_action", "finish_action"), ACTION),
    "add_goal": DRAFT,
    **dict.fromkeys(("edit_goal", "void_goal", "link_goals"), DRAFTED),
    "unlink_goals": key_for("goallink", "rossetti_lima-1-c1", "rossetti_lima-1-p1"),
    "void_acceptance": key_for("acceptance", "marchetti-1", "elena"),
}
NOTHING_TO_FILL = {"revise_plan"}


def send(client, name, key, **said):
    return client.post(reverse(name, args=[key]), {"once": uuid4(), **said})


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_says_what_is_missing(signed_in, name):
    client, address = signed_in("assistente"), reverse(name, args=[FORMS[name]])
    assert client.get(address).status_code == 200
    if name not in NOTHING_TO_FILL:
        answer = client.post(address, {"once": uuid4()})
        assert answer.status_code == 422
        assert "data-error-summary" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "key"),
    [("add_goal", PLAN), ("put_in_force", PLAN), ("score_goal", DRAFTED), ("revise_plan", DRAFT)],
)
def test_a_step_that_does_not_fit_the_version_says_where_it_stands(signed_in, name, key):
    answer = signed_in("assistente").get(reverse(name, args=[key]))
    assert answer.status_code == 409
    assert "versione" in answer.content.decode()


def test_draft_plan_leads_to_its_page_and_a_second_tap_too(signed_in, acting_as):
    client, address = signed_in("educatrice"), reverse("draft_plan", args=[key_for("case", "quispe")])
    said = {"once": uuid4()}
    first, again = client.post(address, said), client.post(address, said)
    assert first.url == again.url
    assert "Ancora nessun obiettivo" in client.get(first.url).content.decode()
    with acting_as("educatrice"):
        assert Plan.objects.filter(household_id=key_for("household", "quispe")).count() == 1


def test_add_goal_may_finish_its_steps_later_and_put_in_force_asks_for_them(signed_in, today):
    client, soon = signed_in("assistente"), today + timedelta(days=60)
    done = send(client, "add_goal", DRAFT, **EDITED)
    page = unescape(client.get(done.url).content.decode())
    assert "ancora da descrivere" in page
    assert "mancano alcuni dei cinque gradini" in page
    assert send(client, "put_in_force", DRAFT, review_on=soon, without_reason="lontano").status_code == 409


def test_edit_goal_shows_both_when_somebody_was_quicker(signed_in):
    client = signed_in("educatrice")
    assert send(client, "edit_goal", DRAFTED, version=1, **EDITED).status_code == 302
    answer = send(client, "edit_goal", DRAFTED, version=1, **{**EDITED, "title": "Ha un amico"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Gioca con due amici" in text
    assert "Ha un amico" in text
    assert 'name="version" value="2"' in text


def test_add_action_wants_one_who_does_it(signed_in, acting_as):
    client, elena = signed_in("educatrice"), f"person:{key_for('person', 'elena')}"
    for doer in ({}, {"doer": elena, "somebody": "la nonna"}):
        assert send(client, "add_action", GOAL, what="Portarlo al parco", **doer).status_code == 422
    done = send(client, "add_action", GOAL, what="Portarlo al parco", doer=elena, rhythm="la domenica")
    assert "Portarlo al parco" in client.get(done.url).content.decode()


def test_add_action_offers_services_for_the_need_of_the_goal(signed_in):
    text = unescape(signed_in("educatrice").get(reverse("add_action", args=[GOAL])).content.decode())
    assert "Servizi per questo bisogno" in text
    assert "Letture 0-6" in text


def test_edit_action_keeps_who_does_it_although_they_have_left(signed_in, acting_as, hat):
    left = key_for("planaction", "marchetti-1-p2-1")
    with acting_as("educatrice"):
        assert PlanAction.objects.get(pk=left).worker_id == hat("assistente")
    client = signed_in("educatrice")
    said = {"version": 1, "rhythm": "una volta sola", "doer": f"worker:{hat('assistente')}"}
    assert send(client, "edit_action", left, **said).status_code == 302
    answer = send(client, "edit_action", left, **{**said, "rhythm": "tre volte"})
    assert answer.status_code == 409
    assert "una volta sola" in answer.content.decode()


def test_finish_action(signed_in):
    client = signed_in("educatrice")
    done = send(client, "finish_action", ACTION, version=1, state="dropped")
    assert "non serve più" in client.get(done.url).content.decode()
    assert send(client, "finish_action", ACTION, version=2, state="done").status_code == 409


def test_score_goal_says_what_it_holds(signed_in, today):
    client = signed_in("educatrice")
    done = send(client, "score_goal", GOAL, level="0", day=today, words="Tre parole")
    text = unescape(client.get(done.url).content.decode())
    assert (
        "Si tiene con «Elena gioca e legge con Leo mezz'ora al giorno»: guardate se si è mosso anche questo."
        in text
    )
    assert "Tre parole" in text


def test_void_score_takes_back_the_last_step(signed_in, acting_as):
    with acting_as("educatrice"):
        score = GoalScore.objects.get(goal_id=GOAL)
    client = signed_in("educatrice")
    done = send(client, "void_score", score.pk, reason="era Nadia")
    assert "Al nido dice" not in client.get(done.url).content.decode()
    assert client.get(reverse("void_score", args=[score.pk])).status_code == 404


def test_void_goal_and_unlink_goals(signed_in, acting_as):
    client = signed_in("educatrice")
    assert send(client, "unlink_goals", FORMS["unlink_goals"], reason="non è così").status_code == 302
    assert (
        send(
            client, "link_goals", DRAFTED, other=key_for("goal", "rossetti_lima-1-p1"), words="Adesso sì"
        ).status_code
        == 302
    )
    done = send(client, "void_goal", DRAFTED, reason="non serve")
    assert "Gioca con altri bambini" not in client.get(done.url).content.decode()
    with acting_as("educatrice"):
        assert Goal.objects.get(pk=DRAFTED).void_reason == "non serve"


def test_accept_plan_offers_whom_it_still_misses(signed_in, today):
    client = signed_in("assistente")
    text = client.get(reverse("accept_plan", args=[PLAN])).content.decode()
    assert "Leo Haddad" in text
    assert "Elena Marchetti" not in text
    done = send(
        client, "accept_plan", PLAN, who=f"person:{key_for('person', 'leo')}", how="own_version", day=today
    )
    assert "Leo Haddad" in client.get(done.url).content.decode()


def test_void_acceptance_takes_a_yes_back(signed_in):
    client = signed_in("assistente")
    elena = key_for("acceptance", "marchetti-1", "elena")
    done = send(client, "void_acceptance", elena, reason="ci ha ripensato", gone="withdrawn")
    assert "Elena Marchetti ha ritirato il suo sì" in unescape(client.get(done.url).content.decode())
    assert client.get(reverse("void_acceptance", args=[elena])).status_code == 404


def test_write_disagreement_is_somebodys(signed_in):
    client = signed_in("educatrice")
    assert send(client, "write_disagreement", PLAN, words="Per me no").status_code == 422
    done = send(client, "write_disagreement", PLAN, words="Per me no", somebody="la nonna")
    assert "la nonna" in client.get(done.url).content.decode()


def test_revise_plan_then_put_in_force(signed_in, today):
    client = signed_in("assistente")
    draft = send(client, "revise_plan", PLAN).url
    key = draft.rpartition("/")[2]
    send(client, "accept_plan", key, who=f"person:{key_for('person', 'elena')}", how="voice", day=today)
    agreed = {"review_on": today + timedelta(days=90), "review_where": "in biblioteca"}
    asked = send(client, "put_in_force", key, **agreed)
    assert asked.status_code == 422, "of two parents one has said yes"
    assert "Manca il sì di Karim Haddad" in unescape(asked.content.decode())
    send(client, "put_in_force", key, **agreed, without_reason="Karim è dai suoi fino a Natale")
    text = client.get(draft).content.decode()
    assert "Vale da" in text
    assert "in biblioteca" in text
    assert "Karim è dai suoi fino a Natale" in text
    assert "−2</b>" in text
    versions = client.get(reverse("plan_versions", args=[key])).content.decode()
    assert "Sostituito da una versione nuova" in versions
    former = client.get(reverse("plan_page", args=[PLAN])).content.decode()
    assert "ha avuto valore da" in former
    assert reverse("score_goal", args=[GOAL]) not in former


def test_where_a_goal_is_follows_it_into_the_next_version(signed_in):
    client = signed_in("assistente")
    draft = send(client, "revise_plan", PLAN).url
    assert "Al nido dice" in client.get(draft).content.decode()
