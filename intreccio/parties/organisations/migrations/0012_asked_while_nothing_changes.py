from django.db import migrations

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """What was worked out is heard for as long as nothing has changed, and not for one statement alone.

    Two statements of one transaction with the same snapshot see the same rows of everybody else; what this transaction
    itself changes begins a new turn. Whatever somebody else commits meanwhile makes it another snapshot.
    """

    dependencies = [("organisations", "0011_asked_once")]
    operations = [
        Sql(
            "CREATE OR REPLACE FUNCTION asking() RETURNS text LANGUAGE sql STABLE AS $$"
            " SELECT concat(my_membership(), ' ', pg_current_snapshot(), ' ', current_setting('intreccio.turn', true), ' ') $$"
        ),
    ]
