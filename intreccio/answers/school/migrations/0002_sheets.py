import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql, Stays
from intreccio.parties.people.policies import follows_household, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

SHEET, CLASS = "school_schoolsheet", "school_schooling"
TEACHER = "((SELECT my_house()) = 'teacher' AND voided_at IS NULL AND until >= today())"
COLUMNS = "opened_on, response_id, answered_on, signed, shown_on, shown_words, voided_at, voided_by, void_reason"
IN_SIGHT = sees(Level.RECORD, household="s.household_id", team="s.team_id")
# What a teacher has answered is of their sheet alone: no voice and no sheet of an assessment takes it, nor this one theirs.
OF_ITS_TEACHER = f"""
CREATE TRIGGER take_no_answers BEFORE INSERT ON {SHEET} FOR EACH ROW
  WHEN (current_user = '{{app}}' AND NEW.response_id IS NOT NULL) EXECUTE FUNCTION keep_its_answers();
CREATE TRIGGER keep_its_answers BEFORE UPDATE OF response_id, answered_on, signed, opened_on ON {SHEET} FOR EACH ROW
  WHEN (current_user = '{{app}}' AND (my_house() IS DISTINCT FROM 'teacher' OR OLD.response_id IS NOT NULL
    OR (NEW.response_id IS NOT NULL AND NOT answers_are_free(NEW.response_id)))) EXECUTE FUNCTION keep_its_answers();
CREATE TRIGGER only_answers BEFORE UPDATE OF shown_on, shown_words, voided_at ON {SHEET} FOR EACH ROW
  WHEN (current_user = '{{app}}' AND my_house() = 'teacher') EXECUTE FUNCTION keep_its_answers()
"""
# Who answers sees no family: of the one of their sheet, and of no other, an act of theirs is written.
THEIR_ACT = """
ALTER POLICY about_a_family_in_sight ON kernel_event WITH CHECK (household_id IS NULL
  OR EXISTS (SELECT 1 FROM people_household h WHERE h.id = kernel_event.household_id)
  OR (my_house() = 'teacher' AND is_asked_of_a_teacher(kernel_event.subject_id, kernel_event.household_id)))
"""
NOT_THEIRS = "; ".join(
    f"CREATE TRIGGER leave_a_teachers_answers BEFORE INSERT OR UPDATE OF response_id ON {table} FOR EACH ROW"
    " WHEN (current_user = '{app}' AND is_of_a_teacher(NEW.response_id)) EXECUTE FUNCTION keep_its_answers()"
    for table in ("assessments_pointofview", "assessments_sheet")
)


def to(model: str, name: str = "+", **more: object) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": name, **more})


class Migration(migrations.Migration):
    """What a teacher sees: of the record, asked by the team in charge, answered once by the house's teacher, who reads and
    changes nothing else."""

    dependencies = [
        ("school", "0001_initial"),
        ("instruments", "0002_guard"),
        ("people", "0002_sight"),
        ("assessments", "0004_guard_sheets"),
        ("organisations", "0007_nobody_grows"),
    ]
    operations = [
        migrations.CreateModel(
            name="SchoolSheet",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("household", to("people.household")),
                ("team", to("organisations.team", editable=False)),
                ("schooling", to("school.schooling", "sheets")),
                ("instrument", to("instruments.instrument")),
                (
                    "response",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="instruments.response"
                    ),
                ),
                ("asked_on", models.DateField()),
                ("asked_by", to("organisations.membership")),
                ("teacher", models.CharField(help_text="of whom it was asked", max_length=120)),
                ("email", models.EmailField(help_text="as the school gave it", max_length=254)),
                ("until", models.DateField(help_text="the last day on which the link opens")),
                ("first_name", models.CharField(help_text="as the child is called: all that the teacher reads", max_length=80)),
                ("class_said", models.CharField(max_length=60)),
                ("readers", models.CharField(help_text="who reads what comes, as it was told to the teacher", max_length=160)),
                ("agreed", models.JSONField(default=list, help_text="keys of those who decide and have said yes")),
                ("agreed_reason", models.CharField(blank=True, help_text="why one went on without somebody", max_length=300)),
                ("opened_on", models.DateField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("signed", models.CharField(blank=True, help_text="who answered, in their own words", max_length=160)),
                ("shown_on", models.DateField(help_text="when the family has read it", null=True)),
                ("shown_words", models.CharField(blank=True, help_text="what the family says of it", max_length=300)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(answered_on__isnull=True, response__isnull=True, signed="")
                        | Q(answered_on__isnull=False, response__isnull=False) & ~Q(signed=""),
                        name="school_sheet_is_answered_whole",
                    ),
                    models.CheckConstraint(
                        condition=Q(shown_on__isnull=True) | Q(shown_on__gte=F("answered_on")),
                        name="school_sheet_shown_after_it_came",
                    ),
                ],
                "indexes": [models.Index(fields=["schooling", "-asked_on"], name="sheets_of_class")],
            },
        ),
        follows_household(SHEET),
        of_the_same_family(SHEET, "schooling_id", CLASS),
        Sql(
            f"ALTER TABLE {SHEET} ADD CONSTRAINT answers_of_the_asked_edition FOREIGN KEY (response_id, instrument_id)"
            " REFERENCES instruments_response (id, instrument_id)"
        ),
        Guard(
            SHEET, see=f"{sees(Level.RECORD)} OR {TEACHER}", add=writes(), change=f"{writes()} OR {TEACHER}", columns=COLUMNS,
            history="record", household="household_id", definer="SELECT",
        ),
        Stays(SHEET),
        Definer(
            "is_of_a_teacher(response uuid)",
            "boolean",
            f"SELECT EXISTS (SELECT FROM {SHEET} t WHERE t.response_id = is_of_a_teacher.response)",
        ),
        Definer(
            "is_asked_of_a_teacher(sheet uuid, household uuid)",
            "boolean",
            f"SELECT EXISTS (SELECT FROM {SHEET} t WHERE t.id = is_asked_of_a_teacher.sheet"
            " AND t.household_id = is_asked_of_a_teacher.household AND t.voided_at IS NULL)",
        ),
        Sql(OF_ITS_TEACHER),
        Sql(THEIR_ACT),
        Sql(NOT_THEIRS),
        AlsoSee(
            "instruments_response",
            "see_school_sheet",
            f"EXISTS (SELECT 1 FROM {SHEET} s WHERE s.response_id = instruments_response.id AND {IN_SIGHT})",
        ),
    ]
