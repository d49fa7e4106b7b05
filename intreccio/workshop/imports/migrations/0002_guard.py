from django.db import migrations

from intreccio.ground.kernel.security import NOBODY, Guard

MINE = "membership_id IS NOT DISTINCT FROM (SELECT my_membership()) AND house = coalesce((SELECT my_house()), '')"


class Migration(migrations.Migration):
    """Whoever acts may write that a file came in; who may read it is said by areas above, where it concerns them."""

    dependencies = [("imports", "0001_initial"), ("kernel", "0003_guard")]
    operations = [Guard("imports_batch", see=NOBODY, add=f"(SELECT actor()) IS NOT NULL AND {MINE}")]
