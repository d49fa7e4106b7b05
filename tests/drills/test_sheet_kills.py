"""The worker of the jobs killed while a list comes in: nothing of it is there, and the next worker brings all of it in, once."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.parties.people.actions.importing import bring_in_sheet
from intreccio.parties.people.tests.sheets import many_rows, prepared
from tests.drills.size import size
from tools.home import ROOT
from tools.processes import wait_until

pytestmark = pytest.mark.drill
PERSONS = size(4000, 1200)
KILLS = size(5, 1)
PATIENCE = 240  # what a killed worker left is taken up within a minute


def worker() -> "subprocess.Popen[bytes]":
    """As `make run` starts it."""
    return subprocess.Popen(
        [sys.executable, "-m", "django", "procrastinate", "worker"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def test_nothing_or_all_of_a_list_comes_in(
    committed: None, keeper: Any, aloud: Callable[[str], None]
) -> None:
    viewer = viewer_named("coordinatrice")
    with acting(viewer):
        sheet = prepared(viewer, many_rows(PERSONS))
        bring_in_sheet(sheet, by=viewer)

    def seen(query: str) -> Any:
        return keeper.execute(query, [sheet.pk]).fetchone()[0]

    def done() -> int:
        return int(seen("SELECT done FROM imports_sheetprogress WHERE sheet_id = %s"))

    def state() -> str:
        return str(seen("SELECT state FROM imports_sheet WHERE id = %s"))

    families = "SELECT count(*) FROM people_household WHERE imported_in = %s"
    for number in range(KILLS):
        keeper.execute("UPDATE imports_sheetprogress SET done = 0")
        running = worker()
        assert wait_until(lambda: done() > 0, PATIENCE), "the job has not begun"
        running.send_signal(signal.SIGKILL)
        running.wait()
        aloud(f"killed {number + 1} of {KILLS} after {done()} rows of {PERSONS}")
        assert (state(), seen(families)) == ("queued", 0)
    running = worker()
    try:
        assert wait_until(lambda: state() == "done", PATIENCE), "what was left was not taken up"
    finally:
        running.terminate()
        running.wait()
    assert seen(families) == -(-PERSONS // 4)
    created = "SELECT count(*) FROM kernel_event WHERE kind = 'person.added' AND codes ->> 'sheet' = %s::text"
    assert seen(created) == PERSONS
