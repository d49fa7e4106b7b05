"""Recognising what is ours after a crash."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tools import processes
from tools.home import VENV
from tools.locking import is_held, try_lock

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_a_dead_process_not_yet_buried_is_dead() -> None:
    child = subprocess.Popen(SLEEPER)
    assert processes.wait_until(lambda: "time.sleep" in processes.command_line(child.pid), 5)
    child.kill()
    assert processes.wait_until(lambda: not processes.command_line(child.pid), 5)
    child.wait()


def test_what_we_started_is_stopped_with_its_children(tmp_path: Path) -> None:
    two = f"{VENV}/bin/python -c 'import time; time.sleep(60)' & {VENV}/bin/python -c 'import time; time.sleep(60)'"
    child = processes.start_group(tmp_path / "one.pid", tmp_path / "log", ["/bin/sh", "-c", two], os.environ)
    assert processes.wait_until(lambda: len(processes.group_members(child.pid)) >= 3, 5)
    assert processes.stop_recorded(tmp_path / "one.pid")
    assert processes.group_members(child.pid) == []
    assert not (tmp_path / "one.pid").exists()
    child.wait()


def test_a_number_that_passed_to_another_program_is_left_alone(tmp_path: Path) -> None:
    child = subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)
    (tmp_path / "old.pid").write_text(str(child.pid))
    assert not processes.stop_recorded(tmp_path / "old.pid")
    assert child.poll() is None
    child.send_signal(signal.SIGKILL)
    child.wait()


def test_without_a_pid_file_there_is_nothing_to_stop(tmp_path: Path) -> None:
    assert not processes.stop_recorded(tmp_path / "none.pid")


def test_shared_users_keep_the_last_one_from_being_alone(tmp_path: Path) -> None:
    first, second = try_lock(tmp_path / "users", shared=True), try_lock(tmp_path / "users", shared=True)
    assert first is not None
    assert second is not None
    assert try_lock(tmp_path / "users") is None
    os.close(first)
    assert is_held(tmp_path / "users")
    os.close(second)
    assert not is_held(tmp_path / "users")
