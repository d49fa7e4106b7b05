import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Definer, Guard, Sql, Stays
from intreccio.parties.people.policies import UNDONE, follows_household, sees, writes
from intreccio.parties.people.vocabulary import Level

TABLE = "people_language"
OF_THE_HOME = (
    f"({TABLE}.person_id IS NULL OR EXISTS (SELECT 1 FROM people_householdmembership m"
    f" WHERE m.household_id = {TABLE}.household_id AND m.person_id = {TABLE}.person_id AND m.voided_at IS NULL))"
)
# What a home said of itself stays said of the home, from a day that nobody wrote: nobody knows of whom it was said, nor in
# which language the mediator was needed. The owner is bound by forced row security too: it is lifted for the length of the copy.
KEPT = """
    ALTER TABLE people_household NO FORCE ROW LEVEL SECURITY;
    INSERT INTO people_language (id, version, void_reason, household_id, team_id, use, code)
      SELECT gen_random_uuid(), 1, '', id, team_id, 'speaks', language
        FROM (SELECT DISTINCT id, team_id, unnest(languages) AS language FROM people_household) AS spoken
      UNION ALL SELECT gen_random_uuid(), 1, '', id, team_id, 'mediator', '' FROM people_household WHERE needs_mediator;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    ALTER TABLE people_household FORCE ROW LEVEL SECURITY
"""
VOIDED = f"voided_at = now(), voided_by = my_membership(), void_reason = '{UNDONE}', version = version + 1"


def annul(table: str, which: str) -> str:
    return f"UPDATE {table} SET {VOIDED} WHERE {which} AND voided_at IS NULL;"


class Migration(migrations.Migration):
    """Who speaks which language, and who needs a mediator, from when to when; what homes said of themselves is kept."""

    dependencies = [("people", "0011_isee_of_a_child")]
    operations = [
        migrations.CreateModel(
            name="Language",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("speaks", "la parla"),
                            ("prefers", "è quella che preferisce"),
                            ("mediator", "serve una mediazione"),
                        ],
                        max_length=8,
                    ),
                ),
                ("code", models.CharField(blank=True, help_text="ISO 639, or other", max_length=5)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("household", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True), ("since__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="language_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True),
                            models.Q(("person__isnull", True), ("use", "mediator")),
                            _connector="OR",
                        ),
                        name="only_a_mediator_of_the_home_has_no_language",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("use", "prefers"), _negated=True), ("person__isnull", False), _connector="OR"
                        ),
                        name="somebody_prefers_a_language",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True), ("voided_at__isnull", True)),
                        fields=("household", "person", "use", "code"),
                        name="a_language_said_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        Sql(KEPT),
        migrations.RemoveField(model_name="household", name="languages"),
        migrations.RemoveField(model_name="household", name="needs_mediator"),
        follows_household(TABLE),
        Guard(
            TABLE,
            see=sees(Level.CONTACT),
            add=f"{writes()} AND {OF_THE_HOME}",
            change=writes(),
            check=f"{writes()} AND (voided_at IS NOT NULL OR {OF_THE_HOME})",
            history="record",
            household="household_id",
            definer="SELECT, UPDATE",
        ),
        Stays(TABLE),
        # A sheet writes languages too: undone, they go with their family (0009_importing).
        Sql(
            f"CREATE POLICY undone_is_gone ON {TABLE} AS RESTRICTIVE FOR SELECT TO {{app}} USING (void_reason <> '{UNDONE}')"
        ),
        Sql("DROP FUNCTION undo_import(uuid)"),
        Definer(
            "undo_import(sheet uuid)",
            "integer",
            f"""
            DECLARE
              families uuid[] := ARRAY(SELECT i.household FROM imported_families(sheet) i WHERE NOT i.touched);
              persons uuid[] := ARRAY(SELECT m.person_id FROM people_householdmembership m WHERE m.household_id = ANY (families));
            BEGIN
              DELETE FROM people_searchword w WHERE w.household_id = ANY (families);
              {"".join(annul(f"people_{name}", "person_id = ANY (persons)") for name in ("personname", "identifier", "contactpoint"))}
              {"".join(annul(f"people_{name}", "household_id = ANY (families)") for name in ("language", "householdmembership", "homeaddress"))}
              {annul("people_person", "id = ANY (persons)")}
              {annul("people_household", "id = ANY (families)")}
              RETURN cardinality(families);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
