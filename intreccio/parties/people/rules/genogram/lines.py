"""The drawing itself: signs with their words, lines of couples and of descent, homes."""

from collections.abc import Iterator
from dataclasses import dataclass

from intreccio.parties.people.rules.genogram.descent import DASHES, Stroke, descents
from intreccio.parties.people.rules.genogram.family import Family, Figure, Manner, Pair, unions_of
from intreccio.parties.people.rules.genogram.heights import (
    LINE,
    MARGIN,
    Heights,
    arc_of,
    beside,
    heights_of,
    level,
)
from intreccio.parties.people.rules.genogram.homes import Box, Outline, outlines_of
from intreccio.parties.people.rules.genogram.order import Plan, planned
from intreccio.parties.people.rules.genogram.places import SIGN, Places, placed, width_of, width_of_years
from intreccio.parties.people.rules.genogram.rows import rows_of


@dataclass(frozen=True, slots=True)
class Text:
    """A line of words, its middle, and whether it is a name."""

    words: str
    x: float
    y: float
    strong: bool = False

    @property
    def at(self) -> str:
        """Where it stands, as a drawing reads it."""
        return f"{self.x:g} {self.y:g}"


@dataclass(frozen=True, slots=True)
class Sign:
    """A person on the page: the left and top of the sign, and the words under it."""

    figure: Figure
    x: float
    y: float
    texts: tuple[Text, ...]

    @property
    def at(self) -> str:
        """The corner of the sign, as a drawing reads it."""
        return f"{self.x:g} {self.y:g}"

    @property
    def tall(self) -> str:
        """How high sign and words are together, likewise."""
        return f"{SIGN + 10 + LINE * len(self.texts)}"

    @property
    def middle(self) -> float:
        """Of the sign, from the left."""
        return self.x + SIGN / 2

    @property
    def boxes(self) -> list[Box]:
        """What must not be covered: the sign and each line of words."""
        return [(self.x, self.y, self.x + SIGN, self.y + SIGN)] + [
            (text.x - width_of(text.words) / 2, text.y - 12, text.x + width_of(text.words) / 2, text.y + 3)
            for text in self.texts
        ]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A genogram, ready for the template."""

    width: float
    height: float
    signs: tuple[Sign, ...]
    strokes: tuple[Stroke, ...]
    outlines: tuple[Outline, ...]
    years: tuple[Text, ...]

    @property
    def view_box(self) -> str:
        """Of the whole, as a drawing reads it."""
        return f"0 0 {self.width:g} {self.height:g}"

    @property
    def size(self) -> tuple[str, str]:
        """Width and height, likewise."""
        return f"{self.width:g}", f"{self.height:g}"


def drawing_of(family: Family) -> Drawing:
    """The same family gives the same drawing."""
    rows = rows_of(family)
    plan = planned(family, unions_of(family, rows), rows)
    places = placed(plan)
    for laid in {id(each): each for each in places.block_of.values()}.values():
        laid.x += MARGIN
    heights = heights_of(plan, places)
    couples = _pairs(plan)
    strokes = [stroke for pair in couples for stroke in _couple(pair, plan, places, heights)]
    strokes += descents(plan, places, heights)
    return Drawing(
        width=max((laid.x + laid.width for laid in places.block_of.values()), default=0) + MARGIN,
        height=max(heights.bottoms, default=0) + MARGIN,
        signs=tuple(_sign(figure, plan, places, heights) for figure in family.figures),
        strokes=tuple(strokes),
        outlines=tuple(outlines_of(plan, places, heights)),
        years=tuple(_years(couples, plan, places, heights)),
    )


def _sign(figure: Figure, plan: Plan, places: Places, heights: Heights) -> Sign:
    middle, top = places.middle(figure.key), heights.signs[plan.row_of[figure.key]]
    texts = (
        Text(words, middle, top + SIGN + 2 + LINE * (number + 1), number < len(figure.lines) - 1)
        for number, words in enumerate(figure.lines)
    )
    return Sign(figure, middle - SIGN / 2, top, tuple(texts))


def _pairs(plan: Plan) -> list[Pair]:
    """Couples, and parents together of whom nothing else is said."""
    said = {pair.both for pair in plan.family.couples}
    unsaid = [
        Pair(*union.elders, manner=Manner.DOTTED)
        for union in plan.unions
        if len(union.elders) == 2 and frozenset(union.elders) not in said
    ]
    return [pair for pair in (*plan.family.couples, *unsaid) if level(plan, pair)]


def _ends(pair: Pair, places: Places) -> tuple[float, float]:
    left, right = sorted((places.middle(pair.one), places.middle(pair.other)))
    return left, right


def _couple(pair: Pair, plan: Plan, places: Places, heights: Heights) -> Iterator[Stroke]:
    left, right = _ends(pair, places)
    top = heights.signs[plan.row_of[pair.one]]
    if beside(plan, pair):
        level_at, start, end = top + SIGN / 2, left + SIGN / 2, right - SIGN / 2
        yield Stroke(f"M{start:g} {level_at:g}H{end:g}", DASHES[pair.manner])
        middle = start + (end - start) / 4
    else:
        level_at = arc_of(pair, plan, heights)
        yield Stroke(f"M{left + 10:g} {top:g}V{level_at:g}H{right - 10:g}V{top:g}", DASHES[pair.manner])
        middle = left + 26
    for cut in range(pair.cuts):
        yield Stroke(f"M{middle + cut * 6 - 4:g} {level_at + 8:g}l8 -16")


def _years(couples: list[Pair], plan: Plan, places: Places, heights: Heights) -> Iterator[Text]:
    """Above the line of a couple, where there is room."""
    for pair in couples:
        if not (pair.years and beside(plan, pair)):
            continue
        left, right = _ends(pair, places)
        middle = _between(pair, places)
        if min(middle - left, right - middle) * 2 - SIGN > width_of_years(pair.years) + 4:
            top = heights.signs[plan.row_of[pair.one]]
            yield Text(pair.years, middle, top + SIGN / 2 - 13)


def _between(pair: Pair, places: Places) -> float:
    """Where nothing stands; between two of different blocks, half way."""
    block = places.block_of[pair.one]
    if block is places.block_of[pair.other]:
        return block.between(pair.one, pair.other)
    return sum(_ends(pair, places)) / 2
