from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import MY_TEAMS, granted
from intreccio.parties.people.vocabulary import Level

PATH = "plans_familypath"
IN_SIGHT = f"(my_house() = 'jobs' OR h.team_id = {MY_TEAMS} OR h.id = {granted(Level.KNOWN)})"


class Migration(migrations.Migration):
    """What waits under the name of a home that has become one with another asks that one too."""

    dependencies = [("plans", "0025_silence")]
    operations = [
        Sql("DROP FUNCTION wants_silence(uuid)"),
        Definer(
            "wants_silence(family uuid)",
            "boolean",
            f"""
            WITH RECURSIVE homes AS (
              SELECT h.id, h.joined_into_id FROM people_household h WHERE h.id = family
              UNION SELECT h.id, h.joined_into_id FROM homes JOIN people_household h ON h.id = homes.joined_into_id)
            SELECT actor() IS NULL OR NOT EXISTS (SELECT 1 FROM people_household h WHERE h.id = family AND {IN_SIGHT})
              OR EXISTS (SELECT 1 FROM homes WHERE silence_came_along(homes.id, 1)
                OR EXISTS (SELECT 1 FROM {PATH} p JOIN cases_case c ON c.id = p.case_id AND c.voided_at IS NULL
                  WHERE p.household_id = homes.id AND p.silent_since IS NOT NULL AND p.voided_at IS NULL))
            """,
        ),
    ]
