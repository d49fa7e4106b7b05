from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

TABLES = ("diary_supportcycle", "diary_supportmeeting")
DUE = """
                SELECT m.id, l.psychologist_id, m.day, m.hour
                FROM diary_supportmeeting m JOIN diary_supportcycle c ON c.id = m.cycle_id JOIN diary_supportline l ON l.id = c.line_id
                WHERE {which} AND m.state = 'planned' AND c.ended_on IS NULL AND l.state = 'accepted' AND l.voided_at IS NULL
                  AND l.psychologist_id IS NOT NULL AND sees_record(l.psychologist_id, l.household_id)
"""


class Migration(migrations.Migration):
    """Who follows a line of support is reminded of its meetings: the house's `jobs` are told which, and of whom nothing."""

    dependencies = [("diary", "0006_guard_visits"), ("people", "0015_sees_record")]
    operations = [
        *[
            Sql(f"GRANT SELECT ON {table} TO {{definer}}; CREATE POLICY definer ON {table} TO {{definer}} USING (true)")
            for table in TABLES
        ],
        Definer(
            "support_to_remind(first date, last date, one uuid)",
            "TABLE (key uuid, hat uuid, day date, hour time)",
            f"""
            BEGIN
              IF my_house() IS DISTINCT FROM 'jobs' THEN RETURN; END IF;
              IF one IS NULL THEN
                RETURN QUERY {DUE.format(which="m.day BETWEEN first AND last")};
              ELSE
                RETURN QUERY {DUE.format(which="m.id = one")};
              END IF;
            END
            """,
            language="plpgsql",
        ),
    ]
