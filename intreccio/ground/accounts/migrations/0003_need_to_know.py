from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Sql


class Migration(migrations.Migration):
    """A row holds an address, and its owner may be of a family of ours: the door reads it, and its owner.

    Whose colleagues one is, is known above: `organisations` adds them.
    """

    dependencies = [("accounts", "0002_guard")]
    operations = [
        Sql(
            "ALTER POLICY see ON accounts_user USING"
            f" ({ANYONE} AND (id = (SELECT my_user()) OR (SELECT my_house()) = 'door'))"
        ),
    ]
