from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

DUE = """
                SELECT v.id, goes, v.day, v.hour FROM diary_visit v CROSS JOIN LATERAL unnest(v.workers) goes
                WHERE {which} AND v.state = 'planned' AND sees_record(goes, v.household_id)
"""


class Migration(migrations.Migration):
    """Whoever goes to a visit is reminded of it: the house's `jobs` are told when, and of whom nothing."""

    dependencies = [("diary", "0007_reminders")]
    operations = [
        Sql(
            "GRANT SELECT ON diary_visit TO {definer}; CREATE POLICY definer ON diary_visit FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "visits_to_remind(first date, last date, one uuid)",
            "TABLE (key uuid, hat uuid, day date, hour time)",
            f"""
            BEGIN
              IF my_house() IS DISTINCT FROM 'jobs' THEN RETURN; END IF;
              IF one IS NULL THEN
                RETURN QUERY {DUE.format(which="v.day BETWEEN first AND last")};
              ELSE
                RETURN QUERY {DUE.format(which="v.id = one")};
              END IF;
            END
            """,
            language="plpgsql",
        ),
    ]
