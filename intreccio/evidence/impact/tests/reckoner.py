"""What somebody patient could work out: everything ever shown, written as sums, and every table that fits them.

It knows nothing of how numbers are chosen: it takes what was said, and searches for another world that says the same.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Atom = tuple[Any, ...]
Sum = tuple[frozenset[Atom], int]


def another_world(atoms: list[Atom], said: Iterable[Sum], cell: frozenset[Atom], true: int) -> bool:
    """True where some table of whole numbers, none below zero, agrees with all that was said and differs in the cell."""
    known = sorted(set(said), key=lambda each: len(each[0]))
    most = max([true + 1, *(number for _, number in known)])
    return any(_fits(atoms, [*known, (cell, value)]) for value in range(most + 1) if value != true)


def _fits(atoms: list[Atom], said: list[Sum]) -> bool:
    inside = [[place for place, (members, _) in enumerate(said) if atom in members] for atom in atoms]
    last = {
        place: max((n for n, atom in enumerate(atoms) if atom in members), default=-1)
        for place, (members, _) in enumerate(said)
    }
    left = [number for _, number in said]
    if any(last[place] < 0 and left[place] for place in last):
        return False
    return _fill(0, inside, last, left)


def _fill(number: int, inside: list[list[int]], last: Mapping[int, int], left: list[int]) -> bool:
    if number == len(inside):
        return not any(left)
    places = inside[number]
    most = min((left[place] for place in places), default=0)
    ends = [left[place] for place in places if last[place] == number]
    # The last atom of a sum takes all that is left of it.
    wanted = (
        range(most + 1) if not ends else [value for value in {*ends} if len({*ends}) == 1 and value <= most]
    )
    for value in wanted:
        for place in places:
            left[place] -= value
        if _fill(number + 1, inside, last, left):
            return True
        for place in places:
            left[place] += value
    return False
