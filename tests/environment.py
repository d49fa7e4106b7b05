"""A pytest plugin, loaded before Django's settings: a PostgreSQL for the tests, with a database of their own.

The server is the one of INTRECCIO_HOME (or the addresses in the environment); the database is made from a template
that is kept as long as migrations and reference data stay the same.
"""

import hashlib
import os
import sys
from base64 import urlsafe_b64encode
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_KEEPER_URL")
NAME = os.environ.get("INTRECCIO_TEST_DATABASE", "intreccio_test")
# Where several processes share the work, each has its own copy of one template.
DATABASE = "_".join(filter(None, (NAME, os.environ.get("PYTEST_XDIST_WORKER"))))


def on_database(url: str, name: str) -> str:
    """The same server and role, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def prepare() -> None:
    """Completes the environment that settings.py reads."""
    from tools.embedded import ensure_server
    from tools.home import home_path, read_environment

    if not all(os.environ.get(name) for name in ("INTRECCIO_ADMIN_URL", *ADDRESSES)):
        ensure_server(home_path())
        for name, value in read_environment(home_path()).items():
            os.environ.setdefault(name, value)
    for name in ADDRESSES:
        os.environ[name] = on_database(os.environ[name], DATABASE)
    os.environ.update(INTRECCIO_DEMO="1", INTRECCIO_COMMAND="1", HOST="127.0.0.1")
    os.environ.setdefault("SECRET_KEY", "only-for-tests")
    # The district's documents were sealed when its template was made: the same key in every run.
    os.environ["INTRECCIO_DOCUMENT_KEYS"] = urlsafe_b64encode(b"only-for-tests".ljust(32)).decode()
    # Playwright leaves its loop running in our thread: Django would take every test after a journey for asynchronous.
    os.environ.update(DJANGO_ALLOW_ASYNC_UNSAFE="true")


def template_files() -> Path:
    """The sealed files of the district, as its template names them."""
    from tools.home import home_path

    return home_path() / "test-files" / TEMPLATE


def template_name() -> str:
    """Changes with whatever shapes the database before a test runs."""
    shaping = sorted(
        path
        for pattern in (
            "**/migrations/*.py",
            "**/demo.py",
            "**/demo/*",
            "workshop/documents/files/*.py",
            "front/web/deeds.py",
            "front/web/stories/*.py",
            "ground/**/*.json",
            "workshop/**/*.json",
            "ground/**/*.py",
        )
        for path in (ROOT / "intreccio").glob(pattern)
        if path.is_file()
    )
    # The district's days are counted back from today: yesterday's is another one.
    digest = hashlib.sha256(f"{NAME} {datetime.now(ZoneInfo('Europe/Rome')).date()}".encode())
    for path in shaping:
        digest.update(path.read_bytes())
    return f"{NAME}_{digest.hexdigest()[:10]}"


# Fixed for the whole run, so that a file saved meanwhile does not change it under the tests.
TEMPLATE = template_name()
prepare()
