"""What a genogram is drawn from: plain values, and the unions that follow from them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from intreccio.parties.people.rules.ages import born_together

Key = TypeVar("Key")


class Shape(StrEnum):
    """The sign of a person."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    PREGNANCY = "pregnancy"
    LOSS = "loss"


class Manner(StrEnum):
    """How a line is drawn: by birth or marriage, by adoption or living together, in somebody's care."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody to be drawn. `lines`: what stands under the sign, the name first. `homes`: keys of where they live."""

    key: str
    shape: Shape = Shape.DIAMOND
    lines: tuple[str, ...] = ()
    birth: date | None = None
    dead: bool = False
    index: bool = False
    homes: tuple[str, ...] = ()
    name: str = ""
    open: bool = False  # whether it leads to a page of theirs

    @property
    def age_rank(self) -> tuple[bool, date, str]:
        """The elder first; of whom no birth is known last."""
        return (self.birth is None, self.birth or date.max, self.key)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the same generation: a couple with its strokes, or siblings (`siblings`), identical twins (`identical`)."""

    one: str
    other: str
    manner: Manner = Manner.SOLID
    cuts: int = 0
    years: str = ""
    siblings: bool = False
    identical: bool = False

    @property
    def both(self) -> frozenset[str]:
        """Whatever the order."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True, slots=True)
class Descent:
    """A line from an elder to a child."""

    elder: str
    child: str
    manner: Manner = Manner.SOLID


@dataclass(frozen=True, slots=True)
class Family:
    """All of it, on one day."""

    figures: tuple[Figure, ...] = ()
    pairs: tuple[Pair, ...] = ()
    descents: tuple[Descent, ...] = ()
    homes: tuple[str, ...] = ()

    @property
    def couples(self) -> list[Pair]:
        """Pairs that are no siblings."""
        return [pair for pair in self.pairs if not pair.siblings]


@dataclass(slots=True)
class Union:
    """One or two elders, and the children whose lines begin with them. No elder: siblings of whom no parent is drawn."""

    key: str
    elders: tuple[str, ...]
    children: list[tuple[str, Manner]] = field(default_factory=list)


def unions_of(family: Family, rows: dict[str, int]) -> list[Union]:
    """Elders of the same row and of the same child stand together; two at most."""
    found: dict[tuple[str, ...], Union] = {}
    place = {figure.key: number for number, figure in enumerate(family.figures)}
    for child in (figure.key for figure in family.figures):
        for elders, manner in _elders(family, child, rows):
            key = tuple(sorted(elders, key=place.__getitem__))
            union = found.setdefault(key, Union("+".join(key), key))
            union.children.append((child, manner))
    parented = {child for union in found.values() for child, _ in union.children}
    return [*found.values(), *_orphans(family, parented, rows)]


def _elders(family: Family, child: str, rows: dict[str, int]) -> Iterator[tuple[list[str], Manner]]:
    """Groups of elders with one line to `child`."""
    # Written twice, or in two senses that are drawn alike: one line.
    said = dict.fromkeys(each for each in family.descents if each.child == child)
    theirs = [each for each in said if rows[each.elder] < rows[child]]
    couples = {pair.both for pair in family.couples}
    lone = []
    for (_row, manner), group in groupby(
        sorted(theirs, key=lambda each: (rows[each.elder], each.manner, each.elder)),
        key=lambda each: (rows[each.elder], each.manner),
    ):
        elders = [each.elder for each in group]
        for start in range(0, len(elders), 2):
            pair = elders[start : start + 2]
            if len(pair) == 2:
                yield pair, manner
            else:
                lone.append((pair[0], manner))
    yield from _with_partner(lone, couples)


def _with_partner(
    lone: list[tuple[str, Manner]], couples: set[frozenset[str]]
) -> Iterator[tuple[list[str], Manner]]:
    """A parent by birth and one by adoption who are a couple have the child together, by two lines."""
    for elder, manner in lone:
        partner = next((other for other, _ in lone if frozenset((elder, other)) in couples), None)
        yield ([elder, partner] if partner else [elder]), manner


def _orphans(family: Family, parented: set[str], rows: dict[str, int]) -> Iterator[Union]:
    """Siblings of whom no parent is drawn hang from a bar of their own."""
    alone = (pair for pair in family.pairs if pair.siblings and not (pair.both & parented))
    groups = joined(pair.both for pair in alone if rows[pair.one] == rows[pair.other])
    order = [figure.key for figure in family.figures]
    for group in groups:
        members = [key for key in order if key in group]
        yield Union("=" + members[0], (), [(key, Manner.SOLID) for key in members])


def twins_of(family: Family, union: Union) -> list[tuple[list[str], bool]]:
    """Those of one union born together, and whether they are identical."""
    births = {figure.key: figure.birth for figure in family.figures}
    same = [pair.both for pair in family.pairs if pair.identical]
    born = [
        (birth, child)
        for child, manner in union.children
        if (birth := births[child]) and manner is Manner.SOLID
    ]
    groups: list[list[str]] = []
    before: date | None = None
    for birth, child in sorted(born, key=lambda each: each[0]):
        if before is not None and born_together(before, birth):
            groups[-1].append(child)
        else:
            groups.append([child])
        before = birth
    twins = [each for each in groups if len(each) > 1]
    return [(group, any(pair <= set(group) for pair in same)) for group in twins]


def joined(pairs: Iterable[frozenset[Key]]) -> list[set[Key]]:
    """Those tied to one another, directly or not."""
    groups: list[set[Key]] = []
    for pair in pairs:
        touching = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(set(pair).union(*touching))
    return groups
