from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Guard, Sql, Stays
from intreccio.parties.people.policies import (
    follows_household,
    granted,
    names_its_family,
    of_the_same_family,
    sees,
    writes,
)
from intreccio.parties.people.vocabulary import Level

LINE, CYCLE, MEETING, NOTE = (
    "diary_supportline",
    "diary_supportcycle",
    "diary_supportmeeting",
    "diary_restrictednote",
)
ME = "(SELECT my_membership())"
PSYCHOLOGIST = "(SELECT my_role()) = 'psychologist'"
# A psychologist of a team or body to whom the record is open answers too, and then follows the line.
OPEN_TO = f"({PSYCHOLOGIST} AND household_id = {granted(Level.RECORD)})"
MY_LINE = f"EXISTS (SELECT 1 FROM {LINE} l WHERE l.id = line_id AND l.psychologist_id = {ME} AND l.voided_at IS NULL)"
MY_CYCLE = f"EXISTS (SELECT 1 FROM {CYCLE} c JOIN {LINE} l ON l.id = c.line_id WHERE c.id = cycle_id AND l.psychologist_id = {ME})"
# Not the team, not who coordinates or leads, not who receives: the author, and whom the author has passed it on to; and they
# only while the family is theirs to see.
MINE = (
    f"{sees(Level.RECORD)} AND {PSYCHOLOGIST} AND (author_id = {ME} OR passed_to_id = {ME})"
)
SAME_OF_NOTE = (
    f"EXISTS (SELECT 1 FROM {NOTE} n WHERE n.id = kernel_history.row_id AND {PSYCHOLOGIST}"
    f" AND {sees(Level.RECORD, household='n.household_id', team='n.team_id')}"
    f" AND (n.author_id = {ME} OR n.passed_to_id = {ME}))"
)
STAYS_WITH_ITS_FAMILY = (
    "CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {table} FOR EACH ROW"
    " WHEN (current_user = '{{app}}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
)


def guard(table: str, add: str, change: str, check: str | None = None) -> Guard:
    """What the team reads: seen and kept as every row of the record."""
    return Guard(
        table, see=sees(Level.RECORD), add=add, change=change, check=check, history="record", household="household_id"
    )


class Migration(migrations.Migration):
    """Lines, cycles and meetings are of the record. A note has a policy of its own, a demand of its own for its old values, and
    stays as it was once the hours agreed are over."""

    dependencies = [
        ("diary", "0001_initial"),
        ("cases", "0006_same_family"),
        ("people", "0002_sight"),
        ("parameters", "0002_guard"),
    ]
    operations = [
        *[follows_household(table) for table in (LINE, CYCLE, MEETING, NOTE)],
        guard(
            LINE,
            writes(),
            f"({writes()} OR ({OPEN_TO} AND (psychologist_id IS NULL OR psychologist_id = {ME})))",
            check=f"({writes()} OR {OPEN_TO})",
        ),
        guard(CYCLE, f"({writes()} OR {OPEN_TO}) AND {MY_LINE}", f"({writes()} OR ({OPEN_TO} AND {MY_LINE}))"),
        guard(
            MEETING, f"({writes()} OR {OPEN_TO}) AND {MY_CYCLE}", f"({writes()} OR ({OPEN_TO} AND {MY_CYCLE}))"
        ),
        Guard(
            NOTE,
            see=MINE,
            add=f"({writes()} OR {OPEN_TO}) AND {PSYCHOLOGIST} AND author_id = {ME} AND passed_to_id IS NULL AND {MY_LINE}",
            change=f"{sees(Level.RECORD)} AND {PSYCHOLOGIST} AND author_id = {ME}",
            columns="text, version, passed_to_id",
            history="note",
            household="household_id",
        ),
        AlsoSee("kernel_history", "see_notes", f"demand = 'note' AND {SAME_OF_NOTE}"),
        names_its_family(LINE),
        names_its_family(CYCLE),
        names_its_family(MEETING),
        of_the_same_family(LINE, "case_id", "cases_case"),
        of_the_same_family(CYCLE, "line_id", LINE),
        of_the_same_family(MEETING, "cycle_id", CYCLE),
        of_the_same_family(NOTE, "line_id", LINE),
        of_the_same_family(NOTE, "meeting_id", MEETING),
        # A correction is of the same hand and of the same line.
        Sql(
            f"ALTER TABLE {NOTE} ADD CONSTRAINT note_of_a_hand UNIQUE (id, author_id, line_id);"
            f"ALTER TABLE {NOTE} ADD CONSTRAINT note_corrected_by_its_author FOREIGN KEY (corrects_id, author_id, line_id)"
            f" REFERENCES {NOTE} (id, author_id, line_id)"
        ),
        Stays(LINE),
        *[Sql(STAYS_WITH_ITS_FAMILY.format(table=table)) for table in (CYCLE, MEETING, NOTE)],
        Sql(
            "CREATE FUNCTION stay_written() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN RAISE insufficient_privilege USING MESSAGE = ''a note is no longer changed: a correction is written''; END';"
            "CREATE FUNCTION note_hours() RETURNS interval LANGUAGE sql STABLE AS"
            " 'SELECT make_interval(hours => (value ->> ''note_hours'')::int) FROM parameters_parameter"
            " WHERE code = ''support_lines'' AND valid_from <= today() AND (valid_until IS NULL OR valid_until >= today())';"
            f"CREATE TRIGGER stay_written BEFORE UPDATE OF text ON {NOTE} FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NEW.text IS DISTINCT FROM OLD.text AND now() >= OLD.written_at + coalesce(note_hours(), interval '0'))"
            " EXECUTE FUNCTION stay_written()"
        ),
    ]
