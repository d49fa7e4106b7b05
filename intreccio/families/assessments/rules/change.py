"""Numbers of several voices laid side by side. Voices are never averaged for a page: a mean is for counting over many
families, and says nothing true about one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Scores = Mapping[str, float]
APART = Fraction(1, 4)  # of a scale's range: one whole step of five


def mean_scores(voices: Iterable[Scores]) -> dict[str, float]:
    """Scale → mean over the voices that have a number there: facts need one number."""
    many = list(voices)
    scales = {scale for scores in many for scale in scores}
    return {scale: _mean([scores[scale] for scores in many if scale in scores]) for scale in sorted(scales)}


def _mean(numbers: list[float]) -> float:
    return round(float(sum(map(Fraction, map(str, numbers)), Fraction()) / len(numbers)), 2)


def change_between(before: Scores, now: Scores) -> dict[str, float]:
    """Scale → how much it moved, where there is a number at both moments."""
    return {scale: round(now[scale] - before[scale], 2) for scale in sorted({*before} & {*now})}


@dataclass(frozen=True, slots=True)
class Apart:
    """Two voices that see an axis differently: who sees less, who sees more."""

    lower: str
    higher: str


def far_apart(numbers: Mapping[str, float], *, low: float, high: float) -> Apart | None:
    """The two voices farthest apart on one scale, where that is a step or more; numbers by voice."""
    if not numbers:
        return None
    lower, higher = min(numbers, key=lambda who: numbers[who]), max(numbers, key=lambda who: numbers[who])
    gap = Fraction(str(numbers[higher])) - Fraction(str(numbers[lower]))
    return Apart(lower, higher) if gap >= APART * Fraction(str(high - low)) else None
