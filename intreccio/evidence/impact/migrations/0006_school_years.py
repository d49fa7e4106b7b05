from django.db import migrations, models

from intreccio.ground.kernel.security import Definer, Sql

# As in `0005_schools`, but that a year is told when the last week that began in it has ended, so that nothing in it changes any more;
# and by team too: a team knows what teachers told it, as who leads a body does. Neither has a name here.
OVER = "date_trunc('week', make_date(begun + 1, 9, 1)::timestamp - interval '1 day')::date + 7 <= today()"
SEEN = f"""
    SELECT f.school_id, f.outcome, CASE WHEN f.organisation_id IS NOT NULL THEN dense_rank() OVER (ORDER BY f.organisation_id) END::integer,
      CASE WHEN f.team_id IS NOT NULL THEN dense_rank() OVER (ORDER BY f.team_id) END::integer, f.weight::bigint
    FROM impact_fact f WHERE actor() IS NOT NULL AND f.kind IN ('school_sheet', 'school_seen') AND f.school_id IS NOT NULL
      AND {OVER} AND f.week >= make_date(begun, 9, 1) AND f.week < make_date(begun + 1, 9, 1)
"""


class Migration(migrations.Migration):
    """What teachers saw is told of whole weeks that are over, and leaves no small number to a team that knows its own."""

    dependencies = [("impact", "0005_schools")]
    operations = [
        migrations.AddField(
            model_name="fact",
            name="team_id",
            field=models.UUIDField(
                help_text="of what was seen at a school: whom it was told to, and of whom it leaves no small number",
                null=True,
            ),
        ),
        Sql("DROP FUNCTION impact_schools(integer)"),
        Definer(
            "impact_schools(begun integer)",
            "TABLE (school uuid, outcome text, body integer, team integer, n bigint)",
            "SELECT s.school_id, s.outcome::text, s.body, s.team, sum(s.n)::bigint"
            f" FROM ({SEEN}) s (school_id, outcome, body, team, n) GROUP BY 1, 2, 3, 4",
        ),
    ]
