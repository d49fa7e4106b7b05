from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Guard

HOUSE = "(SELECT my_house()) IN ('door', 'jobs')"
JOBS = "(SELECT my_house()) = 'jobs'"
MINE = "made_by IS NOT DISTINCT FROM (SELECT my_membership())"


class Migration(migrations.Migration):
    """A link is read by the door that opens it, the job that writes it down, and who made it; a mail by the job.

    Whoever acts may have a mail written; `organisations`, which knows who administers, lets them read the list.
    """

    dependencies = [("post", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard(
            "post_onetimelink",
            see=f"{HOUSE} OR made_by = (SELECT my_membership())",
            add=f"{ANYONE} AND {MINE}",
            change=HOUSE,
        ),
        Guard("post_mail", see=JOBS, add=ANYONE, change=JOBS),
    ]
