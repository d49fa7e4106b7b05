import django.db.models.deletion
from django.db import migrations, models

from intreccio.families.assessments.policies import near, only_the_reference
from intreccio.ground.kernel.security import AlsoSee, Definer, Sql
from intreccio.parties.people.policies import MY_TEAMS, sees, writes
from intreccio.parties.people.vocabulary import Level

WORDS = "assessments_childwords"
# Agreed for the plan, or why there are no words: the record. Agreed for who works with the family, or not asked yet: the team in
# charge, and who guides it, whomever else the record is open to. Kept near: those two.
SEEN = (
    f"{sees(Level.RECORD)} AND (agreed = 'plan' OR heard = 'not_yet' OR {near(WORDS)}"
    f" OR (agreed <> 'near' AND team_id = {MY_TEAMS}))"
)
# Words that are there and that these eyes may not read; that a child keeps them near is said to all who read the record.
KEPT = f"(w.agreed = 'near' OR (w.agreed <> 'plan' AND w.heard <> 'not_yet' AND NOT w.team_id = {MY_TEAMS}))"
IS_THE_REFERENCE = """
CREATE FUNCTION is_the_reference() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.household_id = NEW.household_id AND c.responsible_id = NEW.reference_id
    AND c.ended_on IS NULL AND c.voided_at IS NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'the family does not refer to them';
  END IF;
  RETURN NEW;
END $body$;
"""


class Migration(migrations.Migration):
    """Words for who works with a family are read by its team, and by no other body to which the record is open; words kept near
    by whom the family referred to on that day, and not by whoever becomes its reference (decision 100).

    Of the words that are there, the reference is who it is now: who was it then is not kept.
    """

    dependencies = [
        ("assessments", "0007_agreed_words"),
        ("cases", "0006_same_family"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        migrations.AddField(
            "childwords",
            "reference",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.membership",
            ),
        ),
        Sql(
            f"ALTER TABLE {WORDS} NO FORCE ROW LEVEL SECURITY; ALTER TABLE cases_case NO FORCE ROW LEVEL SECURITY;"
            f"ALTER TABLE {WORDS} DISABLE TRIGGER USER;"
            f"UPDATE {WORDS} w SET reference_id = c.responsible_id FROM cases_case c WHERE c.household_id = w.household_id"
            " AND c.ended_on IS NULL AND c.voided_at IS NULL AND w.heard <> 'not_yet';"
            "SET CONSTRAINTS ALL IMMEDIATE;"
            f"ALTER TABLE {WORDS} ENABLE TRIGGER USER;"
            f"ALTER TABLE cases_case FORCE ROW LEVEL SECURITY; ALTER TABLE {WORDS} FORCE ROW LEVEL SECURITY;"
            f"ALTER POLICY see ON {WORDS} USING ({SEEN});"
            f"ALTER POLICY change ON {WORDS} USING ({writes()} AND {SEEN}) WITH CHECK ({writes()});"
            "DROP POLICY see_child_words ON kernel_history; DROP FUNCTION words_kept(uuid)"
        ),
        Sql(IS_THE_REFERENCE),
        only_the_reference(WORDS),
        AlsoSee(
            "kernel_history",
            "see_child_words",
            f"demand = 'child_words' AND EXISTS (SELECT 1 FROM {WORDS} w WHERE w.id = kernel_history.row_id AND {near('w')})",
        ),
        Definer(
            "words_kept(household uuid)",
            "TABLE (assessment_id uuid, person_id uuid, heard_on date, heard_by_id uuid, listener varchar, agreed varchar)",
            f"SELECT w.assessment_id, w.person_id, w.heard_on, w.heard_by_id, w.listener, w.agreed FROM {WORDS} w"
            " JOIN assessments_assessment a ON a.id = w.assessment_id AND a.voided_at IS NULL"
            f" WHERE w.household_id = words_kept.household AND w.voided_at IS NULL AND {KEPT}"
            f" AND {sees(Level.RECORD, household='w.household_id', team='w.team_id')}",
        ),
    ]
