from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import sees
from intreccio.parties.people.vocabulary import Level

PATH = "plans_familypath"
SAID = "('path.silence_asked', 'path.silence_lifted')"
# From which other homes its people came, and when: those that became one with it, and that of which it was a part.
CAME = """
    SELECT o.id AS source, e.at FROM people_household o JOIN kernel_event e ON e.household_id = home AND e.kind = 'homes.joined'
        AND e.codes ->> 'joined' = o.id::text
      WHERE o.joined_into_id = home
    UNION ALL
    SELECT e.household_id, e.at FROM kernel_event e
      WHERE e.kind = 'home.parted' AND e.codes ->> 'second' = home::text AND e.household_id IN (
        SELECT there.household_id FROM people_householdmembership here
          JOIN people_householdmembership there ON there.person_id = here.person_id AND there.household_id <> home
        WHERE here.household_id = home)
"""
# What was the last word about it on a path of that home, as things stood then.
ASKED_THERE = f"""
    EXISTS (SELECT FROM {PATH} p WHERE p.household_id = came.source AND p.voided_at IS NULL AND (
      SELECT s.kind FROM kernel_event s WHERE s.subject_id = p.id AND s.kind IN {SAID} AND s.at <= came.at
      ORDER BY s.at DESC LIMIT 1) = 'path.silence_asked')
"""
# Since then a path of its own has begun here, or has said something of it: from then on that one counts.
SAID_HERE = f"""
    EXISTS (SELECT FROM kernel_event x JOIN {PATH} p ON p.id = x.subject_id AND p.voided_at IS NULL
      WHERE x.household_id = home AND x.at > came.at AND x.kind IN ('path.begun', 'path.silence_asked', 'path.silence_lifted'))
"""
MOST = 5  # no family becomes another one more often


class Migration(migrations.Migration):
    """The silence that a family asked for goes where its people go, whoever answers for them there; whoever sees the family is told
    that there is one, and nothing else."""

    dependencies = [("plans", "0023_what_was_told"), ("people", "0013_deaths")]
    operations = [
        Sql(
            f"GRANT SELECT ON {PATH} TO {{definer}};"
            f"CREATE POLICY definer ON {PATH} FOR SELECT TO {{definer}} USING (true)"
        ),
        Definer(
            "silence_came_along(home uuid, depth integer)",
            "boolean",
            f"""
            BEGIN
              IF depth > {MOST} OR (depth = 0 AND NOT EXISTS (SELECT FROM people_household h
                  WHERE h.id = home AND {sees(Level.RECORD, household="h.id", team="h.team_id")})) THEN
                RETURN false;
              END IF;
              RETURN EXISTS (SELECT FROM ({CAME}) came
                WHERE ({ASKED_THERE} OR silence_came_along(came.source, depth + 1)) AND NOT {SAID_HERE});
            END
            """,
            language="plpgsql",
        ),
    ]
