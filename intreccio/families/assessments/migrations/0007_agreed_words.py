from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql
from intreccio.parties.people.policies import sees, writes
from intreccio.parties.people.vocabulary import Level

WORDS = "assessments_childwords"
ME = "(SELECT my_membership())"
AGREED = [
    ("not_asked", "non gliel'abbiamo ancora chiesto"),
    ("near", "le tiene per chi ha ascoltato e per il riferimento della famiglia"),
    ("team", "le legge chi lavora con la famiglia"),
    ("plan", "possono stare anche nel progetto e sui fogli"),
]


def is_near(row: str) -> str:
    """Who listened, and who answers for the family today."""
    return (
        f"({row}.heard_by_id = {ME} OR EXISTS (SELECT 1 FROM cases_case c WHERE c.household_id = {row}.household_id"
        f" AND c.responsible_id = {ME} AND c.ended_on IS NULL AND c.voided_at IS NULL))"
    )


SEEN = f"{sees(Level.RECORD)} AND (agreed <> 'near' OR {is_near(WORDS)})"
# Whom the child agrees to may change at any time; what was said, and who listened, is as it was once a look is closed.
AS_SAID = "heard, words, not_heard, not_heard_words, heard_on, listener, assessment_id, person_id, voided_at"


def of(row: str, columns: str = AS_SAID) -> str:
    """The columns of one side of a change."""
    return "(" + ", ".join(f"{row}.{name}" for name in columns.split(", ")) + ")"


class Migration(migrations.Migration):
    """A child agrees to who reads its words, as it does of a drawing. Of those that are there nobody has asked yet: who
    works with the family goes on reading them, and no paper shows them. Who listened may be somebody outside the team."""

    dependencies = [
        ("assessments", "0006_guard_listening"),
        ("cases", "0006_same_family"),
        ("people", "0008_documents"),
    ]
    operations = [
        migrations.AddField("childwords", "agreed", models.CharField(choices=AGREED, default="not_asked", max_length=9)),
        migrations.AddField(
            "childwords",
            "listener",
            models.CharField(blank=True, default="", help_text="who listened, if not who writes", max_length=120),
            preserve_default=False,
        ),
        migrations.AddField(
            "listening",
            "listener",
            models.CharField(blank=True, default="", help_text="who listened and is not of the team", max_length=120),
            preserve_default=False,
        ),
        migrations.AddField(
            "listening",
            "seen",
            models.TextField(blank=True, default="", help_text="what was seen, where there are no words"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "childwords",
            models.CheckConstraint(
                condition=Q(agreed__in=[code for code, _label in AGREED])
                & (~Q(heard="not_yet") | Q(agreed="not_asked", listener="")),
                name="only_words_are_agreed_on",
            ),
        ),
        migrations.AddConstraint(
            "listening",
            models.CheckConstraint(
                condition=Q(listener="") | Q(heard_by__isnull=True), name="listening_by_one_who_listened"
            ),
        ),
        Sql(
            f"ALTER POLICY see ON {WORDS} USING ({SEEN});"
            f"ALTER POLICY change ON {WORDS} USING ({writes()} AND {SEEN}) WITH CHECK ({writes()});"
            "CREATE FUNCTION stay_as_said() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN"
            " IF NEW.heard_by_id IS DISTINCT FROM OLD.heard_by_id OR NOT EXISTS (SELECT 1 FROM assessments_assessment a"
            " WHERE a.id = OLD.assessment_id AND a.closed_on IS NULL AND a.voided_at IS NULL) THEN"
            " RAISE insufficient_privilege USING MESSAGE = 'what a child said stays as it was said'; END IF;"
            " RETURN NEW; END $body$;"
            f"CREATE TRIGGER stay_as_said BEFORE UPDATE ON {WORDS} FOR EACH ROW WHEN (current_user = '{{app}}'"
            f" AND {of('NEW', AS_SAID + ', heard_by_id')} IS DISTINCT FROM {of('OLD', AS_SAID + ', heard_by_id')})"
            " EXECUTE FUNCTION stay_as_said()"
        ),
        # What was corrected may have been kept near: old values are for who listened and for who answers for the family.
        Sql(
            f"DROP TRIGGER keep_history ON {WORDS};"
            f"CREATE TRIGGER keep_history AFTER UPDATE ON {WORDS} FOR EACH ROW"
            " EXECUTE FUNCTION keep_history('child_words', 'household_id', '');"
            "ALTER TABLE kernel_history NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE kernel_history SET demand = 'child_words' WHERE table_name = '{WORDS}';"
            "ALTER TABLE kernel_history FORCE ROW LEVEL SECURITY"
        ),
        AlsoSee(
            "kernel_history",
            "see_child_words",
            f"demand = 'child_words' AND EXISTS (SELECT 1 FROM {WORDS} w WHERE w.id = kernel_history.row_id AND {is_near('w')})",
        ),
        # That a child has spoken is no secret, as with drawings: a plan says so, and a look is closed by who may not read it.
        Sql(
            f"GRANT SELECT ON {WORDS}, assessments_assessment TO {{definer}};"
            f"CREATE POLICY definer ON {WORDS} FOR SELECT TO {{definer}} USING (true);"
            "CREATE POLICY definer ON assessments_assessment FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "words_kept(household uuid)",
            "TABLE (assessment_id uuid, person_id uuid, heard_on date, heard_by_id uuid, listener varchar)",
            f"SELECT w.assessment_id, w.person_id, w.heard_on, w.heard_by_id, w.listener FROM {WORDS} w"
            " JOIN assessments_assessment a ON a.id = w.assessment_id AND a.voided_at IS NULL"
            " WHERE w.household_id = words_kept.household AND w.voided_at IS NULL AND w.agreed = 'near'"
            f" AND {sees(Level.RECORD, household='w.household_id', team='w.team_id')}",
        ),
    ]
