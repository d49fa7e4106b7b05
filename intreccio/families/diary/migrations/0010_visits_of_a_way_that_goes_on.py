from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

DUE = """
                SELECT v.id, goes, v.day, v.hour FROM diary_visit v
                JOIN cases_case c ON c.id = v.case_id AND c.voided_at IS NULL AND (c.ended_on IS NULL OR v.day <= c.ended_on)
                CROSS JOIN LATERAL unnest(v.workers) goes
                WHERE {which} AND v.state = 'planned' AND sees_record(goes, v.household_id)
"""


class Migration(migrations.Migration):
    """Of a way that has ended, or was opened by mistake, no visit is reminded any more."""

    dependencies = [("diary", "0009_hours_of_a_worker"), ("cases", "0017_calendar")]
    operations = [
        Sql("DROP FUNCTION visits_to_remind(date, date, uuid)"),
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
