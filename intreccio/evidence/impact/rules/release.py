"""What of a year's facts may be shown: a tree of populations, each with tables of one dimension that hold no small number.

Kind → how it went → area; there, facts are laid out by month, by municipality, by line, by reason: never two at once.
Whatever is asked is a sum of groups that were shown, or is not said. Decision 55 says why nothing small can be worked out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from intreccio.evidence.impact.rules.masking import LEAST, in_order, together
from intreccio.evidence.impact.rules.periods import Quarter

MONTH, MUNICIPALITY, NEED, REASON = "month", "municipality", "need", "reason"
Told = Mapping[str, Sequence[Quarter]]  # by kind, as `masking.settled` says


class Cell(NamedTuple):
    """How many, their sum, the sum of their squares; `guarded`: how many the mask judges by (of others than the viewer's body)."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0
    guarded: int = 0

    def plus(self, other: "Cell") -> "Cell":
        """Both."""
        return Cell(
            self.n + other.n,
            self.total + other.total,
            self.squares + other.squares,
            self.guarded + other.guarded,
        )


class Counted(NamedTuple):
    """One line of what the database counted: facts of a kind, outcome and area, by one dimension."""

    kind: str
    outcome: str
    area: str
    quarter: Quarter
    dimension: str
    key: object
    cell: Cell


@dataclass(frozen=True, slots=True)
class Domains:
    """All that could be there: what has no fact is a zero, and zeros are small."""

    quarters: tuple[Quarter, ...]
    municipalities: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    outcomes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Population:
    """Facts that stand together: of these outcomes and areas. `cuts`: by dimension, groups of keys and what they hold."""

    outcomes: frozenset[str]
    areas: frozenset[str]
    whole: Cell
    cuts: Mapping[str, list[tuple[frozenset[object], Cell]]]


@dataclass(frozen=True, slots=True)
class Release:
    """What may be shown of a year."""

    populations: Mapping[str, list[Population]]
    reasons: Mapping[str, list[Population]]
    quarters: Mapping[str, list[Quarter]]
    in_full: bool = False

    def ask(
        self,
        kind: str,
        *,
        outcomes: Collection[str] | None = None,
        areas: Collection[str] | None = None,
        dimension: str = "",
        keys: Collection[object] = (),
    ) -> Cell | None:
        """The facts of a kind, of these outcomes and areas, by one dimension; None where it may not be said."""
        found = self.reasons if dimension == REASON else self.populations
        # Who sees all of it is told a zero too.
        cell = Cell() if self.in_full else None
        for each in found.get(kind, []):
            if _apart(each.outcomes, outcomes) or _apart(each.areas, areas):
                continue
            if _beyond(each.outcomes, outcomes) or _beyond(each.areas, areas):
                return None
            part = _part(each, dimension, frozenset(keys)) if dimension else each.whole
            if part is None:
                return None
            cell = part if cell is None else cell.plus(part)
        return cell

    def groups(self, kind: str, dimension: str) -> list[tuple[frozenset[object], Cell]]:
        """How a kind is told by one dimension, where it stands in one population alone."""
        found = self.populations.get(kind, [])
        return found[0].cuts.get(dimension, []) if len(found) == 1 else []


def _apart(there: frozenset[str], wanted: Collection[str] | None) -> bool:
    return wanted is not None and there.isdisjoint(wanted)


def _beyond(there: frozenset[str], wanted: Collection[str] | None) -> bool:
    return wanted is not None and not there <= set(wanted)


def _part(population: Population, dimension: str, keys: frozenset[object]) -> Cell | None:
    found = None
    for group, cell in population.cuts.get(dimension, []):
        if group.isdisjoint(keys):
            continue
        if not group <= keys:
            return None
        found = cell if found is None else found.plus(cell)
    return found


def release(rows: Iterable[Counted], domains: Domains, told: Told, *, least: int = LEAST) -> Release:
    """Everything that may be shown of the quarters that are told of each kind.

    With `least` 0 all of it, to who may open every family that is counted.
    """
    by_kind: dict[str, list[Counted]] = defaultdict(list)
    for row in rows:
        if row.quarter in told.get(row.kind, ()):
            by_kind[row.kind].append(row)
    kinds = {kind: _Kind(kind, found, domains, told[kind], least) for kind, found in by_kind.items()}
    return Release(
        {kind: each.populations() for kind, each in kinds.items()},
        {kind: each.by_reason() for kind, each in kinds.items()},
        {kind: list(told[kind]) for kind in kinds},
        in_full=not least,
    )


class _Kind:
    """The facts of one kind, while they are laid out."""

    def __init__(
        self, kind: str, rows: list[Counted], domains: Domains, quarters: Sequence[Quarter], least: int
    ) -> None:
        self.kind, self.rows, self.domains, self.quarters, self.least = kind, rows, domains, quarters, least

    def populations(self) -> list[Population]:
        """One for each outcome and area that is large enough, the others together."""
        return [
            self._population(outcomes, areas, (MONTH, MUNICIPALITY, NEED))
            for outcomes in self._groups("outcome", self.domains.outcomes.get(self.kind, ()), None)
            for areas in self._groups("area", self._areas(), outcomes)
        ]

    def by_reason(self) -> list[Population]:
        """One for each outcome, of all areas: reasons are told of these alone."""
        every = frozenset(row.area for row in self.rows) | frozenset(self._areas())
        groups = self._groups("outcome", self.domains.outcomes.get(self.kind, ()), None)
        return [self._population(outcomes, every, (REASON,)) for outcomes in groups]

    def _areas(self) -> tuple[str, ...]:
        """Those of the list of needs; none where the kind is not about needs."""
        if all(not row.area for row in self.rows):
            return ()
        return tuple({code.partition(".")[0] for code in self.domains.needs})

    def _groups(
        self, name: str, domain: Iterable[str], outcomes: frozenset[str] | None
    ) -> list[frozenset[str]]:
        rows = [
            row
            for row in self.rows
            if row.dimension == MONTH and (outcomes is None or row.outcome in outcomes)
        ]
        counts = dict.fromkeys(sorted(domain), 0)
        for row in rows:
            value = getattr(row, name)
            counts[value] = counts.get(value, 0) + row.cell.guarded
        return [frozenset(group) for group in together(counts, least=self.least)]

    def _population(
        self, outcomes: frozenset[str], areas: frozenset[str], dimensions: tuple[str, ...]
    ) -> Population:
        rows = [row for row in self.rows if row.outcome in outcomes and row.area in areas]
        cuts = {}
        for dimension in dimensions:
            cells = _sums((row.key, row.cell) for row in rows if row.dimension == dimension)
            cells = {key: cells.get(key, Cell()) for key in [*self._domain(dimension, areas), *cells]}
            cuts[dimension] = [(frozenset(keys), _sum(cells, keys)) for keys in self._cut(dimension, cells)]
        whole = _sums((0, row.cell) for row in rows if row.dimension == MONTH)
        return Population(outcomes, areas, whole.get(0, Cell()), cuts)

    def _domain(self, dimension: str, areas: frozenset[str]) -> list[object]:
        if dimension == MONTH:
            return [month for quarter in self.quarters for month in quarter.months]
        if dimension == MUNICIPALITY:
            return list(self.domains.municipalities)
        if dimension == REASON:
            return list(self.domains.reasons.get(self.kind, ()))
        return [code for code in self.domains.needs if code.partition(".")[0] in areas]

    def _cut(self, dimension: str, cells: Mapping[object, Cell]) -> list[tuple[object, ...]]:
        counts = {key: cell.guarded for key, cell in cells.items()}
        if dimension != MONTH:
            return together(counts, least=self.least)
        quarters = [(quarter, sum(counts[month] for month in quarter.months)) for quarter in self.quarters]
        groups: list[tuple[object, ...]] = []
        for group in in_order(quarters, least=self.least):
            months = [(month, counts[month]) for quarter in group for month in quarter.months]
            # Several quarters that stand together are one number; one by itself is told by months, where it can be.
            groups += (
                in_order(months, least=self.least) if len(group) == 1 else [tuple(key for key, _ in months)]
            )
        return groups


def _sums(pairs: Iterable[tuple[object, Cell]]) -> dict[object, Cell]:
    found: dict[object, Cell] = {}
    for key, cell in pairs:
        found[key] = found[key].plus(cell) if key in found else cell
    return found


def _sum(cells: Mapping[object, Cell], keys: Iterable[object]) -> Cell:
    return _sums((0, cells[key]) for key in keys)[0]
