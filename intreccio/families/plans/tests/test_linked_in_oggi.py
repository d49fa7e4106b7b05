"""When a goal is looked at, whoever has to do with the one that it holds finds it in Oggi, with the reason."""

from datetime import timedelta
from html import unescape

import pytest

from intreccio.families.cases.actions import name_deputy
from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, PlanAction
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for

D = this_day()
DRAWS, RESTED = "marchetti-1-c2", "marchetti-1-p2"
TALKS, READS = "marchetti-1-c1", "marchetti-1-p1"


@pytest.fixture
def asked(acting_as):
    """Which goals of the Marchetti family wait for somebody, and because of which look: `(before, level)`."""

    def of(account, day=D):
        with acting_as(account) as viewer:
            lines = waiting_for(viewer, 60, today=day)
        return {line.row_id: (line.before, line.level, line.day) for line in lines if line.kind == "linked"}

    return of


@pytest.fixture
def look(acting_as, goal_of):
    """Somebody looks at a goal."""

    def at(account, name, level, day=D):
        with acting_as(account) as by:
            return actions.score_goal(goal_of(name), level=level, day=day, by=by, today=D)

    return at


def goal(name):
    return key_for("goal", name)


def test_who_has_something_to_do_for_the_other_goal_finds_it(asked, look):
    assert goal(RESTED) not in asked("assistente")
    look("educatrice", DRAWS, 1)
    assert asked("assistente")[goal(RESTED)] == (0, 1, D)
    assert goal(RESTED) not in asked("educatrice"), "who answers for the family has nothing to do for it"
    assert goal(RESTED) not in asked("psicologa")
    assert goal(RESTED) not in asked("awa")


def test_where_nobody_at_work_has_anything_to_do_it_is_of_who_answers_for_the_family(asked, look):
    look("assistente", TALKS, 0)
    assert asked("educatrice")[goal(READS)] == (-1, 0, D)
    assert goal(READS) not in asked("assistente")
    assert goal(READS) not in asked("psicologa"), "what she had to do is done"


def test_what_is_dropped_no_longer_makes_it_theirs(acting_as, asked, look):
    look("educatrice", DRAWS, 1)
    with acting_as("assistente") as by:
        action = PlanAction.objects.select_related("goal__plan__case__household").get(
            pk=key_for("planaction", f"{RESTED}-1")
        )
        actions.finish_action(action, state="dropped", version=action.version, by=by, today=D)
    assert goal(RESTED) not in asked("assistente")
    assert goal(RESTED) in asked("educatrice")


def test_it_goes_when_the_other_was_looked_at(asked, look):
    look("educatrice", DRAWS, 1)
    look("assistente", RESTED, -1)
    assert goal(RESTED) not in asked("assistente")
    assert goal(DRAWS) not in asked("educatrice"), "a look that found it where it was asks nothing back"


def test_a_look_that_found_it_moved_asks_back(asked, look):
    look("educatrice", DRAWS, 1, D - timedelta(days=1))
    look("assistente", RESTED, 0)
    assert asked("educatrice")[goal(DRAWS)] == (-1, 0, D)


def test_who_looks_at_both_on_one_day_is_not_asked(asked, look):
    look("assistente", RESTED, 0)
    look("assistente", DRAWS, 1)
    assert goal(RESTED) not in asked("assistente")
    assert goal(DRAWS) not in asked("educatrice")


def test_it_goes_when_the_look_was_a_mistake(acting_as, asked, look):
    score = look("educatrice", DRAWS, 1)
    with acting_as("educatrice") as by:
        actions.void_score(score, reason="era un altro obiettivo", by=by)
    assert goal(RESTED) not in asked("assistente")


def test_it_goes_after_the_days_agreed(asked, look):
    look("educatrice", DRAWS, 1)
    assert goal(RESTED) in asked("assistente", D + timedelta(days=30))
    assert goal(RESTED) not in asked("assistente", D + timedelta(days=31))


def test_a_look_that_found_it_where_it_was_says_so(asked, look, signed_in):
    look("educatrice", DRAWS, 0)
    assert goal(RESTED) not in asked("assistente"), "looked at 22 days ago"
    look("educatrice", DRAWS, 1)
    text = unescape(signed_in("assistente").get("/").content.decode())
    assert "si tiene con «" in text
    assert "si è mosso da 0 a +1: guardate se si è mosso anche questo." in text


def test_who_stands_in_finds_it_too(acting_as, asked, look):
    look("educatrice", DRAWS, 1)
    with acting_as("coordinatrice") as by:
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        absent, deputy = key_for("membership", "assistente"), key_for("membership", "psicologa")
        name_deputy(
            case, absent_id=absent, deputy_id=deputy, since=D, until=D + timedelta(days=3), why="holiday",
            by=by, today=D,
        )  # fmt: skip
    assert goal(RESTED) in asked("psicologa")
    assert goal(RESTED) not in asked("psicologa", D + timedelta(days=3))


def test_what_moved_before_the_version_still_asks(acting_as, asked, look, plan_of):
    """A new version takes the former's place; what was seen stays seen."""
    look("educatrice", DRAWS, 1)
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=D)
        copy = Goal.objects.get(plan=draft, origin=key_for("goal", RESTED))
        assert copy.pk not in asked("assistente"), "a version in preparation asks nothing"
    assert goal(RESTED) in asked("assistente")
