"""`make run` in a fresh clone, killed at any moment: the next one comes up by itself and stops cleanly."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.home import ROOT
from tools.ports import choose_port
from tools.processes import wait_until
from tools.serving import answers

ROUNDS = 3 if os.environ.get("DRILL") == "short" else 12
FIRST_RUN = 12.0  # seconds within which most of the work of a first run falls
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".local", "__pycache__", "node_modules", ".*_cache")


class Clone:
    """A copy of the repository that nobody has run yet."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.said = folder, choose_port(), folder / "said"
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("DATABASE_", "INTRECCIO_", "DJANGO_"))
        }
        self.environ = kept | {"PORT": str(self.port)}

    def launch(self) -> "subprocess.Popen[bytes]":
        with self.said.open("wb") as said:
            command = [sys.executable, "-m", "tools", "run"]
            return subprocess.Popen(
                command, cwd=self.folder, env=self.environ, stdout=said, stderr=said, start_new_session=True
            )

    def is_up(self) -> bool:
        return b"make stop" in self.said.read_bytes() and answers("127.0.0.1", self.port)

    def tell(self, command: str) -> None:
        words = [sys.executable, "-m", "tools", command]
        subprocess.run(
            words, cwd=self.folder, env=self.environ | {"YES": "1"}, check=True, stdout=subprocess.DEVNULL
        )


@pytest.fixture
def clone() -> Iterator[Clone]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(ROOT, Path(folder) / "clone", ignore=LEFT_OUT)
        one = Clone(Path(folder) / "clone")
        yield one
        one.tell("reset")


def kill_after(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.drill
def test_a_run_killed_anywhere_is_followed_by_one_that_comes_up(clone: Clone) -> None:
    chance = random.Random(2026)
    for _ in range(ROUNDS):
        kill_after(clone.launch(), chance.uniform(0.2, FIRST_RUN))
    last = clone.launch()
    came_up = wait_until(lambda: clone.is_up() or last.poll() is not None, 170, pause=0.5) and clone.is_up()
    last.terminate()
    last.wait(60)
    assert came_up, clone.said.read_text(errors="replace")
    assert last.returncode == 0
