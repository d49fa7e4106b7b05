"""What a comparison says of two versions: tables and random plans, no database."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.families.plans.rules.comparing import Stood, Task, became, compare, tied
from intreccio.families.plans.vocabulary import ActionState, Became, Change
from intreccio.ground.kernel.beside import pieces

ONE, OTHER, THIRD = (UUID(int=number) for number in (1, 2, 3))


def goal(origin: UUID, title: str = "Dorme nel suo letto", why: str = "") -> Stood:
    return Stood(origin, {"title": title, "why": why})


def task(state: str = "to_do", what: str = "Una storia ogni sera") -> Task:
    return Task(ONE, what, "Elena", state)


def changes(old: list[Stood], new: list[Stood]) -> dict[UUID, Change]:
    return {each.origin: each.change for each in compare(old, new)}


def test_a_goal_stays_changes_comes_or_is_left():
    old = [goal(ONE), goal(OTHER, why="Si sveglia spesso")]
    new = [goal(OTHER, why="Si sveglia ancora"), goal(THIRD)]
    assert changes(old, new) == {OTHER: Change.CHANGED, THIRD: Change.ADDED, ONE: Change.LEFT}
    assert changes(old, old) == {ONE: Change.KEPT, OTHER: Change.KEPT}


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("dorme nel suo letto", "dorme sempre nel suo letto", [], ["sempre"]),
        ("dorme poco", "dorme", ["poco"], []),
        ("", "parla", [], ["parla"]),
        ("a volte", "spesso, con la nonna", ["a volte"], ["spesso, con la nonna"]),
        ("due  spazi", "due spazi", [], []),
    ],
)
def test_only_the_words_that_are_not_in_both_are_marked(old, new, gone, come):
    was, now = pieces(old, new)
    assert [each.text for each in was if each.changed] == gone
    assert [each.text for each in now if each.changed] == come


def test_a_text_that_did_not_change_is_not_laid_out():
    (found,) = compare([goal(ONE, why="prima")], [goal(ONE, why="dopo")])
    assert [each.label for each in found.wordings] == ["why"]


def test_a_text_that_only_one_version_knows_is_beside_nothing():
    (found,) = compare([Stood(ONE, {})], [Stood(ONE, {"look": "mi lavo i denti"})])
    assert found.change == Change.CHANGED
    assert found.wordings[0].old == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (task(), task(), Became.CARRIED),
        (task(), task(what="Due storie ogni sera"), Became.CARRIED),
        (None, task(), Became.ADDED),
        (task(), task("done"), Became.FINISHED),
        (task("done"), None, Became.FINISHED),
        (task(), task("dropped"), Became.DROPPED),
        (task("dropped"), None, Became.DROPPED),
        (task(), None, Became.GONE),
        (task("done"), task("done"), Became.CARRIED),
    ],
)
def test_an_action_is_followed_from_one_version_to_the_next(old, new, what):
    ((found, _task),) = became([old] if old else [], [new] if new else [])
    assert found == what


def test_goals_hold_each_other_or_no_longer_do():
    assert tied([(ONE, OTHER)], [(ONE, THIRD)]) == ([(ONE, THIRD)], [(ONE, OTHER)])


STATES = some.sampled_from([str(state) for state in ActionState])
WORDS = some.lists(some.sampled_from(["dorme", "di", "più", "la", "notte,"]), max_size=5).map(" ".join)
TASKS = some.lists(some.builds(Task, root=some.uuids(), what=WORDS, who=WORDS, state=STATES), max_size=3)
ORIGINS = some.sampled_from([UUID(int=number) for number in range(1, 7)])
GOALS = some.lists(
    some.builds(
        Stood, origin=ORIGINS, texts=some.fixed_dictionaries({"title": WORDS, "why": WORDS}), tasks=TASKS
    ),
    max_size=5,
    unique_by=lambda each: each.origin,
)
SWAPPED = {Change.ADDED: Change.LEFT, Change.LEFT: Change.ADDED}


@given(GOALS)
def test_a_version_beside_itself_says_that_nothing_changed(goals):
    found = compare(goals, goals)
    assert {each.change for each in found} <= {Change.KEPT}
    assert all(not each.wordings for each in found)
    assert {what for each in found for what, _task in each.tasks} <= {Became.CARRIED}


@given(GOALS, GOALS)
def test_turned_round_what_came_is_what_was_left(old, new):
    there = changes(old, new)
    assert changes(new, old) == {key: SWAPPED.get(change, change) for key, change in there.items()}


@given(GOALS, GOALS)
def test_every_goal_of_both_appears_exactly_once(old, new):
    found = [each.origin for each in compare(old, new)]
    assert sorted(found) == sorted({each.origin for each in (*old, *new)})
    assert found[: len(new)] == [each.origin for each in new]


@given(WORDS, WORDS)
def test_the_pieces_of_a_text_are_the_text(old, new):
    was, now = pieces(old, new)
    assert " ".join(each.text for each in was).split() == old.split()
    assert " ".join(each.text for each in now).split() == new.split()
    same = [" ".join(each.text for each in side if not each.changed) for side in (was, now)]
    assert same[0] == same[1]
