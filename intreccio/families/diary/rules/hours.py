"""Minutes as they add up: who, for whom, on which line, for which body, in which week; beside what was agreed. Pure, on values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from intreccio.families.diary.rules.periods import WEEK, Period, digits, iso_week, spoken


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something by key, as it is called; empty where it is nobody's, or out of sight."""

    key: UUID | None = None
    name: str = ""
    code: str = ""  # of a family: the one people read


@dataclass(frozen=True, slots=True)
class Worked:
    """What stands in the ledger of somebody on a day, for one family, on one line."""

    day: date
    worker: Named
    employer: Named
    line: Named
    case: Named
    direct: int
    indirect: int
    household: UUID | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """Hours a week agreed with somebody on a line; `until` is the first day without them."""

    worker: Named
    employer: Named
    line: Named
    hours: Decimal
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """Minutes of one of them; `agreed` in the same days, None where nothing was agreed."""

    named: Named
    direct: int = 0
    indirect: int = 0
    agreed: int | None = None

    @property
    def all(self) -> int:
        """With them and without."""
        return self.direct + self.indirect

    @property
    def said(self) -> tuple[str, str, str]:
        """With them, without, in all, as they stand in a column: «3:20»."""
        return digits(self.direct), digits(self.indirect), digits(self.all)

    @property
    def agreed_said(self) -> str:
        """«12:00»; empty where nothing was agreed."""
        return "" if self.agreed is None else digits(self.agreed)

    @property
    def spoken(self) -> tuple[str, str]:
        """In all, and with them, as a sentence says it: «3 h 20»."""
        return spoken(self.all), spoken(self.direct)

    @property
    def in_hours(self) -> float:
        """For a drawing: hours with one decimal."""
        return round(self.all / 60, 1)


def agreed_in(period: Period, one: Promised) -> int:
    """Minutes agreed in these days, a seventh of a week's each: rounded here, so that they add up however they are put together."""
    minutes = one.hours * 60 * period.shares(one.since, one.until) / WEEK
    return int(minutes.quantize(Decimal(1), ROUND_HALF_UP))


def agreed_by(
    period: Period, promised: Iterable[Promised], of: Callable[[Promised], Named]
) -> dict[Named, int]:
    """The same, by whatever `of` says."""
    found: dict[Named, int] = {}
    for one in promised:
        found[of(one)] = found.get(of(one), 0) + agreed_in(period, one)
    return found


def totals(
    rows: Iterable[Worked], of: Callable[[Worked], Named], agreed: Mapping[Named, int] | None = None
) -> list[Total]:
    """By whatever `of` says, in order of name, what is nobody's last.

    agreed: of each; who has not written anything stands here too, where something was agreed.
    """
    promised = agreed or {}
    by_key: dict[Named, list[Worked]] = {named: [] for named in promised}
    for row in rows:
        by_key.setdefault(of(row), []).append(row)
    found = [_total(named, kept, promised.get(named)) for named, kept in by_key.items()]
    return sorted(found, key=lambda total: (total.named.key is None, total.named.name, str(total.named.key)))


def in_all(rows: Iterable[Worked], agreed: int | None = None) -> Total:
    """The sum of everything."""
    return _total(Named(), list(rows), agreed)


def weeks(rows: Iterable[Worked]) -> list[Total]:
    """By ISO week, in order."""
    return totals(rows, lambda row: Named(None, iso_week(row.day)))


def _total(named: Named, rows: Sequence[Worked], agreed: int | None) -> Total:
    return Total(named, sum(row.direct for row in rows), sum(row.indirect for row in rows), agreed)
