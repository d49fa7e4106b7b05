"""What tests committed is taken back row by row: a database made anew costs ten times that, most of it in making files."""

from typing import Any

import psycopg
from psycopg import sql

TABLES = """
SELECT nspname, relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
 WHERE relkind = 'r' AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'"""
NUMBERS = "SELECT schemaname, sequencename, start_value, last_value FROM pg_sequences ORDER BY 1, 2"
# Where tables, columns, functions, rules about rows and the like are written down.
SHAPES = ("pg_class", "pg_attribute", "pg_attrdef", "pg_type", "pg_proc", "pg_policy", "pg_constraint", "pg_trigger",
          "pg_index", "pg_rewrite", "pg_extension")  # fmt: skip
LET_GO = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# All rows, and those written after the mark: a changed row is a new one where an old one is missing.
COUNTED = sql.SQL("SELECT {}::int, count(*), count(*) FILTER (WHERE age(xmin) < age({}::xid)) FROM {}")
Count = tuple[int, int]


class Original:
    """A database as its template made it, remembered by one who may read everything in it."""

    def __init__(self, address: str) -> None:
        self.address = address
        with self._opened() as server:
            self.tables = [sql.Identifier(*row) for row in server.execute(TABLES)]
            self.rows = [_read(server, table) for table in self.tables]
            self.numbers = server.execute(NUMBERS).fetchall()
            self._mark(server)
            self.counts = self._counted(server)

    def put_back(self) -> bool:
        """Whether it is again as it was. False: not only rows were changed, and it must be made anew."""
        with self._opened() as server:
            server.execute(LET_GO)
            counts = self._counted(server)
            shapes = len(self.tables)
            if counts[shapes:] != self.counts[shapes:]:
                return False
            with server.transaction():
                server.execute("SET LOCAL session_replication_role = replica")
                for table, rows, before, after in zip(
                    self.tables, self.rows, self.counts, counts, strict=False
                ):
                    self._put_back(server, table, rows, before, after)
                self._count_on(server)
            self._mark(server)
        return True

    def made_anew(self) -> None:
        """It was copied from the template once more."""
        with self._opened() as server:
            self._mark(server)

    def _put_back(self, server: Any, table: sql.Identifier, rows: bytes, before: Count, after: Count) -> None:
        (right, _), (there, new) = before, after
        if new:
            later = sql.SQL("DELETE FROM {} WHERE age(xmin) < age({}::xid)").format(table, self.mark)
            server.execute(later)
        if there - new < right:
            server.execute(sql.SQL("DELETE FROM {}").format(table))
            with server.cursor().copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(table)) as copy:
                copy.write(rows)

    def _count_on(self, server: Any) -> None:
        for schema, name, start, last in self.numbers:
            server.execute("SELECT setval(format('%%I.%%I', %s::text, %s::text)::regclass, %s, %s)",
                           [schema, name, last or start, last is not None])  # fmt: skip

    def _counted(self, server: Any) -> list[Count]:
        places = [*self.tables, *map(sql.Identifier, SHAPES)]
        asked = [COUNTED.format(number, self.mark, place) for number, place in enumerate(places)]
        found = server.execute(sql.SQL(" UNION ALL ").join(asked) + sql.SQL(" ORDER BY 1")).fetchall()
        return [(there, new) for _number, there, new in found]

    def _mark(self, server: Any) -> None:
        """What is written from now on is later."""
        self.mark = server.execute("SELECT pg_current_xact_id()::xid::text").fetchone()[0]

    def _opened(self) -> Any:
        return psycopg.connect(self.address, autocommit=True)


def _read(server: Any, table: sql.Identifier) -> bytes:
    with server.cursor().copy(sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(table)) as copy:
        return b"".join(copy)
