from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Guard, Sql, Stays
from intreccio.parties.people.policies import (
    MY_TEAMS,
    follows_household,
    granted,
    names_its_family,
    of_the_same_family,
    sees,
    writes,
)
from intreccio.parties.people.vocabulary import Level

VISIT, NOTE, TIME = "diary_visit", "diary_visitnote", "diary_workedtime"
ME = "(SELECT my_membership())"
ROLE = "(SELECT my_role())"
WORKER = f"{ROLE} IN ('coordinator', 'social_worker', 'educator', 'psychologist')"
DECIDER = f"{ROLE} IN ('coordinator', 'social_worker')"
# Whoever works with a family from another team or body, to whom its record is open, writes in its diary too.
OPEN_TO = f"({WORKER} AND household_id = {granted(Level.RECORD)})"


def read_by(note: str) -> str:
    """Whom its author chose, among those who see the record; who leads a body is of no team at work."""
    record = sees(Level.RECORD, household=f"{note}.household_id", team=f"{note}.team_id")
    team = f"({note}.team_id = {MY_TEAMS} AND {ROLE} <> 'organisation_lead')"
    reference = f"EXISTS (SELECT 1 FROM cases_case c WHERE c.id = {note}.case_id AND c.responsible_id = {ME})"
    return (
        f"({record} AND CASE {note}.audience WHEN 'record' THEN true WHEN 'team' THEN {note}.author_id = {ME} OR {team}"
        f" ELSE {note}.author_id = {ME} OR {reference} END)"
    )


CONTENT = "day, hour, place, present, others, how, text, next_step, goals, audience"
ROW = "({})".format(", ".join(f"{{row}}.{name.strip()}" for name in CONTENT.split(",")))


class Migration(migrations.Migration):
    """Visits are of the record. A note is read by whom its author chose, and so are its old values; it stays as it was once the
    hours agreed are over. Minutes are a ledger: lines are added, never changed."""

    dependencies = [("diary", "0005_visits"), ("cases", "0016_own_hand"), ("people", "0002_sight")]
    operations = [
        *[follows_household(table) for table in (VISIT, NOTE, TIME)],
        names_its_family(VISIT),
        names_its_family(NOTE),
        *[of_the_same_family(table, "case_id", "cases_case") for table in (VISIT, NOTE, TIME)],
        of_the_same_family(NOTE, "visit_id", VISIT),
        # A correction is of the same hand and of the same case; so are the minutes of a note.
        Sql(
            f"ALTER TABLE {NOTE} ADD CONSTRAINT visit_note_of_a_hand UNIQUE (id, author_id, case_id);"
            f"ALTER TABLE {NOTE} ADD CONSTRAINT visit_note_corrected_by_its_author FOREIGN KEY (corrects_id, author_id, case_id)"
            f" REFERENCES {NOTE} (id, author_id, case_id);"
            f"ALTER TABLE {TIME} ADD CONSTRAINT minutes_of_whoever_wrote FOREIGN KEY (note_id, worker_id, case_id)"
            f" REFERENCES {NOTE} (id, author_id, case_id)"
        ),
        Guard(
            VISIT,
            see=sees(Level.RECORD),
            add=f"{writes()} AND {WORKER}",
            change=f"({writes()} OR ({OPEN_TO} AND {ME} = ANY (workers)))",
            columns="day, hour, state, missed_why, moved_from, version",
            history="record",
            household="household_id",
        ),
        Guard(
            NOTE,
            see=read_by(NOTE),
            add=f"({writes()} OR {OPEN_TO}) AND {WORKER} AND author_id = {ME}",
            change=f"{sees(Level.RECORD)} AND {WORKER} AND (author_id = {ME} OR ({writes()} AND {DECIDER}))",
            columns=f"{CONTENT}, version, voided_at, voided_by, void_reason",
            history="visit_note",
            household="household_id",
        ),
        AlsoSee(
            "kernel_history",
            "see_visit_notes",
            f"demand = 'visit_note' AND EXISTS (SELECT 1 FROM {NOTE} n WHERE n.id = kernel_history.row_id AND {read_by('n')})",
        ),
        Guard(
            TIME,
            see=f"({sees(Level.RECORD)} OR worker_id = {ME})",
            add=f"({writes()} OR {OPEN_TO}) AND {WORKER} AND (worker_id = {ME} OR ({writes()} AND {DECIDER}))",
        ),
        Stays(NOTE),
        Sql(
            f"CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {VISIT} FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
        ),
        Sql(
            "CREATE FUNCTION visit_note_hours() RETURNS interval LANGUAGE sql STABLE AS"
            " 'SELECT make_interval(hours => (value ->> ''fresh_hours'')::int) FROM parameters_parameter"
            " WHERE code = ''visit_notes'' AND valid_from <= today() AND (valid_until IS NULL OR valid_until >= today())';"
            f"CREATE TRIGGER stay_written BEFORE UPDATE OF {CONTENT} ON {NOTE} FOR EACH ROW"
            " WHEN (current_user = '{app}'"
            f" AND {ROW.format(row='NEW')} IS DISTINCT FROM {ROW.format(row='OLD')}"
            " AND (OLD.author_id IS DISTINCT FROM my_membership() OR OLD.corrects_id IS NOT NULL OR OLD.voided_at IS NOT NULL"
            " OR now() >= OLD.written_at + coalesce(visit_note_hours(), interval '0')))"
            " EXECUTE FUNCTION stay_written()"
        ),
    ]
