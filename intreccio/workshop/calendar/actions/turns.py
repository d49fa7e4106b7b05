"""One after the other: whoever comes second waits, and finds what the first has written."""

from django.db import connection


def take_turn(name: str) -> None:
    """Holds this name until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [name])
