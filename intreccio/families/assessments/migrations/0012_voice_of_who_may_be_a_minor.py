from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import MY_TEAMS, of_age, sees
from intreccio.parties.people.rules.ages import YOUNG
from intreccio.parties.people.vocabulary import Level

VOICES = "assessments_pointofview"
CALLED_YOUNG = ", ".join(f"'{role}'" for role in sorted(YOUNG))
OF_A_CHILD = "(voice = 'child' OR (voice = 'other' AND may_be_a_child(person_id, household_id, heard_on)))"


class Migration(migrations.Migration):
    """Of who is called a sibling or in foster care here and has no birth written, and who becomes eighteen in a year of which no day
    is written, a voice that was taken for another grown-up's is read by the team in charge alone, as a child's is (decision 100).
    """

    dependencies = [
        ("assessments", "0011_answers_of_a_child"),
        ("organisations", "0001_initial"),
        ("people", "0002_sight"),
    ]
    operations = [
        Definer(
            "may_be_a_child(person uuid, household uuid, day date)",
            "boolean",
            "SELECT EXISTS (SELECT 1 FROM people_person p LEFT JOIN people_person k ON k.id = p.merged_into_id"
            " WHERE p.id = may_be_a_child.person AND CASE"
            f" WHEN k.birth_date IS NOT NULL AND NOT {of_age('k', 'may_be_a_child.day')} THEN true"
            f" WHEN p.birth_date IS NOT NULL THEN NOT {of_age('p', 'may_be_a_child.day')}"
            " WHEN k.birth_date IS NOT NULL THEN false"
            " ELSE EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.household_id = may_be_a_child.household"
            f" AND m.person_id IN (p.id, k.id) AND m.voided_at IS NULL AND m.role IN ({CALLED_YOUNG})) END)",
        ),
        Sql(
            f"ALTER POLICY see ON {VOICES} USING ({sees(Level.RECORD)} AND (team_id = {MY_TEAMS} OR NOT {OF_A_CHILD}))"
        ),
    ]
