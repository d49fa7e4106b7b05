"""What may happen to a plan: tables and random layouts, no database."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.families.plans.rules import closing, force, goals, stages
from intreccio.families.plans.rules.force import Aimed
from intreccio.families.plans.rules.pairs import pairs
from intreccio.families.plans.vocabulary import PlanState

TODAY = date(2026, 11, 26)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
STEPS = ("mai", "a volte", "spesso", "quasi sempre", "sempre")
CHILD, PARENT = Aimed("children", "Dorme", STEPS), Aimed("parents", "Riposa", STEPS)
BARE = Aimed("parents", "Riposa", ("mai", "", "spesso", " ", "sempre"))


@pytest.mark.parametrize(
    ("agreed", "yes", "review", "says"),
    [
        ([CHILD, PARENT], True, TOMORROW, None),
        ([PARENT], True, TOMORROW, "per i bambini"),
        ([CHILD], True, TOMORROW, "per i genitori"),
        ([], True, TOMORROW, "per i bambini"),
        ([CHILD, BARE], True, TOMORROW, "«Riposa»"),
        ([CHILD, Aimed("parents", "Riposa", STEPS[:4])], True, TOMORROW, "cinque gradini"),
        ([CHILD, PARENT], False, TOMORROW, "detto sì"),
        ([CHILD, PARENT], True, TODAY, "un giorno dopo oggi"),
        ([CHILD, PARENT], True, None, "un giorno dopo oggi"),
    ],
)
def test_why_not_put_in_force(agreed, yes, review, says):
    reason = force.why_not_put_in_force(agreed, family_said_yes=yes, review_on=review, today=TODAY)
    assert reason is None if says is None else says in reason


@pytest.mark.parametrize(
    ("verb", "draft", "in_force"),
    [
        ("add_goal", True, False),
        ("edit_goal", True, False),
        ("void_goal", True, False),
        ("link_goals", True, False),
        ("unlink_goals", True, False),
        ("put_in_force", True, False),
        ("add_action", True, True),
        ("edit_action", True, True),
        ("finish_action", True, True),
        ("write_disagreement", True, True),
        ("accept_plan", True, True),
        ("void_acceptance", True, True),
        ("score_goal", False, True),
        ("void_score", False, True),
        ("revise_plan", False, True),
    ],
)
def test_what_can_be_done_while_a_version_stands_where_it_stands(verb, draft, in_force):
    assert (stages.why_not(verb, PlanState.DRAFT) is None) is draft
    assert (stages.why_not(verb, PlanState.IN_FORCE) is None) is in_force
    for over in (PlanState.REPLACED, PlanState.ENDED):
        assert "resta da leggere" in stages.why_not(verb, over)
    assert "annullato" in stages.why_not(verb, PlanState.DRAFT, is_voided=True)


@pytest.mark.parametrize(
    ("in_charge", "has_draft", "in_force", "says"),
    [
        (True, False, False, None),
        (False, False, False, "in carico"),
        (True, True, False, "in preparazione"),
        (True, False, True, "in corso"),
    ],
)
def test_why_not_draft(in_charge, has_draft, in_force, says):
    reason = stages.why_not_draft(in_charge=in_charge, has_draft=has_draft, in_force=in_force)
    assert reason is None if says is None else says in reason


def test_one_version_in_preparation_at_a_time():
    assert stages.why_not_revise(has_draft=False) is None
    assert "già" in stages.why_not_revise(has_draft=True)


@pytest.mark.parametrize(
    ("one", "other", "same", "linked", "says"),
    [
        ("children", "parents", True, False, None),
        ("parents", "children", True, False, None),
        ("children", "children", True, False, "uno dei genitori"),
        ("children", "parents", False, False, "versioni diverse"),
        ("children", "parents", True, True, "già"),
    ],
)
def test_why_not_link(one, other, same, linked, says):
    reason = goals.why_not_link(one, other, same_plan=same, linked=linked)
    assert reason is None if says is None else says in reason


@pytest.mark.parametrize(
    ("day", "since", "says"),
    [
        (TODAY, YESTERDAY, None),
        (TODAY, TODAY, None),
        (TOMORROW, YESTERDAY, "futuro"),
        (YESTERDAY, TODAY, "prima"),
        (TODAY, None, None),
    ],
)
def test_why_not_score(day, since, says):
    reason = goals.why_not_score(day=day, today=TODAY, since=since)
    assert reason is None if says is None else says in reason


@pytest.mark.parametrize(
    ("own", "minor", "day", "before", "says"),
    [
        (False, False, TODAY, False, None),
        (True, True, TODAY, False, None),
        (True, False, TODAY, False, "bambini"),
        (False, False, TODAY, True, "già"),
        (False, False, TOMORROW, False, "futuro"),
    ],
)
def test_why_not_accept(own, minor, day, before, says):
    said = {"own_version": own, "is_minor": minor, "day": day, "today": TODAY, "before": before}
    reason = goals.why_not_accept(**said, begun_on=TODAY, goals=2)
    assert reason is None if says is None else says in reason


def test_a_yes_is_to_goals_that_are_there_and_to_this_version():
    said = {"own_version": False, "is_minor": False, "today": TODAY, "before": False}
    assert "nessun obiettivo" in goals.why_not_accept(**said, day=TODAY, begun_on=TODAY, goals=0)
    assert "prima" in goals.why_not_accept(**said, day=TODAY - timedelta(1), begun_on=TODAY, goals=1)


@pytest.mark.parametrize(("start", "aim", "may"), [(-2, 0, True), (0, 0, True), (2, -2, False)])
def test_one_aims_at_where_one_is_or_further(start, aim, may):
    assert (goals.why_not_aim(start=start, aim=aim) is None) is may


@pytest.mark.parametrize(("by_when", "may"), [(None, True), (TODAY, True), (TODAY - timedelta(1), False)])
def test_nothing_is_to_be_done_by_a_day_that_has_gone(by_when, may):
    assert (goals.why_not_add_action(by_when=by_when, today=TODAY) is None) is may


@pytest.mark.parametrize(
    ("minors", "adults", "yes"),
    [
        ([], True, False),
        ([True], True, False),
        ([True, False], True, True),
        ([True], False, True),
    ],
)
def test_a_childs_yes_is_heard_and_binds_nobody(minors, adults, yes):
    assert force.family_said_yes(minors, adults=adults) is yes


def test_one_looks_at_it_again_within_a_year():
    assert force.why_not_review(TODAY + timedelta(days=366), today=TODAY) is None
    assert "l'anno" in force.why_not_review(TODAY + timedelta(days=367), today=TODAY)


def test_what_is_done_is_not_finished_twice():
    assert goals.why_not_finish(is_open=True) is None
    assert "già" in goals.why_not_finish(is_open=False)


@pytest.mark.parametrize(
    ("unscored", "motive", "says"),
    [(0, "reached", None), (1, "reached", "1 obiettivo"), (3, "reached", "3 obiettivi"), (3, "moved", None)],
)
def test_why_not_close(unscored, motive, says):
    reason = closing.why_not_close(unscored=unscored, motive=motive)
    assert reason is None if says is None else says in reason


KEYS = [UUID(int=number) for number in range(12)]
SIDES = (
    some.integers(0, 6).map(lambda number: KEYS[:number]),
    some.integers(0, 6).map(lambda number: KEYS[6 : 6 + number]),
)


@given(*SIDES, some.sets(some.tuples(some.sampled_from(KEYS[:6]), some.sampled_from(KEYS[6:])), max_size=12))
def test_every_goal_stands_on_one_line_and_only_beside_one_it_holds(children, parents, links):
    lines = pairs(children, parents, links)
    assert sorted(child for child, _ in lines if child) == sorted(children)
    assert sorted(parent for _, parent in lines if parent) == sorted(parents)
    assert all((child, parent) in links for child, parent in lines if child and parent)
    alone = [line for line in lines if None in line]
    assert lines[len(lines) - len(alone) :] == alone
    lonely = {child for child, parent in alone if child}, {parent for child, parent in alone if parent}
    assert not [link for link in links if link[0] in lonely[0] and link[1] in lonely[1]], (
        "both free: they stand together"
    )
