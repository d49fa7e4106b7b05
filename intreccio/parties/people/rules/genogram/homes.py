"""The line around who lives in one home: all of them within, nobody else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from intreccio.parties.people.rules.genogram.heights import Heights
from intreccio.parties.people.rules.genogram.order import Plan
from intreccio.parties.people.rules.genogram.places import Places

AROUND, NEARER = 9, 4
NECK, FARTHEST = 22, 100
Box = tuple[float, float, float, float]  # left, top, right, bottom
Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """One home, or a part of it that stands apart: its line, its letter, and where the letter stands."""

    home: str
    letter: str
    d: str
    x: float
    y: float
    boxes: tuple[Box, ...]

    @property
    def at(self) -> str:
        """Where the letter stands, as a drawing reads it."""
        return f"{self.x:g} {self.y:g}"


def outlines_of(plan: Plan, places: Places, heights: Heights) -> list[Outline]:
    """Every home of the family: the second a little nearer, for who lives in two."""
    found: list[Outline] = []
    for number, home in enumerate(plan.family.homes):
        runs = list(_runs(home, max(AROUND - NEARER * number, 1), plan, places, heights))
        for boxes in _touching([box for _, box in runs], _bridges(runs)):
            left, top, *_ = min(boxes, key=lambda box: (box[1], box[0]))
            x, y = left + 5, top + 13
            while any(abs(each.x - x) < 12 and abs(each.y - y) < 14 for each in found):
                x += 13
            found.append(Outline(home, letter_of(number), path_around(boxes), x, y, tuple(boxes)))
    return found


def letter_of(number: int) -> str:
    """By which a home is called on the drawing."""
    return chr(ord("A") + number)


def _runs(
    home: str, around: float, plan: Plan, places: Places, heights: Heights
) -> Iterator[tuple[int, Box]]:
    """In each row, who stand beside one another and live there."""
    lived = {figure.key: home in figure.homes for figure in plan.family.figures}
    for number, row in enumerate(plan.rows):
        run: list[str] = []
        for key in [*(key for block in row for key in block), ""]:
            if lived.get(key, False):
                run.append(key)
            elif run:
                first, last = places.block_of[run[0]], places.block_of[run[-1]]
                left = first.x + first.cells[run[0]][0]
                right = last.x + sum(last.cells[run[-1]])
                top, bottom = heights.signs[number] - 10 - around, heights.bottoms[number] + around - 2
                yield number, (left - around, top, right + around, bottom)
                run = []


def _bridges(runs: list[tuple[int, Box]]) -> list[Box]:
    """What joins two rows of one home: all of where they stand over one another, or a neck between two that are near."""
    found = []
    for above, high in runs:
        for below, low in runs:
            left, right = max(high[0], low[0]), min(high[2], low[2])
            if below != above + 1 or left - right > FARTHEST:
                continue
            if right - left < NECK:
                left, right = min(left, right) - NECK, max(left, right) + NECK
            found.append((left, high[3], right, low[1]))
    return found


def _touching(boxes: list[Box], bridges: list[Box]) -> list[list[Box]]:
    """Boxes that bridges hold together."""
    groups: list[list[Box]] = [[box] for box in boxes]
    for bridge in bridges:
        met = [group for group in groups if any(_meet(bridge, box) for box in group)]
        groups = [group for group in groups if group not in met]
        groups.append([bridge, *(box for group in met for box in group)])
    return groups


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def path_around(boxes: Iterable[Box]) -> str:
    """The line around all of them together, as a path of level and upright strokes."""
    kept = list(boxes)
    xs = sorted({edge for box in kept for edge in (box[0], box[2])})
    ys = sorted({edge for box in kept for edge in (box[1], box[3])})
    full = {
        (left, top)
        for left, right in pairwise(xs)
        for top, bottom in pairwise(ys)
        if any(box[0] <= left and right <= box[2] and box[1] <= top and bottom <= box[3] for box in kept)
    }
    edges: dict[Corner, list[Corner]] = {}
    after_x, after_y = dict(pairwise(xs)), dict(pairwise(ys))
    before_x, before_y = {b: a for a, b in pairwise(xs)}, {b: a for a, b in pairwise(ys)}
    for x, y in sorted(full):
        right, bottom = after_x[x], after_y[y]
        sides = [
            ((x, before_y.get(y)), (x, y), (right, y)),
            ((right, y), (right, y), (right, bottom)),
            ((x, bottom), (right, bottom), (x, bottom)),
            ((before_x.get(x), y), (x, bottom), (x, y)),
        ]
        for beyond, start, end in sides:
            if beyond not in full:
                edges.setdefault(start, []).append(end)
    return " ".join(_ring(edges) for _ in range(len(full)) if edges)


def _ring(edges: dict[Corner, list[Corner]]) -> str:
    start = min(edges)
    corners, here = [start], start
    while True:
        onward = edges[here]
        here = onward.pop(0)
        if not onward:
            del edges[corners[-1]]
        if here == start:
            break
        corners.append(here)
    kept = [
        corner
        for before, corner, after in zip(
            [corners[-1], *corners], corners, [*corners[1:], corners[0]], strict=False
        )
        if not (before[0] == corner[0] == after[0] or before[1] == corner[1] == after[1])
    ]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"
