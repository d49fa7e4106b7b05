from django.db import migrations

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """Who acts, as SQL: functions that every policy above reads."""

    dependencies = [("kernel", "0001_initial")]
    operations = [
        Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS btree_gist"),
        Sql(
            """
            CREATE FUNCTION my_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
              $$ SELECT nullif(current_setting('intreccio.user', true), '')::uuid $$;
            CREATE FUNCTION my_membership() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
              $$ SELECT nullif(current_setting('intreccio.membership', true), '')::uuid $$;
            CREATE FUNCTION my_house() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
              $$ SELECT nullif(current_setting('intreccio.house', true), '') $$;
            CREATE FUNCTION actor() RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
              DECLARE name text := coalesce(my_membership()::text, my_house(), my_user()::text);
              BEGIN
                IF name IS NULL THEN
                  RAISE EXCEPTION 'no actor is set' USING ERRCODE = 'insufficient_privilege';
                END IF;
                RETURN name;
              END $$
            """
        ),
    ]
