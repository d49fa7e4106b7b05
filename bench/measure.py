"""Asks, checks and takes the times: first one person alone, then four at once."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import Any, Protocol

import psycopg

from bench.clocks import Clocks
from bench.errands import MOST_QUERIES, Row
from bench.truth import Truth
from bench.visitor import Answer, Errand, Visitor

WARM_UP = 25
AT_ONCE = 4
# Readings of the last ten minutes are not written again, and hints are counted by the hour: both are pushed back, so
# that every request does all of its work.
PUSH_BACK = "UPDATE kernel_reading SET at = at - interval '1 day' WHERE membership_id = %s AND at > now() - interval '15 minutes'"
FORGET_TALLIES = "DELETE FROM kernel_tally"


class Limited(Protocol):
    """What has a name and a budget: a row of pages, a job."""

    @property
    def name(self) -> str: ...
    @property
    def budget(self) -> tuple[int, int]: ...


@dataclass(slots=True)
class Bench:
    """What is needed to measure one person's rows."""

    role: str
    visitor: Visitor
    truth: Truth
    clocks: Clocks
    keeper: psycopg.Connection
    requests: int

    def alone(self, row: Row) -> dict[str, Any]:
        """One client after a warm-up."""
        self.forget()
        errands = row.errands(self.truth)
        warm = self.warm_up(list(islice(errands, WARM_UP)))
        self.check(warm)
        # Each round within the families and the hints there are, so that nothing is remembered from the one before.
        answers: list[Answer] = []
        cpu = 0.0
        while len(answers) < self.requests:
            self.forget()
            size = min(self.round_of(row), self.requests - len(answers))
            before = self.clocks.read()
            asked = self.ask(self.visitor, list(islice(errands, size)))
            cpu += self.clocks.read() - before
            self.check(asked)
            answers += [answer for _, answer in asked]
        spent = sum(answer.seconds for answer in answers)
        first = max(answer.seconds for _, answer in warm)
        counted = {"first_page_ms": round(first * 1000, 1)} if row.counted_once else {}
        return self.line(row, 1, answers, cpu / len(answers), len(answers) / spent) | counted

    def warm_up(self, errands: list[Errand]) -> list[tuple[Errand, Answer]]:
        """Calling anew each time, so that every process of the server has once fetched what it keeps for itself."""
        asked = []
        for errand in errands:
            self.visitor.hang_up()
            asked += self.ask(self.visitor, [errand])
        return asked

    def round_of(self, row: Row) -> int:
        """How many requests before the same family comes again."""
        if row.writes:
            return 15
        rows = self.truth.sight.families or self.truth.way.received
        return max(min(len(rows) - 1, 200), 1)

    def together(self, row: Row) -> dict[str, Any]:
        """Four clients, each with its own families."""
        self.forget()
        errands = row.errands(self.truth)
        shares = [list(islice(errands, self.requests // AT_ONCE)) for _ in range(AT_ONCE)]
        twins = [self.visitor.twin() for _ in shares]
        before, begun = self.clocks.read(), time.perf_counter()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            lists = list(pool.map(lambda pair: self.ask(*pair), zip(twins, shares, strict=True)))
        seconds = time.perf_counter() - begun
        cpu = self.clocks.read() - before
        asked = [pair for answers in lists for pair in answers]
        self.check(asked)
        return self.line(
            row, AT_ONCE, [answer for _, answer in asked], cpu / len(asked), len(asked) / seconds
        )

    def ask(self, visitor: Visitor, errands: list[Errand]) -> list[tuple[Errand, Answer]]:
        """One after the other."""
        return [(errand, visitor.ask(errand)) for errand in errands]

    def check(self, asked: list[tuple[Errand, Answer]]) -> None:
        """Raises Wrong for the first answer that is not right; what was written is opened and read."""
        for errand, answer in asked:
            answer.check(errand)
            if errand.leads_on:
                opened = Errand(answer.location, errand.names)
                self.visitor.ask(opened).check(opened)

    def forget(self) -> None:
        """As if some time had gone by."""
        self.visitor.hang_up()
        self.keeper.execute(PUSH_BACK, [self.truth.sight.membership_id])
        self.keeper.execute(FORGET_TALLIES)

    def line(
        self, row: Limited, clients: int, answers: list[Answer], cpu: float, pace: float
    ) -> dict[str, Any]:
        """One row of the results. Budgets are for one client: with four there is nothing to be within."""
        times = sorted(answer.seconds * 1000 for answer in answers)
        p95 = times[min(round(len(times) * 0.95), len(times) - 1)]
        queries = max(answer.queries for answer in answers)
        budget, most_cpu = row.budget
        within = p95 <= budget and cpu * 1000 <= most_cpu and queries <= MOST_QUERIES
        return {
            "name": row.name,
            "role": self.role,
            "clients": clients,
            "p50_ms": round(median(times), 1),
            "p95_ms": round(p95, 1),
            "queries": queries,
            "cpu_ms": round(cpu * 1000, 1),
            "requests_per_s": round(pace, 1),
            "budget_ms": budget if clients == 1 else None,
            "budget_cpu_ms": most_cpu if clients == 1 else None,
            "within": within if clients == 1 else None,
        }
