from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql
from intreccio.parties.people.policies import (
    MY_TEAMS,
    Elsewhere,
    follows_household,
    granted,
    present,
    sees,
    sees_household,
    sees_person,
    writes,
    writes_person,
)
from intreccio.parties.people.vocabulary import Level

HERE = f"(team_id = {MY_TEAMS} OR id = {granted(Level.KNOWN)})"
NEWBORN = (
    "(SELECT my_role()) IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'organisation_lead')"
)
WORKING = "ANY ((SELECT my_working_teams())::uuid[])"
OPEN_PLACE = f"(team_id = {WORKING} OR EXISTS (SELECT 1 FROM people_household h WHERE h.id = household_id AND NOT h.is_protected))"
IN_CHARGE = f"EXISTS (SELECT 1 FROM people_household h WHERE h.id = household_id AND h.team_id = {MY_TEAMS})"
OF_SOMEBODY = "(person_id IS NULL OR EXISTS (SELECT 1 FROM people_person p WHERE p.id = person_id))"
SHARES = f"(SELECT my_role()) IN ('coordinator', 'social_worker') AND {IN_CHARGE}"
FAMILY_TABLES = (
    "people_householdmembership",
    "people_homeaddress",
    "people_protectedaddress",
    "people_aspect",
    "people_searchword",
)


class Migration(migrations.Migration):
    """Need to know, as the database holds it."""

    dependencies = [("people", "0001_initial"), ("organisations", "0002_sight")]
    operations = [
        Sql(
            "CREATE SEQUENCE people_household_number; GRANT USAGE ON SEQUENCE people_household_number TO {app}, {keeper}"
        ),
        Sql(
            "GRANT SELECT ON people_grant, people_household, people_householdmembership, people_searchword TO {definer}"
        ),
        # Who one is, is asked once; each half then finds its rows through an index of its own.
        Definer(
            "my_openings()",
            "TABLE (household uuid, level smallint)",
            """
            WITH me AS MATERIALIZED (
              SELECT teams_of(my_membership()) AS teams, my_organisation() AS body
              WHERE actor() IS NOT NULL AND my_role() NOT IN ('administrator', 'participant')
            )
            SELECT opened.household_id, max(opened.level) FROM me, LATERAL (
              SELECT g.household_id, g.level FROM people_grant g
              WHERE g.to_team_id = ANY (me.teams) AND g.withdrawn_at IS NULL
                AND g.since <= today() AND (g.until IS NULL OR today() < g.until)
              UNION ALL
              SELECT g.household_id, g.level FROM people_grant g
              WHERE g.to_organisation_id = me.body AND g.withdrawn_at IS NULL
                AND g.since <= today() AND (g.until IS NULL OR today() < g.until)
            ) opened GROUP BY opened.household_id
            """,
        ),
        Definer(
            "my_granted(level integer)",
            "uuid[]",
            "SELECT coalesce(array_agg(o.household), '{{}}'::uuid[]) FROM my_openings() o WHERE o.level >= my_granted.level",
        ),
        # Where somebody of a home of ours lives today under another team: 0 nowhere, 1 somewhere, 2 protected.
        Definer(
            "lives_elsewhere(person uuid)",
            "integer",
            f"""
            SELECT coalesce(max(CASE WHEN h.is_protected THEN 2 ELSE 1 END), 0)
            FROM people_householdmembership m JOIN people_household h ON h.id = m.household_id AND h.voided_at IS NULL
            WHERE m.person_id = person AND m.voided_at IS NULL AND {present("m")} AND NOT m.team_id = {MY_TEAMS}
              AND EXISTS (SELECT 1 FROM people_householdmembership ours
                          WHERE ours.person_id = person AND ours.voided_at IS NULL AND ours.team_id = {MY_TEAMS})
            """,
        ),
        # False only for somebody of whom nothing is written but stays of ours that were mistakes: they do not vanish.
        Definer(
            "has_a_home(person uuid)",
            "boolean",
            f"""
            SELECT NOT EXISTS (SELECT 1 FROM people_householdmembership ours WHERE ours.person_id = person AND ours.team_id = {MY_TEAMS})
              OR EXISTS (SELECT 1 FROM people_householdmembership m
                         WHERE m.person_id = person AND (m.voided_at IS NULL OR NOT m.team_id = {MY_TEAMS}))
            """,
        ),
        # A stay of ours that stands: one that was a mistake, made to stand again, would open who has gone elsewhere.
        Definer(
            "was_ours(person uuid)",
            "boolean",
            "SELECT EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.person_id = person AND m.voided_at IS NULL"
            f" AND m.team_id = {MY_TEAMS})",
        ),
        # Joining a home opens for ever all that is a person's own. A window that may close is not enough for it: only
        # somebody new, somebody of ours, or who was let in by the team of their other home.
        Definer(
            "may_join(person uuid)",
            "boolean",
            f"""
            SELECT NOT EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.person_id = person)
              OR {writes_person(person="may_join.person")}
              OR EXISTS (
                SELECT 1 FROM people_householdmembership m JOIN people_grant g ON g.household_id = m.household_id
                WHERE m.person_id = person AND m.voided_at IS NULL AND {present("m")}
                  AND g.purpose = 'two_homes' AND g.level >= {Level.CONTACT.value} AND g.withdrawn_at IS NULL
                  AND g.since <= today() AND (g.until IS NULL OR today() < g.until)
                  AND (g.to_team_id = {MY_TEAMS} OR g.to_organisation_id = my_organisation()))
            """,
        ),
        Definer("answers_for(person uuid)", "boolean", f"SELECT {writes_person(person='answers_for.person')}"),
        # The row leaves its writer's sight, which an UPDATE under row security refuses: the rule is repeated inside.
        Definer(
            "hand_over_household(household uuid, to_team uuid)",
            "boolean",
            f"""
            BEGIN
              UPDATE people_household SET team_id = to_team, version = version + 1
                WHERE id = household AND team_id = {MY_TEAMS} AND my_role() IN ('coordinator', 'social_worker');
              RETURN FOUND;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        *[follows_household(table) for table in FAMILY_TABLES],
        Guard(
            "people_household",
            see=HERE,
            add=writes(),
            change=writes(),
            history="place",
            household="id",
            definer="SELECT, UPDATE",
        ),
        Guard(
            "people_householdmembership",
            see=sees(Level.CONTACT),
            add=f"{writes()} AND may_join(person_id)",
            change=writes(),
            # A stay that came to speak of somebody else, or stood again, would open them as surely as a new one.
            check=f"{writes()} AND (voided_at IS NOT NULL OR was_ours(person_id))"
            f" AND (voided_at IS NOT NULL OR NOT {present('people_householdmembership')} OR may_join(person_id))",
            columns="kind, role, since, until, note, version, voided_at, voided_by, void_reason",
            history="record",
            household="household_id",
            person="person_id",
            definer="SELECT",
        ),
        Guard(
            "people_person",
            see=sees_person(Level.CONTACT, person="people_person.id", known_since=Elsewhere.OTHER_TEAM),
            add=NEWBORN,
            change=writes_person(person="people_person.id"),
            history="record",
            person="id",
        ),
        *[
            Guard(
                table,
                see=sees_person(level, person=f"{table}.person_id", known_since=known_since),
                add=writes_person(person=f"{table}.person_id"),
                change=writes_person(person=f"{table}.person_id"),
                history="record",
                person="person_id",
            )
            for table, level, known_since in (
                ("people_personname", Level.CONTACT, Elsewhere.OTHER_TEAM),
                ("people_contactpoint", Level.CONTACT, Elsewhere.NOWHERE),
                ("people_identifier", Level.RECORD, Elsewhere.NOWHERE),
            )
        ],
        Guard(
            "people_homeaddress",
            # Where somebody lived who must not be found leads to where they are.
            see=f"{sees(Level.CONTACT)} AND {OPEN_PLACE}",
            add=writes(),
            change=writes(),
            history="place",
            household="household_id",
        ),
        Guard(
            "people_protectedaddress",
            see=f"team_id = {WORKING}",
            add=f"team_id = {WORKING}",
            change=f"team_id = {WORKING}",
            history="protected",
            household="household_id",
        ),
        Guard(
            "people_aspect",
            see=sees(Level.RECORD),
            add=f"{writes()} AND {OF_SOMEBODY}",
            change=writes(),
            check=f"{writes()} AND {OF_SOMEBODY}",
            history="record",
            household="household_id",
        ),
        Guard(
            "people_grant",
            # Who sees no family does not see what was opened to their body either.
            see=f"{sees_household(Level.RECORD)} OR to_team_id = {MY_TEAMS} OR (to_organisation_id = (SELECT my_organisation())"
            " AND (SELECT my_role()) NOT IN ('administrator', 'participant'))",
            add=f"{SHARES} AND granted_by = (SELECT my_membership()) AND withdrawn_at IS NULL",
            # What was opened is never rewritten: it is withdrawn, once.
            change=f"{SHARES} AND withdrawn_at IS NULL",
            check=f"{SHARES} AND withdrawn_at IS NOT NULL",
            columns="withdrawn_at, withdrawn_reason",
            history="record",
            household="household_id",
            definer="SELECT",
        ),
        Guard(
            "people_searchword",
            see=writes(),
            add=f"{writes()} AND {OF_SOMEBODY}",
            delete=writes(),
            definer="SELECT",
        ),
        Sql(
            "CREATE INDEX people_searchword_prefix ON people_searchword (team_id, word text_pattern_ops) INCLUDE (household_id)"
        ),
        # Nobody writes an act or a reading about a family that they do not see.
        *[
            Sql(
                f"CREATE POLICY about_a_family_in_sight ON {table} AS RESTRICTIVE FOR INSERT TO {{app}} WITH CHECK"
                f" (household_id IS NULL OR EXISTS (SELECT 1 FROM people_household h WHERE h.id = {table}.household_id))"
            )
            for table in ("kernel_event", "kernel_reading")
        ],
        # What lies below and knows no family: its rows are opened here, where families are known.
        AlsoSee(
            "kernel_event", "family", sees_household(Level.RECORD, household="kernel_event.household_id")
        ),
        AlsoSee(
            "kernel_reading", "family", sees_household(Level.RECORD, household="kernel_reading.household_id")
        ),
        AlsoSee(
            "kernel_history",
            "family",
            # A row of a home is read by who reads that home; only what is a person's own, through any home of theirs.
            "demand = 'record' AND CASE WHEN kernel_history.household_id IS NOT NULL"
            f" THEN {sees_household(Level.RECORD, household='kernel_history.household_id')}"
            f" ELSE {sees_person(Level.RECORD, person='kernel_history.person_id')} END",
        ),
        AlsoSee(
            "kernel_history",
            "protected",
            "demand = 'protected' AND EXISTS (SELECT 1 FROM people_household h WHERE h.id = kernel_history.household_id"
            f" AND h.team_id = {WORKING})",
        ),
        AlsoSee(
            "kernel_history",
            "place",
            f"demand = 'place' AND {sees_household(Level.RECORD, household='kernel_history.household_id')} AND EXISTS ("
            "SELECT 1 FROM people_household h WHERE h.id = kernel_history.household_id"
            f" AND (NOT h.is_protected OR h.team_id = {WORKING}))",
        ),
    ]
