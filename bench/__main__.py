"""`python -m bench`: the speed of every important page with 100,000 families, through the same door as everybody."""

import argparse
import os
import sys
from collections.abc import Iterator
from typing import Any

import psycopg

from bench import report
from bench.clocks import Clocks
from bench.errands import ROWS, Row
from bench.jobs import JOBS, once
from bench.measure import Bench
from bench.place import find_place, prepare
from bench.serving import JOBS_NAME, Served, serving
from bench.truth import truth_of
from bench.visitor import Visitor, Wrong
from intreccio.front.web.many.accounts import ACCOUNTS, PASSWORD
from tools.refusal import Refusal
from tools.steps import say

HOUSEHOLDS = 100_000
REQUESTS = 200


def arguments() -> argparse.Namespace:
    """What to measure; a smaller measure is only told, never written down."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Misura le pagine con molte famiglie."
    )
    parser.add_argument(
        "--households", type=int, default=HOUSEHOLDS, metavar="N", help="quante famiglie (100000)"
    )
    parser.add_argument(
        "--requests", type=int, default=REQUESTS, metavar="N", help="quante richieste per riga (200)"
    )
    parser.add_argument("--fresh", action="store_true", help="rifà il database anche se c'è")
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="RIGA", help="solo queste righe, senza scriverle"
    )
    return parser.parse_args()


def main() -> int:
    """Builds what is missing, measures, writes."""
    asked = arguments()
    place = find_place()
    prepare(place, asked.households, fresh=asked.fresh)
    with psycopg.connect(place.keeper, autocommit=True, application_name="intreccio-bench-keeper") as keeper:
        with serving(place) as served:
            rows = [*measure(asked, served, keeper), *measure_jobs(asked, served, keeper)]
        measured = report.results(keeper, asked.households, rows)
    say(f"\n{report.table(measured)}")
    if asked.households == HOUSEHOLDS and asked.requests == REQUESTS and not asked.only:
        report.write(measured)
        say(f"\nScritto in {report.RESULTS.relative_to(report.ROOT)} e nel README.")
    return 0


def measure(
    asked: argparse.Namespace, served: Served, keeper: psycopg.Connection
) -> Iterator[dict[str, Any]]:
    """Everything that reads first, alone and then four at once; what writes comes last."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    say(f"Carico della macchina prima di cominciare: {load} (su {os.cpu_count()} core)\n")
    benches = [enter(role, served, keeper, asked.requests) for role in ACCOUNTS]
    wanted = [row for row in ROWS if not asked.only or row.name in asked.only]
    for writes in (False, True):
        rows = [row for row in wanted if row.writes is writes]
        yield from _told(Bench.alone, rows, benches)
        yield from _told(Bench.together, rows, benches)


def measure_jobs(
    asked: argparse.Namespace, served: Served, keeper: psycopg.Connection
) -> Iterator[dict[str, Any]]:
    """What the job worker does, each once."""
    for job in JOBS:
        if not asked.only or job.name in asked.only:
            bench = enter(job.role, served, keeper, 1)
            line = once(bench, job, Clocks(served.jobs, keeper, JOBS_NAME))
            say(report.told(line))
            yield line


def _told(how: Any, rows: list[Row], benches: list[Bench]) -> Iterator[dict[str, Any]]:
    for row in rows:
        for bench in benches:
            if bench.role in row.roles:
                line = how(bench, row)
                say(report.told(line))
                yield line


def enter(role: str, served: Served, keeper: psycopg.Connection, requests: int) -> Bench:
    """Somebody signs in through the page."""
    email = f"{ACCOUNTS[role][0]}@example.org"
    visitor = Visitor(served.port)
    visitor.sign_in(email, PASSWORD)
    truth = truth_of(keeper, email)
    say(f"{role}: {len(truth.sight.families)} famiglie")
    return Bench(role, visitor, truth, Clocks(served.group, keeper), keeper, requests)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Refusal, Wrong) as refusal:
        sys.stderr.write(f"\n{refusal}\n")
        sys.exit(1)
