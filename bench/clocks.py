"""The clocks of processes: how much of the processors the pages and their database have used."""

import os
import sys
from pathlib import Path

import psycopg

from bench.serving import APPLICATION_NAME
from tools.processes import group_members
from tools.refusal import Refusal

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = %s"


class Clocks:
    """Reads the processor time of a group of processes and of the database connections they hold."""

    def __init__(self, group: int, keeper: psycopg.Connection, application: str = APPLICATION_NAME) -> None:
        if sys.platform != "linux":
            raise Refusal("Il tempo di processore si legge da /proc: la misura si fa su Linux.")
        self.group, self.keeper, self.application = group, keeper, application
        self.seen: dict[int, float] = {}

    def read(self) -> float:
        """Seconds used since the first reading. A process that is gone counts as far as it was seen."""
        for pid in [*group_members(self.group), *self.backends()]:
            self.seen[pid] = seconds_of(pid) or self.seen.get(pid, 0.0)
        return sum(self.seen.values())

    def backends(self) -> list[int]:
        """PostgreSQL's processes behind our connections. Raises Refusal for a server on another machine."""
        found = [pid for (pid,) in self.keeper.execute(BACKENDS, [self.application]).fetchall()]
        if found and not any("postgres" in name_of(pid) for pid in found):
            raise Refusal(
                "Il server PostgreSQL non è su questo computer: il suo tempo di processore non si può leggere."
            )
        return found


def seconds_of(pid: int) -> float:
    """User and system time of a process with all its threads; 0 for one that is gone."""
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def name_of(pid: int) -> str:
    """What a process is called."""
    try:
        return (PROC / str(pid) / "cmdline").read_text()
    except OSError:
        return ""
