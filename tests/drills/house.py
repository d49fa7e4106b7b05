"""A house of one's own, lit exactly as `make run` does: its home in a scratch folder, its own ports, the environment we run in."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tools import cluster, embedded, processes
from tools.home import ADMIN, ROOT, home_path, read_environment
from tools.ports import LOCAL, choose_port
from tools.processes import log_ending
from tools.serving import answers
from tools.venv import program

PATIENCE = 170
# What the tests themselves were given must not reach the house.
OURS = ("DATABASE_", "INTRECCIO_", "DJANGO_", "PYTHON", "PYTEST", "SECRET_KEY", "HOST", "PORT")


class House:
    """Started again and again on the same home; `said` is what the launcher of now has told."""

    def __init__(self, home: Path) -> None:
        self.home, self.port, self.said = home, choose_port(), home.with_name(f"{home.name}.said")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(OURS)}
        self.environ = kept | {"PORT": str(self.port), "INTRECCIO_HOME": str(home)}
        self.launcher: subprocess.Popen[bytes] | None = None

    def launch(self) -> None:
        with self.said.open("wb") as said:
            self.launcher = subprocess.Popen(
                [sys.executable, "-m", "tools", "run"],
                cwd=ROOT, env=self.environ, stdout=said, stderr=said, start_new_session=True,
            )  # fmt: skip

    @property
    def words(self) -> str:
        return self.said.read_text(encoding="utf-8", errors="replace")

    def account(self) -> str:
        """Everything a person could read, for when something is not as it should be."""
        logs = [log_ending(log, 25) for log in sorted((self.home / "log").glob("*.log"))]
        return "\n".join([f"the launcher ({self.ended()}):", self.words, *logs])

    def ended(self) -> int | None:
        """The code the launcher left with; None while it runs."""
        assert self.launcher is not None
        return self.launcher.poll()

    def is_up(self) -> bool:
        return self.ended() is None and "make stop" in self.words and answers(LOCAL, self.port)

    def come_up(self) -> float:
        """Launches, and answers after how many seconds the first page was served."""
        begun = time.monotonic()
        self.launch()
        processes.wait_until(lambda: self.ended() is not None or self.is_up(), PATIENCE, pause=0.1)
        assert self.is_up(), self.account()
        return time.monotonic() - begun

    def go_down(self) -> None:
        """As Ctrl-C does."""
        assert self.launcher is not None
        self.launcher.terminate()
        assert self.launcher.wait(90) == 0, self.words

    def tell(self, command: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "tools", command],
            cwd=ROOT, env=self.environ | {"YES": "1"}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def runs(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """A management command, as a person types it."""
        return subprocess.run(
            [program("intreccio"), *words],
            cwd=ROOT,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )

    def connect(self, key: str = "DATABASE_KEEPER_URL") -> Any:
        return psycopg.connect(read_environment(self.home)[key], autocommit=True, connect_timeout=5)

    def counts(self) -> dict[str, int]:
        """Rows by table, as the keeper sees them."""
        with self.connect() as keeper:
            tables = [
                name
                for (name,) in keeper.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            ]
            ask = sql.SQL("SELECT count(*) FROM {}")
            return {
                name: keeper.execute(ask.format(sql.Identifier(name))).fetchone()[0]
                for name in sorted(tables)
            }

    def members(self, name: str) -> list[int]:
        """Living processes of `server` or `worker`, the head of the group first."""
        with suppress(OSError, ValueError):
            head = int((self.home / f"{name}.pid").read_text())
            return sorted(processes.group_members(head), key=lambda pid: (pid != head, pid))
        return []

    def postmaster(self) -> list[int]:
        found = cluster.postmaster(embedded.data_folder(self.home))
        return [found] if found else []

    def backends(self, role: str = "%") -> list[int]:
        """Processes of PostgreSQL's that serve somebody, or all of them."""
        with suppress(psycopg.Error, KeyError), self.connect(ADMIN) as admin:
            mine = "SELECT pid FROM pg_stat_activity WHERE coalesce(usename, '') LIKE %s AND pid <> pg_backend_pid()"
            return [pid for (pid,) in admin.execute(mine, [role])]
        return []

    def commands(self, name: str) -> list[int]:
        """`intreccio NAME` as the launcher runs it: in the launcher's own group."""
        assert self.launcher is not None
        group = processes.group_members(self.launcher.pid)
        return [pid for pid in group if f"bin/intreccio {name}" in processes.command_line(pid)]

    def launchers(self) -> list[int]:
        """The launcher alone: what it has started goes on without it."""
        assert self.launcher is not None
        return [self.launcher.pid]

    def everything(self) -> list[int]:
        """As when the power goes."""
        assert self.launcher is not None
        ours = [pid for name in ("server", "worker") for pid in self.members(name)]
        return [*processes.group_members(self.launcher.pid), *ours, *self.postmaster(), *self.backends()]


def kill(pids: list[int]) -> bool:
    """`kill -9`; True where there was somebody to kill."""
    hit = False
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            hit = True
    return hit


@contextmanager
def house() -> Iterator[House]:
    """An empty one; everything of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="intreccio-drill-") as folder:
        Path(folder).chmod(0o755)
        made = House(Path(folder) / "home")
        made.home.mkdir()
        if (home_path() / "assets").is_dir():
            shutil.copytree(home_path() / "assets", made.home / "assets")
        try:
            yield made
        finally:
            made.tell("reset")
