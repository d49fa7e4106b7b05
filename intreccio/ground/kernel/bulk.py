"""Many rows at once, as keeper: `COPY` is refused to everybody else under forced row security."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connections
from psycopg import sql
from psycopg.types.json import Jsonb

Row = Mapping[str, Any]
KEEPER = "keeper"
NUMBER = re.compile(r"[0-9]+$")


def copy_rows(table: str, rows: Iterable[Row], *, using: str = KEEPER) -> int:
    """Copies dictionaries with the same keys (columns) into a table, all constraints on; answers how many."""
    iterator = iter(rows)
    first = next(iterator, None)
    if first is None:
        return 0
    columns = list(first)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    count = 1
    with connections[using].cursor() as cursor, cursor.copy(statement) as copy:
        copy.write_row(_values(first, columns))
        for row in iterator:
            copy.write_row(_values(row, columns))
            count += 1
    return count


def go_on_after(sequence: str, rows: Iterable[Row], *, using: str = KEEPER) -> None:
    """The next short code is higher than those of these rows, and than any that was given before."""
    ends = (NUMBER.search(row["code"]) for row in rows)
    highest = max((int(end[0]) for end in ends if end), default=0)
    if highest:
        last = sql.SQL("SELECT setval(%s, greatest(%s, last_value)) FROM {}").format(sql.Identifier(sequence))
        with connections[using].cursor() as cursor:
            cursor.execute(last, [sequence, highest])


def _values(row: Row, columns: Sequence[str]) -> list[Any]:
    return [Jsonb(value) if isinstance(value, dict) else value for value in map(row.__getitem__, columns)]
