from django.db import migrations

from intreccio.families.access.policies import DECIDERS, MY_DESKS
from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """A signal goes from a desk to another, with all its rows: `access_signal` leads, the others cascade."""

    dependencies = [("access", "0002_guard")]
    operations = [
        # The row leaves its writer's sight, which an UPDATE under row security refuses: the rule is repeated inside.
        # What the first desk chose is its own: the next one begins by reading. The days go on from the day it arrived.
        Definer(
            "pass_on_signal(about uuid, to_desk uuid)",
            "boolean",
            f"""
            BEGIN
              UPDATE access_triage t SET state = 'received', read_by = NULL, step = '', assigned_to_id = NULL,
                  assigned_until = NULL, version = t.version + 1
                WHERE t.signal_id = about AND {DECIDERS} AND t.desk_id = {MY_DESKS} AND t.household_id IS NULL
                  AND t.state IN ('received', 'read', 'assessment')
                  AND NOT EXISTS (SELECT 1 FROM access_contact c WHERE c.signal_id = about)
                  AND EXISTS (SELECT 1 FROM organisations_team d WHERE d.id = to_desk AND d.id <> t.desk_id
                    AND d.kind = 'desk' AND (d.closed_on IS NULL OR d.closed_on > today()));
              IF NOT FOUND THEN RETURN false; END IF;
              UPDATE access_signal SET desk_id = to_desk WHERE id = about;
              RETURN true;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
