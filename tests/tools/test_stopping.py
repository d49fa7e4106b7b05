"""How long the launcher waits for its programs when it stops."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import run, serving
from tools.refusal import Refusal


@pytest.mark.parametrize(
    ("database_lives", "patience"), [(True, serving.GRACE), (False, serving.NO_USE_WAITING)]
)
def test_programs_without_a_database_are_not_waited_for_long(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_lives: bool, patience: float
) -> None:
    given: dict[str, float] = {}
    monkeypatch.setattr(run, "database_is_given", lambda: False)
    monkeypatch.setattr(run, "is_running", lambda home: database_lives)
    monkeypatch.setattr(run, "release_server", lambda home: True)
    monkeypatch.setattr(
        serving, "stop_recorded", lambda file, patience: given.__setitem__(file.stem, patience) or False
    )
    run.stop_everything(tmp_path)
    assert given == {"worker": patience, "server": patience}


def test_the_cause_is_named_before_what_it_brought_down(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    ended.wait()
    monkeypatch.setattr(serving, "database_is_given", lambda: False)
    monkeypatch.setattr(serving, "is_running", lambda home: False)
    with pytest.raises(Refusal, match="PostgreSQL si è fermato"):
        serving.watch(tmp_path, [serving.Service("worker", ended, tmp_path / "log")])
