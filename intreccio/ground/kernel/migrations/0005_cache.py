from django.db import migrations

from intreccio.ground.kernel.security import Sql

DOOR = "(SELECT my_house()) = 'door'"
# What a function counts by itself is counted by nobody else.
OURS = "bucket NOT LIKE 'ask_if_known %'"


class Migration(migrations.Migration):
    """Limits are the door's: whoever is counted neither reads, nor empties, nor fills them. A mistake is said once, in one's own name."""

    dependencies = [("kernel", "0004_tally_only_up")]
    operations = [
        Sql(
            f"""
            ALTER TABLE kernel_cache ENABLE ROW LEVEL SECURITY;
            ALTER TABLE kernel_cache FORCE ROW LEVEL SECURITY;
            CREATE POLICY door ON kernel_cache TO {{app}} USING ({DOOR}) WITH CHECK ({DOOR});
            CREATE POLICY counted_elsewhere ON kernel_tally AS RESTRICTIVE TO {{app}} USING ({OURS}) WITH CHECK ({OURS});
            CREATE FUNCTION keep_what_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
            BEGIN
              IF OLD.voided_at IS NOT NULL THEN
                IF (NEW.voided_at, NEW.voided_by, NEW.void_reason) IS DISTINCT FROM (OLD.voided_at, OLD.voided_by, OLD.void_reason) THEN
                  RAISE insufficient_privilege USING MESSAGE = 'what was annulled stays annulled';
                END IF;
              ELSIF NEW.voided_at IS NOT NULL AND NEW.voided_by <> my_membership() THEN
                RAISE insufficient_privilege USING MESSAGE = 'nobody annuls in the name of another';
              END IF;
              RETURN NEW;
            END $$;
            CREATE FUNCTION keep_its_family() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN RAISE insufficient_privilege USING MESSAGE = ''a row stays with its family''; END'
            """
        ),
    ]
