from django.db import migrations

from intreccio.ground.kernel.security import Sql

ASKED = ("organisations_membership", "organisations_team", "organisations_teammembership")


class Migration(migrations.Migration):
    """Which teams are mine is worked out once a statement: its tables ask it again and again, and hear the same.

    What is kept is kept of one actor, one statement and one turn; whoever changes who belongs where begins a new turn.
    """

    dependencies = [("organisations", "0010_strategy")]
    operations = [
        Sql(
            "CREATE FUNCTION asking() RETURNS text LANGUAGE sql STABLE AS $$"
            " SELECT concat(my_membership(), ' ', statement_timestamp(), ' ', current_setting('intreccio.turn', true), ' ') $$"
        ),
        Sql(
            """
            CREATE OR REPLACE FUNCTION my_teams() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
              DECLARE
                asked text := asking();
                kept text := current_setting('intreccio.teams', true);
                teams uuid[];
              BEGIN
                IF actor() IS NULL OR starts_with(kept, asked) THEN
                  RETURN substr(kept, length(asked) + 1)::uuid[];
                END IF;
                teams := teams_of(my_membership());
                -- Hundreds are read from the tables sooner than from words.
                IF cardinality(teams) < 100 THEN
                  PERFORM set_config('intreccio.teams', asked || teams::text, true);
                END IF;
                RETURN teams;
              END $$
            """
        ),
        Sql(
            "CREATE FUNCTION ask_anew() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " PERFORM set_config('intreccio.turn', clock_timestamp()::text, true); RETURN NULL; END $$"
        ),
        *[
            Sql(
                f"CREATE TRIGGER ask_anew AFTER INSERT OR UPDATE OR DELETE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION ask_anew()"
            )
            for table in ASKED
        ],
    ]
