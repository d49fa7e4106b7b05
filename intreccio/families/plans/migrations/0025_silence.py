from django.db import migrations

from intreccio.ground.kernel.security import Definer
from intreccio.parties.people.policies import MY_TEAMS, granted
from intreccio.parties.people.vocabulary import Level

PATH = "plans_familypath"
IN_SIGHT = f"(my_house() = 'jobs' OR h.team_id = {MY_TEAMS} OR h.id = {granted(Level.KNOWN)})"


class Migration(migrations.Migration):
    """Whether a family asked for silence is answered to whoever is about to send her something, whatever else of her they see; of a
    family out of sight the answer is yes."""

    dependencies = [("plans", "0024_silence_comes_along"), ("people", "0002_sight")]
    operations = [
        Definer(
            "wants_silence(family uuid)",
            "boolean",
            f"""
            SELECT actor() IS NULL OR NOT EXISTS (SELECT 1 FROM people_household h WHERE h.id = family AND {IN_SIGHT})
              OR EXISTS (SELECT 1 FROM {PATH} p JOIN cases_case c ON c.id = p.case_id AND c.voided_at IS NULL
                WHERE p.household_id = family AND p.silent_since IS NOT NULL AND p.voided_at IS NULL)
              OR silence_came_along(family, 1)
            """,
        ),
    ]
