from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql


class Migration(migrations.Migration):
    """A yes takes a place and an end gives it back because of the state itself: there is no way of saying yes beside it."""

    dependencies = [("referrals", "0003_places")]
    operations = [
        Sql("REVOKE UPDATE (took_a_place) ON referrals_referral FROM {app}"),
        # Nobody counts beside a referral any more.
        Sql("REVOKE EXECUTE ON FUNCTION take_place(uuid, date), give_back_place(uuid, date) FROM {app}"),
        Definer(
            "count_the_place()",
            "trigger",
            """
            DECLARE told text;
            BEGIN
              IF NEW.state = 'accepted' THEN
                told := take_place(NEW.service_id, today());
                IF told = 'full' THEN
                  RAISE check_violation USING MESSAGE = 'no place is free', CONSTRAINT = 'referral_finds_room';
                END IF;
                NEW.took_a_place := told = 'taken';
              ELSIF OLD.took_a_place AND NEW.state IN ('declined', 'withdrawn', 'ended') THEN
                PERFORM give_back_place(NEW.service_id, today());
                NEW.took_a_place := false;
              END IF;
              RETURN NEW;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql(
            "CREATE TRIGGER count_the_place BEFORE UPDATE OF state ON referrals_referral FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NEW.state <> OLD.state) EXECUTE FUNCTION count_the_place()"
        ),
    ]
