from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Guard

DOOR = "(SELECT my_house()) = 'door'"


class Migration(migrations.Migration):
    """Users are colleagues, not families: whoever acts may read names; row security keeps `no actor` out."""

    dependencies = [("accounts", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard("accounts_user", see=ANYONE, add=DOOR, change=f"id = (SELECT my_user()) OR {DOOR}", definer="SELECT"),
    ]
