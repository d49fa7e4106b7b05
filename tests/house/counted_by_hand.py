"""The district counted again by hand: plain Python over the rows of a world, for whoever wants to check a number of the house.

It knows no event, no fact and no table: signals, conversations, steps of a case, points of view, scores and steps of a request
are read as somebody with a sheet of paper would. What the observatory shows is compared with this (`test_observatory_counted`).
"""

import json
import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from statistics import mean, stdev
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import intreccio

World = dict[str, Any]
Row = dict[str, Any]
ROME = ZoneInfo("Europe/Rome")
INSTRUMENT = Path(intreccio.__file__).parent / "workshop/instruments/library/che-cosa-c-e-1.json"
DECISIONS = ("accept_referral", "put_on_waiting_list", "decline_referral")
ENOUGH_ANSWERS = 3


class One(NamedTuple):
    """One thing that was counted: on which day, where, by which body, and what belongs to it."""

    day: date
    place: str
    body: str
    family: str = ""
    need: str = ""
    reason: str = ""
    days: int | None = None
    number: float | None = None
    since: date | None = None  # the day of the signal, of the sending: what the days are counted from


def within(rows: Iterable[One], first: date, after: date) -> list[One]:
    """Those of a period: its first day, and the first day after it."""
    return [row for row in rows if first <= row.day < after]


def day_of(at: datetime) -> date:
    """The day on the wall calendar in Rome."""
    return at.astimezone(ROME).date()


class Counted:
    """A world, laid out row by row."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.body_of_team = {row["key"]: row["organisation"] for row in world["teams"]}
        self.homes = {row["key"]: row for row in world["households"]}
        self.cases = {row["key"]: row for row in world["cases"] if not row.get("voided")}

    def rows(self, table: str) -> list[Row]:
        """Rows of a table that were not voided."""
        return [row for row in self.world.get(table, []) if not row.get("voided")]

    # Where and whose, on a day

    def place(self, family: str, day: date) -> str:
        """The municipality on that day: none is told of an address that is protected."""
        if self.homes[family].get("protected"):
            return ""
        for move in sorted(self.world.get("moves", []), key=lambda row: row["day"]):
            if move["household"] == family and day < move["day"]:
                return str(move["from"])
        return str(self.homes[family]["municipality"])

    def body(self, family: str, day: date) -> str:
        """The body that led the family's team on that day."""
        for step in sorted(self.world["case_steps"], key=lambda row: row["day"]):
            if step["household"] == family and step.get("from_team") and day < step["day"]:
                return str(self.body_of_team[step["from_team"]])
        return str(self.body_of_team[self.homes[family]["team"]])

    def _of_family(self, family: str, day: date, **more: Any) -> One:
        return One(day, self.place(family, day), self.body(family, day), family, **more)

    # At the desk

    def signals(self) -> Iterator[One]:
        """Signals that arrived, at the desk that they were written to."""
        for row in self.rows("signals"):
            passes = sorted(row.get("passes", []), key=lambda each: each["at"])
            desk = passes[0]["from"] if passes else row["desk"]
            yield One(
                day_of(row["at"]), row["municipality"], self.body_of_team[desk], row.get("household", "")
            )

    def first_contacts(self) -> Iterator[One]:
        """The first conversation about each signal, on its own day; days from the signal to it."""
        signals = {row["key"]: row for row in self.rows("signals")}
        first: dict[str, Row] = {}
        for row in sorted(self.rows("contacts"), key=lambda each: each["at"]):
            if row.get("signal"):
                first.setdefault(row["signal"], row)
        for key, contact in first.items():
            arrived, heard = day_of(signals[key]["at"]), day_of(contact["at"])
            yield One(
                heard, contact["municipality"], self.body_of_team[contact["desk"]], contact.get("household", ""),
                days=(heard - arrived).days, since=arrived,
            )  # fmt: skip

    def contacts(self) -> Iterator[One]:
        """Conversations at the desk."""
        for row in self.rows("contacts"):
            body = self.body_of_team[row["desk"]]
            yield One(day_of(row["at"]), row["municipality"], body, row.get("household", ""))

    def asked_at_the_desk(self) -> Iterator[One]:
        """What was said to be needed in each conversation, once for each code."""
        for row in self.rows("contacts"):
            body = self.body_of_team[row["desk"]]
            for need in sorted(set(row["needs"])):
                yield One(day_of(row["at"]), row["municipality"], body, row.get("household", ""), need)

    def asked_in_cases(self) -> Iterator[One]:
        """What each case was opened for, once for each code; the reason is the conversation that came first, if any."""
        for case in self.cases.values():
            for need in sorted(set(case.get("needs", []))):
                began = case.get("contact") or ""
                yield self._of_family(case["household"], case["opened"], need=need, reason=began)

    def written_as_needed(self) -> Iterator[One]:
        """What each family said it needs, as written on its page, once for each row with a code."""
        for row in self.rows("aspects"):
            if row["kind"] == "needed" and row.get("need"):
                yield self._of_family(row["household"], row["since"], need=row["need"])

    # The way of a case

    def steps(self, *verbs: str) -> Iterator[One]:
        """Steps of cases: the motive is the reason, days run from when somebody first asked."""
        for step in self.world["case_steps"]:
            if step["verb"] in verbs and step["case"] in self.cases:
                asked = self.cases[step["case"]].get("asked")
                days = (step["day"] - asked).days if asked else None
                yield self._of_family(
                    step["household"], step["day"], reason=step["motive"], days=days, since=asked
                )

    def taken_in_charge(self) -> Iterator[One]:
        """Families that were taken in charge, and those that came back: not where the closing had been a mistake."""
        taken = self.steps("take_charge", "reopen_case")
        return (one for one in taken if one.reason != "mistaken")

    def closed(self) -> Iterator[One]:
        """Ways that ended; days from being taken in charge, and not from the asking."""
        for one in self.steps("close_case"):
            case = next(case for case in self.cases.values() if case["household"] == one.family)
            yield one._replace(days=(one.day - case["in_charge"]).days, since=case["in_charge"])

    # What changed

    def change(self, axis: str) -> Iterator[One]:
        """Per family, how far an axis moved from T0 to T1, on the day on which T1 was closed: the mean of all who spoke."""
        closed = {(row["household"], row["moment"]): row for row in self.rows("assessments") if row["closed"]}
        for (family, moment), row in closed.items():
            if moment == "t1" and (family, "t0") in closed:
                before, now = self._stands(closed[family, "t0"], axis), self._stands(row, axis)
                if before is not None and now is not None:
                    yield self._of_family(family, row["closed"], need=axis, number=now - before)

    def _stands(self, assessment: Row, axis: str) -> float | None:
        points = (row for row in self.rows("points_of_view") if row["assessment"] == assessment["key"])
        told = [height for point in points if (height := _height(point, axis)) is not None]
        return mean(told) if told else None

    def reviewed_goals(self) -> Iterator[One]:
        """Goals looked at together: the number is 1 where what was agreed was reached, 0 where not yet."""
        goals = {row["key"]: row for row in self.rows("goals")}
        for row in self.rows("goal_scores"):
            if row.get("at_review"):
                goal = goals[row["goal"]]
                reached = float(row["level"] >= goal.get("aim", 0))
                yield self._of_family(row["household"], row["day"], need=goal.get("need", ""), number=reached)

    # Requests to services

    def _of_referral(self, row: Row, step: Row, **more: Any) -> One:
        first = row["steps"][0]
        sent, day = day_of(first["at"]), day_of(step["at"])
        where = self._of_family(row["household"], sent, need=row["need"], since=sent, **more)
        return where._replace(day=day, days=(day - sent).days)

    def sent(self) -> Iterator[One]:
        """Requests that left."""
        for row in self.rows("referrals"):
            yield self._of_referral(row, row["steps"][0])

    def decided(self) -> Iterator[One]:
        """The first answer to each: yes, waiting list, or a no; the reason is the verb of the answer."""
        for row in self.rows("referrals"):
            first = next((step for step in row["steps"] if step["verb"] in DECISIONS), None)
            if first:
                yield self._of_referral(row, first, reason=first["verb"])

    def told(self, *verbs: str) -> Iterator[One]:
        """Steps of some kinds, with the reason that was chosen or what the family said."""
        for row in self.rows("referrals"):
            for step in row["steps"]:
                if step["verb"] in verbs:
                    yield self._of_referral(row, step, reason=step.get("reason") or row.get("helped", ""))

    def unmet(self) -> Iterator[One]:
        """Every no of a service, and every request taken back because nobody answered."""
        for one in self.told("decline_referral"):
            yield one
        for one in self.told("withdraw_referral"):
            if one.reason == "no_answer":
                yield one

    # What is offered

    def services(self) -> Iterator[tuple[str, str, Row]]:
        """Services that work: (municipality, line, row), once for each line."""
        for row in self.rows("services"):
            if row.get("status", "active") == "active":
                for need in sorted(set(row["needs"])):
                    yield row["town"], need, row


def _height(point: Row, axis: str) -> float | None:
    """What one voice says of an axis: the mean of at least three statements."""
    if point.get("finished") is False:
        return None
    steps = [value for code, value in point["answers"].items() if AXIS_OF.get(code) == axis]
    return mean(steps) if len(steps) >= ENOUGH_ANSWERS else None


def _axes() -> dict[str, str]:
    sections = json.loads(INSTRUMENT.read_text())["sections"]
    return {item["code"]: item["scale"] for section in sections for item in section["items"]}


AXIS_OF = _axes()


# Statistics, from the definitions in any book


def interval(numbers: list[float]) -> tuple[float, float]:
    """Where the mean would be, nineteen times out of twenty: Student's t, by hand."""
    half = _student(len(numbers) - 1) * stdev(numbers) / math.sqrt(len(numbers))
    return mean(numbers) - half, mean(numbers) + half


def _student(freedom: int) -> float:
    """The 97.5 per cent point of Student's t: the density summed with Simpson's rule, the point found by halving."""
    low, high = 0.0, 64.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, freedom) < 0.475 else (low, middle)
    return (low + high) / 2


def _below(point: float, freedom: int, slices: int = 4000) -> float:
    """How much of the distribution lies between zero and a point."""
    scale = math.gamma((freedom + 1) / 2) / (math.sqrt(freedom * math.pi) * math.gamma(freedom / 2))

    def density(x: float) -> float:
        return scale * (1 + x * x / freedom) ** (-(freedom + 1) / 2)

    width = point / slices
    inner = sum((4 if place % 2 else 2) * density(place * width) for place in range(1, slices))
    return (density(0) + inner + density(point)) * width / 3
