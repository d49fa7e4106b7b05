"""The programs under measure: pages and jobs, with the keys of the serving role alone, as `make run` starts them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bench.place import Place
from tools.home import PRIVILEGED, ROOT
from tools.ports import LOCAL, choose_port
from tools.processes import log_ending
from tools.refusal import Refusal
from tools.serving import SERVER, answers

APPLICATION_NAME = "intreccio-bench"
JOBS_NAME = "intreccio-bench-jobs"
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Served:
    """Where the pages are, the process that heads those that make them, and the one that does the jobs."""

    port: int
    group: int
    jobs: int


@contextmanager
def serving(place: Place) -> Iterator[Served]:
    """Pages by two workers, jobs by one; stopped at the end, however it ends."""
    port = choose_port()
    environment = {key: value for key, value in place.environment.items() if key not in PRIVILEGED}
    path = os.pathsep.join(filter(None, (str(ROOT), environment.get("PYTHONPATH"))))
    environment |= {"PORT": str(port), "PYTHONUNBUFFERED": "1", "PYTHONPATH": path}
    environment.pop("INTRECCIO_COMMAND", None)
    pages = [
        beside_python("granian"),
        *SERVER,
        "--host",
        LOCAL,
        "--port",
        str(port),
        "bench.counting:application",
    ]
    jobs = [sys.executable, "-m", "django", "procrastinate", "worker"]
    started = []
    try:
        started.append(
            start(
                place,
                "bench-server",
                pages,
                environment | {"INTRECCIO_POOL": "1", "PGAPPNAME": APPLICATION_NAME},
            )
        )
        started.append(start(place, "bench-worker", jobs, environment | {"PGAPPNAME": JOBS_NAME}))
        await_answer(port, started, place)
        yield Served(port, started[0].pid, started[1].pid)
    finally:
        for process in started:
            stop(process)


def beside_python(name: str) -> str:
    """A program of the environment we run in."""
    return str(Path(sys.executable).parent / name)


def start(
    place: Place, name: str, command: list[str], environment: dict[str, str]
) -> "subprocess.Popen[bytes]":
    """A program as the head of its own group, its words in the log."""
    with (place.home / "log" / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def await_answer(port: int, started: list["subprocess.Popen[bytes]"], place: Place) -> None:
    """Returns when the first page can be asked for. Raises Refusal where a program has stopped."""
    end = time.monotonic() + PATIENCE
    while not answers(LOCAL, port):
        if time.monotonic() > end or any(process.poll() is not None for process in started):
            raise Refusal(
                f"Il server da misurare non risponde. {log_ending(place.home / 'log' / 'bench-server.log')}"
            )
        time.sleep(0.1)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Its whole group, first asking."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return
