from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql, Stays
from intreccio.parties.people.policies import follows_household, names_its_family, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

LISTENING, DRAWING, PAPER = "assessments_listening", "assessments_childdrawing", "people_familydocument"
ME = "(SELECT my_membership())"
STILL_OPEN = (
    "(assessment_id IS NULL OR EXISTS (SELECT 1 FROM assessments_assessment a WHERE a.id = assessment_id"
    " AND a.closed_on IS NULL AND a.voided_at IS NULL))"
)
ITS_LISTENING_IS_OPEN = (
    f"EXISTS (SELECT 1 FROM {LISTENING} l LEFT JOIN assessments_assessment a ON a.id = l.assessment_id"
    " WHERE l.id = listening_id AND l.voided_at IS NULL"
    " AND (l.assessment_id IS NULL OR (a.closed_on IS NULL AND a.voided_at IS NULL AND a.id IS NOT NULL)))"
)
# Whoever reads the record, where the child agrees; where it does not, who listened and who answers for the family, and they
# only while the family is theirs to see.
ANSWERS_FOR_THEM = (
    f"EXISTS (SELECT 1 FROM cases_case c WHERE c.household_id = {DRAWING}.household_id AND c.responsible_id = {ME}"
    " AND c.ended_on IS NULL AND c.voided_at IS NULL)"
)
AGREED = f"{sees(Level.RECORD)} AND (shared OR heard_by_id = {ME} OR {ANSWERS_FOR_THEM})"
# A file is of one row: an id that one knows makes nobody's picture one's own, and no paper out of a child's drawing.
ONE_ROW = """
CREATE FUNCTION keep_its_file() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE unique_violation USING MESSAGE = ''this file is of another row''; END';
""" + "; ".join(
    f"CREATE TRIGGER keep_its_file BEFORE INSERT ON {table} FOR EACH ROW"
    f" WHEN (current_user = '{{app}}' AND {word}(NEW.document_id)) EXECUTE FUNCTION keep_its_file()"
    for table, word in ((DRAWING, "is_a_paper"), (PAPER, "is_a_drawing"))
)


class Migration(migrations.Migration):
    """Listenings are of the record, and written no longer once their assessment is closed; a drawing has a policy of its own.

    Whether the child agrees that it is seen may change at any time: that is no part of what was said then.
    """

    dependencies = [("assessments", "0005_listening"), ("cases", "0006_same_family"), ("people", "0008_documents")]
    operations = [
        *[follows_household(table) for table in (LISTENING, DRAWING)],
        Guard(
            LISTENING,
            see=sees(Level.RECORD),
            add=f"{writes()} AND {STILL_OPEN}",
            change=f"{writes()} AND {STILL_OPEN}",
            history="record",
            household="household_id",
        ),
        Guard(
            DRAWING,
            see=AGREED,
            add=f"{writes()} AND {ITS_LISTENING_IS_OPEN}",
            change=f"{writes()} AND {AGREED}",
            check=f"{writes()} AND (voided_at IS NULL OR {ITS_LISTENING_IS_OPEN})",
            columns="shared, version, voided_at, voided_by, void_reason",
            history="drawing",
            household="household_id",
        ),
        *[Stays(table) for table in (LISTENING, DRAWING)],
        names_its_family(LISTENING),
        of_the_same_family(LISTENING, "assessment_id", "assessments_assessment"),
        of_the_same_family(DRAWING, "listening_id", LISTENING),
        AlsoSee(
            "kernel_history",
            "see_drawings",
            f"demand = 'drawing' AND EXISTS (SELECT 1 FROM {DRAWING} d WHERE d.id = kernel_history.row_id)",
        ),
        AlsoSee(
            "documents_document",
            "see_child_drawing",
            f"EXISTS (SELECT 1 FROM {DRAWING} d WHERE d.document_id = documents_document.id)",
        ),
        Sql(
            "; ".join(
                f"GRANT SELECT ON {table} TO {{definer}};"
                f"CREATE POLICY definer ON {table} FOR SELECT TO {{definer}} USING (true)"
                for table in (LISTENING, DRAWING, PAPER)
            )
        ),
        # That there is a drawing is no secret of the child's: an assessment is closed also by who may not see it.
        Definer(
            "drawings_kept(listening uuid)",
            "bigint",
            f"SELECT count(*) FROM {DRAWING} d JOIN {LISTENING} l ON l.id = d.listening_id"
            f" WHERE l.id = drawings_kept.listening AND d.voided_at IS NULL"
            f" AND {sees(Level.RECORD, household='l.household_id', team='l.team_id')}",
        ),
        Definer("is_a_paper(document uuid)", "boolean", f"SELECT EXISTS (SELECT FROM {PAPER} p WHERE p.document_id = document)"),
        Definer(
            "is_a_drawing(document uuid)", "boolean", f"SELECT EXISTS (SELECT FROM {DRAWING} d WHERE d.document_id = document)"
        ),
        Sql(ONE_ROW),
    ]
