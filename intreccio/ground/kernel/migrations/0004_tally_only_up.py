from django.db import migrations

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """A limit is counted up and never down: whoever is counted cannot begin again before their time."""

    dependencies = [("kernel", "0003_guard")]
    operations = [
        Sql(
            "CREATE FUNCTION only_up() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN RAISE insufficient_privilege USING MESSAGE = ''a tally only grows''; END';"
            "CREATE TRIGGER only_up BEFORE UPDATE ON kernel_tally FOR EACH ROW"
            " WHEN (current_user = '{app}' AND (NEW.count < OLD.count OR (NEW.bucket, NEW.span) <> (OLD.bucket, OLD.span)))"
            " EXECUTE FUNCTION only_up()"
        ),
    ]
