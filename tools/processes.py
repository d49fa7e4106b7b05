"""Other programs: started, recognised again after a crash, stopped with all their children."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tools.home import ROOT, VENV
from tools.locking import held_locks

PROC = Path("/proc")
# The program keeps the shell's process number, so the file is there before the program is.
WITH_PID_FILE = ("/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"')


def run_tool(command: Sequence[str], **options: Any) -> "subprocess.CompletedProcess[str]":
    """Run a short program to its end. It inherits our locks, so that killing us does not free what it still uses."""
    return subprocess.run(command, check=False, text=True, pass_fds=held_locks(), **{"cwd": ROOT} | options)


def log_ending(path: Path, count: int = 15) -> str:
    """The last lines of a log, for the sentence that says that something failed."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join([f"Le ultime righe di {path}:", *(f"    {line}" for line in lines[-count:])])


def command_line(pid: int) -> str:
    """What a living process is; empty for one that is gone, or dead and not yet buried."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    if sys.platform == "linux":
        try:
            return (
                (PROC / str(pid) / "cmdline")
                .read_bytes()
                .replace(b"\0", b" ")
                .decode(errors="replace")
                .strip()
            )
        except OSError:
            return ""
    done = subprocess.run(
        ["ps", "-o", "stat=,command=", "-p", str(pid)], check=False, capture_output=True, text=True
    )
    state, _, command = done.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else command.strip()


def group_members(group: int) -> list[int]:
    """Living processes of a group."""
    return [pid for pid, its_group in _processes() if its_group == group and command_line(pid)]


def _processes() -> Iterator[tuple[int, int]]:
    if sys.platform == "linux":
        for entry in PROC.iterdir():
            with suppress(OSError, ValueError, IndexError):
                # after the closing bracket of the name: state, parent, group
                yield int(entry.name), int((entry / "stat").read_text().rpartition(")")[2].split()[2])
        return
    listing = subprocess.run(["ps", "-axo", "pid=,pgid="], check=False, capture_output=True, text=True)
    for line in listing.stdout.splitlines():
        pid, group = line.split()
        yield int(pid), int(group)


def start_group(
    pid_file: Path, log: Path, command: Sequence[str], environ: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    """Start a lasting program as the head of its own group; its number goes into `pid_file`."""
    with log.open("ab") as output:
        return subprocess.Popen(
            [*WITH_PID_FILE, str(pid_file), *command],
            cwd=ROOT, env=dict(environ), stdin=subprocess.DEVNULL,
            stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip


def stop_recorded(pid_file: Path, patience: float = 10) -> bool:
    """Stop the group that a pid file names, if its members are still ours; True where there was something to stop."""
    try:
        group = int(pid_file.read_text())
    except (OSError, ValueError):
        return False
    found = ours(group)
    if found:
        stop_group(group, patience)
    pid_file.unlink(missing_ok=True)
    return bool(found)


def ours(group: int) -> list[int]:
    """Members that run from our environment: a number can have passed to somebody else's program meanwhile."""
    return [pid for pid in group_members(group) if str(VENV) in command_line(pid)]


def stop_group(group: int, patience: float) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(group, number)
        if wait_until(lambda: not group_members(group), patience):
            return


def wait_until(true: Any, seconds: float, pause: float = 0.05) -> bool:
    """Ask again and again until it is true, at most so long."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
    return True
