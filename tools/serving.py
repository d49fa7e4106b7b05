"""What keeps running: the server of the pages and the worker of the jobs."""

import http.client
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from tools.embedded import is_running
from tools.home import PRIVILEGED, database_is_given, serving_environment
from tools.options import Options
from tools.processes import log_ending, start_group, stop_recorded
from tools.refusal import Refusal
from tools.steps import say
from tools.venv import program

PATIENCE = 60
# Seconds for a program to end its requests and jobs; without a database they would only wait for it to come back.
GRACE, NO_USE_WAITING = 10.0, 1.0
SERVER = [
    "--interface",
    "wsgi",
    "--factory",
    "--workers",
    "2",
    "--blocking-threads",
    "4",
    "--respawn-failed-workers",
]
SERVER_NAMES = {"server": "Il server delle pagine", "worker": "L'esecutore dei lavori"}


class Service(NamedTuple):
    """A lasting program of ours."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def why_stopped(self) -> str | None:
        code = self.process.poll()
        if code is None:
            return None
        return f"{SERVER_NAMES[self.name]} si è fermato da solo (codice {code}). {log_ending(self.log)}"


def start_services(home: Path, options: Options) -> list[Service]:
    """Return when the first page can be asked for."""
    environ = serving_environment(home) | {
        "DJANGO_SETTINGS_MODULE": "intreccio.settings",
        "INTRECCIO_POOL": "1",
        "PORT": str(options.port),
        "HOST": options.host,
    }
    address = ["--host", options.host, "--port", str(options.port)]
    server = [program("granian"), *SERVER, *address, "intreccio.wsgi:application"]
    worker = [program("intreccio"), "procrastinate", "worker"]
    # Present but empty: the console script fills in from the environment file only what is not there.
    blanks = dict.fromkeys(PRIVILEGED, "")
    services = [
        _start(home, "server", server, environ),
        _start(home, "worker", worker, environ | blanks | {"INTRECCIO_POOL": ""}),
    ]
    await_answer(options, services)
    return services


def _start(home: Path, name: str, command: list[str], environ: dict[str, str]) -> Service:
    log = home / "log" / f"{name}.log"
    return Service(name, start_group(home / f"{name}.pid", log, command, environ), log)


def await_answer(options: Options, services: list[Service]) -> None:
    end = time.monotonic() + PATIENCE
    while not answers(options.probe, options.port):
        refuse_stopped(services)
        if time.monotonic() > end:
            raise Refusal(f"Il server non risponde dopo {PATIENCE} s. {log_ending(services[0].log)}")
        time.sleep(0.1)


def answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def refuse_stopped(services: list[Service]) -> None:
    for service in services:
        reason = service.why_stopped()
        if reason:
            raise Refusal(reason)


def watch(home: Path, services: list[Service]) -> int:
    """Stay until something dies; Ctrl-C leaves by its own exception."""
    while True:
        time.sleep(0.5)
        # The database first: without it the others end too, and the person should read what came first.
        if not database_is_given() and not is_running(home):
            log = home / "log" / "postgres.log"
            raise Refusal(f"PostgreSQL si è fermato da solo. {log_ending(log)}")
        refuse_stopped(services)


def stop_services(home: Path, patience: float = GRACE) -> None:
    stopped = [stop_recorded(home / f"{name}.pid", patience=patience) for name in ("worker", "server")]
    if any(stopped):
        say("Server e lavori spenti.")
