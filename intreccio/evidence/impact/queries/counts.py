"""From the database's counts to what may be shown of a year. Of quarters that are over nothing changes: it is kept."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.evidence.impact.queries import words
from intreccio.evidence.impact.rules.masking import settled
from intreccio.evidence.impact.rules.periods import Period, Quarter
from intreccio.evidence.impact.rules.release import (
    MONTH,
    MUNICIPALITY,
    Cell,
    Counted,
    Domains,
    Release,
    Told,
    release,
)
from intreccio.evidence.impact.vocabulary.kinds import Decided, FactKind, Reached
from intreccio.families.referrals.vocabulary import DeclineReason, Helped
from intreccio.ground.kernel.keeping import kept_for
from intreccio.ground.needs.vocabulary import UnmetReason

UNMET = "unmet"
# Always the same: what is masked beside what must not hang on the order in which rows come.
COUNTS = (
    "SELECT * FROM impact_counts(%s, %s, %s)"
    " ORDER BY kind, outcome, area, mine, quarter, dimension, month, municipality, need, reason"
)
HOURS = 6 * 3600.0
OUTCOMES = {
    "referral_decided": tuple(Decided.values),
    "referral_helped": tuple(Helped.values),
    "goal_scored": tuple(Reached.values),
}
REASONS = {"referral_decided": tuple(DeclineReason.values), UNMET: tuple(UnmetReason.values)}
# Of the others no page tells areas: they stand together, so that more can be told by place and time.
BY_AREA = {FactKind.NEED_ASKED, FactKind.REFERRAL_DECIDED}
Histogram = dict[
    tuple[str, str], dict[object, dict[Quarter, Counter[int]]]
]  # kind and dimension, key, quarter


@dataclass(frozen=True, slots=True)
class View:
    """What somebody looks at: a period, perhaps one municipality; `body` where they look at their own body, in full."""

    period: Period
    municipality: str = ""
    body: UUID | None = None

    @property
    def cut(self) -> tuple[str, Collection[object]]:
        """One cut at a time: with two, numbers would be so small that they tell of a family."""
        if self.municipality:
            return MUNICIPALITY, {self.municipality}
        if self.period.only:
            return MONTH, set(self.period.only.months)
        return "", ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """What may be shown of a view."""

    view: View
    release: Release
    days: Histogram
    own: UUID | None = None

    def count(
        self, kind: str, *, outcomes: Collection[str] | None = None, areas: Collection[str] | None = None
    ) -> Cell | None:
        """The facts of a kind in this view."""
        dimension, keys = self.view.cut
        return self.release.ask(kind, outcomes=outcomes, areas=areas, dimension=dimension, keys=keys)

    def took(self, kind: str, dimension: str = "", keys: Collection[object] = ()) -> Counter[int] | None:
        """How many days it took, and how often each; None where that many may not be told."""
        dimension, keys = (dimension, keys) if dimension else self.view.cut
        if self.release.ask(kind, dimension=dimension, keys=keys) is None:
            return None
        by_key = self.days.get((kind, dimension or MONTH), {})
        took = Counter[int]()
        for key in keys or by_key:
            for quarter, days in by_key.get(key, {}).items():
                if quarter in self.release.quarters[kind]:
                    took.update(days)
        return took


def numbers(view: View, *, own: UUID | None) -> Numbers:
    """What may be shown of this view to somebody whose own body is `own`, if they lead one."""
    told, days = _year(view.period.year, view.period.quarters, own, view.body is not None)
    return Numbers(view, told, days, own)


@kept_for(HOURS)
def _year(
    year: int, quarters: tuple[Quarter, ...], own: UUID | None, in_full: bool
) -> tuple[Release, Histogram]:
    span = [date(year, 1, 1), date(year + 1, 1, 1), own]
    domains = Domains(quarters, tuple(words.municipalities()), words.every_need(), OUTCOMES, REASONS)
    rows = [row for mine, row in _counted(span) if mine or not in_full]
    days: Histogram = {}
    for kind, mine, quarter, dimension, key, took, n in _days(span):
        if mine or not in_full:
            by_key = days.setdefault((kind, dimension), {})
            by_key.setdefault(key, {}).setdefault(quarter, Counter())[took] += n
    if in_full:
        return release(rows, domains, dict.fromkeys({row.kind for row in rows}, quarters), least=0), days
    return release(rows, domains, _told(quarters, span[:2])), days


def _told(quarters: tuple[Quarter, ...], span: list[Any]) -> Told:
    """By kind, the quarters that hold enough: the same whoever looks."""
    held: dict[str, dict[Quarter, dict[Hashable, int]]] = {}
    for kind, first, body, n in _rows(
        "SELECT * FROM impact_quarters(%s, %s) ORDER BY kind, quarter, body", span
    ):
        held.setdefault(kind, {}).setdefault(_quarter(first), {})[body] = n
    return {
        kind: settled([(quarter, found.get(quarter, {})) for quarter in quarters])
        for kind, found in held.items()
    }


def _counted(span: list[Any]) -> Iterator[tuple[bool, Counted]]:
    """`guarded` counts others' facts: who leads a body knows its own, and what is left must not be small."""
    for kind, outcome, area, mine, quarter, month, town, need, reason, dimension, n, total, squares in _rows(
        COUNTS, span
    ):
        key = {"month": month, "municipality": town, "need": need, "reason": reason}[dimension]
        cell = Cell(n, total, squares, 0 if mine else n)
        told_of = area if kind in BY_AREA else ""
        yield mine, Counted(kind, outcome, told_of, _quarter(quarter), dimension, key, cell)


def _days(span: list[Any]) -> Iterator[tuple[str, bool, Quarter, str, object, int, int]]:
    for kind, mine, quarter, month, town, dimension, took, n in _rows(
        "SELECT * FROM impact_days(%s, %s, %s) ORDER BY kind, mine, quarter, dimension, month, municipality, days",
        span,
    ):
        yield kind, mine, _quarter(quarter), dimension, month if dimension == MONTH else town, took, n


def _rows(query: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def _quarter(first: date) -> Quarter:
    return Quarter(first.year, (first.month + 2) // 3)
