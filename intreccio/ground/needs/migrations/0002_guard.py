from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, NOBODY, Guard

MINE = "membership_id = (SELECT my_membership())"


class Migration(migrations.Migration):
    """The list is everybody's; what one uses most is one's own; the ledger is written by all and read by nobody yet."""

    dependencies = [("needs", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard("needs_taxonomyversion", see=ANYONE, definer="SELECT"),
        Guard("needs_need", see=ANYONE, definer="SELECT"),
        Guard("needs_needuse", see=MINE, add=MINE, change=MINE),
        Guard("needs_unmetneed", see=NOBODY, add=ANYONE),
    ]
