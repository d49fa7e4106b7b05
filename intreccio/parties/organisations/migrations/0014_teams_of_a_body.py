import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from intreccio.ground.kernel.security import Definer, Guard, Sql


class Migration(migrations.Migration):
    """The teams of a body stand in one row, so that asking a lead which are theirs is reading one row (decision 106)."""

    dependencies = [("organisations", "0013_protocols")]
    operations = [
        migrations.CreateModel(
            name="BodyTeams",
            fields=[
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="organisations.organisation",
                    ),
                ),
                (
                    "teams",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
            ],
        ),
        Sql(
            "ALTER TABLE organisations_team NO FORCE ROW LEVEL SECURITY;"
            " ALTER TABLE organisations_organisation NO FORCE ROW LEVEL SECURITY;"
            " INSERT INTO organisations_bodyteams SELECT organisation_id, array_agg(id) FROM organisations_team GROUP BY 1;"
            " SET CONSTRAINTS ALL IMMEDIATE;"
            " ALTER TABLE organisations_team FORCE ROW LEVEL SECURITY;"
            " ALTER TABLE organisations_organisation FORCE ROW LEVEL SECURITY"
        ),
        # The functions alone: nobody reads it, and nobody writes it by hand.
        Guard("organisations_bodyteams", see=None, definer="SELECT, INSERT, UPDATE"),
        Definer(
            "keep_body_teams()",
            "trigger",
            """
            BEGIN
              IF TG_OP <> 'INSERT' THEN
                UPDATE organisations_bodyteams SET teams = array_remove(teams, OLD.id) WHERE organisation_id = OLD.organisation_id;
              END IF;
              IF TG_OP <> 'DELETE' THEN
                INSERT INTO organisations_bodyteams AS body VALUES (NEW.organisation_id, ARRAY[NEW.id])
                  ON CONFLICT (organisation_id) DO UPDATE SET teams = body.teams || NEW.id;
              END IF;
              RETURN NULL;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql(
            "CREATE TRIGGER keep_body_teams AFTER INSERT OR DELETE OR UPDATE OF organisation_id ON organisations_team"
            " FOR EACH ROW EXECUTE FUNCTION keep_body_teams()"
        ),
        # Replaced and not made anew: policies stand on it. Its owner and its rights stay as they were.
        Sql(
            """
            CREATE OR REPLACE FUNCTION teams_of(who uuid) RETURNS uuid[] LANGUAGE sql STABLE
              SECURITY DEFINER SET search_path = public, pg_temp AS $$
              SELECT coalesce((
                SELECT coalesce(body.teams, '{{}}') || ARRAY(
                  SELECT t.team_id FROM organisations_teammembership t
                  WHERE t.membership_id = m.id AND t.since <= today() AND (t.until IS NULL OR today() < t.until)
                    AND (body.teams IS NULL OR t.team_id <> ALL (body.teams)))
                FROM organisations_membership m
                  LEFT JOIN organisations_bodyteams body
                    ON m.role = 'organisation_lead' AND body.organisation_id = m.organisation_id
                WHERE m.id = who AND m.role IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'organisation_lead')
                  AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
              ), '{{}}')
            $$
            """
        ),
    ]
