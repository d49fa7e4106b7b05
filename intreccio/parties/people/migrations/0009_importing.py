from django.db import migrations, models

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql
from intreccio.parties.people.policies import MY_TEAMS, UNDONE

# What a sheet writes: each of them is voided when it is undone. Stays lead from a household to its persons.
OF_HOUSEHOLD = ("people_householdmembership", "people_homeaddress")
OF_PERSON = ("people_personname", "people_identifier", "people_contactpoint")
WRITTEN = ("people_household", "people_person", *OF_HOUSEHOLD, *OF_PERSON)
LEADS = f"team_id = {MY_TEAMS} AND (SELECT my_role()) IN ('coordinator', 'social_worker')"
PERSONS = "(SELECT m.person_id FROM people_householdmembership m WHERE m.household_id = ANY (families))"
VOIDED = f"voided_at = now(), voided_by = my_membership(), void_reason = '{UNDONE}', version = version + 1"


def lock(table: str, which: str) -> str:
    return f"PERFORM 1 FROM {table} WHERE {which} ORDER BY id FOR UPDATE;"


def annul(table: str, which: str) -> str:
    return f"UPDATE {table} SET {VOIDED} WHERE {which} AND voided_at IS NULL;"


class Migration(migrations.Migration):
    """Families out of a sheet, and the sheet undone: what was touched since stays, the rest is shown nowhere."""

    dependencies = [("people", "0008_documents"), ("imports", "0003_sheet")]
    operations = [
        migrations.AddField(
            model_name="household",
            name="imported_in",
            field=models.UUIDField(editable=False, help_text="the sheet that brought it in", null=True),
        ),
        migrations.AddIndex(
            model_name="household",
            index=models.Index(
                condition=models.Q(("imported_in__isnull", False)), fields=["imported_in"], name="household_by_sheet"
            ),
        ),
        # A sheet holds no name: the team that answers for its families may look at it and undo it.
        AlsoSee("imports_sheet", "team", LEADS),
        Sql(f"CREATE POLICY team_undoes ON imports_sheet FOR UPDATE TO {{app}} USING ({LEADS}) WITH CHECK ({LEADS})"),
        # Other mistakes stay readable to those who could read them; of these there is nothing to explain.
        *[
            Sql(
                f"CREATE POLICY undone_is_gone ON {table} AS RESTRICTIVE FOR SELECT TO {{app}} USING (void_reason <> '{UNDONE}')"
            )
            for table in WRITTEN
        ],
        Sql(
            "GRANT UPDATE ON people_householdmembership, people_person, people_identifier TO {definer};"
            + "".join(
                f"GRANT SELECT, UPDATE ON {table} TO {{definer}};"
                f"CREATE POLICY definer ON {table} TO {{definer}} USING (true) WITH CHECK (true);"
                for table in ("people_homeaddress", "people_personname", "people_contactpoint")
            )
        ),
        # Locks all that a sheet wrote, then says of each family whether somebody has touched it since: an act that is
        # not the sheet's own, a row that was changed, somebody of it in another home, something opened to others.
        Definer(
            "imported_families(sheet uuid)",
            "TABLE (household uuid, touched boolean)",
            f"""
            DECLARE
              families uuid[];
              persons uuid[];
            BEGIN
              IF my_role() NOT IN ('coordinator', 'social_worker') THEN RETURN; END IF;
              families := ARRAY(SELECT h.id FROM people_household h WHERE h.imported_in = sheet
                AND h.team_id = {MY_TEAMS} AND h.voided_at IS NULL);
              {lock("people_household", "id = ANY (families)")}
              {lock("people_householdmembership", "household_id = ANY (families)")}
              persons := ARRAY{PERSONS};
              {lock("people_person", "id = ANY (persons)")}
              {"".join(lock(table, "person_id = ANY (persons)") for table in OF_PERSON)}
              {lock("people_homeaddress", "household_id = ANY (families)")}
              RETURN QUERY
                WITH touched AS (
                  SELECT h.id FROM people_household h WHERE h.id = ANY (families) AND h.version > 1
                  UNION SELECT e.household_id FROM kernel_event e
                    WHERE e.household_id = ANY (families) AND e.codes ->> 'sheet' IS DISTINCT FROM sheet::text
                  UNION SELECT o.joined_into_id FROM people_household o WHERE o.joined_into_id = ANY (families)
                  UNION SELECT g.household_id FROM people_grant g WHERE g.household_id = ANY (families)
                  UNION SELECT a.household_id FROM people_homeaddress a WHERE a.household_id = ANY (families) AND a.version > 1
                  UNION SELECT m.household_id FROM people_householdmembership m JOIN people_person p ON p.id = m.person_id
                    WHERE m.household_id = ANY (families) AND (m.version > 1 OR m.voided_at IS NOT NULL OR p.version > 1
                      OR p.merged_into_id IS NOT NULL
                      OR EXISTS (SELECT FROM people_householdmembership o WHERE o.person_id = p.id AND o.household_id <> m.household_id)
                      OR EXISTS (SELECT FROM people_person q WHERE q.merged_into_id = p.id)
                      {"".join(f" OR EXISTS (SELECT FROM {table} r WHERE r.person_id = p.id AND r.version > 1)" for table in OF_PERSON)})
                )
                SELECT f.id, EXISTS (SELECT FROM touched t WHERE t.id = f.id) FROM unnest(families) AS f(id);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        # Voids those that nobody has touched, all their rows at once, and takes away the words that led to them.
        Definer(
            "undo_import(sheet uuid)",
            "integer",
            f"""
            DECLARE
              families uuid[] := ARRAY(SELECT i.household FROM imported_families(sheet) i WHERE NOT i.touched);
              persons uuid[] := ARRAY{PERSONS};
            BEGIN
              DELETE FROM people_searchword w WHERE w.household_id = ANY (families);
              {"".join(annul(table, "person_id = ANY (persons)") for table in OF_PERSON)}
              {"".join(annul(table, "household_id = ANY (families)") for table in OF_HOUSEHOLD)}
              {annul("people_person", "id = ANY (persons)")}
              {annul("people_household", "id = ANY (families)")}
              RETURN cardinality(families);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
