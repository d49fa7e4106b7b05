from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import Definer, Sql

DUE = """
                SELECT o.id, o.goes_id, o.day, o.at FROM around_outing o
                JOIN cases_case c ON c.id = o.case_id AND c.voided_at IS NULL AND (c.ended_on IS NULL OR o.day <= c.ended_on)
                WHERE {which} AND o.state = 'planned' AND o.goes_id IS NOT NULL AND sees_record(o.goes_id, o.household_id)
                  AND NOT EXISTS (SELECT FROM people_person p LEFT JOIN people_person r ON r.id = p.merged_into_id
                    WHERE p.id = o.person_id AND coalesce(r.died_on, p.died_on) IS NOT NULL)
"""


class Migration(migrations.Migration):
    """Going together has its place in a week, and whoever goes is reminded of it: the house's `jobs` are told when, and of whom nothing."""

    dependencies = [("around", "0002_guard"), ("cases", "0017_calendar"), ("people", "0016_helpers")]
    operations = [
        migrations.AddIndex(
            "outing",
            models.Index(fields=["team", "done_on"], condition=Q(done_on__isnull=False), name="outing_done_in_week"),
        ),
        migrations.AddIndex(
            "outing", models.Index(fields=["day"], condition=Q(state="planned"), name="outing_to_remind")
        ),
        Sql(
            "GRANT SELECT ON around_outing TO {definer}; CREATE POLICY definer ON around_outing FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "outings_to_remind(first date, last date, one uuid)",
            "TABLE (key uuid, hat uuid, day date, hour time)",
            f"""
            BEGIN
              IF my_house() IS DISTINCT FROM 'jobs' THEN RETURN; END IF;
              IF one IS NULL THEN
                RETURN QUERY {DUE.format(which="o.day BETWEEN first AND last")};
              ELSE
                RETURN QUERY {DUE.format(which="o.id = one")};
              END IF;
            END
            """,
            language="plpgsql",
        ),
    ]
