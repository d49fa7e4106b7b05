"""When one goal moved, what the other did: examples by hand, and a reference that looks at every day there is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.plans.rules.spill import Move, Scale, Spill, moves_of, spill

D = date(2026, 1, 1)
UP, DOWN = True, False


def on(*days, up=UP):
    return [Move(D + timedelta(days=day), up) for day in days]


def at(day):
    return D + timedelta(days=day)


# one moved on these days, the other on those; on which day one looks; what is said
BY_HAND = [
    ("nothing moved", [], on(4), 200, ((), 0, 0)),
    ("on the same day", on(10), on(10), 200, ((0,), 0, 0)),
    ("23 days later", on(10), on(33), 200, ((23,), 0, 0)),
    ("on the last day that counts", on(10), on(100), 200, ((90,), 0, 0)),
    ("a day too late", on(10), on(101), 200, ((), 1, 0)),
    ("before it", on(10), on(9), 200, ((), 1, 0)),
    ("the other way", on(10), on(12, up=DOWN), 200, ((), 1, 0)),
    ("back together", on(10, up=DOWN), on(12, up=DOWN), 200, ((2,), 0, 0)),
    ("twice of three", on(0, 50, 200), on(23, 55), 400, ((5, 23), 1, 0)),
    ("one move of the other answers one move, the first", on(0, 10), on(20), 400, ((20,), 1, 0)),
    ("two answers for two moves", on(0, 10), on(20, 21), 400, ((11, 20), 0, 0)),
    (
        "an answer of its own is not taken by an earlier move that has another",
        on(0, 80),
        on(5, 85),
        400,
        ((5, 5), 0, 0),
    ),
    ("a second move is early while its days last", on(0, 50), on(60), 100, ((60,), 0, 1)),
    ("the first that follows counts", on(0), on(5, 7), 400, ((5,), 0, 0)),
    ("its days are not over: early", on(10), [], 100, ((), 0, 1)),
    ("its days are over", on(10), [], 101, ((), 1, 0)),
    ("early, and followed already", on(10), on(12), 20, ((2,), 0, 0)),
]


@pytest.mark.parametrize(
    ("one", "other", "today", "said"), [row[1:] for row in BY_HAND], ids=[row[0] for row in BY_HAND]
)
def test_as_told_by_hand(one, other, today, said):
    assert spill(one, other, within=90, today=at(today)) == Spill(*said)


def test_half_of_the_times_within_so_many_days():
    assert Spill((5, 23), 1, 0).middle == 5
    assert Spill((0, 5, 23), 0, 0).middle == 5
    assert Spill((5, 23), 1, 4).times == 3


@pytest.mark.parametrize(
    ("start", "looks", "moves"),
    [
        (-2, [], []),
        (-2, [(1, -2)], []),
        (-2, [(1, -1)], on(1)),
        (-2, [(1, -1), (2, -1), (3, 1)], on(1, 3)),
        (0, [(1, -1), (2, 0)], [*on(1, up=DOWN), *on(2)]),
        (0, [(5, 1), (2, 1)], on(2)),  # looked at on an earlier day, written later
        (0, [(2, 1), (2, 0)], []),  # corrected on the same day
    ],
)
def test_a_move_is_another_step_than_before(start, looks, moves):
    assert moves_of([Scale(D, start, [(at(day), level) for day, level in looks])]) == moves


def test_steps_described_anew_are_not_compared_with_the_old():
    old = Scale(D, -2, [(at(5), 1)])
    assert moves_of([old, Scale(at(9), -1, [(at(12), -1)])]) == on(5)
    assert moves_of([old, Scale(at(9), -1, [(at(12), 0)])]) == on(5, 12)


LOOKS = st.dictionaries(st.integers(0, 60), st.integers(-2, 2), max_size=9)


def levels_by_day(start, looks, end):
    """Where a goal stands on each day of all: the slow way."""
    levels, level = [], start
    for day in range(end + 1):
        level = looks.get(day, level)
        levels.append(level)
    return levels


def told_day_by_day(one, other, within, end):
    """The same by looking at every day; `one` and `other` are the levels before any day, then of each day."""
    steps = [[series[day + 1] - series[day] for day in range(end + 1)] for series in (one, other)]
    days, missed, waiting, taken = [], 0, 0, set()
    for day in range(end + 1):
        if steps[0][day] == 0:
            continue
        after = [
            gap
            for gap in range(within + 1)
            if day + gap <= end and day + gap not in taken and steps[1][day + gap] * steps[0][day] > 0
        ]
        if after:
            days.append(after[0])
            taken.add(day + after[0])
        elif day + within < end:
            missed += 1
        else:
            waiting += 1
    return tuple(sorted(days)), missed, waiting


@given(st.integers(-2, 2), LOOKS, st.integers(-2, 2), LOOKS, st.integers(0, 40), st.integers(0, 30))
def test_the_same_as_looking_at_every_day(start, looks, start_of_other, looks_of_other, within, after):
    end = max([*looks, *looks_of_other, 0]) + after
    one, other = (
        [start, *levels_by_day(start, looks, end)],
        [start_of_other, *levels_by_day(start_of_other, looks_of_other, end)],
    )
    seen = [
        moves_of([Scale(D, begun, [(at(day), level) for day, level in said.items()])])
        for begun, said in ((start, looks), (start_of_other, looks_of_other))
    ]
    assert spill(*seen, within=within, today=at(end)) == Spill(*told_day_by_day(one, other, within, end))


@given(LOOKS, st.integers(0, 40))
def test_whatever_moves_with_itself_moved_on_the_same_day(looks, within):
    moves = moves_of([Scale(D, 0, [(at(day), level) for day, level in looks.items()])])
    assert spill(moves, moves, within=within, today=at(90)) == Spill((0,) * len(moves), 0, 0)


def most_pairs(one, other, within):
    """As many moves as can each have an answer of their own, by trying every way: what no other pairing beats."""
    if not one:
        return 0
    first, *rest = one
    fits = [
        place
        for place, each in enumerate(other)
        if each.up == first.up and 0 <= (each.day - first.day).days <= within
    ]
    taken = (1 + most_pairs(rest, other[:place] + other[place + 1 :], within) for place in fits)
    return max([most_pairs(rest, other, within), *taken])


MOVES = st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=5, unique_by=lambda move: move[0])


@given(MOVES, MOVES, st.integers(0, 20))
def test_each_answer_is_of_one_move_and_no_pairing_would_find_more(one, other, within):
    moves, answers = ([Move(at(day), up) for day, up in said] for said in (one, other))
    found = spill(moves, answers, within=within, today=at(200))
    assert len(found.days) == most_pairs(moves, answers, within) <= len(answers)
    assert found.times == len(moves)
