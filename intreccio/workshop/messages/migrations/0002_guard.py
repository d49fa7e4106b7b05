from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Guard

HOUSE = "(SELECT my_house()) IN ('door', 'jobs')"
JOBS = "(SELECT my_house()) = 'jobs'"
# What keeps the promise of a year sees and deletes only what is old, whatever the parameter says.
ERASER = "(SELECT my_house()) = 'eraser' AND {moment} < (SELECT now()) - interval '6 months'"
OLD_LINK, OLD_MAIL = ERASER.format(moment="expires_at"), ERASER.format(moment="coalesce(sent_at, queued_at)")
MINE = "made_by IS NOT DISTINCT FROM (SELECT my_membership())"


class Migration(migrations.Migration):
    """A link is read by the door that opens it, the job that writes it down, and who made it; a mail by the job.

    What has been kept long enough is deleted by the eraser. Whoever acts may have a mail written; `organisations`, which knows who administers, lets them read the list.
    """

    dependencies = [("post", "0001_initial"), ("kernel", "0003_guard")]
    operations = [
        Guard(
            "post_onetimelink",
            see=f"{HOUSE} OR made_by = (SELECT my_membership()) OR ({OLD_LINK})",
            add=f"{ANYONE} AND {MINE}",
            change=HOUSE,
            delete=OLD_LINK,
        ),
        Guard("post_mail", see=f"{JOBS} OR ({OLD_MAIL})", add=ANYONE, change=JOBS, delete=OLD_MAIL),
    ]
