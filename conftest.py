"""What every test can ask for: the demo district in a real PostgreSQL, read and written as the serving role."""

import gc
import os
import shutil
import string
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.utils.crypto import get_random_string
from psycopg import sql

from tests import environment
from tests.taking_back import Original

Acting = Callable[[str], AbstractContextManager[Any]]


# The longest files, as last measured: begun first, so that no process still works while the others have nothing left.
LONGEST = (
    "house/test_matrix.py",
    "journeys/test_every_trouble.py",
    "journeys/test_every_page.py",
    "house/test_foreign_ids.py",
    "house/test_undone_nowhere.py",
    "journeys/test_first_steps.py",
)
DATABASE = {"django_db_setup", "db", "transactional_db"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The whole way first of all: it finds its own signal in Oggi, which shows what presses most of what is there.

    Then the files that ask for no database: one process reads them while another makes the template. Then the longest.
    """
    asking = {item.path for item in items if DATABASE & set(getattr(item, "fixturenames", ()))}
    asking |= {item.path for item in items if item.get_closest_marker("django_db")}

    def turn(item: pytest.Item) -> tuple[bool, bool, int, bool]:
        path = "/".join(item.path.parts[-2:])
        place = LONGEST.index(path) if path in LONGEST else len(LONGEST)
        return (
            item.path.name != "test_the_whole_way.py",
            item.path in asking,
            place,
            "journeys" not in item.path.parts,
        )

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """What was read in stays until the end: the collector of memory need not walk through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def folder_of_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of the tests lie in a folder of their own, that begins with those of the district."""
    settings.FILES = tmp_path_factory.mktemp("files")
    return settings.FILES


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any, folder_of_files: Path) -> Iterator[None]:
    """A database from the template: migrated by the owner, the demo district loaded by the keeper."""
    admin = os.environ["INTRECCIO_ADMIN_URL"]
    with psycopg.connect(admin, autocommit=True) as server:
        # One process makes the template, the others wait for it.
        server.execute("SELECT pg_advisory_lock(hashtext(%s))", [environment.NAME])
        names = {row[0] for row in server.execute("SELECT datname FROM pg_database").fetchall()}
        if environment.TEMPLATE not in names or not environment.template_files().is_dir():
            _make_template(
                server, [name for name in names if name.startswith(f"{environment.NAME}_")], django_db_blocker
            )
            for old in environment.template_files().parent.glob(f"{environment.NAME}_*"):
                shutil.rmtree(old)
            shutil.copytree(folder_of_files, environment.template_files())
    shutil.copytree(environment.template_files(), folder_of_files, dirs_exist_ok=True)
    _copy_database(admin, environment.TEMPLATE, environment.DATABASE)
    yield
    with django_db_blocker.unblock():
        connections.close_all()


def _make_template(server: psycopg.Connection[Any], stale: list[str], django_db_blocker: Any) -> None:
    for name in [*stale, environment.DATABASE]:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    with django_db_blocker.unblock():
        call_command("database_setup", verbosity=0)
        call_command("migrate", verbosity=0)
        call_command("demo", verbosity=0)
        connections.close_all()
    made, template = sql.Identifier(environment.DATABASE), sql.Identifier(environment.TEMPLATE)
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(made, template))


def _copy_database(admin: str, template: str, name: str) -> None:
    """A database for the tests of one process. Who commits in it does not wait for the disk: it ends with them."""
    with psycopg.connect(admin, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
        server.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))


@pytest.fixture
def acting_as(db: None) -> Acting:
    """`with acting_as("assistente") as viewer:` the transaction of a demo account."""
    from contextlib import contextmanager

    from intreccio.ground.kernel.acting import acting

    @contextmanager
    def as_account(account: str) -> Iterator[Any]:
        viewer = viewer_named(account)
        with acting(viewer):
            yield viewer

    return as_account


def viewer_named(account: str) -> Any:
    """The viewer of a demo account: `viewer_named("educatrice")`."""
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.keys import key_for
    from intreccio.parties.organisations.queries import find_viewer

    user_id = key_for("user", account)
    with acting(user_id):
        viewer = find_viewer(user_id, None)
    assert viewer is not None, f"{account} has no hat, or more than one"
    return viewer


@pytest.fixture(scope="session", autouse=True)
def one_chain() -> Iterator[None]:
    """Middleware stands once a process, as in the house: each browser of a test would read all static files in anew."""
    from django.test.client import ClientHandler

    load, standing = ClientHandler.load_middleware, []

    def load_once(handler: Any) -> None:
        if not standing:
            load(handler)
            standing.append(handler._middleware_chain)
        handler._middleware_chain = standing[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClientHandler, "load_middleware", load_once)
        yield


@pytest.fixture(scope="session")
def sessions() -> dict[tuple[UUID, str], str]:
    """What a session holds, by person and password: signing in is walked once a process."""
    return {}


@pytest.fixture
def signed_in(db: None, sessions: dict[tuple[UUID, str], str]) -> Callable[[str], Client]:
    """`signed_in("educatrice").get(url)`: a browser without JavaScript where a demo account has signed in."""

    def client_of(account: str) -> Client:
        from intreccio.ground.accounts.models import User
        from intreccio.ground.kernel.acting import acting
        from intreccio.ground.kernel.viewer import DOOR

        client = Client()
        with acting(DOOR):
            user = User.objects.get(email=f"{account}@example.org")
            if (known := sessions.get((user.pk, user.password))) is None:
                client.force_login(user, backend="intreccio.ground.accounts.backend.HouseBackend")
                sessions[user.pk, user.password] = client.session.encode(dict(client.session))
            else:
                client.cookies[settings.SESSION_COOKIE_NAME] = _open_session(known)
        return client

    return client_of


def _open_session(holds: str) -> str:
    key = get_random_string(32, string.ascii_lowercase + string.digits)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (%s, %s, now() + %s * interval '1 second')",
            [key, holds, settings.SESSION_COOKIE_AGE],
        )
    return key


@pytest.fixture(scope="module", autouse=True)
def nothing_kept() -> None:
    """What a process keeps for some minutes was kept of the worlds of another file."""
    from intreccio.ground.kernel.keeping import forget_all

    forget_all()


@pytest.fixture(scope="session")
def original(django_db_setup: None) -> Original:
    """The database of this process as it was before anybody committed anything."""
    return Original(environment.on_database(os.environ["INTRECCIO_ADMIN_URL"], environment.DATABASE))


@pytest.fixture(scope="module")
def anew(original: Original, django_db_blocker: Any) -> Iterator[None]:
    """After the tests of this file nothing that they committed is left."""
    yield
    _make_anew(original, django_db_blocker)


@pytest.fixture
def committed(original: Original, django_db_blocker: Any) -> Iterator[None]:
    """Real commits, for threads and for what happens after a rollback; afterwards nothing of them is left."""
    with django_db_blocker.unblock():
        yield
    _make_anew(original, django_db_blocker)


def _make_anew(original: Original, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        connections.close_all()
    if not original.put_back():
        _copy_database(os.environ["INTRECCIO_ADMIN_URL"], environment.TEMPLATE, environment.DATABASE)
        original.made_anew()


@pytest.fixture
def keeper(committed: None) -> Iterator[Any]:
    """With `committed`: a connection that row security does not bind."""
    with psycopg.connect(os.environ["DATABASE_KEEPER_URL"], autocommit=True) as kept:
        yield kept


@pytest.fixture
def today() -> date:
    """The day of the test, in Rome."""
    from intreccio.ground.kernel.clock import today as rome

    return rome()


@pytest.fixture
def counted() -> Callable[[], Any]:
    """Counts queries as the bench does: everything but the setting of the actor and transaction marks."""
    from django.test.utils import CaptureQueriesContext

    return lambda: CaptureQueriesContext(connection)
