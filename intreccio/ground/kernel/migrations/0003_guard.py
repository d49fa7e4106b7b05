from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, NOBODY, Definer, Guard, Sql

MINE = "user_id IS NOT DISTINCT FROM (SELECT my_user()) AND membership_id IS NOT DISTINCT FROM (SELECT my_membership()) AND coalesce(house, '') = coalesce((SELECT my_house()), '')"


class Migration(migrations.Migration):
    """Acts and readings are append-only and forged by nobody; old values are written by a trigger alone."""

    dependencies = [("kernel", "0002_functions")]
    operations = [
        Guard("kernel_event", see=NOBODY, add=f"{ANYONE} AND {MINE}", definer="SELECT"),
        Guard("kernel_reading", see="membership_id = (SELECT my_membership())", add=f"{ANYONE} AND {MINE}", definer="SELECT"),
        Guard("kernel_history", see=NOBODY, definer="INSERT"),
        Guard(
            "kernel_once",
            see="actor = (SELECT actor())",
            add="actor = (SELECT actor())",
            change="actor = (SELECT actor())",
        ),
        Guard("kernel_tally", see=ANYONE, add=ANYONE, change=ANYONE),
        Sql("GRANT USAGE ON SEQUENCE kernel_history_id_seq TO {definer}; GRANT USAGE ON SEQUENCE kernel_tally_id_seq TO {app}"),
        Definer(
            "keep_history()",
            "trigger",
            """
            DECLARE
              was jsonb := to_jsonb(OLD);
              is_now jsonb := to_jsonb(NEW);
              changed jsonb := (SELECT jsonb_object_agg(key, value) FROM jsonb_each(was) WHERE is_now -> key IS DISTINCT FROM value);
            BEGIN
              IF changed IS NOT NULL THEN
                INSERT INTO kernel_history
                  (at, user_id, membership_id, house, table_name, row_id, household_id, person_id, demand, old)
                VALUES (clock_timestamp(), my_user(), my_membership(), coalesce(my_house(), CASE WHEN my_user() IS NULL THEN session_user ELSE '' END),
                  TG_TABLE_NAME, (was ->> 'id')::uuid,
                  (was ->> nullif(TG_ARGV[1], ''))::uuid, (was ->> nullif(TG_ARGV[2], ''))::uuid, TG_ARGV[0], changed);
              END IF;
              RETURN NULL;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql(
            "CREATE TABLE kernel_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);"
            "CREATE INDEX kernel_cache_expires ON kernel_cache (expires);"
            "GRANT SELECT, INSERT, UPDATE, DELETE ON kernel_cache TO {app}"
        ),
    ]
