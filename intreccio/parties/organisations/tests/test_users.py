"""Who reads the row of a user, e-mail and all: themselves, the door, and whoever may see one of their hats."""

import pytest
from django.db import ProgrammingError, connection, transaction

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.middleware import DOOR
from intreccio.ground.kernel.viewer import House
from intreccio.parties.organisations.models import Membership
from intreccio.parties.organisations.vocabulary import MembershipKind

EVERYBODY = ("coordinatrice", "educatrice", "comune", "scuola", "elio", "admin")


@pytest.fixture
def bianca(db, today):
    """Somebody of whom only one thing is written: she is a user-member of the cooperative."""
    with acting(DOOR):
        user = User.objects.create_user("bianca@example.org", "Bianca Neri")
        Membership(
            user=user,
            organisation_id=key_for("organisation", "telaio"),
            kind=MembershipKind.USER_MEMBER,
            role="participant",
            since=today,
        ).save(force_insert=True)
    return user


@pytest.mark.parametrize(
    ("account", "sees"),
    [
        ("coordinatrice", True),
        ("admin", True),
        ("educatrice", False),
        ("comune", False),
        ("assistente", False),
        ("scuola", False),
        ("elio", False),
    ],
)
def test_a_stranger_to_a_user_member_reads_nothing_of_them(acting_as, bianca, account, sees):
    with acting_as(account):
        assert User.objects.filter(pk=bianca.pk).exists() is sees
        assert User.objects.filter(email="bianca@example.org").exists() is sees


def test_everybody_reads_themselves_even_without_a_hat(bianca):
    with acting(bianca.pk):
        assert [user.pk for user in User.objects.all()] == [bianca.pk]


def test_the_door_finds_whoever_signs_in_and_the_public_form_nobody(bianca):
    with acting(DOOR):
        assert User.objects.filter(pk=bianca.pk).exists()
    with acting(House("public_form")):
        assert not User.objects.exists()


def test_with_nobody_acting_it_is_an_error(db):
    with pytest.raises(ProgrammingError, match="no actor"), transaction.atomic():
        User.objects.exists()


@pytest.mark.parametrize("account", EVERYBODY)
def test_colleagues_are_read_by_name_also_when_they_have_left(acting_as, account):
    with acting_as(account):
        names = set(User.objects.values_list("name", flat=True))
    assert {"Chiara Fontana", "Paolo Vitali", "Rita Longo", "Elio Sala", "Ada Colli"} <= names


def test_a_row_is_judged_along_an_index(acting_as):
    with acting_as("educatrice"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT name FROM accounts_user WHERE id = %s", [key_for("user", "coordinatrice")]
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Cond: (user_id = accounts_user.id)" in plan, plan
