"""Lines from elders to children: down from the couple, along a bar, and to each child in its own manner."""

from collections.abc import Iterator
from dataclasses import dataclass

from intreccio.parties.people.rules.genogram.family import Manner, Pair, Union, twins_of
from intreccio.parties.people.rules.genogram.heights import Heights, arc_of, beside
from intreccio.parties.people.rules.genogram.order import Plan, Step
from intreccio.parties.people.rules.genogram.places import SIGN, Places

DASHES = {Manner.SOLID: "", Manner.DASHED: "7 4", Manner.DOTTED: "1.5 4"}
ENTRY = 9  # between two lines that come to one person


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: its path and its dashes."""

    d: str
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Fall:
    """From the bar to one child, or to the next row: where it leaves, where it comes to."""

    end: str
    leaves: float
    comes: float
    dashes: str


def descents(plan: Plan, places: Places, heights: Heights) -> Iterator[Stroke]:
    """Of every union."""
    for union in plan.unions:
        if union.elders:
            yield _stem(union, plan, places, heights)
        for row in sorted({row for key, row in heights.bars if key == union.key}):
            yield from _row(union, row, plan, places, heights)


def _stem(union: Union, plan: Plan, places: Places, heights: Heights) -> Stroke:
    """From the line of a couple, or from the side of a lone elder."""
    row = plan.row_of[union.elders[0]]
    x, end = places.drop(union.key), heights.bar(union.key, row + 1)
    manners = {manner for _, manner in union.children}
    dashes = DASHES[manners.pop()] if len(manners) == 1 else ""
    if len(union.elders) == 2:
        pair = Pair(*union.elders)
        start = heights.signs[row] + SIGN / 2 if beside(plan, pair) else arc_of(pair, plan, heights)
        return Stroke(f"M{x:g} {start:g}V{end:g}", dashes)
    middle, level = places.middle(union.elders[0]), heights.signs[row] + SIGN / 2 + 8
    side = middle + SIGN / 2 if x > middle else middle - SIGN / 2
    return Stroke(f"M{side:g} {level:g}H{x:g}V{end:g}", dashes)


def _row(union: Union, row: int, plan: Plan, places: Places, heights: Heights) -> Iterator[Stroke]:
    """The bar above one row, for each manner as far as it is needed, and what hangs from it."""
    steps = [each for each in plan.steps if each.union == union.key and plan.row_of[each.end] == row]
    twins = twins_of(plan.family, union)
    falls = [_fall(step, plan, places, twins) for step in steps]
    begins = [places.middle(step.start) for step in steps if step.start != union.key]
    if union.elders and len(begins) < len(steps):
        begins.append(places.drop(union.key))
    bar = heights.bar(union.key, row)
    for dashes in dict.fromkeys(fall.dashes for fall in falls):
        reach = [*begins, *(fall.leaves for fall in falls if fall.dashes == dashes)]
        if min(reach) < max(reach):
            yield Stroke(f"M{min(reach):g} {bar:g}H{max(reach):g}", dashes)
    for fall in falls:
        yield Stroke(_path(fall, union, row, heights), fall.dashes)
    for group, identical in twins:
        if identical and plan.row_of[group[0]] == row:
            yield _joined([fall for fall in falls if fall.end in group], row, heights)


def _fall(step: Step, plan: Plan, places: Places, twins: list[tuple[list[str], bool]]) -> Fall:
    middle = places.middle(step.end)
    lines = [each for each in plan.steps if each.end == step.end]
    comes = middle + (lines.index(step) - (len(lines) - 1) / 2) * ENTRY
    group = next((group for group, _ in twins if step.end in group), [])
    middles = [places.middle(key) for key in group]
    leaves = (min(middles) + max(middles)) / 2 if group else comes
    return Fall(step.end, leaves, comes, DASHES[step.manner])


def _path(fall: Fall, union: Union, row: int, heights: Heights) -> str:
    bar = heights.bar(union.key, row)
    if fall.end.startswith("~"):
        return f"M{fall.comes:g} {bar:g}V{heights.bar(union.key, row + 1):g}"
    if fall.leaves == fall.comes:
        return f"M{fall.comes:g} {bar:g}V{heights.signs[row]:g}"
    return f"M{fall.leaves:g} {bar:g}V{heights.fall(row):g}L{fall.comes:g} {heights.signs[row]:g}"


def _joined(falls: list[Fall], row: int, heights: Heights) -> Stroke:
    """The bar between identical twins, half way down."""
    top, low = heights.fall(row), heights.signs[row]
    xs = [(fall.leaves + fall.comes) / 2 for fall in falls]
    return Stroke(f"M{min(xs):g} {(top + low) / 2:g}H{max(xs):g}")
