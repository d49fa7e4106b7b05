"""A genogram, worked out: who stands in which row, in which order, where, and with which lines."""

from intreccio.parties.people.rules.genogram.family import Descent, Family, Figure, Pair, Shape
from intreccio.parties.people.rules.genogram.lines import Drawing, drawing_of

__all__ = ["Descent", "Drawing", "Family", "Figure", "Pair", "Shape", "drawing_of"]
