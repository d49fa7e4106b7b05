"""What teachers saw, school by school and year by year: only what is large for everybody who looks, and no sum of what is hidden."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from intreccio.answers.school.rules.schooling import FIRST_MONTH
from intreccio.evidence.impact.rules.masking import LEAST, is_large

Whose = tuple[int | None, int | None]  # a body, a team


class Counted(NamedTuple):
    """How often something was seen at a school, in the families of one team; `outcome` is empty for the looks themselves."""

    school: Hashable
    outcome: str
    body: int | None
    team: int | None
    n: int


@dataclass(frozen=True, slots=True)
class Told:
    """Of one school in a year: how many looks came, and in how many of them each thing was seen; None where it may not be said."""

    school: Hashable
    looks: int
    seen: dict[str, int | None]


def is_over(begun: int, today: date) -> bool:
    """Whether the last week that began in a school year has ended: until then what is told of it would still grow, by one child's."""
    last = date(begun + 1, FIRST_MONTH, 1) - timedelta(days=1)
    return today >= last - timedelta(days=last.weekday()) + timedelta(weeks=1)


def told(rows: Iterable[Counted], outcomes: Iterable[str], *, least: int = LEAST) -> list[Told]:
    """Schools with looks enough. In few of them, or in all but few, is a small number too: both would tell of a child.

    Schools with too few looks are not there at all, and no total is said from which they could be worked out.
    """
    held: dict[Hashable, dict[str, Counter[Whose]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        held[row.school][row.outcome][row.body, row.team] += row.n
    codes = list(outcomes)
    return [
        Told(school, looks.total(), {code: _part(found.get(code, Counter()), looks, least) for code in codes})
        for school, found in held.items()
        if _may_be_told(looks := found.get("", Counter()), least)
    ]


def _part(seen: Counter[Whose], looks: Counter[Whose], least: int) -> int | None:
    others = Counter({whose: looks[whose] - seen[whose] for whose in looks})
    return seen.total() if _may_be_told(seen, least) and _may_be_told(others, least) else None


def _may_be_told(held: Counter[Whose], least: int) -> bool:
    """To whoever leads a body and knows its own, and to a team that knows what it was told."""
    bodies, teams = Counter[Hashable](), Counter[Hashable]()
    for (body, team), n in held.items():
        bodies[body] += n
        teams[team] += n
    return is_large(bodies, least=least) and is_large(teams, least=least)
