from django.db import migrations

from intreccio.ground.kernel.security import Guard
from intreccio.parties.people.policies import follows_household, sees, writes
from intreccio.parties.people.vocabulary import Level

EDITED = ("plans_plan", "plans_goal", "plans_planaction", "plans_disagreement")
# Written once: all that may be said of them later is that they were a mistake.
WRITTEN_ONCE = {
    "plans_goallink": "",
    "plans_goalscore": " AND by_id = (SELECT my_membership())",
    "plans_acceptance": " AND written_by_id = (SELECT my_membership())",
}
ONLY_VOIDED = "voided_at, voided_by, void_reason"


class Migration(migrations.Migration):
    """Rows of families: seen at level *record*, written by the team in charge, moved with their household."""

    dependencies = [("plans", "0001_initial"), ("people", "0002_sight")]
    operations = [
        *[follows_household(table) for table in (*EDITED, *WRITTEN_ONCE)],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=writes(),
                change=writes(),
                history="record",
                household="household_id",
            )
            for table in EDITED
        ],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=f"{writes()}{by_whom}",
                change=writes(),
                history="record",
                household="household_id",
                columns=ONLY_VOIDED,
            )
            for table, by_whom in WRITTEN_ONCE.items()
        ],
    ]
