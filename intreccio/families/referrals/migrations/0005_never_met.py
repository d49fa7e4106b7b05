from django.db import migrations, models

from intreccio.families.referrals.rules.states import TRANSITIONS
from intreccio.ground.kernel.security import Definer, Sql

ALONG_THE_TABLE = ", ".join(
    f"('{source}', '{row.target}')" for row in TRANSITIONS for source in row.sources if source
)


class Migration(migrations.Migration):
    """Who was expected and never met: the service says so, and the place is free again. What is taken back takes the telephone back."""

    dependencies = [("referrals", "0004_counted_by_the_state")]
    operations = [
        migrations.AlterField(
            model_name="referral",
            name="end_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("done", "fatto quanto chiesto"),
                    ("family_left", "la famiglia ha scelto di smettere"),
                    ("service_closed", "il servizio non è andato avanti"),
                    ("never_met", "non ci siamo mai incontrati"),
                ],
                max_length=16,
            ),
        ),
        Sql(
            "DROP TRIGGER go_along_the_table ON referrals_referral;"
            "CREATE TRIGGER go_along_the_table BEFORE UPDATE OF state ON referrals_referral FOR EACH ROW"
            f" WHEN (current_user = '{{app}}' AND NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN ({ALONG_THE_TABLE}))"
            " EXECUTE FUNCTION go_along_the_table()"
        ),
        # Whom to call is told with a yes, and is no longer theirs to know when the request is taken back or has ended. The sender keeps it.
        Definer(
            "take_back_whom_to_call()",
            "trigger",
            """
            BEGIN
              NEW.snapshot := NEW.snapshot - ARRAY(
                SELECT jsonb_object_keys(o.after_yes) FROM referrals_referralorigin o WHERE o.referral_id = NEW.id);
              RETURN NEW;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql(
            "CREATE TRIGGER take_back_whom_to_call BEFORE UPDATE OF state ON referrals_referral FOR EACH ROW"
            " WHEN (NEW.state IN ('withdrawn', 'ended') AND NEW.state <> OLD.state) EXECUTE FUNCTION take_back_whom_to_call()"
        ),
    ]
