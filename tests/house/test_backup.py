"""A copy is worth what its restoring is worth: everything comes back, row security included, and nothing is overwritten."""

import hashlib
import io
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from intreccio.workshop.documents.files import shelf
from tests.environment import ADDRESSES, DATABASE, on_database

COPY = f"{DATABASE}_copy"


@pytest.fixture
def empty_database(django_db_setup, tmp_path: Path):
    with psycopg.connect(os.environ["INTRECCIO_ADMIN_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")
    home = tmp_path / "another machine"
    home.mkdir()
    yield {"INTRECCIO_HOME": str(home)} | {name: on_database(os.environ[name], COPY) for name in ADDRESSES}
    with psycopg.connect(os.environ["INTRECCIO_ADMIN_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")


def intreccio(addresses: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from intreccio.ground.kernel.command import main; main()", *arguments]
    return subprocess.run(
        command, env={**os.environ, **addresses}, capture_output=True, text=True, check=False
    )


def contents(url: str) -> dict[str, int]:
    with psycopg.connect(url) as keeper:
        tables = [
            row[0]
            for row in keeper.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
        ]
        return {table: keeper.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


# A list of words comes back from a copy with its casts and brackets elsewhere, and says the same.
CASTS = re.compile(r"::(character varying|\w+)(\[\])?|[()\s]")


def policies(url: str) -> list[tuple]:
    with psycopg.connect(url) as keeper:
        rows = keeper.execute(
            "SELECT tablename, policyname, roles::text, coalesce(qual, ''), coalesce(with_check, '')"
            " FROM pg_policies ORDER BY 1, 2"
        ).fetchall()
    return [(*row[:3], *(CASTS.sub("", condition) for condition in row[3:])) for row in rows]


def sealed(folder: Path) -> dict[str, bytes]:
    """Every file, the folder that it lies in, and that its owner alone reads it."""
    files = {str(path.relative_to(folder)): path for path in folder.glob("*/*")}
    assert not any(path.stat().st_mode & 0o077 for path in files.values())
    return {name: path.read_bytes() for name, path in files.items()}


def test_a_copy_comes_back_whole_into_an_empty_database(empty_database, tmp_path: Path, committed):
    file = tmp_path / "copia"
    call_command("backup", str(file), verbosity=0)
    assert file.stat().st_mode & 0o077 == 0
    assert intreccio(empty_database, "database_setup").returncode == 0
    done = intreccio(empty_database, "restore", str(file))
    assert done.returncode == 0, done.stderr
    here, there = os.environ["DATABASE_KEEPER_URL"], empty_database["DATABASE_KEEPER_URL"]
    assert contents(there) == contents(here)
    assert policies(there) == policies(here)
    assert sealed(Path(empty_database["INTRECCIO_HOME"]) / "files") == sealed(settings.FILES) != {}
    with (
        psycopg.connect(empty_database["DATABASE_URL"]) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege, match="no actor"),
    ):
        app.execute("SELECT * FROM people_household")
    again = intreccio(empty_database, "restore", str(file))
    assert again.returncode != 0
    assert "non è vuoto" in again.stderr


def test_a_copy_is_never_overwritten(tmp_path: Path, django_db_setup):
    file = tmp_path / "copia"
    file.write_text("preziosa")
    with pytest.raises(CommandError, match="c'è già"):
        call_command("backup", str(file))
    assert file.read_text() == "preziosa"


def test_a_copy_into_a_folder_that_is_not_there_says_so_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="non si può scrivere"):
        call_command("backup", str(tmp_path / "niente" / "copia.dump"), verbosity=0)


def test_documents_come_back_and_open_and_what_is_closed_anew_since_stays(
    empty_database, tmp_path: Path, committed, monkeypatch
):
    file, home = tmp_path / "copia", Path(empty_database["INTRECCIO_HOME"])
    call_command("backup", str(file), verbosity=0)
    (name,) = list(sealed(settings.FILES))[:1]
    closed_anew = home / "files" / name
    closed_anew.parent.mkdir(parents=True)
    closed_anew.write_bytes(b"newer")
    closed_anew.chmod(0o600)
    assert intreccio(empty_database, "database_setup").returncode == 0
    assert intreccio(empty_database, "restore", str(file)).returncode == 0
    assert closed_anew.read_bytes() == b"newer"
    closed_anew.write_bytes((settings.FILES / name).read_bytes())
    monkeypatch.setattr(settings, "FILES", home / "files")
    with psycopg.connect(empty_database["DATABASE_KEEPER_URL"]) as keeper:
        rows = keeper.execute("SELECT name, sha256 FROM documents_document").fetchall()
    assert rows
    assert all(hashlib.sha256(shelf.get(name)).hexdigest() == digest for name, digest in rows)


def test_a_copy_made_before_there_were_documents_comes_back_too(empty_database, tmp_path: Path, committed):
    file, old = tmp_path / "copia", tmp_path / "vecchia"
    call_command("backup", str(file), verbosity=0)
    with tarfile.open(file) as copy:
        old.write_bytes(copy.extractfile("database").read())
    assert intreccio(empty_database, "database_setup").returncode == 0
    done = intreccio(empty_database, "restore", str(old))
    assert done.returncode == 0, done.stderr
    assert contents(empty_database["DATABASE_KEEPER_URL"]) == contents(os.environ["DATABASE_KEEPER_URL"])


@pytest.mark.parametrize("name", ["files/../../fuori", "/tmp/fuori", f"files/../{'a' * 64}", "files/breve"])
def test_a_copy_writes_nothing_outside_the_folder_of_files(empty_database, tmp_path: Path, name):
    file = tmp_path / "ostile"
    with tarfile.open(file, "w") as copy:
        for each in (name, f"files/{'b' * 64}"):
            member = tarfile.TarInfo(each)
            member.size = 3
            copy.addfile(member, io.BytesIO(b"ciao"))
    assert intreccio(empty_database, "database_setup").returncode == 0
    done = intreccio(empty_database, "restore", str(file))
    assert done.returncode != 0
    assert "non è una copia" in done.stderr
    assert list(sealed(Path(empty_database["INTRECCIO_HOME"]) / "files")) == [f"bb/{'b' * 64}"]
    assert not list(tmp_path.rglob("fuori"))
