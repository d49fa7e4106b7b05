from django.db import migrations, models

from intreccio.ground.kernel.security import Sql
from intreccio.parties.people.policies import sees
from intreccio.parties.people.vocabulary import Level

NOTE = "diary_restrictednote"
ME = "(SELECT my_membership())"
PSYCHOLOGIST = "(SELECT my_role()) = 'psychologist'"


def read_by(note: str) -> str:
    """Professional secrecy outlives the charge: its author reads a note whoever the family is with; whom it was passed on to,
    while the family is theirs to see."""
    passed_on = sees(Level.RECORD, household=f"{note}.household_id", team=f"{note}.team_id")
    return f"({PSYCHOLOGIST} AND ({note}.author_id = {ME} OR ({note}.passed_to_id = {ME} AND {passed_on})))"


class Migration(migrations.Migration):
    """Notes stay with their author when a family goes to another team; the lines it goes with are found by that team."""

    dependencies = [("diary", "0002_guard")]
    operations = [
        Sql(f"ALTER POLICY see ON {NOTE} USING {read_by(NOTE)}"),
        Sql(
            "ALTER POLICY see_notes ON kernel_history USING"
            f" (demand = 'note' AND EXISTS (SELECT 1 FROM {NOTE} n WHERE n.id = kernel_history.row_id AND {read_by('n')}))"
        ),
        migrations.AddIndex(
            model_name="supportline",
            index=models.Index(
                condition=models.Q(("state", "accepted"), ("voided_at__isnull", True)),
                fields=["team", "answered_on"],
                name="support_of_team",
            ),
        ),
        migrations.AddIndex(
            model_name="restrictednote", index=models.Index(fields=["author", "-written_at"], name="note_of_author")
        ),
    ]
