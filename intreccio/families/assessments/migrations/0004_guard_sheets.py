from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql, Stays, policy
from intreccio.parties.people.policies import MY_TEAMS, follows_household, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

POINT, SHEET, FACTOR = "assessments_pointofview", "assessments_sheet", "assessments_factor"
IN_SIGHT = sees(Level.RECORD, household="s.household_id", team="s.team_id")
STILL_OPEN = (
    "EXISTS (SELECT 1 FROM assessments_assessment a WHERE a.id = assessment_id"
    " AND a.closed_on IS NULL AND a.voided_at IS NULL)"
)
WRITES_IN = {SHEET: f"{writes()} AND {STILL_OPEN}", FACTOR: writes()}
OURS = f"s.team_id = {MY_TEAMS} AND (SELECT my_role()) <> 'organisation_lead'"
# What somebody answered is of one voice or of one sheet: an id that one knows makes nobody's answers one's own.
BELONGS = """
CREATE FUNCTION keep_its_answers() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE unique_violation USING MESSAGE = ''these answers are of somebody else''; END';
""" + "; ".join(
    f"CREATE TRIGGER keep_its_answers BEFORE INSERT ON {table} FOR EACH ROW"
    " WHEN (current_user = '{app}' AND NOT answers_are_free(NEW.response_id)) EXECUTE FUNCTION keep_its_answers();"
    f"CREATE TRIGGER stay_its_answers BEFORE UPDATE OF response_id ON {table} FOR EACH ROW"
    " WHEN (current_user = '{app}' AND NEW.response_id IS DISTINCT FROM OLD.response_id) EXECUTE FUNCTION keep_its_answers()"
    for table in (POINT, SHEET)
)
FREE = " AND ".join(
    f"NOT EXISTS (SELECT FROM {table} t WHERE t.response_id = answers_are_free.response)" for table in (POINT, SHEET)
)


def of_a_sheet(row: str, standing: str) -> str:
    """A response through the sheet that it is of."""
    return (
        "EXISTS (SELECT 1 FROM assessments_sheet s JOIN assessments_assessment a ON a.id = s.assessment_id"
        f" WHERE s.response_id = {row} AND {standing})"
    )


class Migration(migrations.Migration):
    """Rows of families: seen at level *record*, written by the team in charge; a sheet no longer once its assessment is
    closed. Its answers are seen and corrected through it."""

    dependencies = [("assessments", "0003_sheets"), ("kernel", "0005_cache"), ("cases", "0006_same_family")]
    operations = [
        *[follows_household(table) for table in WRITES_IN],
        *[
            Guard(
                table, see=sees(Level.RECORD), add=condition, change=condition, history="record", household="household_id"
            )
            for table, condition in WRITES_IN.items()
        ],
        of_the_same_family(SHEET, "assessment_id", "assessments_assessment"),
        of_the_same_family(FACTOR, "case_id", "cases_case"),
        Sql(
            f"ALTER TABLE {SHEET} ADD CONSTRAINT answers_of_its_edition FOREIGN KEY (response_id, instrument_id)"
            " REFERENCES instruments_response (id, instrument_id)"
        ),
        *[Stays(table) for table in WRITES_IN],
        Sql(
            "; ".join(
                f"GRANT SELECT ON {table} TO {{definer}};"
                f"CREATE POLICY definer ON {table} FOR SELECT TO {{definer}} USING (true)"
                for table in (POINT, SHEET)
            )
        ),
        Definer("answers_are_free(response uuid)", "boolean", f"SELECT {FREE}"),
        Sql(BELONGS),
        AlsoSee("instruments_response", "see_sheet", of_a_sheet("instruments_response.id", IN_SIGHT)),
        Sql(
            ";\n".join(
                policy(
                    "instruments_response",
                    "change_sheet",
                    "UPDATE",
                    using=of_a_sheet("instruments_response.id", f"{OURS} AND a.closed_on IS NULL"),
                    check=of_a_sheet("instruments_response.id", OURS),
                )
            )
        ),
        AlsoSee(
            "kernel_history",
            "see_sheet_responses",
            f"demand = 'response' AND {of_a_sheet('kernel_history.row_id', IN_SIGHT)}",
        ),
    ]
