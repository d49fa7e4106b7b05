"""The line of a family's way: stages, and what other areas put beside them, in one query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.cases.queries.sources import Mark, sources

MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Lane:
    """What of one sort happened, in its order."""

    code: str
    label: str
    marks: list[Mark]


def lanes_of(household_id: UUID) -> list[Lane]:
    """The lanes that hold something, the last marks of all where there are many."""
    every = " UNION ALL ".join(f"({each})" for each in sources.marks)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT lane, day, what FROM ({every}) every ORDER BY day DESC LIMIT {MOST_MARKS}",  # noqa: S608  # registered texts
            {"household": household_id},
        )
        rows = sorted(cursor.fetchall(), key=lambda row: row[1])
    return _lanes(rows)


def _lanes(rows: Iterable[tuple[str, date, str]]) -> list[Lane]:
    by_lane: dict[str, list[Mark]] = {}
    for lane, day, what in rows:
        by_lane.setdefault(lane, []).append(Mark(lane, day, sources.lanes[lane][2](what), what))
    return [Lane(code, _label(code), by_lane[code]) for code in _in_order(by_lane)]


def _label(code: str) -> str:
    return str(sources.lanes[code][1])


def _in_order(lanes: Mapping[str, list[Mark]]) -> list[str]:
    return sorted(lanes, key=lambda code: sources.lanes[code][0])
