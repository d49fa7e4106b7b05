from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import present, sees, writes_person
from intreccio.parties.people.vocabulary import Level

SEEN_HOME = sees(Level.CONTACT, household="m.household_id", team="m.team_id")
SEEN_RECORD = sees(Level.RECORD, household="m.household_id", team="m.team_id")
BEGINS = "s.word ~>=~ w AND s.word ~<~ (w || '~')"  # words are letters and digits: all of them sort below «~»
NEXT = "h.voided_at IS NULL AND (h.sort_name, h.id) > (after_name, after_id) ORDER BY h.sort_name, h.id LIMIT most"
# As sub-selects, so that hundreds of teams are hashed once and not compared row by row.
SEEN_HOUSEHOLD = "(h.team_id IN (SELECT unnest(teams)) OR h.id IN (SELECT unnest(opened)))"
# The homes that a person's words lead to.
OF_WORDS = (
    "m.person_id = person AND m.voided_at IS NULL AND (" + present("m") + " OR NOT EXISTS (SELECT 1"
    " FROM people_householdmembership o WHERE o.person_id = person AND o.voided_at IS NULL AND "
    + present("o")
    + "))"
)
NOW = "AND {0}.voided_at IS NULL AND {0}.kind = 'lives' AND {0}.since <= today() AND ({0}.until IS NULL OR today() < {0}.until)"


def all_words(household: str, demand: str = "") -> str:
    """Every word that was typed begins a word of this household."""
    return (
        "NOT EXISTS (SELECT 1 FROM unnest(words) w WHERE NOT EXISTS (SELECT 1 FROM people_searchword s"
        f" WHERE s.household_id = {household} AND {BEGINS} {demand}))"
    )


class Migration(migrations.Migration):
    """What must look at more than its actor sees, or must not pay row security a thousand times a page.

    Each function repeats the visibility test inside; none gives back what the actor may not open.
    """

    dependencies = [("people", "0002_sight")]
    operations = [
        Sql(
            "CREATE INDEX people_searchword_of_household ON people_searchword (household_id, word text_pattern_ops);"
            "GRANT SELECT ON people_person, people_identifier TO {definer};"
            "CREATE POLICY definer ON people_person TO {definer} USING (true);"
            "CREATE POLICY definer ON people_identifier TO {definer} USING (true);"
            "GRANT INSERT, DELETE ON people_searchword TO {definer}"
        ),
        # A page of a list. Few families: all of them, sorted. Many: the names in order, until there are enough.
        Definer(
            "list_households(after_name text, after_id uuid, municipality text, of_team uuid, most integer)",
            "TABLE (household uuid)",
            f"""
            DECLARE
              teams uuid[] := my_teams();
              opened uuid[] := my_granted(1);
            BEGIN
              IF of_team IS NOT NULL THEN
                RETURN QUERY SELECT h.id FROM people_household h
                  WHERE h.team_id = of_team AND (of_team = ANY (teams) OR h.id = ANY (opened))
                    AND (municipality = '' OR h.municipality_code = municipality) AND {NEXT};
              ELSIF cardinality(opened)
                    + (SELECT count(*) FROM (SELECT FROM people_household h WHERE h.team_id = ANY (teams) LIMIT 501) mine) <= 500 THEN
                RETURN QUERY SELECT h.id FROM (
                    SELECT mine.* FROM people_household mine WHERE mine.team_id = ANY (teams)
                    UNION SELECT shared.* FROM people_household shared WHERE shared.id = ANY (opened)
                  ) h WHERE (municipality = '' OR h.municipality_code = municipality) AND {NEXT};
              ELSIF municipality = '' THEN
                RETURN QUERY SELECT h.id FROM people_household h WHERE {SEEN_HOUSEHOLD} AND {NEXT};
              ELSE
                RETURN QUERY SELECT h.id FROM people_household h
                  WHERE h.municipality_code = municipality AND {SEEN_HOUSEHOLD} AND {NEXT};
              END IF;
            END
            """,
            language="plpgsql",
        ),
        # Of who has left and lives in another team's home, the home they left keeps the words of their name, as it was:
        # no telephone, no code; of who lives protected, nothing.
        Definer(
            "tidy_search_words(persons uuid[])",
            "void",
            f"""
            DELETE FROM people_searchword s USING people_householdmembership m
            WHERE s.person_id = ANY (persons) AND m.person_id = s.person_id AND m.household_id = s.household_id AND m.voided_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM people_householdmembership o WHERE o.person_id = s.person_id
                              AND o.household_id = s.household_id AND o.voided_at IS NULL AND {present("o")})
              AND EXISTS (SELECT 1 FROM people_householdmembership o JOIN people_household h ON h.id = o.household_id
                          WHERE o.person_id = s.person_id AND o.voided_at IS NULL AND h.voided_at IS NULL AND {present("o")}
                            AND o.team_id <> s.team_id AND (h.is_protected OR s.word ~ '[0-9]'))
            """,
            volatile=True,
        ),
        Definer(
            "tidy_after_stays()",
            "trigger",
            "BEGIN PERFORM tidy_search_words(ARRAY(SELECT DISTINCT person_id FROM changed)); RETURN NULL; END",
            language="plpgsql",
            volatile=True,
        ),
        Definer(
            "tidy_after_households()",
            "trigger",
            """
            BEGIN
              PERFORM tidy_search_words(ARRAY(SELECT m.person_id FROM people_householdmembership m WHERE m.household_id = NEW.id));
              RETURN NULL;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql(
            "CREATE TRIGGER tidy_search_words_in AFTER INSERT ON people_householdmembership REFERENCING NEW TABLE AS changed"
            " FOR EACH STATEMENT EXECUTE FUNCTION tidy_after_stays();"
            "CREATE TRIGGER tidy_search_words_on AFTER UPDATE ON people_householdmembership REFERENCING NEW TABLE AS changed"
            " FOR EACH STATEMENT EXECUTE FUNCTION tidy_after_stays();"
            "CREATE TRIGGER tidy_search_words AFTER UPDATE OF is_protected, team_id ON people_household"
            " FOR EACH ROW EXECUTE FUNCTION tidy_after_households()"
        ),
        # A person's words lead to every home of theirs, also to those of other teams.
        Definer(
            "write_search_words(person uuid, words text[], demands integer[])",
            "void",
            f"""
            DECLARE
              homes uuid[] := ARRAY(SELECT m.household_id FROM people_householdmembership m WHERE {OF_WORDS});
              kept uuid[] := ARRAY(SELECT m.household_id FROM people_householdmembership m
                                   WHERE m.person_id = person AND m.voided_at IS NULL AND m.household_id <> ALL (homes));
            BEGIN
              IF NOT {writes_person(person="person")} THEN
                RAISE EXCEPTION 'not in charge of this person' USING ERRCODE = 'insufficient_privilege';
              END IF;
              DELETE FROM people_searchword s WHERE s.person_id = person AND s.household_id <> ALL (kept);
              INSERT INTO people_searchword (id, household_id, team_id, person_id, word, demand)
                SELECT gen_random_uuid(), home.id, home.team_id, person, said.word, said.demand
                FROM people_household home, unnest(words, demands) AS said (word, demand) WHERE home.id = ANY (homes);
              PERFORM tidy_search_words(ARRAY[person]);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        # Who of a home also lives in another one. A protected home is never hinted at.
        Definer(
            "also_elsewhere(home uuid)",
            "uuid[]",
            f"""
            SELECT coalesce(array_agg(DISTINCT m.person_id), '{{{{}}}}'::uuid[]) FROM people_householdmembership m
              JOIN people_householdmembership o ON o.person_id = m.person_id AND o.household_id <> home
              JOIN people_household h ON h.id = o.household_id AND NOT h.is_protected
            WHERE m.household_id = home AND {SEEN_HOME} {NOW.format("m")} {NOW.format("o")}
            """,
        ),
        Definer(
            "find_households(words text[], most integer)",
            "TABLE (household uuid)",
            f"""
            DECLARE
              teams uuid[] := my_teams();
              enough integer;
            BEGIN
              IF cardinality(words) = 0 THEN
                RETURN;
              ELSIF cardinality(words) = 1 THEN
                RETURN QUERY SELECT DISTINCT near.household_id FROM (
                  SELECT s.household_id FROM unnest(teams) AS mine(team)
                    JOIN people_searchword s ON s.team_id = mine.team AND s.word ~>=~ words[1] AND s.word ~<~ (words[1] || '~')
                    JOIN people_household h ON h.id = s.household_id AND h.voided_at IS NULL
                  LIMIT most * 8
                ) near LIMIT most;
              ELSE
                -- Team by team through the index, word by word; who is found for every word is found.
                RETURN QUERY SELECT h.id FROM (
                  SELECT s.household_id FROM unnest(words) WITH ORDINALITY AS sought(w, place)
                    CROSS JOIN unnest(teams) AS mine(team)
                    JOIN people_searchword s ON s.team_id = mine.team AND {BEGINS}
                  GROUP BY s.household_id HAVING count(DISTINCT sought.place) = cardinality(words)
                ) near JOIN people_household h ON h.id = near.household_id AND h.voided_at IS NULL LIMIT most;
              END IF;
              GET DIAGNOSTICS enough = ROW_COUNT;
              IF enough < most THEN
                RETURN QUERY SELECT h.id FROM my_openings() o JOIN people_household h ON h.id = o.household
                  WHERE h.voided_at IS NULL AND h.team_id NOT IN (SELECT unnest(teams))
                    AND {all_words("h.id", "AND s.demand <= o.level")} LIMIT most - enough;
              END IF;
            END
            """,
            language="plpgsql",
        ),
        # The hint against writing a family twice: an id only for what is in sight, a bare row for what is not; and not
        # even that where one of them, under whatever row of theirs, lives or lived protected.
        Definer(
            "known_already(surname text[], birth date, code text)",
            "TABLE (household uuid)",
            f"""
            WITH persons AS (
              SELECT p.id, false AS by_code FROM people_person p
              WHERE cardinality(surname) > 0 AND p.birth_date = birth AND p.voided_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM unnest(surname) w WHERE NOT EXISTS (
                  SELECT 1 FROM people_searchword s WHERE s.person_id = p.id AND s.word = w))
              UNION ALL
              SELECT i.person_id, true FROM people_identifier i WHERE code <> '' AND i.value = code AND i.voided_at IS NULL
            ), one_person AS (
              SELECT twin.id, persons.by_code FROM persons JOIN people_person p ON p.id = persons.id
                JOIN people_person twin ON p.id IN (twin.id, twin.merged_into_id) OR p.merged_into_id IN (twin.id, twin.merged_into_id)
            ), homes AS (
              SELECT m.household_id, h.is_protected, {SEEN_RECORD} OR (NOT one_person.by_code AND {SEEN_HOME}) AS in_sight
              FROM one_person JOIN people_householdmembership m ON m.person_id = one_person.id AND m.voided_at IS NULL
                JOIN people_household h ON h.id = m.household_id AND h.voided_at IS NULL
              WHERE my_role() IN ('coordinator', 'social_worker', 'educator')
            )
            SELECT DISTINCT CASE WHEN in_sight THEN household_id END FROM homes
            WHERE in_sight OR NOT EXISTS (SELECT 1 FROM homes hidden WHERE hidden.is_protected AND NOT hidden.in_sight)
            """,
        ),
    ]
