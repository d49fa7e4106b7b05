from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Sql
from intreccio.parties.people.policies import MY_TEAMS, sees
from intreccio.parties.people.vocabulary import Level

NO, YES = "plans_disagreement", "plans_acceptance"


def grown_up(table: str, day: str) -> str:
    """Of whom the year alone is written, or a day that is a guess, nobody can tell before that year is over."""
    return (
        f"EXISTS (SELECT 1 FROM people_person p WHERE p.id = {table}.person_id"
        f" AND p.birth_date <= {table}.{day} - interval '18 years'"
        f" AND (p.birth_precision = 'exact' OR extract(year FROM p.birth_date) < extract(year FROM {table}.{day}) - 18))"
    )


class Migration(migrations.Migration):
    """A minor's yes that no longer counts is read by the team in charge and by who guides it, with why, and by no other body to which
    the record is open; nobody is taken for grown up of whom one cannot tell it (decision 101)."""

    dependencies = [
        ("plans", "0017_no_of_a_minor"),
        ("people", "0002_sight"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        Sql(
            f"ALTER POLICY see ON {NO} USING"
            f" ({sees(Level.RECORD)} AND (team_id = {MY_TEAMS} OR shared OR {grown_up(NO, 'said_on')}));"
            f"ALTER POLICY see ON {YES} USING ({sees(Level.RECORD)} AND (voided_at IS NULL OR team_id = {MY_TEAMS}"
            f" OR person_id IS NULL OR {grown_up(YES, 'day')}));"
            f"DROP TRIGGER keep_history ON {YES};"
            f"CREATE TRIGGER keep_history AFTER UPDATE ON {YES} FOR EACH ROW"
            " EXECUTE FUNCTION keep_history('acceptance', 'household_id', '');"
            "ALTER TABLE kernel_history NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE kernel_history SET demand = 'acceptance' WHERE table_name = '{YES}';"
            "ALTER TABLE kernel_history FORCE ROW LEVEL SECURITY"
        ),
        AlsoSee(
            "kernel_history",
            "see_acceptance",
            f"demand = 'acceptance' AND EXISTS (SELECT 1 FROM {YES} a WHERE a.id = kernel_history.row_id)",
        ),
    ]
