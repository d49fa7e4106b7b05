"""Oggi's order and its words: tables and properties, no database."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.front.web import rules
from intreccio.ground.kernel.panels import Waiting


def waiting(days=0, *, urgent=False, group="Famiglie"):
    return Waiting(title="x", why="y", url="/", action="z", days=days, urgent=urgent, group=group)


lines = some.lists(
    some.builds(waiting, some.integers(0, 400), urgent=some.booleans(), group=some.sampled_from("abcd")),
    max_size=40,
)


@given(lines)
def test_urgent_comes_first_then_the_longest_wait(rows):
    found = rules.in_order(rows)
    assert sorted(map(id, found)) == sorted(map(id, rows))
    marks = [(not row.urgent, -row.days) for row in found]
    assert marks == sorted(marks)


@given(lines)
def test_a_group_shows_seven_and_says_when_there_are_more(rows):
    for group in rules.groups_of(rows):
        there = sum(row.group == group.label for row in rows)
        assert len(group.rows) == min(there, rules.SHOWN)
        assert group.has_more == (there > rules.SHOWN)
    assert sum(len(group.rows) for group in rules.groups_of(rows, rules.MORE)) == len(rows)


@given(lines)
def test_both_columns_together_are_all_groups_in_order(rows):
    groups = rules.groups_of(rows)
    wide, side = rules.columns(groups)
    assert [*wide, *side] == groups


@pytest.mark.parametrize(
    ("hour", "said"), [(3, "Buonasera"), (8, "Buongiorno"), (14, "Buon pomeriggio"), (19, "Buonasera")]
)
def test_a_greeting_knows_the_hour(hour, said):
    assert rules.greeting(hour) == said


@pytest.mark.parametrize(("number", "said"), [(0, "zero"), (1, "una"), (10, "dieci"), (11, "11")])
def test_small_numbers_are_words(number, said):
    assert rules.in_words(number) == said


@pytest.mark.parametrize(("name", "said"), [("Chiara Fontana", "Chiara"), ("", "")])
def test_people_are_called_by_their_first_name(name, said):
    assert rules.first_name(name) == said
