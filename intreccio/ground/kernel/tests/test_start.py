"""What start-up refuses, in one clear sentence each; and the page that says the house is up."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from intreccio.ground.kernel.serving import why_not_serve


def start(**changes: str) -> str:
    environment = {
        **os.environ,
        "INTRECCIO_DEMO": "",
        "INTRECCIO_COMMAND": "",
        "DJANGO_SETTINGS_MODULE": "intreccio.settings",
        **changes,
    }
    code = "from django.core.wsgi import get_wsgi_application; get_wsgi_application()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    return done.stderr.strip().splitlines()[-1]


def as_server(**changes: str) -> str:
    return start(**{"DATABASE_OWNER_URL": "", "DATABASE_KEEPER_URL": "", **changes})


def test_without_a_secret_key():
    assert "SECRET_KEY" in as_server(SECRET_KEY="")


def test_without_a_database():
    assert "DATABASE_URL" in as_server(DATABASE_URL="")


@pytest.mark.parametrize("keys", ["", "breve", "%%%", f"{'A' * 43}=,x"])
def test_without_a_key_for_the_documents(keys):
    assert "INTRECCIO_DOCUMENT_KEYS" in as_server(INTRECCIO_DOCUMENT_KEYS=keys)


def test_with_debug():
    assert "INTRECCIO_DEBUG" in as_server(INTRECCIO_DEBUG="1")


def test_as_superuser():
    assert "superutente" in as_server(DATABASE_URL=os.environ["INTRECCIO_ADMIN_URL"])


@pytest.mark.parametrize("role", ["DATABASE_OWNER_URL", "DATABASE_KEEPER_URL"])
def test_as_owner_or_keeper(django_db_setup, role):
    assert "intreccio_app" in as_server(DATABASE_URL=os.environ[role])


def test_with_the_keys_of_the_owner():
    assert "DATABASE_OWNER_URL" in start()


def test_the_demo_answers_only_this_computer():
    assert "HOST" in start(INTRECCIO_DEMO="1", HOST="0.0.0.0")


def test_the_serving_role_may_serve(db):
    assert list(why_not_serve(connection)) == []


def test_healthz_answers_without_signing_in(client, db):
    answer = client.get("/healthz").json()
    assert (answer["status"], answer["database"]) == ("ok", "ok")
    assert answer["version"]
