from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee


class Migration(migrations.Migration):
    """Whoever may see one of somebody's hats, worn or put down, reads their name: hats are asked under their own guard."""

    # The functions of `0002_sight` are written over the table as it was.
    run_before = [("accounts", "0004_colleague")]
    dependencies = [("organisations", "0004_authority"), ("accounts", "0003_need_to_know")]
    operations = [
        AlsoSee(
            "accounts_user",
            "colleagues",
            "EXISTS (SELECT 1 FROM organisations_membership m WHERE m.user_id = accounts_user.id)",
        ),
    ]
