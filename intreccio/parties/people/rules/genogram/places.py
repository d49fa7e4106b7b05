"""Where each person stands: children under the middle of their elders as far as nobody touches anybody."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from intreccio.parties.people.rules.genogram.family import Figure, Union
from intreccio.parties.people.rules.genogram.order import Block, Plan

SIGN = 40  # side of a sign
CELL, PASSING = 74, 12  # least width of a person, width of a passing line
GAP, LANE, APART = 34, 15, 26  # between two persons, for each line that goes down there, between two blocks
BESIDE_YEARS = 26  # for the lines around two homes, one on each side
ROUNDS = 8


@dataclass(slots=True)
class Laid:
    """One block: where its cells and the lines that leave it are, from its own left edge."""

    keys: Block
    width: float = 0.0
    x: float = 0.0
    cells: dict[str, tuple[float, float]] = field(default_factory=dict)  # left edge and width
    drops: dict[str, float] = field(default_factory=dict)  # by union

    def middle(self, key: str) -> float:
        """The middle of a person, on the page."""
        left, width = self.cells[key]
        return self.x + left + width / 2

    def between(self, one: str, other: str) -> float:
        """The middle of the room between two who stand side by side, on the page."""
        (left, width), (right, _) = sorted((self.cells[one], self.cells[other]))
        return self.x + (left + width + right) / 2


@dataclass(slots=True)
class Places:
    """Blocks row by row, and in which of them each person stands."""

    rows: list[list[Laid]]
    block_of: dict[str, Laid]
    drop_of: dict[str, Laid]

    def middle(self, key: str) -> float:
        """Of a person or a passing line."""
        return self.block_of[key].middle(key)

    def drop(self, union: str) -> float:
        """Where the line of a union goes down."""
        laid = self.drop_of[union]
        return laid.x + laid.drops[union]


def width_of(text: str) -> float:
    """How wide a text of 13 px is at most, whatever the font."""
    wide = sum(each in "mwMWQO@%" for each in text)
    narrow = sum(each in "iIljtf.,;:'’!|()·- " for each in text)
    return wide * 11.5 + narrow * 4.6 + (len(text) - wide - narrow) * 7.6


def width_of_years(years: str) -> float:
    """The same of the years of a couple, which are smaller."""
    return width_of(years) * 0.85


def placed(plan: Plan) -> Places:
    """Every block with its place: whole numbers, from zero, the same at every run."""
    figures = {figure.key: figure for figure in plan.family.figures}
    rows = [[_laid(block, plan, figures) for block in row] for row in plan.rows]
    block_of = {key: laid for row in rows for laid in row for key in laid.keys}
    drop_of = {union: laid for row in rows for laid in row for union in laid.drops}
    places = Places(rows, block_of, drop_of)
    for row in rows:
        _settle(row, [0.0] * len(row))
    for turn in range(ROUNDS):
        for row in rows if turn % 2 == 0 else reversed(rows):
            _settle(row, [laid.x + _pull(laid, plan, places, up=turn % 2 == 0) for laid in row])
    first = min((laid.x for row in rows for laid in row), default=0.0)
    for row in rows:
        edge = 0.0
        for laid in row:
            laid.x = max(round(laid.x - first), edge)
            edge = laid.x + laid.width + APART
    return places


def _laid(block: Block, plan: Plan, figures: dict[str, Figure]) -> Laid:
    """The cells of a block and the lines between them: a lone elder's line goes down beside them."""
    leaving: dict[int, list[str]] = {}
    place = {key: number for number, key in enumerate(block)}
    for union in plan.unions:
        if union.elders and union.elders[0] in place:
            leaving.setdefault(_gap_of(union, block, place, plan), []).append(union.key)
    laid = Laid(block)
    for number in range(len(block) + 1):
        here = leaving.get(number, [])
        inside = 0 < number < len(block)
        room: float = max(GAP if inside else 0, LANE * (len(here) + 1) if here else 0)
        if inside:
            room = max(room, _room_of_years(frozenset(block[number - 1 : number + 1]), plan, figures))
        for lane, leaves in enumerate(here, 1):
            laid.drops[leaves] = laid.width + room * lane / (len(here) + 1)
        laid.width += room
        if number < len(block):
            cell = _cell(block[number], figures)
            laid.cells[block[number]] = (laid.width, cell)
            laid.width += cell
    return laid


def _room_of_years(both: frozenset[str], plan: Plan, figures: dict[str, Figure]) -> float:
    """Between two of a couple who do not live together the lines around their homes go down, and the years stand between."""
    years = next((pair.years for pair in plan.family.couples if pair.both == both), "")
    homes = {frozenset(figures[key].homes) for key in both if key in figures}
    return round(width_of_years(years)) + BESIDE_YEARS if years and len(homes) > 1 else 0


def _gap_of(union: Union, block: Block, place: dict[str, int], plan: Plan) -> int:
    """The gap a line goes down: 0 before the first of the block."""
    places = sorted(place[key] for key in union.elders if key in place)
    if len(places) == 2:
        return places[1]
    taken = {pair.both for pair in plan.family.couples}
    after = block[places[0] + 1 : places[0] + 2]
    beside = bool(after) and frozenset((block[places[0]], after[0])) in taken
    return places[0] if beside else places[0] + 1


def _cell(key: str, figures: dict[str, Figure]) -> float:
    if key not in figures:
        return PASSING
    return max(CELL, 2 * round(max(map(width_of, figures[key].lines), default=0) / 2 + 3))


def _pull(laid: Laid, plan: Plan, places: Places, *, up: bool) -> float:
    """How far a block would like to move: to stand under its elders, or over its children."""
    wishes = []
    for union in plan.unions:
        if not union.elders:
            continue
        steps = [step for step in plan.steps if step.union == union.key]
        first = [step.end for step in steps if step.start == union.key]
        middles = [places.middle(end) for end in first]
        target = (min(middles) + max(middles)) / 2
        mine = any(end in laid.cells for end in first)
        if (up and mine) or (not up and union.key in laid.drops):
            wishes.append((places.drop(union.key) - target) * (1 if up else -1))
        wishes += [
            (places.middle(step.start) - places.middle(step.end)) * (1 if up else -1)
            for step in steps
            if step.start != union.key and (step.end if up else step.start) in laid.cells
        ]
    return sum(wishes) / len(wishes) if wishes else 0.0


def _settle(row: list[Laid], wished: Sequence[float]) -> None:
    """Puts blocks as near as can be to where they would like to be, in their order, none touching another."""
    pools: list[tuple[float, int]] = []  # mean of what is wished, how many go together
    shift, shifts = 0.0, []
    for laid, wish in zip(row, wished, strict=True):
        shifts.append(shift)
        mean, count = wish - shift, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
        shift += laid.width + APART
    means = [mean for mean, count in pools for _ in range(count)]
    for laid, mean, shifted in zip(row, means, shifts, strict=True):
        laid.x = mean + shifted
