from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import Sql

GONE = [("mistake", "era un errore di chi l'ha scritto"), ("withdrawn", "chi lo aveva detto lo ritira")]


class Migration(migrations.Migration):
    """For whom a minor says that it does not agree, and with which reservation: of what was there before nobody has asked.

    Why a yes no longer counts: said once, by whoever annuls it.
    """

    dependencies = [("plans", "0015_goal_families")]
    operations = [
        migrations.AddField(
            "disagreement",
            "shared",
            models.BooleanField(
                default=False, help_text="a minor agrees that the family and others read it; of a grown-up nobody asks"
            ),
        ),
        migrations.AddField(
            "acceptance",
            "reservation_shared",
            models.BooleanField(
                default=False, help_text="a minor agrees that the family and others read the reservation"
            ),
        ),
        migrations.AddField(
            "acceptance",
            "gone",
            models.CharField(
                blank=True, choices=GONE, default="", help_text="why it no longer counts; of before nobody has said",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "acceptance",
            models.CheckConstraint(
                condition=Q(gone="") | Q(gone__in=[code for code, _label in GONE], voided_at__isnull=False),
                name="yes_gone_once_annulled",
            ),
        ),
        Sql(
            """
            GRANT UPDATE (gone) ON plans_acceptance TO {app};
            CREATE FUNCTION keep_why_it_went() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS
              'BEGIN RAISE insufficient_privilege USING MESSAGE = ''why a yes no longer counts is said once''; END';
            CREATE TRIGGER keep_why_it_went BEFORE UPDATE OF gone ON plans_acceptance FOR EACH ROW
              WHEN (current_user = '{app}' AND OLD.voided_at IS NOT NULL AND NEW.gone IS DISTINCT FROM OLD.gone)
              EXECUTE FUNCTION keep_why_it_went()
            """
        ),
    ]
