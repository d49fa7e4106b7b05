from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Guard, Sql, policy
from intreccio.parties.people.policies import (
    MY_TEAMS,
    follows_household,
    names_its_family,
    of_the_same_family,
    sees,
    writes,
)
from intreccio.parties.people.vocabulary import Level

TABLES = ("assessments_assessment", "assessments_pointofview", "assessments_childwords")
IN_SIGHT = sees(Level.RECORD, household="v.household_id", team="v.team_id")
# Closed, it is read and no longer written: neither what was said in it, nor when it was closed.
STILL_OPEN = (
    "EXISTS (SELECT 1 FROM assessments_assessment a WHERE a.id = assessment_id"
    " AND a.closed_on IS NULL AND a.voided_at IS NULL)"
)
WRITES_IN = {table: f"{writes()} AND {STILL_OPEN}" if table != TABLES[0] else writes() for table in TABLES}
STAYS = "closed_on, begun_on, moment, case_id, instrument_id, read_together"
OURS = f"v.team_id = {MY_TEAMS} AND (SELECT my_role()) <> 'organisation_lead'"


def of_a_voice(row: str, standing: str) -> str:
    """A response through the voice that it is of: its own row, never an id that somebody wrote down."""
    return (
        "EXISTS (SELECT 1 FROM assessments_pointofview v JOIN assessments_assessment a ON a.id = v.assessment_id"
        f" WHERE v.response_id = {row} AND {standing})"
    )


class Migration(migrations.Migration):
    """Rows of families: seen at level *record*, written by the team in charge, moved with their household. What somebody
    answered is seen and corrected through its voice, and no longer corrected once the assessment is closed."""

    dependencies = [
        ("assessments", "0001_initial"),
        ("people", "0002_sight"),
        ("instruments", "0002_guard"),
        ("cases", "0006_same_family"),
    ]
    operations = [
        *[follows_household(table) for table in TABLES],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=WRITES_IN[table],
                change=WRITES_IN[table],
                history="record",
                household="household_id",
            )
            for table in TABLES
        ],
        Sql(
            "CREATE FUNCTION stay_closed() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN RAISE insufficient_privilege USING MESSAGE = ''a closed assessment is no longer written''; END';"
            "CREATE TRIGGER stay_closed BEFORE UPDATE ON assessments_assessment FOR EACH ROW WHEN (current_user = '{app}' AND OLD.closed_on IS NOT NULL AND ("
            + ", ".join(f"NEW.{name}" for name in STAYS.split(", "))
            + ") IS DISTINCT FROM ("
            + ", ".join(f"OLD.{name}" for name in STAYS.split(", "))
            + ")) EXECUTE FUNCTION stay_closed()"
        ),
        names_its_family("assessments_assessment"),
        of_the_same_family("assessments_assessment", "case_id", "cases_case"),
        *[of_the_same_family(table, "assessment_id", "assessments_assessment") for table in TABLES[1:]],
        AlsoSee("instruments_response", "see_voice", of_a_voice("instruments_response.id", IN_SIGHT)),
        Sql(
            ";\n".join(
                policy(
                    "instruments_response",
                    "change_voice",
                    "UPDATE",
                    using=of_a_voice("instruments_response.id", f"{OURS} AND a.closed_on IS NULL"),
                    check=of_a_voice("instruments_response.id", OURS),
                )
            )
        ),
        AlsoSee(
            "kernel_history",
            "see_responses",
            f"demand = 'response' AND {of_a_voice('kernel_history.row_id', IN_SIGHT)}",
        ),
    ]
