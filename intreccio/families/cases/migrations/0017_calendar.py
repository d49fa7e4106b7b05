from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import Definer, Sql

OPEN = Q(ended_on__isnull=True, voided_at__isnull=True)
TO_COME = Q(held_on__isnull=True, voided_at__isnull=True)
IN_DAYS = "{day} BETWEEN first AND last"
# Meetings still to come, to whoever is asked and has not said no; agreed reviews, to who answers for the family.
DUE = """
                SELECT 'meeting', n.id, s.membership_id, n.day, n.at
                FROM cases_conference n JOIN cases_case c ON c.id = n.case_id JOIN cases_conferenceseat s ON s.conference_id = n.id
                WHERE {meeting} AND n.held_on IS NULL AND n.voided_at IS NULL AND c.ended_on IS NULL AND c.voided_at IS NULL
                  AND s.is_asked AND s.membership_id IS NOT NULL AND s.answer NOT IN ('not', 'cannot')
                  AND sees_record(s.membership_id, n.household_id)
                UNION ALL
                SELECT 'review', c.id, c.responsible_id, c.review_on, NULL::time FROM cases_case c
                WHERE {review} AND c.ended_on IS NULL AND c.voided_at IS NULL AND c.responsible_id IS NOT NULL
                  AND sees_record(c.responsible_id, c.household_id)
"""
ALL = DUE.format(meeting=IN_DAYS.format(day="n.day"), review=IN_DAYS.format(day="c.review_on"))
ONE = DUE.format(meeting="n.id = one", review="c.id = one AND c.review_on IS NOT NULL")


class Migration(migrations.Migration):
    """A week is found by its team and its days; the house's `jobs` are told what is near, and of whom nothing."""

    dependencies = [("cases", "0016_own_hand"), ("people", "0015_sees_record")]
    operations = [
        migrations.AddIndex(
            "conference", models.Index(fields=["team", "day"], condition=Q(voided_at__isnull=True), name="conference_in_week")
        ),
        migrations.AddIndex("conference", models.Index(fields=["day"], condition=TO_COME, name="conference_to_remind")),
        migrations.AddIndex("case", models.Index(fields=["team", "review_on"], condition=OPEN, name="case_review_in_week")),
        migrations.AddIndex("case", models.Index(fields=["review_on"], condition=OPEN, name="case_review_to_remind")),
        *[
            Sql(f"GRANT SELECT ON {table} TO {{definer}}; CREATE POLICY definer ON {table} TO {{definer}} USING (true)")
            for table in ("cases_conference", "cases_conferenceseat")
        ],
        Definer(
            "cases_to_remind(first date, last date, one uuid)",
            "TABLE (kind text, key uuid, hat uuid, day date, hour time)",
            f"""
            BEGIN
              IF my_house() IS DISTINCT FROM 'jobs' THEN RETURN; END IF;
              IF one IS NULL THEN
                RETURN QUERY {ALL};
              ELSE
                RETURN QUERY {ONE};
              END IF;
            END
            """,
            language="plpgsql",
        ),
    ]
