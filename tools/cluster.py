"""A data folder of PostgreSQL: made in one move, started, stopped, recognised after a crash."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tools.binaries import Binaries
from tools.handshake import takes_connections
from tools.ports import LOCAL
from tools.privileges import Account, hand_over
from tools.processes import PROC, command_line, run_tool, wait_until
from tools.refusal import Refusal

SETTINGS = {
    "listen_addresses": LOCAL,
    "unix_socket_directories": "",
    "shared_buffers": "256MB",
    "max_connections": "100",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "fsync": "on",
    "synchronous_commit": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Families' words must not reach the log through a failing statement.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
_daemons: list["subprocess.Popen[bytes]"] = []


class Cluster(NamedTuple):
    """What is needed to run one server."""

    data: Path
    binaries: Binaries
    account: Account | None
    log: Path

    def as_account(self) -> dict[str, Any]:
        identity = self.account.options() if self.account else {}
        return {"cwd": "/", "env": ENVIRONMENT, "stdin": subprocess.DEVNULL, **identity}


def data_version(data: Path) -> int | None:
    """The major version that made these data; None where there are none."""
    try:
        return int((data / "PG_VERSION").read_text().split(".")[0])
    except FileNotFoundError:
        return None
    except PermissionError:
        raise Refusal(
            f"I dati in {data} sono di un altro utente: usate lo stesso di prima, oppure un'altra INTRECCIO_HOME."
        ) from None


def locale_options(major: int) -> list[str]:
    """No wheel brings ICU: the built-in provider where there is one, plain C before."""
    return (
        ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        if major >= 17
        else ["--locale=C"]
    )


def create(cluster: Cluster, password: str) -> None:
    """initdb in a folder of its own, renamed when complete: a kill leaves either nothing or everything."""
    for leftover in cluster.data.parent.glob("postgres.new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh = cluster.data.with_name(f"postgres.new-{secrets.token_hex(4)}")
    fresh.mkdir(mode=0o700)
    hand_over(fresh, cluster.account)
    (fresh / "password").write_text(password)
    (fresh / "password").chmod(0o600)
    hand_over(fresh / "password", cluster.account)
    options = [
        "--username=postgres",
        "--auth=scram-sha-256",
        f"--pwfile={fresh / 'password'}",
        "--encoding=UTF8",
    ]
    command = [
        cluster.binaries.program("initdb"),
        "-D",
        str(fresh / "data"),
        *options,
        *locale_options(cluster.binaries.major),
    ]
    done = run_tool(command, capture_output=True, **cluster.as_account())
    if done.returncode:
        raise Refusal(
            f"PostgreSQL non ha potuto creare i suoi archivi in {fresh}:\n{done.stderr.strip()[-1500:]}"
        )
    (fresh / "data").rename(cluster.data)
    shutil.rmtree(fresh)


def recorded(data: Path) -> tuple[int, int] | None:
    """Process number and port in the server's own pid file."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        return int(lines[0]), int(lines[3])
    except (OSError, ValueError, IndexError):
        return None


def postmaster(data: Path) -> int | None:
    """The living server of these data; a pid file alone proves nothing after a crash."""
    found = recorded(data)
    return found[0] if found and str(data) in command_line(found[0]) else None


def is_serving(data: Path, port: int) -> bool:
    found = recorded(data)
    return bool(found and found[1] == port and postmaster(data) and takes_connections(port))


def launch(cluster: Cluster, port: int, patience: float = 180) -> bool:
    """Start the server; False where it gave up. A long recovery is waited for as long as the process lives."""
    settings = [
        part for key, value in (SETTINGS | {"port": str(port)}).items() for part in ("-c", f"{key}={value}")
    ]
    command = [cluster.binaries.program("postgres"), "-D", str(cluster.data), *settings]
    with cluster.log.open("ab") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True, **cluster.as_account()
        )
    _daemons.append(process)
    wait_until(lambda: process.poll() is not None or is_serving(cluster.data, port), patience)
    return process.poll() is None


def orphans(data: Path) -> list[int]:
    """Processes that still work in the data folder of a server that was killed."""
    if sys.platform != "linux":
        return []
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit() and _works_in(entry, data)]


def _works_in(process: Path, data: Path) -> bool:
    try:
        return (process / "cwd").readlink() == data
    except OSError:
        return False


def clear_after_crash(data: Path) -> None:
    """Remove the pid file of a dead server. PostgreSQL does it by itself, but not where the dead one is not buried yet."""
    if postmaster(data) or not (data / "postmaster.pid").exists():
        return
    if wait_until(lambda: not orphans(data), 10):
        (data / "postmaster.pid").unlink(missing_ok=True)


def shut_down(data: Path) -> bool:
    """Stop fast and clean; False where nothing was running."""
    pid = postmaster(data)
    if pid is None:
        return False
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        if wait_until(lambda: not command_line(pid), 30):
            return True
    return True
