"""An ecomap, worked out: the home in the middle, what is around it to the left and to the right, and the lines between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from intreccio.parties.people.rules.genogram.places import width_of
from intreccio.parties.people.vocabulary import BondFlow, BondQuality

NODE_HEIGHT, BETWEEN, MARGIN, BULGE = 46, 14, 14, 44
NODE_LEAST, NODE_MOST = 110, 300
CENTRE, ROOM = 66, 112  # radius of the home; least length of a line
LETTERS = 28
ARROW, WAVE, CROSS = 11, 5, 7


@dataclass(frozen=True, slots=True)
class Around:
    """Something outside the home: what it is called, what is written under it, how the bond is."""

    words: str
    below: str
    quality: str = BondQuality.ORDINARY
    flow: str = BondFlow.BOTH


@dataclass(frozen=True, slots=True)
class Node:
    """Where it stands, and its line."""

    around: Around
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    stroke: str
    marks: str
    arrows: str

    @property
    def at(self) -> str:
        """Its corner, as a drawing reads it."""
        return f"{self.x:g} {self.y:g}"

    @property
    def wide(self) -> str:
        """Its width, likewise."""
        return f"{self.width:g}"

    @property
    def half(self) -> str:
        """The middle of its words, likewise."""
        return f"{self.width / 2:g}"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What must not be covered."""
        return (self.x, self.y, self.x + self.width, self.y + NODE_HEIGHT)


@dataclass(frozen=True, slots=True)
class Ecomap:
    """The drawing, ready for the template."""

    width: float
    height: float
    nodes: tuple[Node, ...]

    @property
    def view_box(self) -> str:
        """Of the whole, as a drawing reads it."""
        return f"0 0 {self.width:g} {self.height:g}"

    @property
    def size(self) -> tuple[str, str]:
        """Width and height, likewise."""
        return f"{self.width:g}", f"{self.height:g}"

    @property
    def middle(self) -> str:
        """Of the home, likewise."""
        return f"{self.width / 2:g} {self.height / 2:g}"


def ecomap_of(bonds: Sequence[Around]) -> Ecomap:
    """Half of them on each side, in the order given: right from the top, left from the bottom."""
    right = bonds[: (len(bonds) + 1) // 2]
    left = list(reversed(bonds[len(right) :]))
    wide = max((width_of_node(each) for each in bonds), default=NODE_LEAST)
    rows = max(len(right), 1)
    height = max(rows * (NODE_HEIGHT + BETWEEN) - BETWEEN, 2 * CENTRE) + 2 * MARGIN
    width = 2 * (MARGIN + wide + BULGE + ROOM + CENTRE)
    nodes = [
        *_side(right, width, height, wide, to_the_right=True),
        *_side(left, width, height, wide, to_the_right=False),
    ]
    return Ecomap(width, height, tuple(nodes))


def shortened(words: str) -> str:
    """What fits on one line; all of it stands in the words beside."""
    return words if len(words) <= LETTERS else f"{words[: LETTERS - 1].rstrip()}…"


def width_of_node(around: Around) -> float:
    """Wide enough for its words."""
    said = max(width_of(shortened(around.words)), width_of(shortened(around.below)))
    return min(max(NODE_LEAST, round(said) + 24), NODE_MOST)


def _side(
    bonds: Sequence[Around], width: float, height: float, wide: float, *, to_the_right: bool
) -> Iterator[Node]:
    """One above the other, along an arc that opens to the home."""
    free = height - 2 * MARGIN - len(bonds) * NODE_HEIGHT
    step = NODE_HEIGHT + (free / (len(bonds) - 1) if len(bonds) > 1 else 0)
    for number, around in enumerate(bonds):
        y = MARGIN + number * step if len(bonds) > 1 else (height - NODE_HEIGHT) / 2
        far = abs(y + NODE_HEIGHT / 2 - height / 2) / (height / 2)
        bulge = BULGE * sqrt(max(1 - far * far, 0))
        x = width - MARGIN - wide - BULGE + bulge if to_the_right else MARGIN + BULGE - bulge
        yield _node(around, x, y, wide, (width / 2, height / 2), to_the_right=to_the_right)


def _node(
    around: Around, x: float, y: float, width: float, middle: tuple[float, float], *, to_the_right: bool
) -> Node:
    end = (x if to_the_right else x + width, y + NODE_HEIGHT / 2)
    away = hypot(end[0] - middle[0], end[1] - middle[1])
    unit = ((end[0] - middle[0]) / away, (end[1] - middle[1]) / away)
    start = (middle[0] + unit[0] * (CENTRE + 3), middle[1] + unit[1] * (CENTRE + 3))
    stop = (end[0] - unit[0] * 3, end[1] - unit[1] * 3)
    lines = tuple(shortened(each) for each in (around.words, around.below) if each)
    line = Line(start, stop, unit)
    return Node(
        around,
        round(x, 1),
        round(y, 1),
        width,
        lines,
        line.path(around.quality),
        line.marks(around.quality),
        line.arrows(around.flow),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """From the home outwards."""

    start: tuple[float, float]
    stop: tuple[float, float]
    unit: tuple[float, float]

    @property
    def length(self) -> float:
        """From end to end."""
        return hypot(self.stop[0] - self.start[0], self.stop[1] - self.start[1])

    def at(self, along: float, aside: float = 0) -> tuple[float, float]:
        """A point so far along it, and so far to the side."""
        return (
            self.start[0] + self.unit[0] * along - self.unit[1] * aside,
            self.start[1] + self.unit[1] * along + self.unit[0] * aside,
        )

    def path(self, quality: str) -> str:
        """Straight; in waves where it is tense; with a gap where it is broken."""
        if quality == BondQuality.TENSE:
            return _through([self.start, *self._waves(), self.stop])
        if quality == BondQuality.BROKEN:
            middle = self.length / 2
            return _through([self.start, self.at(middle - 9)]) + _through([self.at(middle + 9), self.stop])
        return _through([self.start, self.stop])

    def _waves(self) -> list[tuple[float, float]]:
        steps = int((self.length - 4 * ARROW) / 10)
        first = (self.length - steps * 10) / 2
        return [self.at(first + 10 * each, WAVE if each % 2 else -WAVE) for each in range(steps + 1)]

    def marks(self, quality: str) -> str:
        """The two strokes at the gap of a broken bond."""
        if quality != BondQuality.BROKEN:
            return ""
        middle = self.length / 2
        return "".join(
            _through([self.at(middle + side, -CROSS), self.at(middle + side, CROSS)]) for side in (-9, 9)
        )

    def arrows(self, flow: str) -> str:
        """Towards the home where it receives, outwards where it gives."""
        ends = []
        if flow in (BondFlow.RECEIVES, BondFlow.BOTH):
            ends.append([self.start, self.at(ARROW, ARROW * 0.5), self.at(ARROW, -ARROW * 0.5)])
        if flow in (BondFlow.GIVES, BondFlow.BOTH):
            back = self.length - ARROW
            ends.append([self.stop, self.at(back, ARROW * 0.5), self.at(back, -ARROW * 0.5)])
        return "".join(f"{_through(points)}Z" for points in ends)


def _through(points: Sequence[tuple[float, float]]) -> str:
    head, *rest = (f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{head}" + "".join(f"L{each}" for each in rest)
