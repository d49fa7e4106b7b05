"""Days go by between one meeting and the next: everything of a family moves back, and today is a later day of its way."""

import os
from uuid import UUID

import psycopg
from psycopg import sql

from tests import environment
from tests.journeys.conftest import DATABASE

DAYS_OF_A_FAMILY = """
    SELECT c.table_name, array_agg(c.column_name::text) FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'date' AND c.is_generated = 'NEVER'
      AND c.table_name IN (SELECT table_name FROM information_schema.columns WHERE column_name = 'household_id')
    GROUP BY c.table_name
"""


def days_go_by(household: UUID, days: int) -> None:
    """What was written stays as it is, so many days ago. Births stay: nobody grows older in between."""
    address = environment.on_database(os.environ["INTRECCIO_ADMIN_URL"], DATABASE)
    with psycopg.connect(address) as clock:
        # As nobody can from the product: what stands is kept by triggers.
        clock.execute("SET LOCAL session_replication_role = replica")
        for table, columns in clock.execute(DAYS_OF_A_FAMILY).fetchall():
            earlier = sql.SQL(", ").join(
                sql.SQL("{0} = {0} - {1}::int").format(sql.Identifier(each), sql.Literal(days))
                for each in columns
            )
            clock.execute(
                sql.SQL("UPDATE {} SET {} WHERE household_id = %s").format(sql.Identifier(table), earlier),
                [household],
            )
