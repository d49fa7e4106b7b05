"""Whether a change is larger than what an instrument moves by itself.

N. S. Jacobson and P. Truax, Clinical significance, Journal of Consulting and Clinical Psychology 59 (1991), 12-19:
RC = (x2 − x1) / S_diff, S_diff = √(2·S_E²), S_E = s·√(1 − r). Beyond ±1.96 a change is hardly measurement error (p < .05).
Where nobody has published s and r of a scale for whoever answers, nothing is claimed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from intreccio.workshop.instruments.rules.definition import Definition

BEYOND = 1.96


@dataclass(frozen=True, slots=True)
class Reliability:
    """What was published of a scale: retest reliability, standard deviation, and where."""

    r: float
    sd: float
    source: str

    @property
    def error_of_difference(self) -> float:
        """S_diff: how far apart two measures of the same thing lie."""
        return sqrt(2 * (self.sd * sqrt(1 - self.r)) ** 2)

    @property
    def least(self) -> float:
        """The smallest difference of which anything can be said."""
        return BEYOND * self.error_of_difference


def reliable_change(before: float, now: float, known: Reliability) -> float:
    """The reliable change index RC; its sign is that of the change."""
    return (now - before) / known.error_of_difference


def is_reliable(before: float, now: float, known: Reliability) -> bool:
    """Beyond what the instrument moves by itself, 95 times in a hundred."""
    return abs(reliable_change(before, now, known)) > BEYOND


def reliability_of(
    definition: Definition, scale: str, *, voice: str, months: int | None
) -> Reliability | None:
    """What is known of a scale for whoever answers, about somebody of that age; None where nothing was published."""
    for known in definition.get("reliability", []):
        if known["scale"] == scale and _is_for(known, voice, months):
            return Reliability(known["r"], known["sd"], known["source"])
    return None


def _is_for(known: Mapping[str, Any], voice: str, months: int | None) -> bool:
    if voice not in known.get("voices", [voice]):
        return False
    if (band := known.get("months")) is None:
        return True
    return months is not None and band[0] <= months < band[1]
