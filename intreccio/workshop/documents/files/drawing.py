"""What somebody draws with a finger: strokes as the page sends them, and the picture they make.

Strokes and not a picture are sent, so that a form with something missing comes back with the drawing still there.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageDraw

from intreccio.ground.kernel.refused import Words

WIDE = 1000
FINER = 2  # drawn twice as large, and made smaller: edges stay smooth
MOST_POINTS = 60_000
WIDTHS = range(1, 41)


@dataclass(frozen=True, slots=True)
class Pen:
    """A colour with its name."""

    colour: str
    name: Words


PENS = {
    "ink": Pen("#17324d", _("nero")),
    "blue": Pen("#0059b3", _("blu")),
    "red": Pen("#b3243a", _("rosso")),
    "clay": Pen("#cc7449", _("arancione")),
    "amber": Pen("#e0b100", _("giallo")),
    "sage": Pen("#1f8a55", _("verde")),
    "brown": Pen("#6b4423", _("marrone")),
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """One touch: its pen, how wide it is, and the points it goes through, on a pad 1000 wide."""

    pen: str
    width: int
    points: list[tuple[int, int]]


class TooLong(ValueError):
    """More points than are kept. The pad stops before."""


def strokes_of(text: str, height: int) -> list[Stroke]:
    """Reads what the page sent for a pad of this height. Raises TooLong, or ValueError for anything else."""
    rows = json.loads(text)
    if not isinstance(rows, list):
        raise ValueError("not a list")
    strokes = [_stroke(row, height) for row in rows]
    if sum(len(stroke.points) for stroke in strokes) > MOST_POINTS:
        raise TooLong
    return strokes


def _stroke(row: Any, height: int) -> Stroke:
    match row:
        case [str(pen), int(width), list(flat)] if pen in PENS and width in WIDTHS and flat:
            return Stroke(pen, width, _points(flat, height))
    raise ValueError("not a stroke")


def _points(flat: list[Any], height: int) -> list[tuple[int, int]]:
    if len(flat) % 2 or not all(type(each) is int for each in flat):
        raise ValueError("not points")
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    if not all(0 <= x <= WIDE and 0 <= y <= height for x, y in pairs):
        raise ValueError("outside the pad")
    return pairs


def picture_of(strokes: Sequence[Stroke], height: int) -> bytes:
    """The drawing as a PNG on white, 1000 points wide."""
    picture = Image.new("RGB", (WIDE * FINER, height * FINER), "white")
    hand = ImageDraw.Draw(picture)
    for stroke in strokes:
        _draw(hand, stroke)
    kept = BytesIO()
    picture.resize((WIDE, height), Image.Resampling.LANCZOS).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _draw(hand: ImageDraw.ImageDraw, stroke: Stroke) -> None:
    """A line with round ends and corners; a touch without a way is a dot."""
    colour, wide = PENS[stroke.pen].colour, stroke.width * FINER
    points = [(x * FINER, y * FINER) for x, y in stroke.points]
    if len(points) > 1:
        hand.line(points, fill=colour, width=wide, joint="curve")
    for x, y in (points[0], points[-1]):
        hand.ellipse([x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2], fill=colour)
