"""Nothing small is shown, and nothing small can be worked out from all that is."""

from datetime import date
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from intreccio.evidence.impact.rules.masking import in_order, settled, together
from intreccio.evidence.impact.rules.periods import Quarter
from intreccio.evidence.impact.rules.release import (
    MONTH,
    MUNICIPALITY,
    NEED,
    REASON,
    Cell,
    Counted,
    Domains,
    release,
)
from intreccio.evidence.impact.tests.reckoner import another_world

QUARTERS = (Quarter(2026, 1), Quarter(2026, 2))


@pytest.mark.parametrize(
    ("counts", "groups"),
    [
        ({"a": 6, "b": 9}, [("a",), ("b",)]),
        ({"a": 2, "b": 9, "c": 3}, [("b",), ("a", "c")]),
        # One too few by itself takes the smallest of the others with it: otherwise the total would give it away.
        ({"a": 2, "b": 9, "c": 6}, [("b",), ("a", "c")]),
        # Zero is small too.
        ({"a": 0, "b": 9, "c": 6}, [("b",), ("a", "c")]),
        ({"a": 2, "b": 7}, [("a", "b")]),
        ({"a": 2, "b": 2}, []),
        ({}, []),
    ],
)
def test_small_rows_stand_together(counts, groups):
    assert together(counts) == groups


@pytest.mark.parametrize(
    ("counts", "groups"),
    [
        ([("jan", 5), ("feb", 7)], [("jan",), ("feb",)]),
        ([("jan", 2), ("feb", 4), ("mar", 9)], [("jan", "feb"), ("mar",)]),
        ([("jan", 9), ("feb", 4)], [("jan", "feb")]),
        ([("jan", 1), ("feb", 1)], []),
    ],
)
def test_small_months_stand_with_their_neighbours(counts, groups):
    assert in_order(counts) == groups


@pytest.mark.parametrize(
    ("quarters", "kept"),
    [
        ([{"a": 8}, {"a": 2}], 1),
        ([{"a": 8}, {"a": 2}, {"a": 3}], 3),
        ([{"a": 2}], 0),
        # Who leads «a» would take her eight off, and know of «b».
        ([{"a": 8, "b": 2}], 0),
        ([{"a": 8, "b": 2}, {"b": 3}], 2),
        ([{"a": 8, "b": 5}], 1),
        # Of no body: nobody can take them off, but they are others to who leads one.
        ([{None: 5}], 1),
        ([{"a": 8, None: 2}], 0),
        ([], 0),
    ],
)
def test_a_last_quarter_of_few_waits_for_the_next(quarters, kept):
    assert settled(list(enumerate(quarters))) == list(range(kept))


@given(st.dictionaries(st.integers(), st.integers(0, 12)), st.integers(1, 6))
def test_groups_are_all_of_it_and_never_small(counts, least):
    groups = together(counts, least=least)
    assert all(sum(counts[key] for key in group) >= least for group in groups)
    assert sorted(key for group in groups for key in group) == (
        sorted(counts) if sum(counts.values()) >= least else []
    )


# Small worlds in which everything that can be asked is asked. An atom: outcome, need, month, municipality, reason.
NEEDS = ("casa.uno", "casa.due", "lavoro.tre")
SHAPES = [
    {"outcomes": ("",), "needs": ("",), "months": (0, 1, 3), "towns": ("A", "B", "C"), "reasons": ("",)},
    {"outcomes": ("yes", "no"), "needs": ("casa.uno", "lavoro.tre"), "months": (0,), "towns": ("A", "B", "C"), "reasons": ("",)},
    {"outcomes": ("",), "needs": NEEDS, "months": (0, 3), "towns": ("A", "B"), "reasons": ("",)},
    {"outcomes": ("yes", "no"), "needs": ("casa.uno",), "months": (0,), "towns": ("A", "B"), "reasons": ("x", "y", "z")},
]  # fmt: skip
MONTHS = [month for quarter in QUARTERS for month in quarter.months]


def atoms_of(shape):
    return list(product(shape["outcomes"], shape["needs"], shape["months"], shape["towns"], shape["reasons"]))


def rows_of(table, own=None):
    """`own`: of these, how many are of the viewer's own body."""
    for atom, n in table.items():
        outcome, need, month, town, reason = atom
        others = n - (own or {}).get(atom, 0)
        quarter, area, cell = QUARTERS[month // 3], need.partition(".")[0], Cell(n, 0, 0, others)
        for dimension, key in ((MONTH, MONTHS[month]), (MUNICIPALITY, town), (NEED, need), (REASON, reason)):
            if n:
                yield Counted("kind", outcome, area, quarter, dimension, key, cell)


def told_of(table, least, own=None):
    """The quarters of the only kind, as whoever looks is told of them."""
    held = {quarter: {"own": 0, None: 0} for quarter in QUARTERS}
    for atom, n in table.items():
        mine = (own or {}).get(atom, 0)
        held[QUARTERS[atom[2] // 3]]["own"] += mine
        held[QUARTERS[atom[2] // 3]][None] += n - mine
    return {"kind": settled(list(held.items()), least=least)}


def domains_of(shape):
    return Domains(
        QUARTERS,
        shape["towns"],
        tuple(need for need in shape["needs"] if need),
        {"kind": shape["outcomes"]},
        {"kind": shape["reasons"]},
    )


def all_that_is_said(table, shape, least, own=None):
    """Every answer to every question, as a sum of atoms."""
    told = release(rows_of(table, own), domains_of(shape), told_of(table, least, own), least=least)
    kept = {MONTHS.index(month) for quarter in told.quarters.get("kind", []) for month in quarter.months}
    there = [atom for atom in table if atom[2] in kept]
    questions = [
        ("", [()]),
        (MONTH, [(month,) for month in MONTHS] + [quarter.months for quarter in QUARTERS]),
        (MUNICIPALITY, [(town,) for town in shape["towns"]]),
        (NEED, [(need,) for need in shape["needs"]]),
        (REASON, [(reason,) for reason in shape["reasons"]]),
    ]
    place = {MONTH: 2, MUNICIPALITY: 3, NEED: 1, REASON: 4}
    areas = {need.partition(".")[0] for need in shape["needs"]}
    for outcomes in [None, *({each} for each in shape["outcomes"])]:
        for chosen in [None, *({each} for each in areas)]:
            for dimension, keys in questions:
                for some in keys:
                    cell = told.ask("kind", outcomes=outcomes, areas=chosen, dimension=dimension, keys=some)
                    if cell is None:
                        continue
                    wanted = {MONTHS.index(month) for month in some} if dimension == MONTH else set(some)
                    yield (
                        frozenset(
                            atom
                            for atom in there
                            if (outcomes is None or atom[0] in outcomes)
                            and (chosen is None or atom[1].partition(".")[0] in chosen)
                            and (not dimension or atom[place[dimension]] in wanted)
                        ),
                        cell.n,
                    )


def lattice(shape, table):
    """Every cell of every table that could be drawn: one value or all, for each dimension."""
    axes = [(None, *{atom[place] for atom in table}) for place in range(5)]
    for wanted in product(*axes):
        members = frozenset(
            atom for atom in table if all(w is None or atom[place] == w for place, w in enumerate(wanted))
        )
        if members:
            yield members


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(SHAPES), st.data(), st.integers(2, 3))
def test_no_small_number_can_be_worked_out_from_everything_that_is_shown(shape, data, least):
    atoms = atoms_of(shape)
    numbers = data.draw(st.lists(st.integers(0, 3), min_size=len(atoms), max_size=len(atoms)))
    table = dict(zip(atoms, numbers, strict=True))
    assume(sum(numbers) <= 14)
    said = list(all_that_is_said(table, shape, least))
    for members, number in said:
        assert number == sum(table[atom] for atom in members), "what is shown is true"
        assert number >= least, "and never small"
    for members in {*lattice(shape, table)}:
        true = sum(table[atom] for atom in members)
        if true < least:
            assert another_world(atoms, said, members, true), (members, true, said)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SHAPES), st.data(), st.integers(2, 3))
def test_nor_of_the_others_by_who_knows_all_of_her_own_body(shape, data, least):
    """What is left of each number, once her own are taken off, is a table of the others: nothing small in it either."""
    atoms = atoms_of(shape)
    draw_numbers = st.lists(st.integers(0, 3), min_size=len(atoms), max_size=len(atoms))
    others = dict(zip(atoms, data.draw(draw_numbers), strict=True))
    own = dict(zip(atoms, data.draw(draw_numbers), strict=True))
    assume(sum(others.values()) <= 14)
    table = {atom: others[atom] + own[atom] for atom in atoms}
    said = [
        (members, number - sum(own[atom] for atom in members))
        for members, number in all_that_is_said(table, shape, least, own)
    ]
    for members in {*lattice(shape, others)}:
        true = sum(others[atom] for atom in members)
        if true < least:
            assert another_world(atoms, said, members, true), (members, true, said)


def test_the_oracle_finds_what_a_careless_page_gives_away():
    """Row, column and total without complements: the small one is the difference."""
    table = {("a",): 2, ("b",): 9}
    said = [(frozenset(table), 11), (frozenset({("b",)}), 9)]
    assert not another_world(list(table), said, frozenset({("a",)}), 2)


def test_with_enough_of_everything_everything_is_shown():
    shape = SHAPES[2]
    table = dict.fromkeys(atoms_of(shape), 40)
    told = release(rows_of(table), domains_of(shape), told_of(table, 5))
    assert told.ask("kind", areas={"casa"}, dimension=NEED, keys={"casa.uno"}).n == 160
    assert told.ask("kind", dimension=MUNICIPALITY, keys={"A"}).n == 240
    assert told.ask("kind", dimension=MONTH, keys=QUARTERS[0].months).n == 240
    assert told.ask("kind").n == 480


def test_who_may_open_every_family_sees_every_number():
    shape = SHAPES[0]
    table = dict.fromkeys(atoms_of(shape), 0) | {("", "", 0, "A", ""): 1}
    told = release(rows_of(table), domains_of(shape), {"kind": QUARTERS}, least=0)
    assert told.ask("kind", dimension=MUNICIPALITY, keys={"A"}).n == 1
    assert told.ask("kind", dimension=MUNICIPALITY, keys={"B"}).n == 0
    assert told.ask("kind", dimension=MONTH, keys={date(2026, 1, 1)}).n == 1
