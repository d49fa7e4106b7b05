"""How far a job is, told while its one transaction is still open: on a second connection, and as numbers only."""

from types import TracebackType
from typing import Self
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

ACTOR = "SELECT set_config('intreccio.house', 'imports', true)"
WRITE = "UPDATE imports_sheetprogress SET done = %s, whole = %s WHERE sheet_id = %s"


class Progress:
    """Tells it as the house's `imports`, which reads which sheets there are and none of their cells."""

    def __init__(self, sheet_id: UUID) -> None:
        self.sheet_id = sheet_id
        self.connection = connections[DEFAULT_DB_ALIAS].copy()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def __call__(self, done: int, whole: int) -> None:
        """So many rows of so many."""
        with self.connection.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(ACTOR)
            cursor.execute(WRITE, [done, whole, self.sheet_id])
            cursor.execute("COMMIT")
