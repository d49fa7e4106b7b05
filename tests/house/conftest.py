"""The small world of the matrix, and its people signed in."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.template.base import Template
from django.test import Client

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.bulk import copy_rows
from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import DOOR
from tests.house.matrix.reading import PROFILES
from tests.house.matrix.world import make


@pytest.fixture(scope="module")
def unwatched() -> Iterator[None]:
    """Pages are drawn as in the house: Django's tests keep a copy of what every part was given, which nobody here asks for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", lambda self, context: self.nodelist.render(context))
        yield


@pytest.fixture(scope="module")
def matrix_world(anew: None, unwatched: None, django_db_blocker: Any) -> dict[str, Any]:
    """The world of `matrix/world.py`, beside the district, for the tests of one file."""
    world = make(today())
    with django_db_blocker.unblock():
        load_world(world)
        post_a_mail()
    return world


def post_a_mail() -> None:
    """A mail that has not left, for the post room."""
    mail = {
        "id": key_for("mail", "mx_mail"),
        "to": "mx_invited@example.org",
        "letter": "invitation",
        "about": {},
        "queued_at": now(),
    }
    copy_rows("post_mail", [{**mail, "sent_at": None, "attempts": 3, "trouble": "unreachable"}])


@pytest.fixture(scope="module")
def browsers(matrix_world: dict[str, Any], django_db_blocker: Any) -> dict[str, tuple[Client, str]]:
    """For each column of the matrix a browser, and the session it was given at sign-in."""
    with django_db_blocker.unblock():
        return {column: signed_in_as(who) for column, who in PROFILES.items()}


def signed_in_as(who: str | None) -> tuple[Client, str]:
    from intreccio.ground.accounts.models import User

    client = Client()
    if who is None:
        return client, ""
    with acting(DOOR):
        user = User.objects.get(email=f"mx_{who}@example.org")
        client.force_login(user, backend="intreccio.ground.accounts.backend.HouseBackend")
    return client, client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def as_profile(db: None, browsers: dict[str, tuple[Client, str]]) -> Callable[[str], Client]:
    """`as_profile("ed")`: the browser of a column, signed in whatever was asked of it before."""

    def browser_of(column: str) -> Client:
        client, session = browsers[column]
        client.cookies.clear()
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        return client

    return browser_of
