from django.db import migrations

from intreccio.ground.kernel.security import Sql

# Whatever has these columns, whichever area it is of. Cascades of a hand-over are the owner's, and not bound.
STANDS = """
DO $do$
DECLARE each record;
BEGIN
  FOR each IN SELECT c.table_name, c.column_name FROM information_schema.columns c
    JOIN pg_tables t ON t.schemaname = c.table_schema AND t.tablename = c.table_name
    WHERE c.table_schema = 'public' AND c.column_name IN ('voided_at', 'household_id')
      AND c.table_name NOT IN ('kernel_event', 'kernel_reading', 'kernel_history', 'people_searchword')
  LOOP
    IF each.column_name = 'voided_at' THEN
      EXECUTE format('CREATE OR REPLACE TRIGGER keep_what_stands BEFORE UPDATE OF voided_at, voided_by, void_reason ON %I FOR EACH ROW'
        ' WHEN (current_user = ''{app}'') EXECUTE FUNCTION keep_what_stands()', each.table_name);
    ELSE
      EXECUTE format('CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON %I FOR EACH ROW'
        ' WHEN (current_user = ''{app}'' AND OLD.household_id IS NOT NULL AND NEW.household_id IS DISTINCT FROM OLD.household_id)'
        ' EXECUTE FUNCTION keep_its_family()', each.table_name);
    END IF;
  END LOOP;
END $do$
"""


class Migration(migrations.Migration):
    """What was annulled stays annulled, by whoever did it; a row stays with its family. A house test asks it of tables to come."""

    dependencies = [
        ("access", "0005_closing"),
        ("assessments", "0002_guard"),
        ("cases", "0007_reminders"),
        ("directory", "0005_own_places"),
        ("impact", "0004_taken_back"),
        ("kernel", "0005_cache"),
        ("organisations", "0007_nobody_grows"),
        ("people", "0005_counted_hint"),
        ("plans", "0003_agreed"),
        ("referrals", "0005_never_met"),
    ]
    operations = [Sql(STANDS)]
