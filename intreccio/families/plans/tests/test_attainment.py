"""Goals taken together: examples worked by hand, what must hold whatever the goals, and what the page says of it."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.queries.glance import in_force
from intreccio.families.plans.rules.attainment import Attained, Looked, attained, t_score
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import panels_for

# By hand, T = 50 + 10·Σ(w·x) / √(.7·Σw² + .3·(Σw)²):
#  one goal: √(.7 + .3) = 1
#  two: √(1.4 + 1.2) = 1.61245; 10·2 / 1.61245 = 12.4035
#  three, −2 −2 −1: √(2.1 + 2.7) = 2.19089; 10·(−5) / 2.19089 = −22.8218
#  four: √(2.8 + 4.8) = 2.75681; 10·4 / 2.75681 = 14.5095
#  five: √(3.5 + 7.5) = 3.31662; 10·(−5) / 3.31662 = −15.0756
#  weights 3 and 1, +1 −1: Σwx 2; √(7 + 4.8) = 3.43511; 20 / 3.43511 = 5.8222
BY_HAND = [
    ([0], None, 50.0),
    ([1], None, 60.0),
    ([-2], None, 30.0),
    ([1, 1], None, 62.4035),
    ([1, -1], None, 50.0),
    ([-2, -2, -1], None, 27.1782),
    ([1, 1, 1, 1], None, 64.5095),
    ([-1, -1, -1, -1, -1], None, 34.9244),
    ([1, -1], [3, 1], 55.8222),
]


@pytest.mark.parametrize(("levels", "weights", "score"), BY_HAND)
def test_the_t_score_as_worked_by_hand(levels, weights, score):
    assert t_score(levels, weights) == pytest.approx(score, abs=1e-4)


LEVELS = st.lists(st.integers(-2, 2), min_size=1, max_size=12)


@given(LEVELS, st.randoms(), st.floats(0.1, 9))
def test_neither_order_nor_equal_weights_matter(levels, dice, weight):
    shuffled = list(levels)
    dice.shuffle(shuffled)
    assert t_score(shuffled) == pytest.approx(t_score(levels))
    assert t_score(levels, [weight] * len(levels)) == pytest.approx(t_score(levels))


@given(LEVELS)
def test_as_hoped_is_fifty_and_the_contrary_is_as_far_below(levels):
    assert t_score([0] * len(levels)) == 50
    assert t_score([-level for level in levels]) == pytest.approx(100 - t_score(levels))
    assert 50 - 20 * len(levels) ** 0.5 * 2 < t_score(levels) < 50 + 20 * len(levels) ** 0.5 * 2


@given(LEVELS, st.data())
def test_a_goal_that_moves_up_never_lowers_it(levels, data):
    place = data.draw(st.integers(0, len(levels) - 1))
    higher = [min(level + 1, 2) if at == place else level for at, level in enumerate(levels)]
    assert t_score(higher) >= t_score(levels)


@given(LEVELS, st.floats(0, 0.9))
def test_goals_that_go_together_say_less(levels, rho):
    assert abs(t_score(levels, rho=rho + 0.1) - 50) <= abs(t_score(levels, rho=rho) - 50) + 1e-9


def test_of_goals_that_nobody_looked_at_nothing_is_claimed():
    assert attained([]) is None
    assert attained([Looked(-2, -2, False)]) is None
    assert attained([Looked(-1, 0, True), Looked(-2, -2, False)]) == Attained(40.0, 50.0, 1, 1)


def test_the_plan_says_what_it_says_and_what_it_does_not(signed_in):
    address = reverse("plan_page", args=[key_for("plan", "marchetti-1")])
    text = signed_in("assistente").get(address).content.decode()
    assert "Gli obiettivi, presi insieme" in text
    assert "Non dice quanto vale una famiglia" in text
    assert "Kiresuk e Sherman (1968)" in text


def test_a_plan_in_preparation_has_no_score(signed_in):
    address = reverse("plan_page", args=[key_for("plan", "rossetti_lima-1")])
    assert "Gli obiettivi, presi insieme" not in signed_in("educatrice").get(address).content.decode()


def test_the_review_takes_together_what_was_looked_at_in_it(acting_as, goal_of, today):
    with acting_as("educatrice") as viewer:
        Case.objects.filter(pk=key_for("case", "marchetti")).update(stage="review", stage_since=today)
        for name in ("c1", "p1"):
            goal = goal_of(f"marchetti-1-{name}")
            actions.score_goal(goal, level=0, day=today, at_review=True, by=viewer, today=today)
        found = in_force(key_for("case", "marchetti"))
        assert (found.attained.now, found.attained.counted, found.attained.left_out) == (50.0, 2, 4)
        starts = [goal.start for goal in found.goals if goal.looked_at]
        assert found.attained.start == pytest.approx(t_score(starts))
        request = RequestFactory().get("/")
        request.viewer = viewer
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        drawn = " ".join(panels_for(request, "review.page", case=case))
    assert "2 obiettivi guardati" in drawn
    assert "non si confronta con altre" in drawn
