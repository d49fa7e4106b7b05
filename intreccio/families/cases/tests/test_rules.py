"""What may happen to a case: tables and random walks, no database."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.families.cases.rules import stages, waiting, workers
from intreccio.families.cases.rules.workers import Standing
from intreccio.families.cases.vocabulary import ENDED_STAGES, OPEN_STAGES, Motive, Stage

TODAY = date(2026, 11, 26)
VERBS = tuple({row.verb: None for row in stages.TRANSITIONS})
PLACES = ("", *Stage.values)


@pytest.mark.parametrize(
    ("verb", "stage", "arrives"),
    [
        ("open_case", "", "preliminary_analysis"),
        ("take_charge", "preliminary_analysis", "in_charge"),
        ("end_preliminary", "preliminary_analysis", "not_taken"),
        ("hand_over_case", "preliminary_analysis", "preliminary_analysis"),
        ("hand_over_case", "in_charge", "in_charge"),
        ("hand_over_case", "plan", "plan"),
        ("hand_over_case", "review", "review"),
        ("hand_over_case", "closed", None),
        ("begin_plan", "in_charge", "plan"),
        ("begin_plan", "plan", None),
        ("begin_plan", "preliminary_analysis", None),
        ("begin_review", "plan", "review"),
        ("begin_review", "in_charge", None),
        ("end_review", "review", "plan"),
        ("end_review", "plan", None),
        ("close_case", "in_charge", "closed"),
        ("close_case", "plan", "closed"),
        ("close_case", "review", "closed"),
        ("close_case", "preliminary_analysis", None),
        ("close_case", "closed", None),
        ("reopen_case", "closed", "in_charge"),
        ("reopen_case", "not_taken", None),
        ("reopen_case", "plan", None),
        ("take_charge", "", None),
        ("take_charge", "in_charge", None),
        ("take_charge", "not_taken", None),
        ("end_preliminary", "in_charge", None),
        ("end_preliminary", "not_taken", None),
        ("hand_over_case", "not_taken", None),
        ("open_case", "preliminary_analysis", None),
        ("open_case", "in_charge", None),
    ],
)
def test_the_transition_table(verb, stage, arrives):
    row = stages.transition(verb, stage)
    assert (row.target if row else None) == arrives


def test_every_stage_is_open_or_ended_and_never_both():
    assert set(OPEN_STAGES) | set(ENDED_STAGES) == set(Stage)
    assert not set(OPEN_STAGES) & set(ENDED_STAGES)


def test_from_an_end_there_is_no_step_but_to_reopen_what_was_closed():
    assert {stage.value: stages.verbs_from(stage) for stage in ENDED_STAGES} == {
        "closed": ["reopen_case"],
        "not_taken": [],
    }
    assert all(stages.verbs_from(stage) for stage in OPEN_STAGES)


@given(some.sampled_from(VERBS), some.sampled_from(PLACES), some.sampled_from(Motive.values))
def test_a_step_is_refused_exactly_where_the_table_has_no_such_row(verb, stage, motive):
    row = stages.transition(verb, stage)
    reason = stages.why_not_step(verb, stage, motive=motive, day=TODAY, today=TODAY, since=None)
    assert (reason is None) == (row is not None and motive in row.motives)
    assert reason is None or len(str(reason)) > 10


@given(some.lists(some.sampled_from(VERBS), max_size=12))
def test_whatever_people_try_a_log_is_one_unbroken_line(tried):
    here, log = stages.NOTHING, []
    for verb in tried:
        if row := stages.transition(verb, here):
            log.append(row)
            here = row.target
    assert all(before.target == after.source for before, after in pairwise(log))
    assert sum(row.verb == "open_case" for row in log) <= 1
    assert sum(row.verb == "take_charge" for row in log) <= 1
    assert not log or log[0].source == stages.NOTHING


@given(some.integers(-400, 400), some.integers(-400, 400))
def test_a_step_is_never_in_the_future_nor_before_the_one_before(day, since):
    reason = stages.why_not_step(
        "take_charge", Stage.PRELIMINARY, motive=Motive.AGREED, today=TODAY,
        day=TODAY + timedelta(days=day), since=TODAY + timedelta(days=since),
    )  # fmt: skip
    assert (reason is None) == (since <= day <= 0)


def test_one_open_case_at_a_time():
    assert stages.why_not_open(has_open_case=False, is_joined=False) is None
    assert "già" in str(stages.why_not_open(has_open_case=True, is_joined=False))
    assert "un'altra" in str(stages.why_not_open(has_open_case=False, is_joined=True))


@pytest.mark.parametrize(
    ("to_team", "is_open", "summary", "part"),
    [
        ("b", True, "Da qui", None),
        ("a", True, "Da qui", "già"),
        ("b", False, "Da qui", "non lavora più"),
        ("b", True, "  ", "cominciare"),
    ],
)
def test_a_family_is_handed_to_a_team_at_work_with_words_to_begin_from(to_team, is_open, summary, part):
    reason = stages.why_not_hand_over(from_team="a", to_team=to_team, to_team_open=is_open, summary=summary)
    assert reason is None if part is None else part in str(reason)


@given(some.booleans(), some.booleans(), some.booleans(), some.booleans(), some.booleans())
def test_who_works_with_a_family_can_always_see_it(at_work, role_sees, in_team, granted, already):
    who = Standing(at_work=at_work, role_sees=role_sees, in_team=in_team, granted=granted)
    sees = at_work and role_sees and (in_team or granted)
    assert (workers.why_not_join(who, is_already=already) is None) == (sees and not already)
    assert (workers.why_not_answer_for(who) is None) == (sees and in_team)


@pytest.mark.parametrize(
    ("is_responsible", "has_ended", "days", "part"),
    [
        (False, False, 0, None),
        (True, False, 0, "riferimento"),
        (False, True, 0, "già"),
        (False, False, -1, "prima"),
    ],
)
def test_nobody_leaves_without_somebody_who_answers(is_responsible, has_ended, days, part):
    reason = workers.why_not_end(
        is_responsible=is_responsible, has_ended=has_ended, until=TODAY + timedelta(days=days), since=TODAY
    )
    assert reason is None if part is None else part in str(reason)


@pytest.mark.parametrize(
    ("stage", "named", "verb"),
    [
        (Stage.PRELIMINARY, True, "take_charge"),
        (Stage.PRELIMINARY, False, "take_charge"),
        (Stage.IN_CHARGE, False, "change_responsible"),
        (Stage.IN_CHARGE, True, ""),
        (Stage.NOT_TAKEN, False, ""),
    ],
)
def test_a_page_proposes_the_one_thing_that_is_missing(stage, named, verb):
    assert waiting.next_verb(stage=stage, has_responsible=named) == verb
