"""How high each row stands: room above it for its lines, below the signs for the words."""

from dataclasses import dataclass, field

from intreccio.parties.people.rules.genogram.family import Pair
from intreccio.parties.people.rules.genogram.order import Plan
from intreccio.parties.people.rules.genogram.places import SIGN, Places

MARGIN, LINE, BAR, ARC, STRIP, FALL = 14, 16, 11, 11, 20, 18


@dataclass(frozen=True, slots=True)
class Bar:
    """The level line of a union above the row of its children."""

    union: str
    row: int
    left: float
    right: float
    lane: int = 0


@dataclass(slots=True)
class Heights:
    """Of each row: where its bars begin, where its signs begin, where its words end."""

    bars: dict[tuple[str, int], Bar] = field(default_factory=dict)
    arcs: dict[frozenset[str], int] = field(default_factory=dict)
    tops: list[float] = field(default_factory=list)
    signs: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)

    def bar(self, union: str, row: int) -> float:
        """How high the bar of a union is."""
        return self.tops[row] + BAR * self.bars[union, row].lane

    def fall(self, row: int) -> float:
        """Where the lines of twins part: under every bar."""
        lanes = max((bar.lane for bar in self.bars.values() if bar.row == row), default=-1) + 1
        return self.tops[row] + BAR * max(lanes - 1, 0)


def heights_of(plan: Plan, places: Places) -> Heights:
    """Row by row, from the top."""
    heights = Heights(bars=_bars(plan, places), arcs=_arcs(plan))
    figures = {figure.key: figure for figure in plan.family.figures}
    edge = float(MARGIN)
    for number, row in enumerate(plan.rows):
        lanes = max((bar.lane + 1 for bar in heights.bars.values() if bar.row == number), default=0)
        arcs = sum(1 for pair in heights.arcs if plan.row_of[min(pair)] == number)
        words = max((len(figures[key].lines) for block in row for key in block if key in figures), default=1)
        heights.tops.append(edge)
        top = edge + BAR * lanes + (FALL if lanes else 0) + ARC * arcs + STRIP
        heights.signs.append(top)
        heights.bottoms.append(top + SIGN + 6 + LINE * words)
        edge = heights.bottoms[-1] + 14
    return heights


def _bars(plan: Plan, places: Places) -> dict[tuple[str, int], Bar]:
    """Each union has a bar above every row that it goes into; bars that meet stand in lanes."""
    ends: dict[tuple[str, int], list[float]] = {}
    for step in plan.steps:
        reach = ends.setdefault((step.union, plan.row_of[step.end]), [])
        reach.append(places.middle(step.end))
        if step.start in places.block_of:
            reach.append(places.middle(step.start))
        elif step.union in places.drop_of:
            reach.append(places.drop(step.union))
    bars: dict[tuple[str, int], Bar] = {}
    for (union, row), reach in sorted(
        ends.items(), key=lambda each: (each[0][1], max(each[1]) - min(each[1]))
    ):
        left, right = min(reach) - 12, max(reach) + 12
        taken = {
            bar.lane for bar in bars.values() if bar.row == row and bar.left < right and left < bar.right
        }
        bars[union, row] = Bar(union, row, left, right, next(lane for lane in range(99) if lane not in taken))
    return bars


def _arcs(plan: Plan) -> dict[frozenset[str], int]:
    """Couples who do not stand side by side are joined over the heads of those between: each arc at its own height."""
    arcs: dict[frozenset[str], int] = {}
    for pair in [*plan.family.couples, *_together(plan)]:
        if pair.both not in arcs and not beside(plan, pair) and level(plan, pair):
            row = plan.row_of[pair.one]
            arcs[pair.both] = sum(1 for each in arcs if plan.row_of[min(each)] == row)
    return arcs


def _together(plan: Plan) -> list[Pair]:
    return [Pair(*union.elders) for union in plan.unions if len(union.elders) == 2]


def level(plan: Plan, pair: Pair) -> bool:
    """Both in one row."""
    return plan.row_of[pair.one] == plan.row_of[pair.other]


def beside(plan: Plan, pair: Pair) -> bool:
    """Nobody stands between them."""
    row = [key for block in plan.rows[plan.row_of[pair.one]] for key in block]
    return level(plan, pair) and abs(row.index(pair.one) - row.index(pair.other)) == 1


def arc_of(pair: Pair, plan: Plan, heights: Heights) -> float:
    """How high the arc of a couple is."""
    return heights.signs[plan.row_of[pair.one]] - STRIP - ARC * heights.arcs[pair.both] + 4
