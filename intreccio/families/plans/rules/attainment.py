"""How far the goals of a plan were reached together.

T. J. Kiresuk and R. E. Sherman, Goal attainment scaling, Community Mental Health Journal 4 (1968), 443-453:
T = 50 + 10·Σ(w·x) / √((1 − ρ)·Σw² + ρ·(Σw)²), with x from −2 to +2 and ρ = 0.3, the mean correlation between goals that
they assume. 50 is «as we hoped» on the whole; here each goal weighs the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

RHO = 0.3


def t_score(levels: Sequence[int], weights: Sequence[float] | None = None, *, rho: float = RHO) -> float:
    """The T-score of some goals, at least one; without weights each counts one."""
    weighs = [1.0] * len(levels) if weights is None else weights
    reached = sum(weight * level for weight, level in zip(weighs, levels, strict=True))
    spread = sqrt((1 - rho) * sum(weight**2 for weight in weighs) + rho * sum(weighs) ** 2)
    return 50 + 10 * reached / spread


@dataclass(frozen=True, slots=True)
class Looked:
    """A goal: where it began, where it is, and whether anybody has looked at it."""

    start: int
    now: int
    is_looked_at: bool


@dataclass(frozen=True, slots=True)
class Attained:
    """The same goals at the beginning and now, how many of them, and how many nobody has looked at yet."""

    start: float
    now: float
    counted: int
    left_out: int


def attained(goals: Iterable[Looked]) -> Attained | None:
    """Over the goals that somebody has looked at; None where there is none: of those nothing is claimed."""
    every = list(goals)
    looked = [goal for goal in every if goal.is_looked_at]
    if not looked:
        return None
    start, now = t_score([goal.start for goal in looked]), t_score([goal.now for goal in looked])
    return Attained(start, now, len(looked), len(every) - len(looked))
