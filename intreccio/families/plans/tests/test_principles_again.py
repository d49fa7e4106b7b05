"""The day agreed for looking again at the six principles is found: by the team, and in Oggi by who said they would remember."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import set_aside_prompt
from intreccio.families.cases.queries.attention import prompt_of, prompts_of_household
from intreccio.families.plans import actions
from intreccio.families.plans.models import Plan, PlanPrinciples
from intreccio.families.plans.panels.waiting import waits
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.instruments.actions import Filled
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.definition import items_of
from intreccio.workshop.instruments.vocabulary import Answer

PLAN, HOME = key_for("plan", "marchetti-1"), key_for("household", "marchetti")
NORTH = key_for("team", "equipe_nord")


def plan():
    return Plan.objects.select_related("case__household").get(pk=PLAN)


@pytest.fixture
def look(acting_as):
    """`look(day, again_on, who)`: somebody answered on that day, and said when and who looks again."""

    def answer(day, again_on, who="educatrice"):
        with acting_as("assistente") as viewer:
            instrument = Instrument.objects.get(pk="sei-principi-famiglia-1")
            codes = [item["code"] for item in items_of(instrument.definition)]
            filled = Filled(
                instrument, dict.fromkeys(codes, int(Answer.YES)), dict.fromkeys(codes, "così"), again_on=again_on,
                again_by=key_for("membership", who) if who else None,
            )  # fmt: skip
            actions.check_plan_principles(plan(), filled, by=viewer, today=day)

    return answer


def in_oggi(acting_as, account):
    with acting_as(account) as viewer:
        return [one for one in waits(viewer, 9) if "sei principi" in str(one.why)]


def of_the_team(today):
    return [one for one in prompts_of_household(HOME, today=today) if one.kind == "principles_again"]


def test_before_its_day_nobody_is_asked_and_from_that_day_on_they_are(acting_as, look, today):
    look(today - timedelta(days=9), today + timedelta(days=1))
    assert not in_oggi(acting_as, "educatrice")
    with acting_as("assistente"):
        assert not of_the_team(today)
        assert of_the_team(today + timedelta(days=1)), "on its day"


def test_who_said_they_would_remember_finds_it_and_answered_anew_it_goes(acting_as, signed_in, look, today):
    look(today - timedelta(days=9), today)
    (line,) = in_oggi(acting_as, "educatrice")
    assert line.url == reverse("check_plan_principles", args=[PLAN])
    assert not in_oggi(acting_as, "coordinatrice")
    with acting_as("coordinatrice"):
        (prompt,) = of_the_team(today)
        assert prompt.since == today
    page = unescape(
        signed_in("coordinatrice")
        .get(reverse("attention_list"), {"kind": "principles_again", "team": str(NORTH)})
        .content.decode()
    )
    assert "ci eravamo detti di riguardarli" in page
    assert "Guardateli di nuovo" in page
    look(today, today + timedelta(days=60))
    assert not in_oggi(acting_as, "educatrice")
    with acting_as("coordinatrice"):
        assert not of_the_team(today)


def test_where_nobody_was_named_who_answers_for_the_family_finds_it(acting_as, look, today):
    look(today - timedelta(days=9), today, who=None)
    with acting_as("assistente"):
        responsible = plan().case.responsible_id
    found = {who for who in ("assistente", "educatrice", "coordinatrice") if in_oggi(acting_as, who)}
    assert found == {who for who in found if key_for("membership", who) == responsible}
    assert len(found) == 1


def test_set_aside_with_a_reason_it_waits_in_oggi_no_more(acting_as, look, today):
    look(today - timedelta(days=9), today)
    with acting_as("educatrice") as viewer:
        (prompt,) = of_the_team(today)
        set_aside_prompt(
            plan().case, kind=prompt.kind, subject_id=prompt.subject_id, reason="family_asked", words="Dopo la vacanza",
            until=today + timedelta(days=7), by=viewer, today=today,
        )  # fmt: skip
        assert prompt_of(plan().case, prompt.kind, prompt.subject_id, today=today).aside is not None
    assert not in_oggi(acting_as, "educatrice")


def test_a_stranger_is_asked_nothing(acting_as, look, today):
    look(today - timedelta(days=9), today)
    assert not [who for who in ("davide", "sara", "comune") if in_oggi(acting_as, who)]
    with acting_as("davide"):
        assert not PlanPrinciples.objects.filter(plan_id=PLAN).exists()
