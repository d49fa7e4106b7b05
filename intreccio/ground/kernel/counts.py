"""What the menu counts: each area says how, and all of it is one statement, because every page pays for it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import connection


class Count(NamedTuple):
    """A whole number as a scalar of SQL, short by its own LIMIT, with the values of its places."""

    sql: str
    values: tuple[Any, ...] = ()


def counted(counts: Iterable[Count]) -> list[int]:
    """The numbers, in order. One query, none for no count."""
    asked = list(counts)
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(f'({each.sql})' for each in asked)}",
            [value for each in asked for value in each.values],
        )
        return list(cursor.fetchone() or [0] * len(asked))
