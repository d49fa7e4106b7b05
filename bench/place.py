"""Where the bench runs: a database of its own, kept as long as what shapes it stays the same, and copied for each run."""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from tools.embedded import ensure_server
from tools.home import ADMIN, DATABASES, ROOT, child_environment, ensure_secrets, home_path, open_home
from tools.refusal import Refusal
from tools.steps import say

DATABASE = "intreccio_bench"
SHAPING = (
    "**/migrations/*.py", "**/demo.py", "**/demo/**/*.py", "front/web/many/*.py", "front/web/stories/*.py",
    "front/web/deeds.py", "ground/**/*.json", "ground/kernel/*.py", "workshop/**/*.json", "evidence/impact/rules/facts.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """The environment of our programs, and the addresses for us."""

    environment: dict[str, str]
    home: Path

    @property
    def admin(self) -> str:
        """Who may make databases."""
        return self.environment[ADMIN]

    @property
    def keeper(self) -> str:
        """Who reads everything, to know what every answer must hold."""
        return self.environment["DATABASE_KEEPER_URL"]


def find_place() -> Place:
    """The embedded server of INTRECCIO_HOME, or the addresses in the environment."""
    home = open_home(home_path())
    ensure_secrets(home)
    if not os.environ.get("DATABASE_URL"):
        ensure_server(home)
    environment = child_environment(home) | {
        "INTRECCIO_DEMO": "1",
        "INTRECCIO_COMMAND": "1",
        "HOST": "127.0.0.1",
    }
    environment.setdefault("DJANGO_SETTINGS_MODULE", "intreccio.settings")
    missing = [name for name in (ADMIN, *DATABASES) if not environment.get(name)]
    if missing:
        raise Refusal(f"Per misurare serve un database proprio: mancano {', '.join(missing)}.")
    for name in DATABASES:
        environment[name] = on_database(environment[name], DATABASE)
    return Place(environment, home)


def on_database(url: str, name: str) -> str:
    """The same server and role, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def prepare(place: Place, households: int, *, fresh: bool) -> None:
    """A database as the last run found it: from the template, made where it is not there or has grown old."""
    template = f"{DATABASE}_{digest(households)}"
    names = databases(place)
    if fresh or template not in names:
        drop(place, [name for name in names if name == DATABASE or name.startswith(f"{DATABASE}_")])
        build(place, households)
        run_sql(place, "ALTER DATABASE {} RENAME TO {}", DATABASE, template)
    drop(place, [DATABASE])
    say(f"Copia del database {template} …")
    run_sql(place, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", DATABASE, template)
    run_sql(place, "CHECKPOINT")


def digest(households: int) -> str:
    """Changes with whatever shapes the database, and with its size."""
    made = hashlib.sha256(str(households).encode())
    files = {path for pattern in SHAPING for path in (ROOT / "intreccio").glob(pattern) if path.is_file()}
    for path in sorted(files):
        made.update(path.read_bytes())
    return made.hexdigest()[:10]


def build(place: Place, households: int) -> None:
    """Tables by the owner, families by the keeper: the same commands as an installation's."""
    for command in (
        ["database_setup"],
        ["migrate", "--verbosity", "0"],
        ["demo", "--households", str(households)],
    ):
        say(f"intreccio {' '.join(command)}")
        done = subprocess.run(
            [sys.executable, "-m", "django", *command], cwd=ROOT, env=place.environment, check=False
        )
        if done.returncode:
            raise Refusal(f"«intreccio {command[0]}» non è riuscito: la misura si ferma qui.")


def databases(place: Place) -> list[str]:
    """All on the server."""
    with psycopg.connect(place.admin, autocommit=True) as server:
        return [name for (name,) in server.execute("SELECT datname FROM pg_database").fetchall()]


def drop(place: Place, names: list[str]) -> None:
    """Only ours."""
    for name in names:
        run_sql(place, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def run_sql(place: Place, text: str, *names: str) -> None:
    """As the administrator."""
    with psycopg.connect(place.admin, autocommit=True) as server:
        server.execute(sql.SQL(text).format(*map(sql.Identifier, names)))
