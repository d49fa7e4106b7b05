from django.db import migrations

from intreccio.ground.kernel.security import Sql
from intreccio.parties.people.policies import MY_TEAMS, of_age, sees
from intreccio.parties.people.vocabulary import Level

NO, YES = "plans_disagreement", "plans_acceptance"


def grown_up(table: str, day: str) -> str:
    """Of two rows that are one person, the birth of the one that is kept counts; what is written of the other is asked too."""
    day = f"{table}.{day}"
    return (
        f"EXISTS (SELECT 1 FROM people_person p WHERE p.id = {table}.person_id AND CASE"
        f" WHEN p.merged_into_id IS NULL THEN {of_age('p', day)}"
        f" ELSE (p.birth_date IS NULL OR {of_age('p', day)})"
        f" AND EXISTS (SELECT 1 FROM people_person k WHERE k.id = p.merged_into_id AND {of_age('k', day)}) END)"
    )


class Migration(migrations.Migration):
    """What a minor says no to, and its yes that no longer counts, stay with the team also where they were written of a row that
    was found to be the same child (decision 101)."""

    dependencies = [
        ("plans", "0018_yes_of_a_minor"),
        ("people", "0002_sight"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        Sql(
            f"ALTER POLICY see ON {NO} USING"
            f" ({sees(Level.RECORD)} AND (team_id = {MY_TEAMS} OR shared OR {grown_up(NO, 'said_on')}));"
            f"ALTER POLICY see ON {YES} USING ({sees(Level.RECORD)} AND (voided_at IS NULL OR team_id = {MY_TEAMS}"
            f" OR person_id IS NULL OR {grown_up(YES, 'day')}))"
        )
    ]
