"""Who stands beside whom: couples side by side, children in the order of their birth, as few crossings as can be found.

A first order by age is mended by trying every place for every block, until nothing gets better. Small and always the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from intreccio.parties.people.rules.genogram.family import Family, Figure, Manner, Shape, Union, joined

Block = list[str]  # who stands side by side; or one key that begins with «~», a line on its way down
Rows = list[list[Block]]

CROSSING, LATE, APART, HOME, SIDE = 12, 6, 2, 1, 0.5
MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a line of descent, from one row to the next."""

    union: str
    start: str  # the union itself, or a passing line
    end: str  # a child, or a passing line
    manner: Manner


@dataclass(slots=True)
class Plan:
    """A family in rows of blocks, and the lines between one row and the next."""

    family: Family
    unions: list[Union]
    row_of: dict[str, int]
    rows: Rows = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def planned(family: Family, unions: list[Union], row_of: dict[str, int]) -> Plan:
    """The best order found."""
    plan = Plan(family, unions, dict(row_of))
    plan.steps = list(_steps(plan))
    plan.rows = _first_rows(plan)
    _mend(plan)
    return plan


def _steps(plan: Plan) -> Iterator[Step]:
    """Each line row by row: one that passes a row leaves a place there."""
    for union in plan.unions:
        for child, manner in union.children:
            last, before = plan.row_of[child], union.key
            top = plan.row_of[union.elders[0]] if union.elders else last - 1
            for row in range(top + 1, last):
                passing = f"~{union.key}/{child}/{manner}/{row}"
                plan.row_of[passing] = row
                yield Step(union.key, before, passing, manner)
                before = passing
            yield Step(union.key, before, child, manner)


def _first_rows(plan: Plan) -> Rows:
    """Blocks row by row, by age; a passing line where its child's elders stand."""
    ties = [pair.both for pair in plan.family.couples] + [
        frozenset(union.elders) for union in plan.unions if len(union.elders) == 2
    ]
    level = [tie for tie in ties if len({plan.row_of[key] for key in tie}) == 1]
    groups = joined([*level, *(frozenset((key,)) for key in plan.row_of)])
    ages = {figure.key: figure.age_rank for figure in plan.family.figures}
    rows: Rows = [[] for _ in range(max(plan.row_of.values(), default=-1) + 1)]
    for group in sorted(groups, key=lambda group: min(_rank(key, ages) for key in group)):
        rows[plan.row_of[min(group)]].append(side_by_side(group, level, plan.family))
    return rows


def _rank(key: str, ages: Mapping[str, tuple[bool, object, str]]) -> tuple[bool, str, str]:
    unknown, birth, name = ages.get(key, (True, "9999", key))
    return unknown, str(birth), name


def side_by_side(group: set[str], ties: list[frozenset[str]], family: Family) -> Block:
    """Couples in a line: who has had several partners in the middle, the last of them on the right."""
    figures = {figure.key: figure for figure in family.figures if figure.key in group}
    if not figures:
        return sorted(group)
    partners: dict[str, list[str]] = {key: [] for key in figures}
    for tie in dict.fromkeys(ties):
        if tie <= set(figures) and len(tie) == 2:
            one, other = sorted(tie)
            partners[one].append(other)
            partners[other].append(one)
    middle = min(figures.values(), key=lambda each: (-len(partners[each.key]), _side(each), each.age_rank))
    seen = {middle.key}
    *earlier, last = partners[middle.key] or [""]
    left = [key for each in earlier for key in reversed(_away(each, partners, seen))]
    right = _away(last, partners, seen) if last else []
    return [*left, middle.key, *right]


def _side(figure: Figure) -> int:
    return 0 if figure.shape is Shape.SQUARE else 1


def _away(key: str, partners: dict[str, list[str]], seen: set[str]) -> list[str]:
    """Somebody, and further out their other partners."""
    if key in seen:
        return []
    seen.add(key)
    return [key, *(far for other in partners[key] for far in _away(other, partners, seen))]


def _mend(plan: Plan) -> None:
    best = cost(plan)
    for _round in range(MOST_ROUNDS):
        before = best
        for row in plan.rows:
            for block in list(row):
                best = _best_place(plan, row, block, best)
        if best == before:
            return


def _best_place(plan: Plan, row: list[Block], block: Block, best: float) -> float:
    """Tries a block everywhere in its row, both ways round, and leaves it where it costs least."""
    place, turned = row.index(block), block[::-1]
    kept = (place, block)
    row.pop(place)
    for where in range(len(row) + 1):
        for way in (block, turned) if len(block) > 1 else (block,):
            row.insert(where, way)
            price = cost(plan)
            if price < best:
                best, kept = price, (where, way)
            row.pop(where)
    row.insert(*kept)
    return best


def cost(plan: Plan) -> float:
    """What is unpleasant about an order, in sum."""
    place = {key: number for row in plan.rows for number, key in enumerate(_flat(row))}
    starts = {union.key: start_of(union, place) for union in plan.unions}
    lines = [
        (
            plan.row_of[step.end],
            step.union,
            place.get(step.start, starts.get(step.start, 0.0)),
            place[step.end],
        )
        for step in plan.steps
    ]
    rooted = [line for line in lines if not line[1].startswith("=")]
    crossings = sum(_cross(one, other) for one, other in combinations(rooted, 2))
    return CROSSING * crossings + _disorder(plan, place)


def _cross(one: tuple[int, str, float, int], other: tuple[int, str, float, int]) -> bool:
    return one[0] == other[0] and one[1] != other[1] and (one[2] - other[2]) * (one[3] - other[3]) < 0


def start_of(union: Union, place: dict[str, int]) -> float:
    """Between which two of its row a line goes down: beside the outer of two elders, on the inner side."""
    if not union.elders:
        return 0.0
    left, right = min(place[key] for key in union.elders), max(place[key] for key in union.elders)
    return left + 0.5 if left == right else right - 0.5


def _disorder(plan: Plan, place: dict[str, int]) -> float:
    figures = {figure.key: figure for figure in plan.family.figures}
    born_to = {child for union in plan.unions for child, _ in union.children}
    married_in = {key for pair in plan.family.couples if pair.both <= born_to for key in pair.both}
    price = 0.0
    for union in plan.unions:
        here = [child for child, _ in union.children]
        for one, other in combinations(sorted(here, key=lambda key: figures[key].age_rank), 2):
            if plan.row_of[one] == plan.row_of[other] and place[one] > place[other]:
                price += SIDE if {one, other} & married_in else LATE
        places = [place[child] for child in here]
        price += APART * (max(places) - min(places) + 1 - len(places))
    for pair in plan.family.couples:
        his, hers = figures[pair.one], figures[pair.other]
        if his.shape is not hers.shape:
            man, woman = (his, hers) if _side(his) == 0 else (hers, his)
            price += SIDE * (_side(man) == 0 and place[man.key] > place[woman.key])
    return price + HOME * _broken_homes(plan, figures)


def _broken_homes(plan: Plan, figures: dict[str, Figure]) -> int:
    """How often somebody stands between people of one home."""
    broken = 0
    for row in plan.rows:
        lived = [figures[key].homes if key in figures else () for key in _flat(row)]
        for home in plan.family.homes:
            broken += max(
                sum(
                    1
                    for here, after in zip([(), *lived], lived, strict=False)
                    if home in after and home not in here
                )
                - 1,
                0,
            )
    return broken


def _flat(row: list[Block]) -> list[str]:
    return [key for block in row for key in block]
