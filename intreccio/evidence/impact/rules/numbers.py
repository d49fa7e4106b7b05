"""Means, middles and intervals of what was measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

# Two-sided 95 %: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975. Between two rows the one before
# holds, which is wider. `tests/test_numbers.py` works them out anew from the density.
T_975: tuple[tuple[int, float], ...] = (
    (1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (6, 2.447), (7, 2.365), (8, 2.306), (9, 2.262),
    (10, 2.228), (11, 2.201), (12, 2.179), (13, 2.160), (14, 2.145), (15, 2.131), (16, 2.120), (17, 2.110), (18, 2.101),
    (19, 2.093), (20, 2.086), (21, 2.080), (22, 2.074), (23, 2.069), (24, 2.064), (25, 2.060), (26, 2.056), (27, 2.052),
    (28, 2.048), (29, 2.045), (30, 2.042), (40, 2.021), (60, 2.000), (100, 1.984),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean, and between what and what it lies; no interval of fewer than two."""

    n: int
    mean: float
    low: float | None
    high: float | None

    @property
    def moved(self) -> bool:
        """True where the interval leaves no change out."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def t_975(degrees: int) -> float:
    """The quantile of Student's t for a two-sided interval of 95 %."""
    return [quantile for row, quantile in T_975 if row <= degrees][-1]


def mean_of(n: int, total: float, squares: float) -> Mean:
    """From how many, their sum and the sum of their squares."""
    mean = total / n
    if n < 2:
        return Mean(n, mean, None, None)
    variance = max(squares - n * mean * mean, 0.0) / (n - 1)
    reach = t_975(n - 1) * sqrt(variance / n)
    return Mean(n, mean, mean - reach, mean + reach)


def median_of(days: Mapping[int, int]) -> float | None:
    """The middle of numbers told as how often each was; half of an even number is between two. None of nothing."""
    n = sum(days.values())
    if not n:
        return None
    lower, upper = _at(days, (n - 1) // 2), _at(days, n // 2)
    return (lower + upper) / 2


def _at(days: Mapping[int, int], place: int) -> int:
    passed = 0
    for value in sorted(days):
        passed += days[value]
        if passed > place:
            return value
    raise IndexError(place)


def within(days: Mapping[int, int], limit: int) -> int:
    """How many took so many days or fewer."""
    return sum(count for value, count in days.items() if value <= limit)


def out_of_ten(part: int, whole: int) -> int:
    """«7 su 10». None and all are said only of none and all."""
    tens = round(10 * part / whole)
    if 0 < part < whole:
        return min(max(tens, 1), 9)
    return tens
