from django.db import migrations

from intreccio.ground.kernel.security import Sql

SEAT = "cases_conferenceseat"
KEPT = ("id", "conference_id", "membership_id", "person_id", "somebody", "came", "is_asked", "household_id", "team_id")


def row(side: str) -> str:
    return ", ".join(f"{side}.{name}" for name in KEPT)


class Migration(migrations.Migration):
    """A guest answers with their own hand, over the version that stands."""

    dependencies = [("cases", "0015_yes_withdrawn")]
    operations = [
        Sql(
            f"DROP TRIGGER keep_to_the_answer ON {SEAT};\n"
            f"CREATE TRIGGER keep_to_the_answer BEFORE UPDATE ON {SEAT} FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NOT OLD.team_id = ANY ((my_teams())::uuid[])"
            f" AND (({row('NEW')}) IS DISTINCT FROM ({row('OLD')})"
            " OR NEW.answered_by_id IS DISTINCT FROM my_membership() OR NEW.version <> OLD.version + 1))"
            " EXECUTE FUNCTION keep_to_the_answer()"
        ),
    ]
