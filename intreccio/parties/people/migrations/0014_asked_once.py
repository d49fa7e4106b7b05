from django.db import migrations

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """Which families are open to me is worked out once a statement, as which teams are mine."""

    dependencies = [("people", "0013_deaths"), ("organisations", "0011_asked_once")]
    operations = [
        # Replaced and not made anew: policies stand on it. Its owner and its rights stay as they were.
        Sql(
            """
            CREATE OR REPLACE FUNCTION my_granted(level integer) RETURNS uuid[] LANGUAGE plpgsql STABLE
              SECURITY DEFINER SET search_path = public, pg_temp AS $$
              DECLARE
                asked text := asking();
                place text := 'intreccio.granted_' || my_granted.level;
                kept text := current_setting(place, true);
                opened uuid[];
              BEGIN
                IF starts_with(kept, asked) THEN
                  RETURN substr(kept, length(asked) + 1)::uuid[];
                END IF;
                SELECT coalesce(array_agg(o.household), '{{}}') INTO opened FROM my_openings() o WHERE o.level >= my_granted.level;
                -- Unlike one's teams, they are found sooner in words than in the tables.
                IF cardinality(opened) < 2000 THEN
                  PERFORM set_config(place, asked || opened::text, true);
                END IF;
                RETURN opened;
              END $$
            """
        ),
        Sql(
            "CREATE TRIGGER ask_anew AFTER INSERT OR UPDATE OR DELETE ON people_grant"
            " FOR EACH STATEMENT EXECUTE FUNCTION ask_anew()"
        ),
    ]
