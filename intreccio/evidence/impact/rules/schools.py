"""What teachers saw, school by school and year by year: only what is large for everybody who looks, and no sum of what is hidden."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from intreccio.evidence.impact.rules.masking import LEAST, is_large


class Counted(NamedTuple):
    """How often something was seen at a school, in the families of one body; `outcome` is empty for the looks themselves."""

    school: Hashable
    outcome: str
    body: int | None
    n: int


@dataclass(frozen=True, slots=True)
class Told:
    """Of one school in a year: how many looks came, and in how many of them each thing was seen; None where it may not be said."""

    school: Hashable
    looks: int
    seen: dict[str, int | None]


def told(rows: Iterable[Counted], outcomes: Iterable[str], *, least: int = LEAST) -> list[Told]:
    """Schools with looks enough. In few of them, or in all but few, is a small number too: both would tell of a child.

    Schools with too few looks are not there at all, and no total is said from which they could be worked out.
    """
    held: dict[Hashable, dict[str, Counter[Hashable]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        held[row.school][row.outcome][row.body] += row.n
    codes = list(outcomes)
    return [
        Told(school, looks.total(), {code: _part(found.get(code, Counter()), looks, least) for code in codes})
        for school, found in held.items()
        if is_large(looks := found.get("", Counter()), least=least)
    ]


def _part(seen: Counter[Hashable], looks: Counter[Hashable], least: int) -> int | None:
    others = Counter({body: looks[body] - seen[body] for body in looks})
    return seen.total() if is_large(seen, least=least) and is_large(others, least=least) else None
