"""A statement written out answers the same rows as the ORM, with what they are joined to."""

from typing import Any

import pytest
from django.db import connection

from intreccio.ground.accounts.backend import HouseBackend
from intreccio.ground.accounts.models import Colleague, User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import DOOR
from intreccio.ground.kernel.written import WrittenOut
from intreccio.ground.parameters.models import Parameter

NAMED = WrittenOut(
    Colleague, "c", "SELECT {c}, upper(c.name) AS aloud FROM accounts_colleague c WHERE c.id = %(who)s"
)
KNOWN = WrittenOut(Parameter, "p", "SELECT {p} FROM parameters_parameter p ORDER BY p.id")


def test_a_row_is_whole_and_carries_what_was_asked_beside_it(acting_as: Any) -> None:
    with acting_as("educatrice") as viewer:
        (row,) = NAMED.rows(who=viewer.user_id)
        whole: Any = row
        assert row == Colleague.objects.get(pk=viewer.user_id)
        assert whole.aloud == viewer.name.upper()
        assert not row.get_deferred_fields()
        assert not row._state.adding


def test_values_that_are_not_read_as_they_come_are_read_as_the_orm_reads_them(acting_as: Any) -> None:
    with acting_as("educatrice"):
        assert [row.value for row in KNOWN.rows()] == [row.value for row in Parameter.objects.order_by("pk")]


def test_what_is_joined_hangs_on_its_row_without_another_query(acting_as: Any) -> None:
    hats = WrittenOut(
        _membership(),
        "m",
        "SELECT {m}, {u} FROM organisations_membership m LEFT JOIN accounts_colleague u ON u.id = m.user_id AND m.id = %(me)s",
        u="m.user",
    )
    with acting_as("educatrice") as viewer:
        rows: list[Any] = hats.rows(me=viewer.membership_id)
        asked: list[str] = []
        with connection.execute_wrapper(lambda execute, *rest: asked.append(rest[0]) or execute(*rest)):
            mine = next(row for row in rows if row.pk == viewer.membership_id)
            assert mine.user.name == viewer.name
            other = next(row for row in rows if row.pk != viewer.membership_id)
            assert other._state.fields_cache["user"] is None
            assert other.user_id is not None
        assert asked == []


def _membership() -> Any:
    return Colleague._meta.get_field("memberships").related_model


@pytest.mark.django_db
def test_who_has_signed_in_is_read_as_the_orm_reads_them(acting_as: Any) -> None:
    with acting_as("educatrice") as viewer:
        key = viewer.user_id
    with acting(DOOR):
        user, known = HouseBackend().get_user(key), User.objects.get(pk=key)
        assert user is not None
        assert user == known
        names = [field.attname for field in User._meta.concrete_fields]
        assert [getattr(user, name) for name in names] == [getattr(known, name) for name in names]
        Colleague.objects.filter(pk=key).update(is_active=False)
        assert HouseBackend().get_user(key) is None
        assert HouseBackend().get_user(Colleague().pk) is None
