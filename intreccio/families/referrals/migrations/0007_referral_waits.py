from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """A mail that announces a request asks, as it leaves, whether the request still waits for an answer."""

    dependencies = [("referrals", "0006_who_decides")]
    operations = [
        Definer(
            "referral_waits(one uuid)",
            "boolean",
            """
            SELECT my_house() = 'jobs' AND EXISTS (SELECT FROM referrals_referral r WHERE r.id = one AND r.state IN ('asked', 'seen'))
            """,
        ),
    ]
