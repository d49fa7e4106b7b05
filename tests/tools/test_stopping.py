"""How long the launcher waits for its programs when it stops."""

from pathlib import Path

import pytest

from tools import run, serving


@pytest.mark.parametrize(("database_lives", "patience"), [(True, serving.GRACE), (False, serving.NO_USE_WAITING)])
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
