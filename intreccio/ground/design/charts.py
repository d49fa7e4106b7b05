"""Where the marks of a drawing stand, as pure functions of values: templates draw them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

WIDE, LEFT, RIGHT = 540, 60, 510
TOP, BOTTOM = 40, 290
ROW = 54  # of an interval, with its label above it


@dataclass(frozen=True, slots=True)
class Mark:
    """A point, its label below, and its number where it is told beside it."""

    x: int
    y: int
    label: str
    value: float
    told: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, on a scale that begins at zero."""

    marks: list[Mark]
    path: str
    ticks: list[tuple[int, float]]
    limit: int | None

    @property
    def words_of_limit(self) -> int:
        """How far from its line the limit's name stands: below it where the last number is just above."""
        crowded = self.limit is not None and self.limit - 30 < self.marks[-1].y <= self.limit
        return 20 if crowded else -8


@dataclass(frozen=True, slots=True)
class Span:
    """A mean and its interval on a scale that shows zero; without an interval, only the point."""

    label: str
    y: int
    x: int
    low: int | None
    high: int | None
    mean: float


@dataclass(frozen=True, slots=True)
class Spans:
    """Several, one below the other."""

    rows: list[Span]
    zero: int
    height: int
    ticks: list[tuple[int, float]]


def step_of(most: float, steps: int = 5) -> float:
    """A round distance between lines, so that about so many reach `most`."""
    if most < 1e-6:  # nothing, as far as eyes go
        return 1.0
    rough = most / steps
    unit = 10.0 ** floor(log10(rough))
    return float(next(each * unit for each in (1, 2, 5, 10) if each * unit >= rough - 1e-9))


def line_of(points: Sequence[tuple[str, float]], limit: float | None = None) -> Line:
    """Points in order, from left to right. First, last and highest carry their number."""
    most = max([value for _, value in points] + [limit or 0])
    step = step_of(most)
    top = max(ceil(most / step), 1) * step
    between = (RIGHT - LEFT) / max(len(points) - 1, 1)
    highest = max(range(len(points)), key=lambda place: points[place][1], default=0)
    marks = [
        Mark(
            round(LEFT + place * between),
            _height(value, top),
            label,
            value,
            told=place in {0, highest, len(points) - 1},
        )
        for place, (label, value) in enumerate(points)
    ]
    path = "M" + "L".join(f"{mark.x} {mark.y}" for mark in marks)
    ticks = [(_height(place * step, top), place * step) for place in range(round(top / step) + 1)]
    return Line(marks, path, ticks, None if limit is None else _height(limit, top))


def _height(value: float, top: float) -> int:
    return round(BOTTOM - (BOTTOM - TOP) * value / top)


def spans_of(rows: Sequence[tuple[str, float, float | None, float | None]]) -> Spans:
    """Label, mean, low, high of each; the scale holds all of them, and zero."""
    numbers = [number for _, *three in rows for number in three if number is not None]
    step = step_of(max([*numbers, 0.0]) - min([*numbers, 0.0]))
    least = floor(min([*numbers, 0.0]) / step) * step
    most = max(ceil(max([*numbers, 0.0]) / step) * step, least + step)

    def across(number: float) -> int:
        return round(LEFT - 40 + (RIGHT - LEFT + 50) * (number - least) / (most - least))

    spans = [
        Span(
            label,
            place * ROW + 40,
            across(mean),
            None if low is None else across(low),
            None if high is None else across(high),
            mean,
        )
        for place, (label, mean, low, high) in enumerate(rows)
    ]
    ticks = [
        (across(least + place * step), least + place * step)
        for place in range(round((most - least) / step) + 1)
    ]
    return Spans(spans, across(0), len(rows) * ROW + 40, ticks)


@dataclass(frozen=True, slots=True)
class Stair:
    """A line that stays on a level until the day on which it is found on another one."""

    path: str
    marks: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Stairs:
    """Some lines on one line of days, with the levels they stand on."""

    stairs: list[Stair]
    ticks: list[tuple[int, int]]
    first: date
    last: date


def stairs_of(series: Sequence[Sequence[tuple[date, int]]], *, low: int, high: int, last: date) -> Stairs:
    """Days and levels of each, in order; those that stand on the same level are drawn a hair apart."""
    days = [day for points in series for day, _ in points]
    first, end = min(days, default=last), max([*days, last])

    def across(day: date) -> int:
        return LEFT + round((RIGHT - LEFT) * (day - first).days / max((end - first).days, 1))

    def down(level: int, place: int = 0) -> int:
        return round(BOTTOM - (BOTTOM - TOP) * (level - low) / (high - low)) + place * 4

    stairs = []
    for place, points in enumerate(series):
        marks = [(across(day), down(level, place)) for day, level in points]
        path = "".join(f"H{x}V{y}" if at else f"M{x} {y}" for at, (x, y) in enumerate(marks))
        stairs.append(Stair(f"{path}H{across(end)}" if path else "", marks))
    return Stairs(stairs, [(down(level), level) for level in range(low, high + 1)], first, end)


def warmth(value: int | None, low: int) -> str:
    """The class of a cell out of ten: below `low` it stands out, and carries a sign too."""
    if value is None:
        return ""
    return "q1" if value < low else "q2" if value == low else "q3" if value < 9 else "q4"
