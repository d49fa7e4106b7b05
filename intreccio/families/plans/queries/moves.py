"""When one of two goals that hold each other moved, what the other did: over all versions, in two queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.reading import signed
from intreccio.families.plans.rules.spill import Scale, Spill, moves_of, spill
from intreccio.ground.parameters.queries import value_at

FEW = 3


@dataclass(frozen=True, slots=True)
class Moved:
    """One direction of a link, in words: what was seen, never why."""

    one: str
    other: str
    seen: Spill
    within: int

    @property
    def said(self) -> str:
        """The sentence of the page."""
        names: dict[str, object] = {"one": self.one, "other": self.other, "within": self.within}
        if self.seen.days:
            often = {"often": self._often, "days": self._days}
            return _("Quando «%(one)s» si è mosso, «%(other)s» si è mosso %(days)s, %(often)s.") % {
                **names,
                **often,
            }
        if self.seen.missed:
            return (
                _(
                    "«%(one)s» si è mosso, e nei %(within)s giorni dopo «%(other)s» non è stato visto muoversi nella stessa direzione."
                )
                % names
            )
        if self.seen.waiting:
            return _("«%(one)s» si è mosso da poco: è presto per dire se si muove anche «%(other)s».") % names
        return _("«%(one)s» finora non si è mosso: non c'è ancora niente da vedere.") % names

    @property
    def _days(self) -> str:
        last = self.seen.days[-1]
        return ngettext("entro %d giorno", "entro %d giorni", last) % last if last else _("lo stesso giorno")

    @property
    def _often(self) -> str:
        times = {"seen": len(self.seen.days), "all": self.seen.times}
        return ngettext("%(seen)s volta su %(all)s", "%(seen)s volte su %(all)s", times["seen"]) % times

    @property
    def spread(self) -> str:
        """From the shortest to the longest where they differ, and the middle where there is one."""
        days = self.seen.days
        if len(set(days)) < 2:
            return ""
        first, last, middle = days[0], days[-1], self.seen.middle
        span = (
            _("Da %(first)s a %(last)s giorni dopo.")
            if first
            else _("Dallo stesso giorno a %(last)s giorni dopo.")
        )
        half = (
            ngettext("La metà delle volte entro %d giorno.", "La metà delle volte entro %d giorni.", middle)
            % middle
        )
        span = span % {"first": first, "last": last}
        return f"{span} {half}" if len(days) >= FEW and middle else span

    @property
    def early(self) -> str:
        """Of how many moves it is too early, beside those that are told."""
        waiting = self.seen.waiting if self.seen.times else 0
        return (
            ngettext(
                "Di %d altra volta è presto per dirlo.", "Di altre %d volte è presto per dirlo.", waiting
            )
            % waiting
            if waiting
            else ""
        )

    @property
    def is_little(self) -> bool:
        """Too few times to say how it usually goes."""
        return 0 < self.seen.times < FEW


@dataclass(frozen=True, slots=True)
class Track:
    """A goal through time: its title and where it was on each day."""

    title: str
    scales: list[Scale]

    @property
    def points(self) -> list[tuple[date, int]]:
        """From where it began, look by look; where the steps were described anew it begins again."""
        return [point for scale in self.scales for point in ((scale.since, scale.start), *scale.days)]

    @property
    def rows(self) -> list[tuple[date, str]]:
        """For the table: «−1»."""
        return [(day, signed(level)) for day, level in self.points]


@dataclass(frozen=True, slots=True)
class Knot:
    """Two goals that hold each other, and what was seen of them in both directions."""

    id: UUID
    words: str
    child: Track
    parent: Track
    moved: tuple[Moved, Moved]

    @property
    def tracks(self) -> tuple[Track, Track]:
        """As they are drawn."""
        return self.child, self.parent

    @property
    def anew(self) -> list[str]:
        """Of which goals the steps were described anew on the way."""
        return [track.title for track in self.tracks if len(track.scales) > 1]

    @property
    def is_seen(self) -> bool:
        """Somebody has looked at one of them at least."""
        return any(scale.looks for track in self.tracks for scale in track.scales)


LINKS = """
    SELECT l.id, l.words, c.title, c.origin, p.title, p.origin
    FROM plans_goallink l JOIN plans_goal c ON c.id = l.child_goal_id JOIN plans_goal p ON p.id = l.parent_goal_id
    WHERE l.plan_id = %s AND l.voided_at IS NULL ORDER BY c."order", p."order", l.id
"""
# Through versions, up to this one; of a version that is over, as it was on its last day.
LOOKS = """
    SELECT g.origin, g.steps, g.start, v.in_force_since, s.day, s.level
    FROM plans_goal g JOIN plans_plan v ON v.id = g.plan_id AND v.voided_at IS NULL AND v.in_force_since IS NOT NULL
      LEFT JOIN plans_goalscore s ON s.goal_id = g.id AND s.voided_at IS NULL AND s.day <= %s
    WHERE g.origin = ANY(%s) AND g.voided_at IS NULL AND v.number <= %s
    ORDER BY g.origin, v.number, s.day, s.id
"""


def knots_of(plan: Plan, *, today: date) -> list[Knot]:
    """Every two goals of a version that hold each other. Two queries, and the days agreed."""
    within = int(value_at("plan_spill_days", today))
    last = min(today, plan.ended_on or today)
    links = _asked(LINKS, [plan.pk])
    origins = {key for row in links for key in (row[3], row[5])}
    scales: dict[UUID, list[Scale]] = {}
    for origin, rows in groupby(_asked(LOOKS, [last, list(origins), plan.number]), key=lambda row: row[0]):
        scales[origin] = list(_scales(rows))

    def knot(row: Any) -> Knot:
        child, parent = Track(row[2], scales.get(row[3], [])), Track(row[4], scales.get(row[5], []))
        ways = ((child, parent), (parent, child))
        first, second = (
            Moved(one.title, other.title, _seen(one, other, within, last), within) for one, other in ways
        )
        return Knot(row[0], row[1], child, parent, (first, second))

    return [knot(row) for row in links]


def _seen(one: Track, other: Track, within: int, day: date) -> Spill:
    return spill(moves_of(one.scales), moves_of(other.scales), within=within, today=day)


def _scales(rows: Iterator[Any]) -> Iterator[Scale]:
    """As long as the words of the steps stay, through versions too, it is one scale."""
    for _steps, alike in groupby(rows, key=lambda row: row[1]):
        found = list(alike)
        _origin, _words, start, since, *_look = found[0]
        yield Scale(since, start, [(row[4], row[5]) for row in found if row[4] is not None])


def _asked(sql: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
