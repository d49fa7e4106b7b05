from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import sees
from intreccio.parties.people.vocabulary import Level


class Migration(migrations.Migration):
    """Whether a visit is told of by a note that stands, also by one for fewer: who sees the family is answered yes or no."""

    dependencies = [("diary", "0013_who_wrote")]
    operations = [
        Sql(
            "GRANT SELECT ON diary_visitnote TO {definer};"
            " CREATE POLICY definer ON diary_visitnote FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "visit_is_told(one uuid)",
            "boolean",
            "SELECT EXISTS (SELECT FROM diary_visitnote n WHERE n.visit_id = one AND n.voided_at IS NULL"
            f" AND {sees(Level.RECORD, household='n.household_id', team='n.team_id')})",
        ),
    ]
