"""The embedded server: one postmaster for all, up again after any kill, no acknowledged row lost."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tools import binaries, cluster, embedded, privileges
from tools.home import ADMIN, ROOT, read_environment, write_environment
from tools.refusal import Refusal
from tools.stop import remove


@pytest.fixture
def home() -> Iterator[Path]:
    """Like a clone that everybody may read; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        embedded.release_server(Path(folder))


@pytest.fixture
def closed_home(home: Path) -> Iterator[Path]:
    """Like a clone in root's own folder."""
    home.chmod(0o700)
    yield home / "house"
    remove(home / "house")


def kill(home: Path) -> None:
    pid = cluster.postmaster(embedded.data_folder(home))
    assert pid
    os.kill(pid, signal.SIGKILL)


def test_it_starts_keeps_rows_through_a_kill_and_stops(home: Path) -> None:
    address = embedded.ensure_server(home)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (id int)")
        connection.execute("INSERT INTO kept VALUES (1)")
        kill(home)
    assert embedded.ensure_server(home) == address
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT id FROM kept").fetchall() == [(1,)]
    assert embedded.release_server(home)
    assert not embedded.is_running(home)


def test_strings_are_unicode_and_strangers_need_a_password(home: Path) -> None:
    address = embedded.ensure_server(home)
    with psycopg.connect(address) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(address, password="wrong")


def test_five_starters_make_one_server(home: Path) -> None:
    code = f"from pathlib import Path; from tools.embedded import ensure_server; print(ensure_server(Path({str(home)!r})))"
    starters = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) for _ in range(5)
    ]
    assert len({starter.communicate()[0] for starter in starters}) == 1
    assert {starter.returncode for starter in starters} == {0}
    assert embedded.is_running(home)


def test_a_server_in_use_elsewhere_is_not_stopped(home: Path) -> None:
    embedded.ensure_server(home)
    code = f"from pathlib import Path; from tools.embedded import *; ensure_server(Path({str(home)!r})); print(1, flush=True); input()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, **pipes) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert not embedded.release_server(home)
        assert embedded.is_running(home)
        other.communicate(b"\n")
    assert embedded.release_server(home)


def test_remains_of_a_killed_start_are_cleared(home: Path) -> None:
    (home / "postgres.new-dead" / "data").mkdir(parents=True)
    embedded.ensure_server(home)
    assert list(home.glob("postgres.new-*")) == []


def test_a_taken_port_is_left_to_its_taker(home: Path) -> None:
    old = embedded.port_of(embedded.ensure_addresses(embedded.open_home(home)))
    with socket.socket() as taker:
        taker.bind(("127.0.0.1", old))
        taker.listen()
        address = embedded.ensure_server(home)
    assert f":{old}/" not in address
    assert read_environment(home)[ADMIN] == address


def test_lost_secrets_are_said_and_not_overwritten(home: Path) -> None:
    embedded.ensure_server(home)
    embedded.release_server(home)
    write_environment(home, {"SECRET_KEY": "x"})
    with pytest.raises(Refusal, match=ADMIN):
        embedded.ensure_server(home)


def test_addresses_of_somebodys_own_server_are_said_and_not_overwritten(home: Path) -> None:
    write_environment(home, {"DATABASE_URL": "postgresql://ours"})
    with pytest.raises(Refusal, match="INTRECCIO_HOME"):
        embedded.ensure_server(home)
    assert read_environment(home)["DATABASE_URL"] == "postgresql://ours"


def test_programs_installed_under_a_strict_umask_are_copied_for_their_user(tmp_path: Path) -> None:
    install = tmp_path / "wheel" / "pginstall"
    (install / "bin").mkdir(parents=True)
    for name, mode in (("postgres", 0o700), ("postgres.bki", 0o600)):
        (install / "bin" / name).touch()
        (install / "bin" / name).chmod(mode)
    (install / "bin").chmod(0o700)
    binaries.copy_install(install, tmp_path / "data" / "postgres-bin" / "copy")
    copied = next((tmp_path / "data").rglob("bin"))
    assert [oct(path.stat().st_mode)[-3:] for path in (copied, copied / "postgres", copied / "postgres.bki")] == [
        "755", "755", "644",
    ]  # fmt: skip


def test_data_of_another_version_are_said(home: Path) -> None:
    (home / "postgres").mkdir()
    (home / "postgres" / "PG_VERSION").write_text("9\n")
    write_environment(home, embedded.new_addresses(20_000))
    with pytest.raises(Refusal, match="make reset"):
        embedded.ensure_server(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another user")
def test_root_in_a_closed_folder_keeps_the_data_where_their_user_can_enter(closed_home: Path) -> None:
    embedded.ensure_server(closed_home)
    data = embedded.data_folder(closed_home)
    assert data.is_relative_to(privileges.OUTSIDE)
    assert data.stat().st_uid != 0
    embedded.release_server(closed_home)
    remove(closed_home)
    assert not data.parent.exists()
    assert not closed_home.exists()


def test_the_wheel_comes_first_and_is_recent_enough() -> None:
    assert binaries.find_binaries().major >= binaries.OLDEST
