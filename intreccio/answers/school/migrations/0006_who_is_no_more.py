from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import sees, writes
from intreccio.parties.people.vocabulary import Level

SHEET, CLASS = "school_schoolsheet", "school_schooling"
TEACHER = (
    "((SELECT my_house()) = 'teacher' AND voided_at IS NULL AND until >= today() AND NOT is_of_who_is_no_more(schooling_id))"
)


class Migration(migrations.Migration):
    """Of a child who has died no teacher is asked any more: whoever wrote it, in whichever of their homes, the sheet opens no
    more; where that was a mistake and is undone, it opens again."""

    dependencies = [("school", "0005_sheet_stands"), ("people", "0003_finding")]
    operations = [
        Sql(
            f"GRANT SELECT ON {CLASS} TO {{definer}};"
            f" CREATE POLICY definer ON {CLASS} TO {{definer}} USING (true) WITH CHECK (true)"
        ),
        Definer(
            "is_of_who_is_no_more(schooling uuid)",
            "boolean",
            f"SELECT EXISTS (SELECT FROM {CLASS} s JOIN people_person p ON p.id = s.child_id"
            " LEFT JOIN people_person r ON r.id = p.merged_into_id"
            " WHERE s.id = is_of_who_is_no_more.schooling AND coalesce(r.died_on, p.died_on) IS NOT NULL)",
        ),
        Sql(
            f"ALTER POLICY see ON {SHEET} USING ({sees(Level.RECORD)} OR {TEACHER});"
            f" ALTER POLICY change ON {SHEET} USING ({writes()} OR {TEACHER}) WITH CHECK ({writes()} OR {TEACHER})"
        ),
    ]
