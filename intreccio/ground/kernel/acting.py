"""Tells PostgreSQL who acts, for the length of one transaction.

Row security reads three settings: user, membership, house. They are set with `set_config(…, true)`, so they end
with the transaction and can never reach the next borrower of a pooled connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from psycopg.pq import TransactionStatus

from intreccio.ground.kernel.viewer import Actor, House, Viewer

NOBODY = ("", "", "")
_SQL = (
    "SELECT set_config('intreccio.user', %s, true), set_config('intreccio.membership', %s, true),"
    " set_config('intreccio.house', %s, true)"
)

# Who acted until now is read before it is said who does: the inner SELECT is answered first.
_IN_TURN = (
    f"{_SQL}, before.* FROM (SELECT coalesce(current_setting('intreccio.user', true), ''),"
    " coalesce(current_setting('intreccio.membership', true), ''), coalesce(current_setting('intreccio.house', true), '')"
    " OFFSET 0) AS before"
)


def _settings(actor: Actor | UUID | None) -> tuple[str, str, str]:
    match actor:
        case Viewer(user_id=user, membership_id=membership):
            return str(user), str(membership), ""
        case House(name=name):
            return "", "", name
        case UUID():
            return str(actor), "", ""
        case _:
            return NOBODY


def act(actor: Actor | UUID | None, *, using: str = DEFAULT_DB_ALIAS) -> None:
    """From now to the end of this transaction, `actor` acts. A bare user id is somebody who has not chosen a hat.

    Raises RuntimeError outside a transaction, where PostgreSQL would forget it at once and show nothing.
    """
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("act() belongs inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(_SQL, _settings(actor))


@contextmanager
def acting(actor: Actor | UUID | None, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """A transaction in which `actor` acts; afterwards whoever acted before acts again."""
    with transaction.atomic(using=using):
        with connections[using].cursor() as cursor:
            cursor.execute(_IN_TURN, _settings(actor))
            before = (cursor.fetchone() or ())[3:] or NOBODY
        try:
            yield
        finally:
            _restore(before, using)


def _restore(before: tuple[str, ...], using: str) -> None:
    connection = connections[using]
    # After a database error the transaction is lost, and with it the settings: nothing to restore.
    if connection.needs_rollback or connection.connection is None:
        return
    if connection.connection.info.transaction_status == TransactionStatus.INERROR:
        return
    with connection.cursor() as cursor:
        cursor.execute(_SQL, before)
