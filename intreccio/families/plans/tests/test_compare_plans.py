"""Two versions of a family's plan on one page."""

import re
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, Plan
from intreccio.families.plans.tests.conftest import EVERYBODY
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading

FAMILY = "dervishi"


def address(one=f"{FAMILY}-1", other=f"{FAMILY}-2"):
    return reverse("compare_plans", args=[key_for("plan", one), key_for("plan", other)])


def text_of(client, **which):
    return unescape(" ".join(client.get(address(**which)).content.decode().split()))


def test_who_opens_the_record_compares_its_versions_and_a_stranger_finds_nothing(answers):
    may = {"davide", "awa", "comune"}  # the team, and who leads its body
    assert answers(address()) == {account: 200 if account in may else 404 for account in EVERYBODY}


def test_the_page_says_goal_by_goal_what_became_of_it(signed_in):
    text = text_of(signed_in("davide"))
    for words in ("rimasto com'era", "cambiato", "nuovo", "lasciato", "Quando lo si è lasciato", "Continua:"):
        assert words in text, words
    assert "<ins>" in text
    assert "anche nelle settimane difficili" in text


def test_the_older_version_comes_first_whichever_is_asked_first(signed_in):
    client = signed_in("davide")
    turned = text_of(client, one=f"{FAMILY}-2", other=f"{FAMILY}-1")
    straight = text_of(client)
    heads = [re.findall(r"<h2 class=\"h5\"><a[^>]*>([^<]*)", each) for each in (turned, straight)]
    assert heads[0] == heads[1] == ["Versione 1", "Versione 2"]


def test_a_version_beside_itself(signed_in):
    text = text_of(signed_in("davide"), other=f"{FAMILY}-1")
    assert "niente è cambiato" in text
    assert "<ins>" not in text


def test_a_version_of_another_family_is_not_there(signed_in):
    assert signed_in("davide").get(address(other="conti-1")).status_code == 404


def test_what_was_taken_out_says_why(signed_in, acting_as, plan_of):
    with acting_as("educatrice") as by:
        plan = plan_of("marchetti")
        draft = actions.revise_plan(plan, by=by, today=today())
        goal = Goal.objects.filter(plan=draft).order_by("order").first()
        actions.void_goal(goal, reason="Leo ci arriva da solo", by=by)
    pair = [plan.pk, draft.pk]
    text = unescape(signed_in("educatrice").get(reverse("compare_plans", args=pair)).content.decode())
    assert "Leo ci arriva da solo" in text
    assert "Quando lo si è lasciato: " in text


def test_one_chooses_two_versions_from_the_list(signed_in):
    client = signed_in("davide")
    page = reverse("plan_versions", args=[key_for("plan", f"{FAMILY}-2")])
    text = client.get(page).content.decode()
    assert 'value="2" selected' in text
    assert 'value="1" selected' in text
    answer = client.get(page, {"one": "2", "other": "1"})
    assert answer.url == address(one=f"{FAMILY}-2", other=f"{FAMILY}-1")
    assert client.get(page, {"one": "2", "other": "9"}).status_code == 200


def test_with_one_version_there_is_nothing_to_choose(signed_in):
    page = reverse("plan_versions", args=[key_for("plan", "marchetti-1")])
    assert "Metti a fianco" not in signed_in("educatrice").get(page).content.decode()


@pytest.mark.parametrize("other", [f"{FAMILY}-1", f"{FAMILY}-2"])
def test_the_page_costs_few_queries(signed_in, counted, other):
    client = signed_in("davide")
    client.get(address())
    with counted() as queries:
        client.get(address(other=other))
    told = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(told) <= 15, "\n".join(told)


def test_comparing_is_a_reading(signed_in, acting_as):
    signed_in("davide").get(address())
    with acting_as("davide"):
        pages = Reading.objects.filter(household_id=key_for("household", FAMILY)).values_list(
            "page", flat=True
        )
        assert "compare_plans" in set(pages)
        assert Plan.objects.filter(case_id=key_for("case", FAMILY)).count() == 2
