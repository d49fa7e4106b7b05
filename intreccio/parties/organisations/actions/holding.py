"""One at a time: rows that a rule counts and that row security does not let the writer lock."""

from django.db import connection


def hold(name: str) -> None:
    """Waits until nobody else holds this name; it is given back when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"organisations {name}"])
