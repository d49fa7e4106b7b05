from django.db import migrations

from intreccio.ground.kernel.security import Guard, Sql
from intreccio.parties.people.policies import (
    follows_household,
    names_its_family,
    of_the_same_family,
    sees,
    writes,
)
from intreccio.parties.people.vocabulary import Level

OUTING = "around_outing"
# Of this family, not only in sight: a person, and a request.
SOMEBODY = (
    "(person_id IS NULL OR EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.person_id = around_outing.person_id"
    " AND m.household_id = around_outing.household_id AND m.voided_at IS NULL))"
)
REQUEST = (
    "(referral_id IS NULL OR EXISTS (SELECT 1 FROM referrals_referralorigin o WHERE o.referral_id = around_outing.referral_id"
    " AND o.household_id = around_outing.household_id))"
)
STAYS_WITH_ITS_FAMILY = (
    f"CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {OUTING} FOR EACH ROW"
    " WHEN (current_user = '{app}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
)


class Migration(migrations.Migration):
    """Who reads the record reads who went where; the team in charge writes. What was asked, and of whom, does not change."""

    dependencies = [
        ("around", "0001_initial"),
        ("referrals", "0002_guard"),
        ("cases", "0006_same_family"),
        ("people", "0016_helpers"),
    ]
    operations = [
        follows_household(OUTING),
        Guard(
            OUTING,
            see=sees(Level.RECORD),
            add=f"{writes()} AND {SOMEBODY} AND {REQUEST}",
            change=f"{writes()}",
            check=f"{writes()} AND {SOMEBODY}",
            columns="version, person_id, goes_id, also, day, at, meet_at, bring, state, done_on, stopped, words, let_go",
            history="record",
            household="household_id",
        ),
        names_its_family(OUTING),
        of_the_same_family(OUTING, "case_id", "cases_case"),
        of_the_same_family(OUTING, "again_of_id", OUTING),
        Sql(STAYS_WITH_ITS_FAMILY),
    ]
