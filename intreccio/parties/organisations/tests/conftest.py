"""Words for these tests: the address of a page by its name and readable keys, and a form filled once."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key

# Pages of whoever works in the network, and of nobody else.
READ_IN_THE_NETWORK = pytest.mark.parametrize(
    ("account", "status"),
    [
        ("coordinatrice", 200),
        ("educatrice", 200),
        ("comune", 200),
        ("admin", 200),
        ("scuola", 403),
        ("elio", 403),
    ],
)


def page(name: str, *keys: tuple[str, str]) -> str:
    """`page("team_page", ("team", "equipe_nord"))`."""
    return reverse(name, args=[key_for(*key) for key in keys])


def filled(**answers: Any) -> dict[str, Any]:
    """Answers with a one-time key of their own."""
    return {"once": str(new_key()), **answers}


def in_days(number: int) -> date:
    """A day from today."""
    return today() + timedelta(days=number)


def body(key: str) -> UUID:
    """The id of a body of the demo district."""
    return key_for("organisation", key)


def sees_families_of(team: tuple[str, str]) -> bool:
    """Whether a team is among those whose families the actor of this transaction sees, as every policy asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s = ANY (my_teams())", [key_for(*team)])
        (answer,) = cursor.fetchone() or (None,)
    return bool(answer)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
