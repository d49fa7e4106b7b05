"""A yes that was taken back while the version counts, and not said again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Voided:
    """A yes of the family that was annulled: whose, on which day, and why."""

    who: str
    day: date
    reason: str


def taken_back(rows: Iterable[Voided], standing: Collection[str], *, since: date | None) -> list[Voided]:
    """rows: in the order of their days; standing: who says yes now; since: the day from which the version counts."""
    if since is None:
        return []
    return list({row.who: row for row in rows if row.day >= since and row.who not in standing}.values())
